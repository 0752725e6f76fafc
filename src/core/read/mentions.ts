/** What a cell, or the words after a label, hold of one role: several mentions, in items, in lines, numbered, or parted by semicolons. */

import { plainInline } from "../syntax/blocks.ts";
import { columnRoles, readCell } from "../syntax/cells.ts";
import type { RoleMention, Slot } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { uncited } from "./cited.ts";
import { asPrinted, type PrintedSlot } from "./printed.ts";
import { moreTagged } from "./tagged.ts";
import { isTagText } from "./tags.ts";

export interface Mentions {
  readonly slots: readonly PrintedSlot[];
  readonly cited: readonly string[];
  /** What fills no slot: `Not reported`, `When M is present`. */
  readonly nothing: string;
}

const BULLET = /^\s*(?:[•·▪●○■□◦‣–—*+-]|o(?=\s{2})|§)\s+(?=\S)/;
const ITEM = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)/;
const NOTHING =
  /^[([]?(?:not (?:reported|applicable|stated|described|identified|available|specified|clear|explicit|explored|discussed|mentioned|measured|assessed|found|known|evident|apparent|determined)|n\.?\s?[/]?\s?[ra]\.?|(?:none|no (?:data|evidence|information|clear (?:contexts?|mechanisms?|outcomes?)|(?:explicit |specific )?(?:contexts?|mechanisms?|outcomes?)))(?: (?:was |were )?(?:reported|stated|described|identified|specified|mentioned|found|available|apparent|evident|noted|given))?|nothing(?: (?:reported|stated|described|identified))?|unclear|nil|unknown|[-–—.…/\s]+)[)\]]?\.?$/i;
const LABELS = /(?<=[.;,\s])(?=(?:Resources?|Reasonings?|Responses?|Reactions?)(?: \(s\))?\s?[:=]\s)/g;

/** `Resource – a key`. */
const DASHED = /(?<=^|\n)(Resources?|Reasonings?|Responses?|Reactions?)\s[–—-]\s/g;
/** Words that go on from their head: `…the door is open`. */
const DOTS = /^\s*(?:…|\.{3})\s*(?=\p{L})/u;

/** The mentions of these roles in a cell's words. */
export function mentionsIn(text: string, roles: readonly RoleMention[], scheme: Scheme): Mentions {
  const { text: all, cited } = uncited(text, (inside) => isTagText(inside, scheme));
  const words = all.replace(DOTS, "");
  if (NOTHING.test(words.trim())) return { slots: [], cited, nothing: words.trim() };
  const firing = roles.every(({ role, absent }) => role === "O" && !absent) ? byFiring(words) : undefined;
  if (firing) {
    const slots: PrintedSlot[] = [];
    for (const { absent, text } of firing.parts) append(slots, slotsOf(text, absent ? ABSENT(roles) : roles, scheme));
    return { slots, cited, nothing: firing.said.join("; ") };
  }
  return { slots: slotsOf(words, roles, scheme), cited, nothing: "" };
}

const ABSENT = (roles: readonly RoleMention[]): readonly RoleMention[] =>
  roles.map((role) => ({ ...role, absent: true }));

function slotsOf(words: string, roles: readonly RoleMention[], scheme: Scheme): readonly PrintedSlot[] {
  const column = columnRoles(roles);
  const { letter } = column;
  const lines = itemsOf(letter === "M" ? words.replace(DASHED, "$1: ") : words, letter);
  const found: PrintedSlot[] = [];
  for (const line of lines) {
    const parts = letter === "M" ? partsIn(line, scheme) : undefined;
    if (parts) append(found, parts);
    else append(found, cellSlots(line, column, scheme));
  }
  return found.map((slot) => ({ ...slot, text: slot.text.replace(FOOTNOTE, "") }));
}

const FIRING =
  /(?<=^|\n|[.;]\s)(?:[•·*–-]\s)?(?:outcomes?\s)?(?:(?:when|where|if)\s)(?:the\s)?(?:mechanisms?|M)\s(?:(?:is|are|was|were)\s)?(not\s)?(present|absent|active|activated|triggered|fired)(?:\s?[:,–—-]|(?=\n))\s*/gi;

/** `When M is present: … When M is not present: …`: what holds in each case, and the words that say which. */
function byFiring(
  words: string,
):
  | { readonly parts: readonly { readonly absent: boolean; readonly text: string }[]; readonly said: readonly string[] }
  | undefined {
  const cases = [...words.matchAll(FIRING)];
  const [first] = cases;
  if (!first) return undefined;
  const parts = cases.map((each, at) => ({
    absent: (each[1] !== undefined) !== /absent/i.test(each[2] ?? ""),
    text: words.slice(each.index + each[0].length, cases[at + 1]?.index ?? words.length).trim(),
  }));
  const before = words.slice(0, first.index).trim();
  return {
    parts: (before === "" ? parts : [{ absent: false, text: before }, ...parts]).filter(({ text }) => text !== ""),
    said: cases.map(([all]) => all.replace(/[\s:,–—-]{1,9}$/, "").replace(/^[•·*–-]\s/, "")),
  };
}

/** Signs of footnotes behind the last word. */
const FOOTNOTE = /(?<=\p{L})[*†‡§]{1,3}$/u;

/** `… is hired (resource), so they feel relieved (reasoning)`: each part with its words. */
function partsIn(line: string, scheme: Scheme): readonly PrintedSlot[] | undefined {
  if ((line.match(PARTS)?.length ?? 0) < 2 || line.includes("→")) return undefined;
  const slots = moreTagged(line, scheme);
  return slots.length > 1 &&
    slots.every((slot) => slot.role === "M") &&
    new Set(slots.map((slot) => slot.part)).size > 1
    ? slots
    : undefined;
}

const PARTS = /[([](?:M|mechanism)?[\s:–-]{0,3}(?:resources?|reasonings?|responses?|reactions?)[)\]]/gi;

function cellSlots(line: string, column: ReturnType<typeof columnRoles>, scheme: Scheme): readonly PrintedSlot[] {
  const slots: Slot[] = [];
  readCell(plainInline(line), column, { start: 0, end: 0 }, scheme, slots, []);
  const sign = column.letter === "O" ? SIGNED.exec(line)?.[1] : undefined;
  return slots.map((slot, at) => {
    const made = asPrinted(slot);
    return at === 0 && sign !== undefined && !made.text.startsWith(sign)
      ? { ...made, text: `${sign} ${made.text}` }
      : made;
  });
}

/** The items of a cell: its bullets or its numbers where it has some, else its lines. */
export function itemsOf(text: string, letter?: string): readonly string[] {
  let lines = text.split("\n").map((line) => line.trim());
  lines = lines.filter((line) => line !== "");
  lines = underLabels(lines);
  if (letter === "O" && areSigned(lines)) return lines;
  if (lines.some((line) => BULLET.test(line))) return grouped(lines, BULLET);
  if (lines.filter((line) => ITEM.test(line)).length > 1) return grouped(lines, ITEM);
  return lines.flatMap((line) => enumerated(line, letter)).flatMap((line) => line.split(LABELS));
}

/** What an outcome goes up or down by: `+ More training`. */
const SIGNED = /^([+−–-])\s(?=[\p{L}\d])/u;

/** Whether signs before words are none of items: a plus alone, or with a minus in another line. */
function areSigned(lines: readonly string[]): boolean {
  if (!lines.some((line) => line.startsWith("+")) || !lines.every((line) => SIGNED.test(line))) return false;
  return lines.length === 1 || lines.some((line) => !line.startsWith("+"));
}

const LABEL_ALONE = /^(?:mechanism )?(?:resources?|reasonings?|responses?|reactions?)\s?:?$/i;

/** A label that has a line of its own belongs to the words below it. */
function underLabels(lines: readonly string[]): string[] {
  const found: string[] = [];
  let label = "";
  for (const line of lines) {
    if (LABEL_ALONE.test(line)) label = line.replace(/\s?:$/, "");
    else {
      found.push(label === "" ? line : `${label}: ${line.replace(BULLET, "")}`);
      label = "";
    }
  }
  return label === "" ? found : [...found, label];
}

/** Lines that begin with a mark, each with the lines after it that have none; the mark is dropped. */
function grouped(lines: readonly string[], mark: RegExp): readonly string[] {
  const items: string[] = [];
  let marked = false;
  for (const line of lines) {
    const found = mark.exec(line);
    if (found) {
      items.push(line.slice(found[0].length));
      marked = true;
    } else if (marked) items[items.length - 1] = `${items[items.length - 1] ?? ""} ${line}`;
    else items.push(line);
  }
  return items;
}

const INLINE = /(?<![\p{L}\p{N}])\(?(\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s+(?=\S)/gu;
const NUMBERISH = /[\da-hivx][.)]\s/;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** `1) … 2) …` in one line, and `C1 … C2 …`: in order from the first on, the first at the beginning or after a colon. */
function enumerated(line: string, letter: string | undefined): readonly string[] {
  const numbered = NUMBERISH.test(line) ? byNumbers(line, [...line.matchAll(INLINE)]) : undefined;
  return numbered ?? byLetters(line, letter) ?? [line];
}

function byNumbers(line: string, found: readonly RegExpMatchArray[]): readonly string[] | undefined {
  if (found.length < 2) return undefined;
  for (const order of [
    (n: number) => String(n + 1),
    (n: number) => String.fromCharCode(97 + n),
    (n: number) => ROMAN[n] ?? "",
  ]) {
    const cuts: RegExpMatchArray[] = [];
    for (const each of found) if (each[1] === order(cuts.length)) cuts.push(each);
    const first = cuts[0];
    if (cuts.length < 2 || !first) continue;
    const before = line.slice(0, first.index).trim();
    if (before !== "" && !/[:;.,]$/.test(before)) continue;
    const items = cuts.map((cut, at) =>
      line
        .slice((cut.index ?? 0) + cut[0].length, cuts[at + 1]?.index ?? line.length)
        .trim()
        .replace(/(?:[,;]|[,;]? and)$/, ""),
    );
    return before === "" ? items : [`${before} ${items[0] ?? ""}`, ...items.slice(1)];
  }
  return undefined;
}

function byLetters(line: string, letter: string | undefined): readonly string[] | undefined {
  if (letter === undefined || !line.startsWith(letter)) return undefined;
  const cuts: number[] = [];
  for (const found of line.matchAll(/(?<![\p{L}\p{N}([])(\p{Lu})(\d{1,2})[a-z]?(?:\s?[:.)=–-])?\s/gu))
    if (found[1] === letter && Number(found[2]) >= cuts.length + 1) cuts.push(found.index);
  if (cuts.length < 2 || cuts[0] !== 0) return undefined;
  return cuts.map((cut, at) =>
    line
      .slice(cut, cuts[at + 1] ?? line.length)
      .trim()
      .replace(/[,;]$/, ""),
  );
}
