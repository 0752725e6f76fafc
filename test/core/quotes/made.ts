/**
 * Quotations with known answers: sources of invented sentences, set as a journal sets them (lines, hyphens at their ends, ligatures, curly marks, pages with heads),
 * and quotations that are altered in one way each. All from one seed.
 */
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import type { Span } from "../../../src/core/text.ts";

/** Numbers that look random, the same for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const WHO =
  "nurses,managers,neighbours,patients,carers,boards,tutors,officers,volunteers,families,midwives,pharmacists".split(
    ",",
  );
const DID =
  "trusted,avoided,confided in,relied on,listened to,argued with,waited for,reflected on,affirmed,fled from,influenced,defined".split(
    ",",
  );
const WHEN =
  "after the first meeting,when the clinic closed,once funds were short,before the office moved,while the pilot ran,in the fifth week,if the chair was known,as staff left".split(
    ",",
  );
const SO =
  "and stayed with the group,so that less was hidden,which they called a well-being effect,and costs fell by 12.5%,though not at once,and nobody felt blamed,with 340 of 512 people present,because it was “their own” place".split(
    ",",
  );
const NAMES = "Okafor,Lindqvist,Moreau,Tremlett,Yamada,Castellanos".split(",");

const pick = <T>(next: (below: number) => number, list: readonly T[]): T => list[next(list.length)] as T;

function sentence(next: (below: number) => number): string {
  const who = pick(next, WHO);
  return `${pick(next, NAMES)} said that ${next(90) + 10} ${who} ${pick(next, DID)} the ${pick(next, WHO)} ${pick(next, WHEN)}, ${pick(next, SO)}.`;
}

export interface Set {
  readonly sentences: readonly string[];
  readonly source: SourceText;
  /** The printed page on which each sentence begins, and on which it ends. */
  readonly pages: readonly (readonly [string, string])[];
}

const LINE = 62;
const LINES = 34;
const FIRST_PAGE = 407;

/** Sentences, none of which is another but for a letter, as they are set on pages. */
export function made(seed: number, count = 90): Set {
  const next = numbers(seed);
  const sentences: string[] = [];
  while (sentences.length < count) {
    const one = sentence(next);
    if (!sentences.includes(one)) sentences.push(one);
  }
  return { sentences, ...pagesOf(sentences, next) };
}

/** Lines with hyphens at some ends, in pages with a head; what begins each sentence is remembered. */
function pagesOf(sentences: readonly string[], next: (below: number) => number): Omit<Set, "sentences"> {
  const words = sentences.flatMap((text, index) =>
    text.split(" ").map((word, at) => ({ word, index, isFirst: at === 0 })),
  );
  const lines: { text: string; sentences: number[] }[] = [{ text: "", sentences: [] }];
  const line = () => lines[lines.length - 1] as { text: string; sentences: number[] };
  for (const { word, index } of words) {
    const set = ligatures(word);
    const room = LINE - line().text.length;
    const cut = /^[\p{L}]{8,}$/u.test(set) ? 3 + next(set.length - 6) : 0;
    if (set.length + 1 <= room) line().text += (line().text === "" ? "" : " ") + set;
    else if (cut > 0 && cut + 2 <= room) {
      line().text += `${line().text === "" ? "" : " "}${set.slice(0, cut)}-`;
      line().sentences.push(index);
      lines.push({ text: set.slice(cut), sentences: [] });
    } else lines.push({ text: set, sentences: [] });
    line().sentences.push(index);
  }
  let text = "";
  const pages: { start: number; label: string }[] = [];
  const skipped: Span[] = [];
  const on = new Map<number, string[]>();
  for (const [at, each] of lines.entries()) {
    if (at % LINES === 0) {
      const label = String(FIRST_PAGE + at / LINES);
      pages.push({ start: text.length, label });
      const head = `${label}  A realist evaluation\n`;
      skipped.push({ start: text.length, end: text.length + head.length });
      text += head;
    }
    for (const index of each.sentences) on.set(index, [...(on.get(index) ?? []), pages[pages.length - 1]?.label ?? ""]);
    text += `${each.text}\n`;
  }
  return {
    source: new SourceText(text, pages, skipped),
    pages: sentences.map((_, index) => [on.get(index)?.[0] ?? "", on.get(index)?.at(-1) ?? ""] as const),
  };
}

function ligatures(word: string): string {
  return word.replaceAll("ffl", "ﬄ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ").replaceAll("'", "’");
}

export type Known = "found" | "moved" | "near" | "absent";

export interface Case {
  readonly way: string;
  readonly quote: string;
  readonly at: string | undefined;
  readonly known: Known;
}

const upper = (text: string): string => text.toUpperCase();

/** Each way of altering a quotation, and what is to be said of it then. */
const WAYS: readonly (readonly [
  string,
  Known,
  (text: string, next: (below: number) => number) => string | undefined,
])[] = [
  ["as it is", "found", (text) => text],
  ["a part of a sentence", "found", (text) => text.split(" ").slice(2, 14).join(" ")],
  ["other case", "found", upper],
  ["straight marks", "found", (text) => text.replace(/[“”]/g, '"')],
  ["without punctuation", "found", (text) => text.replace(/[,“”]|\.$/g, "")],
  ["other white space", "found", (text) => text.replaceAll(" ", () => "\u00a0\n ")],
  ["words left out", "found", (text) => cut(text, " … ")],
  ["words left out, in brackets", "found", (text) => cut(text, " [...] ")],
  ["words put in", "found", (text) => text.replace(/ said that \d+ /, " [told us that many] ")],
  ["a letter in brackets", "found", (text) => text.replace(/^\p{L}/u, (letter) => `[${letter.toLowerCase()}]`)],
  ["a mark that leaves nothing out", "found", (text) => text.replace(" said ", " [sic] said ")],
  ["an ending in brackets", "found", (text) => text.replace(" said that ", " said[est] that ")],
  ["words left out without an ellipsis", "near", (text) => text.replace(/ said that \d+ /, " said that [ ] ")],
  ["a word cut at its beginning", "near", (text) => text.replace(/^\p{L}{2}/u, "[X]")],
  ["a wrong word", "near", (text) => text.replace(" said ", " told ")],
  ["a negation", "near", (text) => text.replace(" said that ", " said not that ")],
  ["another number", "near", (text) => text.replace(/ (\d)(\d) /, (_, a, b) => ` ${a}${(Number(b) + 1) % 10} `)],
  ["another name", "near", (text) => text.replace(/^\p{L}+/u, "Brand")],
  [
    "a point moved in a number",
    "near",
    (text) => (text.includes("12.5%") ? text.replace("12.5%", "1.25%") : undefined),
  ],
  [
    "a sign left out of a number",
    "near",
    (text) => (text.includes("12.5%") ? text.replace("12.5%", "12.5") : undefined),
  ],
  ["a wrong page", "moved", (text) => text],
  [
    "absent",
    "absent",
    (_, next) =>
      `The ${pick(next, ["harbour", "orchard", "quarry"])} froze and ${pick(next, ["gulls", "wolves", "sheep"])} crossed it in ${next(900) + 100} winters without any road.`,
  ],
  ["words of the source in another order", "absent", (text) => text.split(" ").reverse().join(" ")],
];

/** Ways to say on which pages a sentence stands, and on which it does not. */
const PLACES: readonly (readonly [string, Known, (from: string, to: string) => string])[] = [
  ["a page without a stop", "found", (from) => `p${from}`],
  ["a list of pages", "found", (from, to) => `pp. 398, ${from} and ${to}`],
  ["a page and the next", "found", (from) => `p. ${from}f`],
  ["a part of a page", "found", (from) => `p. ${from}a`],
  ["pages, in words", "found", (from, to) => `pages ${from} to ${to}, table 2`],
  ["what may be no page", "found", () => "T2"],
  ["a wrong list", "moved", () => "pp. 931, 935–7"],
  ["a wrong page and the next", "moved", () => "p. 931f"],
];

function cut(text: string, mark: string): string {
  const words = text.split(" ");
  return [words.slice(0, 5).join(" "), words.slice(8).join(" ")].join(mark);
}

/** Cases from a seed, those of each way beside one another. */
export function cases(set: Set, seed: number, each = 18): readonly Case[] {
  const next = numbers(seed + 1);
  const placed = PLACES.flatMap(([way, known, place]) =>
    Array.from({ length: each }, (): Case => {
      const index = next(set.sentences.length);
      const [from = "", to = ""] = set.pages[index] ?? [];
      return { way, quote: set.sentences[index] ?? "", at: place(from, to), known };
    }),
  );
  return WAYS.flatMap(([way, known, alter]) => {
    const found: Case[] = [];
    for (let tried = 0; found.length < each && tried < 200; tried++) {
      const index = next(set.sentences.length);
      const quote = alter(set.sentences[index] as string, next);
      if (quote === undefined) continue;
      const page = known === "moved" ? "p. 931" : `pp. ${set.pages[index]?.join("–")}`;
      found.push({ way, quote, at: next(4) === 0 && known !== "moved" ? undefined : page, known });
    }
    return found;
  }).concat(placed);
}
