/**
 * The one reader of roles: labels, heads of tables, tags in a sentence, marks in a cell, coding lines and lists of slots all come here.
 * A role is the scheme's letter (a capital) or its word in any case, singular or plural; a number and qualifiers may stand before or after it,
 * run on, spaced, after a dash or in brackets, and a word may repeat its letter. What has any other word in it is no role.
 */
import { LAYERS, type Scheme } from "../vocabulary.ts";
import { withoutNotes, withoutSigns } from "./head-words.ts";
import { remembering } from "./remembered.ts";
import { joined, mayNameRole, type Token, tokensOf } from "./role-tokens.ts";
import { sharedRoles } from "./shared-roles.ts";
import type { RoleMention } from "./slots.ts";

export { countSlots, slotsNamed } from "./counting.ts";

const LONGEST_ROLE = 120;
const LONGEST_LIST = 400;
/** A range that names more slots than this is no range: no configuration has so many. */
const LONGEST_RANGE = 100;

type Mutable = { -readonly [key in keyof RoleMention]: RoleMention[key] };

/** The role that the whole text names, brackets around it or not, or undefined. */
export function readRole(text: string, scheme: Scheme): RoleMention | undefined {
  if (text.length > LONGEST_ROLE) return undefined;
  const roles = readRoles(text, scheme);
  return roles?.length === 1 ? roles[0] : undefined;
}

/**
 * The roles that the whole text names, parted by `,` `;` `/` `&` `+` or `and`; `C1–C3`, `C1-3` and `C1 to C3` name every number between,
 * `Outcomes 1 and 2` two outcomes. Each is given once. Undefined when anything in the text is no role.
 */
export const readRoles: RolesReader = remembering((text, scheme) => {
  const roles = text.length > LONGEST_LIST ? undefined : listed(tokensOf(text, scheme, false), undefined);
  return roles && sharedRoles(roles);
});

/** What is read is shared by all who read the same text; {@link readRoles} gives {@link sharedRoles}. */
type RolesReader = (text: string, scheme: Scheme) => readonly RoleMention[] | undefined;

/**
 * The roles of a bracketed tag or mark (its text without the brackets): as {@link readRoles}, also with a colon before a qualifier, and
 * with a mechanism's qualifier alone (`resource`, `response 2`).
 */
export const readTag: RolesReader = remembering((text, scheme) => {
  if (text.length > LONGEST_ROLE) return undefined;
  const mechanism = scheme.slots.some((slot) => slot.letter === "M") ? "M" : undefined;
  return listed(tokensOf(text, scheme, true), mechanism);
});

const FIRES =
  /[\s,;:([-]{0,3}\b(?:(?:when|where|if|while|with|in which) )?(?:the |a )?(?:mechanisms?(?:\(s\))?|M) (?:is |are |was |were |does |do |has |have )?(not |in)?(?:been )?(present|absent|active|activated|triggered|fire|fired|fires|firing|operating)\b[)\]]?/i;
const WITHOUT =
  /[\s,;:([-]{0,3}\b(without|with|(?:if |with |where |when )?no|in (?:the )?(?:absence|presence) of) (?:the |a )?mechanisms?(?:\(s\))?(?![\p{L}\p{N}])[)\]]?/iu;
/** A role in brackets after the words that lead to it: `If (context)`, `Leading to (outcome)`. */
const LED =
  /^(?:if|when|where|then|because|so|thus|through|via|(?:which )?(?:leading to|leads? to|resulting in|results? in)) ?[([]([^()[\]]{1,40})[)\]]$/i;
/** What a role is asked for: `Context (for whom?)`. */
const ASKED = / ?[([][^()[\]]{0,40}\?[)\]]$/;
/** Sorts of outcomes that are no qualifiers: `Unintended outcomes`, `Outcome (short-term)`. */
const SORT =
  /(?<!\p{L})(?:(?:un)?(?:intended|expected|anticipated|desired)|(?:short|medium|mid|long)(?:er)?[- ‑]term|proximal|distal|positive|negative|clinical|health|patient|service|staff|cost|economic|social)(?!\p{L})(?: ?(?:,|\/|&|and|or) ?(?:(?:un)?(?:intended|expected|anticipated|desired)|(?:short|medium|mid|long)(?:er)?[- ‑]term|proximal|distal|positive|negative|clinical|health|patient|service|staff|cost|economic|social)(?!\p{L}))?/iu;

/**
 * The roles that the head of a column names: as {@link readRoles}, with signs and marks of footnotes around it dropped (`+ Mechanism`,
 * `Outcome (=)`, `Context[^1]`), a colon before a qualifier (`M: resource`), what holds "when the mechanism is present" or "absent",
 * and sorts of outcomes.
 */
export const readHead: RolesReader = remembering((text, scheme) => {
  if (text.length > LONGEST_ROLE) return undefined;
  const plain = withoutSigns(withoutNotes(text));
  if (!mayNameRole(plain, scheme)) return undefined;
  const named = headed(plain, scheme, false);
  if (named) return named;
  const folded = plain.replace(/\s+/gu, " ").replace(ASKED, "");
  const led = LED.exec(folded)?.[1] ?? (folded === plain ? undefined : folded);
  const meant = led === undefined ? undefined : headed(led, scheme, false);
  if (meant) return meant;
  const fires = FIRES.exec(folded);
  if (fires) {
    const missing = /^absent$/i.test(fires[2] ?? "") !== (fires[1] !== undefined);
    return headed(withoutSigns(cut(folded, fires)), scheme, missing);
  }
  const without = WITHOUT.exec(folded);
  if (without) return headed(withoutSigns(cut(folded, without)), scheme, /without|absence|no/i.test(without[1] ?? ""));
  const sort = SORT.exec(folded);
  const outcomes = sort ? headed(withoutSigns(cut(folded, sort)), scheme, false) : undefined;
  return outcomes?.every(({ role }) => role === "O") ? outcomes : undefined;
});

function cut(text: string, found: RegExpExecArray): string {
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return rest.replace(/[([][)\]]?\s{0,1}$/u, "");
}

function headed(text: string, scheme: Scheme, absent: boolean): readonly RoleMention[] | undefined {
  const tokens = tokensOf(text, scheme, true)?.filter((token) => token.type !== "present");
  const roles = listed(tokens, undefined);
  return absent ? roles?.map((role) => ({ ...role, absent: true })) : roles;
}

/** A role that is being put together: what it lacks it may take from its neighbours in a list. */
interface Part {
  readonly role?: string;
  readonly n?: number | string;
  readonly qualities: Qualities;
  /** Whether it stands in a list right after a separator that does not add: a bare qualifier there may speak of the role before it. */
  readonly follows?: boolean;
}

type Qualities = Omit<RoleMention, "role" | "n">;

function listed(tokens: readonly Token[] | undefined, lone: string | undefined): readonly RoleMention[] | undefined {
  if (tokens === undefined || tokens.length === 0) return undefined;
  const parts: Part[] = [];
  for (const item of itemsOf(tokens)) {
    const read = rangeOf(item.tokens, parts.at(-1)) ?? singleOrSpread(item.tokens);
    if (read === undefined) return undefined;
    for (const part of read) parts.push(item.follows ? { ...part, follows: true } : part);
    if (parts.length > LONGEST_RANGE) return undefined;
  }
  return completed(parts, lone);
}

interface Listed {
  readonly tokens: readonly Token[];
  readonly follows: boolean;
}

/** What is between the separators that stand outside brackets. */
function itemsOf(tokens: readonly Token[]): readonly Listed[] {
  let item: Token[] = [];
  const items: Listed[] = [{ tokens: item, follows: false }];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === "open") depth++;
    else if (token.type === "close") depth--;
    if (token.type === "separator" && depth === 0) {
      item = [];
      items.push({ tokens: item, follows: !token.adds });
    } else item.push(token);
  }
  return items;
}

/** `M (resource, 1)` is one role; `Mechanism (M1, M2)` and `M (resource/reasoning)` are two, each with what stands outside the bracket. */
function singleOrSpread(item: readonly Token[]): readonly Part[] | undefined {
  const one = single(item);
  if (one) return [one];
  const open = item.findIndex((token) => token.type === "open");
  const close = item.findIndex((token, index) => token.type === "close" && index > open);
  if (open < 0 || close < 0) return undefined;
  const inside = itemsOf(item.slice(open + 1, close));
  const outside = [item.slice(0, open), item.slice(close + 1)];
  const parts: Part[] = [];
  for (const { tokens } of inside) {
    const range = rangeOf(tokens, undefined);
    if (range && inside.length === 1) {
      const head = single(outside.flat());
      return outside.flat().length === 0
        ? range
        : head && range.map((part) => ({ ...part, role: part.role ?? head.role }));
    }
    const part = inside.length > 1 || outside.flat().length === 0 ? single([...outside.flat(), ...tokens]) : undefined;
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

/** One role, or one without its word or number; undefined when two things in it contradict each other. */
function single(tokens: readonly Token[]): Part | undefined {
  let role: string | undefined;
  let words = 0;
  let letters = 0;
  let n: number | string | undefined;
  const qualities: Omit<Mutable, "role" | "n"> = {};
  let before: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    switch (token.type) {
      case "head":
        if (role !== undefined && role !== token.role) return undefined;
        if (token.plural && before?.type === "number") return undefined;
        role = token.role;
        if (token.word) words++;
        else letters++;
        if (words > 1 || letters > 1) return undefined;
        break;
      case "number":
        if (n !== undefined && n !== token.n) return undefined;
        n = token.n;
        break;
      case "quality":
        if (qualities[token.kind] !== undefined && qualities[token.kind] !== token.value) return undefined;
        (qualities as Record<string, unknown>)[token.kind] = token.value;
        break;
      case "dash":
      case "colon":
        if (before === undefined || joined(before) || index === tokens.length - 1) return undefined;
        break;
      case "present":
        return undefined;
    }
    before = token;
  }
  if (role === undefined && n === undefined && Object.keys(qualities).length === 0) return undefined;
  if (qualities.part !== undefined && role !== undefined && role !== "M") return undefined;
  return { ...(role !== undefined && { role }), ...(n !== undefined && { n }), qualities };
}

/** `C1–C3`, `C1–3`, `3–5` after a role: every number between, or every letter between `1a` and `1c`. */
function rangeOf(item: readonly Token[], previous: Part | undefined): readonly Part[] | undefined {
  if (item.length > LONGEST_ENDS) return undefined;
  for (let at = item.length - 2; at > 0; at--) {
    if (item[at]?.type !== "dash") continue;
    const found = rangeAt(item, at, previous);
    if (found) return found;
  }
  return undefined;
}

/** The most tokens that the two ends of a range have. */
const LONGEST_ENDS = 16;

function rangeAt(item: readonly Token[], at: number, previous: Part | undefined): readonly Part[] | undefined {
  const first = single(item.slice(0, at));
  const last = first?.n === undefined ? undefined : single(item.slice(at + 1));
  if (first?.n === undefined || last?.n === undefined) return undefined;
  const role = first.role ?? previous?.role;
  if (last.role !== undefined && last.role !== role) return undefined;
  return numbersBetween(first.n, last.n)?.map((n) => ({
    ...(role !== undefined && { role }),
    n,
    qualities: { ...first.qualities, ...last.qualities },
  }));
}

function numbersBetween(first: number | string, last: number | string): readonly (number | string)[] | undefined {
  if (typeof first === "number" && typeof last === "number") {
    if (last < first || last - first >= LONGEST_RANGE) return undefined;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
  const from = /^(\d+)([a-z])$/.exec(String(first));
  const to = /^(\d+)([a-z])$/.exec(String(last));
  if (!from || !to || from[1] !== to[1]) return undefined;
  const begin = from[2]?.charCodeAt(0) ?? 0;
  const count = (to[2]?.charCodeAt(0) ?? 0) - begin + 1;
  if (count < 1) return undefined;
  return Array.from({ length: count }, (_, index) => `${from[1]}${String.fromCharCode(begin + index)}`);
}

/**
 * `Outcomes 1 and 2`, `M1 resource/response`, `immediate and final outcomes`: what has no word takes its neighbour's. `O, final` is one
 * outcome: a bare qualifier right after a role, or right before a bare one, speaks of that role, unless it says another thing of the same kind.
 */
function completed(parts: readonly Part[], lone: string | undefined): readonly RoleMention[] | undefined {
  const found: RoleMention[] = [];
  const seen = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const qualified = isQualified(part.qualities);
    const { part: of } = part.qualities;
    let { role, n } = part;
    if (role === undefined) {
      const before = found.at(-1);
      if (before && part.follows && n === undefined && speaksOf(before, part.qualities)) {
        found[found.length - 1] = { ...before, ...part.qualities };
        continue;
      }
      const next = parts[index + 1];
      if (
        before === undefined &&
        n === undefined &&
        next?.follows &&
        isBare(next) &&
        speaksOf({ role: next.role ?? "" }, part.qualities)
      ) {
        found.push({ role: next.role ?? "", ...part.qualities, ...(next.n !== undefined && { n: next.n }) });
        seen.add(keyOf({ role: next.role ?? "", ...(next.n !== undefined && { n: next.n }) }));
        continue;
      }
      if (before && (qualified || before.n !== undefined)) {
        role = before.role;
        if (n === undefined) n = before.n;
      } else if (before === undefined && qualified)
        role = parts.slice(index + 1).find((other) => other.role !== undefined)?.role ?? (of && lone);
      if (of !== undefined && role !== "M") role = lone;
    }
    if (role === undefined) return undefined;
    const mention: RoleMention = { role, ...part.qualities, ...(n !== undefined && { n }) };
    const key = keyOf(mention);
    if (!seen.has(key)) found.push(mention);
    seen.add(key);
  }
  return found;
}

function isQualified(qualities: Qualities): boolean {
  for (const _ in qualities) return true;
  return false;
}

function isBare(part: Part): boolean {
  return part.role !== undefined && !isQualified(part.qualities);
}

/** Whether qualifiers may belong to a role that is named already: a part only to a mechanism, and none that it has. */
function speaksOf(before: RoleMention, qualities: Qualities): boolean {
  if (!isQualified(qualities) || (qualities.part !== undefined && before.role !== "M")) return false;
  for (const kind in qualities) if (before[kind as keyof Qualities] !== undefined) return false;
  return true;
}

function keyOf(mention: RoleMention): string {
  return [mention.role, mention.part, mention.position, mention.absent, mention.layer, mention.n].join("|");
}

/** A role as the product writes it: `M1 (resource)`, `O (final, absent)`. {@link readRole} gives the same mention back. */
export function roleWord(mention: RoleMention, scheme: Scheme): string {
  const letter = scheme.slots.find((slot) => slot.letter === mention.role)?.letter ?? mention.role;
  const numeral = typeof mention.n === "string" && !/^\d/.test(mention.n);
  const known = (LAYERS as readonly string[]).includes(mention.layer ?? "") ? mention.layer : undefined;
  const inside = [
    numeral ? mention.n : undefined,
    mention.part,
    mention.position,
    mention.absent ? "absent" : undefined,
    known,
  ].filter((word) => word !== undefined);
  const head = `${letter}${numeral ? "" : (mention.n ?? "")}`;
  return inside.length === 0 ? head : `${head} (${inside.join(", ")})`;
}
