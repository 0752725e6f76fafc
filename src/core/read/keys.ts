/** Keys that say once which words or signs stand before which roles: `IF (context) – THEN (outcome) – BECAUSE (mechanism)`, `C → M → O`. Statements below them carry no tags. */

import { readHead, readTag, roleWord } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { uncited } from "./cited.ts";
import type { Grid } from "./grid.ts";
import { mentionsIn } from "./mentions.ts";
import { idInCell } from "./openers.ts";
import type { PrintedSlot } from "./printed.ts";
import type { Statement } from "./statements.ts";
import { isTagText } from "./tags.ts";

export interface Key {
  /** The roles in the order in which they stand. */
  readonly roles: readonly RoleMention[];
  /** What stands before each of them; empty where signs part them. */
  readonly words: readonly string[];
  /** What stands between them; empty where words lead to them. */
  readonly signs: readonly string[];
}

const LONGEST = 600;
const LONGEST_CHAIN = 140;
const WORD =
  "if|when|where|in|then|because|so(?: that)?|(?:which |this )?(?:leads?|leading) to|results? in|resulting in|through|via|by|and";
const NAME = "context|mechanism|outcome|intervention|strategy|actor|resource|reasoning|response|[CMOIAS]";
/** `IF (context)`, `If = context`; and `Context (if)`, where the word stands behind. */
const LED = new RegExp(
  `(?<![\\p{L}\\p{N}])(${WORD})\\s?(?:…|\\.{3})?[’'”"]?\\s?(?:[([]\\s?([^()[\\]\\n]{1,40}?)\\s?[)\\]]|[=:]\\s?(?:the )?(${NAME})s?(?![\\p{L}\\p{N}]))`,
  "giu",
);
const BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}])(${NAME})s?\\s?[([]\\s?[‘“"']?(${WORD})\\s?(?:…|\\.{3})?[’”"']?\\s?[)\\]]`,
  "giu",
);
const BETWEEN = /^[\s–—→⇒+,;:/…‘’'“”".-]{0,12}$/u;
const SIGN = /→|⇒|➔|➜|➝|⟶|->|=>|[+=>]/g;

/** The key that the title of a table gives, or a head. */
export function keyOf(grid: Grid, title: string, scheme: Scheme): Key | undefined {
  for (const text of [...title.split("\n"), ...(grid.rows[0]?.cells ?? []).map((cell) => cell?.text ?? "")]) {
    const key = text === "" ? undefined : keyIn(text, scheme);
    if (key) return key;
  }
  return undefined;
}

/** The key that a title, a head or a paragraph gives. */
export function keyIn(printed: string, scheme: Scheme): Key | undefined {
  if (printed.length > LONGEST) return undefined;
  const text = flat(printed);
  return chainIn(text, scheme) ?? ledIn(text, scheme, LED) ?? ledIn(text, scheme, BEHIND);
}

function oneRole(text: string, scheme: Scheme): RoleMention | undefined {
  const roles = readTag(text, scheme) ?? readHead(text, scheme);
  return roles?.length === 1 ? roles[0] : undefined;
}

function isKeyOf(roles: readonly RoleMention[], least: number): boolean {
  const letters = new Set(roles.map(({ role }) => role));
  return letters.size >= least && letters.size === roles.length && letters.has("C") && letters.has("O");
}

function ledIn(text: string, scheme: Scheme, pattern: RegExp): Key | undefined {
  if (!/[([=:]/.test(text)) return undefined;
  let roles: RoleMention[] = [];
  let words: string[] = [];
  let end = -1;
  for (const found of text.matchAll(pattern)) {
    const [word = "", name = ""] = pattern === LED ? [found[1], found[2] ?? found[3]] : [found[2], found[1]];
    const role = oneRole(name, scheme);
    if (!role) continue;
    if (end >= 0 && !BETWEEN.test(text.slice(end, found.index))) {
      if (isKeyOf(roles, 2)) break;
      roles = [];
      words = [];
    }
    roles.push(role);
    words.push(word);
    end = found.index + found[0].length;
  }
  const isWhole = isKeyOf(roles, 2) && new Set(words.map((word) => word.toLowerCase())).size === words.length;
  return isWhole ? { roles, words, signs: [] } : undefined;
}

/** A text that is nothing but roles and signs. */
function chainIn(text: string, scheme: Scheme): Key | undefined {
  if (text.length > LONGEST_CHAIN) return undefined;
  const chain = text.replace(LEAD, "").replace(/[.:]$/, "");
  const parts = chain.split(SIGN);
  if (parts.length < 3) return undefined;
  const roles: RoleMention[] = [];
  for (const part of parts) {
    const role = oneRole(part.trim(), scheme);
    if (!role) return undefined;
    roles.push(role);
  }
  return isKeyOf(roles, 3) ? { roles, words: [], signs: chain.match(SIGN) ?? [] } : undefined;
}

/** `Key:`, `Table 2:`, `Configurations are written as`. */
const LEAD =
  /^(?:(?:key|legend|reading|format|pattern|notation)\s?[:.]\s*|(?:table|box|panel|figure)\s\d{1,2}[.:]?\s+|[^.:→⇒=+>]{0,80}\s(?:as|form|format|notation|pattern|order|structure)\s?(?:of|:)?\s+)/i;

/** The statement with the slots that the key gives it; undefined where it is of another form. */
export function byKey(each: Statement, key: Key, scheme: Scheme): Statement | undefined {
  if (each.by !== "none" || each.means) return undefined;
  const { text: words, cited } = uncited(each.printed, (inside) => isTagText(inside, scheme));
  const read = each.id === "" ? idInCell(words) : undefined;
  const text = read && read.title !== "" ? read.title : words;
  const id = read && read.title !== "" ? read.id : each.id;
  const slots = key.words.length > 0 ? led(text, key) : chained(text, key, scheme);
  return slots && { ...each, id, slots, cited, by: "fields", isWhole: key.words.length > 0, printed: each.printed };
}

/** Whether a short text has the signs of such a key. */
export function isChain(text: string, key: Key | undefined): boolean {
  return (
    key !== undefined &&
    key.signs.length > 0 &&
    text.length < LONGEST_CHAIN * 3 &&
    !/[.!?;]\s+\p{Lu}/u.test(text) &&
    (text.match(SIGN)?.length ?? 0) >= key.signs.length
  );
}

/** The table with the roles beside the words of the key in its first row: `If | Then | Because`. */
export function headedBy(grid: Grid, key: Key | undefined, scheme: Scheme): Grid {
  const [head, ...others] = grid.rows;
  if (!head || !key || key.words.length === 0) return grid;
  const cells = head.cells.map((cell) => {
    const bare = cell?.text.replace(/(?<![\s.…:,])[\s.…:,]+$|^[\s.…]+/g, "").toLowerCase();
    const at = key.words.findIndex((word) => word.toLowerCase() === bare);
    const role = key.roles[at];
    return cell && role ? { ...cell, text: `${flat(cell.text)} (${roleWord(role, scheme)})` } : cell;
  });
  return { ...grid, rows: [{ ...head, cells }, ...others] };
}

/** Each word of the key once and in order: in capitals, or behind a comma. */
function led(text: string, { roles, words }: Key): readonly PrintedSlot[] | undefined {
  const cuts: { readonly from: number; readonly to: number }[] = [];
  for (const [at, word] of words.entries()) {
    const after = cuts[at - 1]?.to ?? 0;
    const found = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "giu"))].filter(
      (each) => each.index >= after,
    );
    const loud = found.filter(([all]) => all === all.toUpperCase());
    const behind = found.filter((each) => /[,;:–—.…]\s*$/.test(text.slice(Math.max(0, each.index - 4), each.index)));
    // A word that stands there once needs no comma, where it joins clauses and nothing else.
    const only = CLAUSAL.test(word) ? found : [];
    const [cut, ...others] = at === 0 ? found.slice(0, 1) : loud.length > 0 ? loud : behind.length > 0 ? behind : only;
    if (!cut || others.length > 0 || (at === 0 && cut.index > 2)) return undefined;
    cuts.push({ from: cut.index, to: cut.index + cut[0].length });
  }
  const slots = roles.map((role, at) => ({
    ...role,
    text: text
      .slice(cuts[at]?.to, cuts[at + 1]?.from ?? text.length)
      .trim()
      .replace(/^[:,–—\s…]+|(?<![\s,;.–—…])[\s,;.–—…]+$/g, ""),
  }));
  return slots.every((slot) => /\p{L}{2}/u.test(slot.text)) ? slots : undefined;
}

const CLAUSAL = /^(?:then|because|so that|(?:which |this )?(?:leads?|leading) to|results? in|resulting in)$/i;
const LONGEST_PART = 500;

/** What the signs part: with more of them than the key has, what follows the outcome is one too. */
function chained(text: string, { roles, signs }: Key, scheme: Scheme): readonly PrintedSlot[] | undefined {
  const isSame = new Set(signs.map(arrow)).size === 1;
  const own = (text.match(SIGN) ?? []).map(arrow);
  if (own.length < signs.length || (!isSame && own.length > signs.length)) return undefined;
  if (!own.every((sign, at) => sign === arrow(signs[at] ?? signs[0] ?? ""))) return undefined;
  if (own.length > signs.length && roles[roles.length - 1]?.role !== "O") return undefined;
  const slots: PrintedSlot[] = [];
  for (const [at, part] of text.split(SIGN).entries()) {
    const role = roles[at] ?? roles[roles.length - 1];
    if (!role || part.length > LONGEST_PART || !/\p{L}{2}/u.test(part)) return undefined;
    append(slots, mentionsIn(part.trim().replace(/[,.]$/, ""), [role], scheme).slots);
  }
  return slots;
}

function arrow(sign: string): string {
  return /^[+=]$/.test(sign) ? sign : "→";
}
