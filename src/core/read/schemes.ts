/** Which letters are looked for, and which scheme what was found is of. */
import { ownScheme, type Scheme, type SlotWords, schemeOf } from "../vocabulary.ts";

const EVERY_SLOT: readonly SlotWords[] = [
  { letter: "C", label: "Context" },
  { letter: "M", label: "Mechanism" },
  { letter: "O", label: "Outcome" },
  { letter: "I", label: "Intervention" },
  { letter: "A", label: "Actor" },
  { letter: "S", label: "Strategy" },
];

/** Every letter that a scheme with a name has: what is looked for where nobody said which scheme it is. */
export const EVERY: Scheme = { name: "every", slots: EVERY_SLOT, required: ["C", "M", "O"] };

/** Whether a scheme has no words and letters but the usual ones. */
export function isUsual(scheme: Scheme): boolean {
  return scheme.slots.every(({ letter, label }) =>
    EVERY_SLOT.some((slot) => slot.letter === letter && slot.label === label),
  );
}

/** In this order, the first that has all the letters. */
const NAMED = ["CMO", "ICMO", "SCMO", "ICAMO"] as const;

/** The scheme of what was found; `printed` is the name that the page gives it, such as ICAMO. */
export function schemeFor(letters: ReadonlySet<string>, printed: string | undefined): Scheme {
  const wanted = [...letters];
  const said = printed === undefined ? undefined : schemeOf(printed);
  const holds = (scheme: Scheme | undefined): boolean =>
    scheme !== undefined && wanted.every((letter) => scheme.slots.some((slot) => slot.letter === letter));
  if (said && holds(said)) return said;
  for (const name of NAMED) {
    const scheme = schemeOf(name);
    if (scheme && holds(scheme)) return scheme;
  }
  return ownScheme(EVERY_SLOT.filter((slot) => "CMO".includes(slot.letter) || letters.has(slot.letter)));
}

/** The scheme that `--scheme` names: one with a name, or letters of one's own with their words (`P=Process,C,M,O`, `PCMO`). */
export function schemeNamed(written: string): Scheme | undefined {
  const known = schemeOf(written);
  if (known) return known;
  const text = written.trim();
  const parts = /[,=\s]/.test(text) ? text.split(/[,\s]+/) : [...text.toUpperCase()];
  const slots: SlotWords[] = [];
  for (const part of parts) {
    const [letter = "", label] = part.split("=");
    const upper = letter.trim().toUpperCase();
    if (!/^\p{Lu}$/u.test(upper) || slots.some((slot) => slot.letter === upper)) return undefined;
    const usual = EVERY_SLOT.find((slot) => slot.letter === upper)?.label;
    slots.push({ letter: upper, label: label?.trim() || usual || upper });
  }
  return slots.length < 2 ? undefined : ownScheme(slots);
}
