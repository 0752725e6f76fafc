/**
 * Words for people, in the language that a door chose. English stands in the source and is its own key; a door that has translations says so with {@link speak},
 * before it asks for anything. Called in functions, never as a module is loaded, since the language may be chosen later.
 */

/** A message in the chosen language, its `{0}`, `{1}` … filled in. */
export type Translate = (message: string, ...args: readonly (string | number)[]) => string;

/** The message with what belongs at `{0}`, `{1}` …; a number without an argument stays as it is written. */
export const fill: Translate = (message, ...args) =>
  args.length === 0 ? message : message.replace(/\{(\d{1,2})\}/g, (hole, n) => String(args[Number(n)] ?? hole));

let translate: Translate = fill;

let numbers = "en";

/** Chooses how messages are translated from here on, and in which language's way numbers are written; English without an argument. */
export function speak(chosen: Translate = fill, language = "en"): void {
  translate = chosen;
  numbers = language;
}

/** A number as the language writes it: `12,000`. */
export function grouped(n: number): string {
  return n < 1000 ? String(n) : n.toLocaleString(numbers);
}

/**
 * What people read: whole sentences, not parts of them, so that another language can order its words. `message` is a literal, which a test looks for in every
 * translation.
 */
export const t: Translate = (message, ...args) => translate(message, ...args);
