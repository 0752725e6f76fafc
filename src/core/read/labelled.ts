/** Roles before their words: `Context: …; Mechanism: …`, `C: … M: …`, `C (…) + M (…) → O (…)`, `(C: …)`. */
import { readHead, readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { closeOf } from "../syntax/tags.ts";
import type { Scheme } from "../vocabulary.ts";
import { withoutEnd } from "./chars.ts";
import { isEnough } from "./enough.ts";
import { headOf } from "./heads.ts";
import { glossedTag } from "./tags.ts";
import { inEnglish, LABELS } from "./tongues.ts";

export interface Labelled {
  readonly roles: readonly RoleMention[];
  readonly label: string;
  readonly text: string;
}

export interface LabelledText {
  /** Words before the first label. */
  readonly before: string;
  readonly parts: readonly Labelled[];
  /** Words that stand behind a bracket which holds a role's words. */
  readonly outside: string;
}

interface Found {
  readonly from: number;
  /** Where its words begin. */
  readonly to: number;
  /** Where they end, if a bracket holds them. */
  readonly until?: number;
  readonly roles: readonly RoleMention[];
  readonly label: string;
}

/** A word or a letter for a role, a number and a bracket after it, and a sign. */
const LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:key|main|proposed|hypothesi[sz]ed|programme|program|underlying|hidden|enabling|important|possible|intermediate|immediate|final|proximal|distal|intended|unintended|positive|negative|desired|short-term|long-term|longer-term)\s)?(contexts?|contextual (?:factors?|conditions?)|mechanisms?|outcomes?|interventions?|strateg(?:y|ies)|actors?|resources?|reasonings?|responses?|reactions?|${LABELS}|[\p{Lu}](?:res(?:ource)?|reas(?:oning)?|resp(?:onse)?)?)(?:\s?\(s\))?(?:\s?[-–—:]\s?(?:resources?|reasonings?|responses?|reactions?))?(?:\s?\d{1,2}[a-z]?)?(?:\s?[([][^()[\]\n]{1,40}[)\]])?(?:\s(?:when|where|if)\s(?:the\s)?(?:mechanism|m)s?\s(?:(?:is|are|was|were)\s)?(?:not\s)?(?:present|absent|triggered|activated|fired))?\s?(:|=|–|—|-(?=\s)|→|\.(?=\s+\p{Lu}))\s*`,
  "giu",
);
const BEFORE = /(?:^|[\n.;,|→➔⇒+=•)\]([:–—*]|(?:^|\s)(?:and|&)|\s-)\s*$/i;
const NOTHING = { before: "", parts: [], outside: "" } as const;

/** A statement is asked several times in turn. */
let last: { readonly text: string; readonly scheme: Scheme; readonly found: LabelledText } | undefined;

/** The labels of a text and their words. */
export function labelledIn(text: string, scheme: Scheme): LabelledText {
  if (last?.text !== text || last.scheme !== scheme) last = { text, scheme, found: labelled(text, scheme) };
  return last.found;
}

function labelled(text: string, scheme: Scheme): LabelledText {
  const held = text.includes("(") || text.includes("[") ? bracketsIn(text, scheme) : undefined;
  // `Context (few boats) → Mechanism (fear) → Outcome (moving)`: the brackets are no glosses.
  const isHeld = new Set(held?.flatMap(({ roles }) => roles.map(({ role }) => role))).size > 2;
  const found = (isHeld ? held : undefined) ?? labelsIn(text, scheme) ?? held ?? insideIn(text, scheme);
  const first = found?.[0];
  if (!found || !first) return NOTHING;
  const parts = found.map((label, at): Labelled => {
    const end = label.until ?? found[at + 1]?.from ?? text.length;
    return { roles: label.roles, label: label.label, text: trimmed(text.slice(label.to, end), at < found.length - 1) };
  });
  const outside = found.map(({ until }, at) =>
    until === undefined ? "" : text.slice(until + 1, found[at + 1]?.from ?? text.length),
  );
  const before = text.slice(0, first.from).trim();
  return { before: /[\p{L}\p{N}]/u.test(before) ? before : "", parts, outside: outside.join(" ") };
}

/** Words without what joins them to the next label. */
function trimmed(words: string, joins: boolean): string {
  const text = words.trim().replace(/^[\s–—:=-]+|\s[+=→➔⇒]$/g, "");
  if (!joins) return text;
  const end = withoutEnd(text.replace(NEXT_BULLET, ""), isJoint);
  const word = JOINT.exec(end.slice(-LONGEST_JOINT));
  return word ? withoutEnd(end.slice(0, end.length - word[0].length), isJoint) : end;
}

/** The bullet of the item that the next label begins. */
const NEXT_BULLET = /(?:^|\s)[•·▪●○■□◦‣§]$/;
const JOINT = /(?:^|\s)(?:and|leads? to|leading to|resulting in)$/i;
const LONGEST_JOINT = 16;

function isJoint(sign: string): boolean {
  return JOINTS.test(sign);
}

const JOINTS = /[\s+→➔⇒=&|,;([/]/;

function labelsIn(text: string, scheme: Scheme): readonly Found[] | undefined {
  const found: Found[] = [];
  let dotted = false;
  let sorted = false;
  if (!/[:=–—→.-]/.test(text)) return undefined;
  for (const match of text.matchAll(LABEL)) {
    const [all, word = "", sign] = match;
    const from = match.index;
    const head = text.slice(Math.max(0, from - 6), from);
    const starts = BEFORE.test(head);
    const isLetter = word.length === 1 || /^\p{Lu}(?:res|reas|resp)/u.test(word);
    const capital = /^\p{Lu}/u.test(all);
    if (
      isLetter &&
      (!(starts || (sign === ":" && /\s$/.test(head))) ||
        (sign !== ":" && sign !== "=") ||
        !/^\p{Lu}$/u.test(word.charAt(0)))
    )
      continue;
    if (!isLetter && !starts && !(capital && sign === ":" && /\s$/.test(head))) continue;
    // `Context. Teams meet …`: a label that was bold, at the beginning of a line, or of a sentence after such a one.
    const afterOne = dotted && /[.!?]\s$/.test(head);
    if (sign === "." && (!(afterOne || /(?:^|\n)$/.test(head)) || !capital || isLetter)) continue;
    if (sign !== ":" && !/(?:^|\n|[.;|•])\s*$/.test(head) && sign !== "=") continue;
    if (sign === "." && from === 0) dotted = true;
    const label = all.replace(/(?<![\s:=–—→.-])[\s:=–—→.-]+$/, "");
    const roles = rolesOf(label, scheme);
    if (!roles) continue;
    const open = /[([]\s?$/.test(head) ? text.lastIndexOf(head.trimEnd().slice(-1), from) : -1;
    const close = open < 0 ? -1 : bracketEnd(text, open);
    // `… feel trusted (M: reasoning)` is a tag behind its words.
    if (close >= 0 && isTag(text.slice(open + 1, close), scheme)) {
      sorted = true;
      continue;
    }
    found.push({
      from: close < 0 ? from : open,
      to: from + all.length,
      roles,
      label,
      ...(close >= 0 && { until: close }),
    });
  }
  // Where one bracket says of which sort its role is, so do the others: the words stand before them.
  if (sorted && found.every(({ until }) => until !== undefined)) return undefined;
  return found.length === 0 ? undefined : sharing(found);
}

function isTag(inside: string, scheme: Scheme): boolean {
  return (readTag(inside, scheme) ?? glossedTag(inside, scheme)) !== undefined;
}

/** `(Context: …; Mechanism: …)`: where a bracket holds further labels, the last of them ends with it. */
function sharing(found: readonly Found[]): readonly Found[] {
  const made: Found[] = [];
  let close = -1;
  for (const [at, { until, ...label }] of found.entries()) {
    if (label.from > close) close = until ?? -1;
    const next = found[at + 1];
    const goesOn = next !== undefined && next.from < (until ?? close);
    const end = goesOn ? undefined : (until ?? (label.from < close ? close : undefined));
    made.push(end === undefined ? label : { ...label, until: end });
  }
  return made;
}

/** Where brackets end that each hold a whole configuration in labels. */
export function wholeBrackets(text: string, scheme: Scheme): readonly number[] {
  if (!/[([]/.test(text)) return [];
  const ends: number[] = [];
  let named: RoleMention[] = [];
  for (const { roles, from, until } of labelsIn(text, scheme) ?? []) {
    if (/[([]/.test(text.charAt(from))) named = [];
    named.push(...roles);
    if (until === undefined) continue;
    if (isEnough(named, scheme)) ends.push(until + 1);
    named = [];
  }
  return ends;
}

function rolesOf(printed: string, scheme: Scheme): readonly RoleMention[] | undefined {
  const label = inEnglish(printed);
  const strict = readTag(label, scheme) ?? readHead(label, scheme);
  if (strict) return strict;
  const head = headOf(label, scheme);
  return head.is === "role" || head.is === "part" ? head.roles : undefined;
}

const OUTSIDE =
  /(?<![\p{L}\p{N}(])(contexts?|mechanisms?|outcomes?|interventions?|strategy|actors?|\p{Lu})\s?(\d{1,2}[a-z]?)?\s?(?=[([])/giu;

/** `C (…) + M (…) → O (…)`: at least two, with nothing but signs and joining words between them. */
function bracketsIn(text: string, scheme: Scheme): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const match of text.matchAll(OUTSIDE)) {
    const open = match.index + match[0].length;
    const before = found[found.length - 1];
    if (before && match.index < (before.until ?? 0)) continue;
    const close = bracketEnd(text, open);
    if (close < 0) continue;
    const label = match[0].trim();
    const roles = readTag(label, scheme);
    const inside = text.slice(open + 1, close);
    if (!roles || readTag(inside, scheme) || !/\p{L}{2}/u.test(inside)) continue;
    if (before && !isBetween(text.slice((before.until ?? 0) + 1, match.index))) {
      if (found.length > 1) break;
      found.length = 0;
    }
    found.push({ from: match.index, to: open + 1, until: close, roles, label });
  }
  return new Set(found.flatMap((each) => each.roles.map((role) => role.role))).size < 2 ? undefined : found;
}

/** Signs alone, or with a joining word. */
function isBetween(text: string): boolean {
  return /^[\s+→➔⇒=&,;:|>)\]–—-]*$/.test(
    text.replace(/(?<![\p{L}])(?:and|leads? to|leading to|resulting in|results? in|then|so)(?![\p{L}])/iu, ""),
  );
}

const LONGEST = 1200;

function bracketEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST);
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40 || unit === 91) depth++;
    else if ((unit === 41 || unit === 93) && --depth === 0) return at;
  }
  return -1;
}

const INSIDE =
  /[([]\s?((?:contexts?|mechanisms?|outcomes?|interventions?|strategy|actors?|[CMOIAS])\s?\d{0,2})\s?[:=–—]\s?/gi;

/** `staff are new (C: high turnover), …`: the words stand in the bracket. */
function insideIn(text: string, scheme: Scheme): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const match of text.matchAll(INSIDE)) {
    const close = bracketEnd(text, match.index);
    const label = (match[1] ?? "").trim();
    const roles = readTag(label, scheme);
    if (close < 0 || !roles || closeOf(text, match.index) === -1) continue;
    const inside = text.slice(match.index + match[0].length, close);
    if (isTag(text.slice(match.index + 1, close), scheme)) return undefined;
    if (!/\p{L}{3}/u.test(inside)) continue;
    found.push({ from: match.index, to: match.index + match[0].length, until: close, roles, label });
  }
  return found.length < 2 ? undefined : found;
}

/** Whether words are a role's name and nothing more. */
export function namesRole(text: string, scheme: Scheme): boolean {
  const label = inEnglish(text.trim());
  return (readTag(label, scheme) ?? readHead(label, scheme)) !== undefined;
}

const BESIDES = /:\s(?!(?:[Rr]esources?|[Rr]easonings?|[Rr]esponses?|[Rr]eactions?)$)|[.;]\s\p{Lu}/u;

/** A text that is nothing but a label: what it names stands after it. */
export function labelAlone(text: string, scheme: Scheme): readonly RoleMention[] | undefined {
  if (text.length > 60) return undefined;
  const label = inEnglish(text.trim().replace(/[\s:–—-]+$/, ""));
  if (label === "") return undefined;
  const roles = readTag(label, scheme) ?? readHead(label, scheme);
  if (roles && new Set(roles.map(({ role }) => role)).size > 1) return undefined;
  if (roles && !/:\s*$/.test(text) && !/^\p{Lu}/u.test(label)) return undefined;
  if (roles && !(/^\p{L}\d*$/u.test(label) && !/[:–—-]\s*$/.test(text))) return roles;
  // `CMOC 2. Context: First operation. Mechanism:` has words besides.
  if (!/:\s*$/.test(text) || BESIDES.test(label)) return undefined;
  return rolesOf(label, scheme);
}
