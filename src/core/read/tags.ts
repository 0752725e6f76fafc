/** Tags as journals print them, in the language's own hand: small letters, adjectives, glosses, tags that are raised. */

import { readHead, readTag, roleWord } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { closeOf } from "../syntax/tags.ts";
import type { Scheme } from "../vocabulary.ts";
import { changed, type Place } from "./changed.ts";
import { inEnglish } from "./tongues.ts";

const LONGEST = 60;
const SMALL = /^\s*[cmo](?:\d{1,2}[a-z]?)?(?:\s?(?:,|;|&|\/|and|\+)\s?[cmo]\d{0,2}[a-z]?){0,4}\s*$/;
const ADJECTIVES =
  /\b(?:enabling|hindering|constraining|facilitating|supportive|organi[sz]ational|individual|social|structural|key|main|hidden|underlying|generative|psychological|cognitive|emotional|relational|programme|program|implementation|causal|possible|potential|likely|desired|undesired|overall|primary|secondary|longer|shorter|long|short|term|ultimate|proximate|contextual|related|cultural|institutional|infrastructural|interpersonal|intrapersonal|behaviou?ral|attitudinal|proximal|distal|intermediate|immediate|positive|negative|intended|unintended|triggering|triggers|triggered|activating|activates|firing|which|this|factor|factors|condition|conditions|of|interest|=|the|a|an)\b/gi;
/** `C+`, `M1-`: how strong it is, or which way it works. */
const SIGNED = /^(\s*\p{Lu}\d?)\s?(?:\+{1,3}|[-–−±]{1,3})\s*$/u;
/** `(negative O)`, `(O-neg)`. */
const SORTED =
  /^(?:(?:neg(?:ative)?|pos(?:itive)?|(?:un)?intended|(?:un)?desired|proximal|distal|main|key|primary|secondary|final|immediate|intermediate)\s)?([CMOIAS]\d{0,2}[a-z]?)(?:\s?[-–:]?\s?(?:neg(?:ative)?|pos(?:itive)?|(?:un)?intended|(?:un)?desired))?$/;
/** `(O1→C2)`, `(O1, which becomes C2)`: an outcome that is the next configuration's context. */
const RIPPLE =
  /^([CMOIAS]\d{0,2}[a-z]?)\s?(?:→|⇒|=>|->|=|>|,?\s?(?:which |that |and )?(?:then |so )?(?:becomes?|becoming|is|as)\s)\s?([CMOIAS]\d{0,2}[a-z]?)$/;
const HAS_WORD = /(?:context|mechanism|outcome|intervention|strateg|actor)/i;

/** Whether the words of a bracket, or of what was raised, are a tag. */
export function isTagText(text: string, scheme: Scheme): boolean {
  const inside = text.replace(/^[([]|[)\]]$/g, "");
  return /\p{L}/u.test(inside) && inside.length <= LONGEST && tagOf(inside, scheme, false) !== undefined;
}

/** `(context: relational)`, `(C: relational)`: a role, and of which sort it is. */
const GLOSSED =
  /^((?:contexts?|mechanisms?|outcomes?|[CMO])\s?\d{0,2}[a-z]?)\s?[:–-]\s?((?:[\s,/&-]|(?:and|or)\s|(?:individual|interpersonal|intrapersonal|relational|institutional|infrastructural|organi[sz]ational|structural|systemic?|social|cultural|political|economic|psychological|cognitive|emotional|affective|behaviou?ral|attitudinal|proximal|distal|intermediate|immediate|ultimate|positive|negative|(?:un)?intended|(?:un)?desired|short-term|medium-term|long-term|micro|meso|macro|level|patient|staff|service)(?![\p{L}])){1,9})$/iu;

/** The roles of a bracket's words that are such a tag. */
export function glossedTag(inside: string, scheme: Scheme): readonly RoleMention[] | undefined {
  const found = inside.length > LONGEST ? null : GLOSSED.exec(inside.trim());
  return found ? readTag(found[1] ?? "", scheme) : undefined;
}

/** The roles of a bracket's words; `small` allows small letters. */
function tagOf(printed: string, scheme: Scheme, small: boolean): readonly RoleMention[] | undefined {
  const inside = inEnglish(printed).replace(SIGNED, "$1");
  const strict = readTag(inside, scheme);
  if (strict) return strict;
  const glossed = glossedTag(inside, scheme);
  if (glossed) return glossed;
  if (small && SMALL.test(inside))
    return readTag(
      inside
        .toUpperCase()
        .replace(/(\d)([A-Z])/g, (_, n: string, l: string) => n + l.toLowerCase())
        .replace(/\bAND\b/g, "and"),
      scheme,
    );
  const ripple = RIPPLE.exec(inside.trim());
  if (ripple) return readTag(`${ripple[1]}, ${ripple[2]}`, scheme);
  const sorted = SORTED.exec(inside.trim())?.[1];
  if (sorted !== undefined) return readTag(sorted, scheme);
  if (!HAS_WORD.test(inside)) return undefined;
  const head = readHead(inside, scheme);
  if (head) return head;
  const plain = inside
    .replace(ADJECTIVES, " ")
    .replace(/\bcontextual\b/gi, "context")
    .replace(/[\s:;,–—-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (/\bcontextual\b/i.test(inside) && plain === "") return [{ role: "C" }];
  return plain === inside ? undefined : (readTag(plain, scheme) ?? readHead(plain, scheme));
}

/** The text with its tags as the language writes them. */
export function withTags(text: string, scheme: Scheme): string {
  return changed(text, oddTags(text, scheme)).text;
}

/** Tags that the language writes otherwise. Small letters are tags only where two of them are: `(a)`, `(b)`, `(c)` count. */
export function oddTags(text: string, scheme: Scheme): readonly Place[] {
  if (!/[([{©（［]/.test(text)) return [];
  const small = smallTags(text);
  const found: Place[] = [];
  for (let open = nextOpen(text, 0); open >= 0; open = nextOpen(text, open + 1)) {
    const close = closeOf(text, open);
    if (close < 0 || close - open > LONGEST) continue;
    const inside = text.slice(open + 1, close);
    if (readTag(inside, scheme)) {
      open = close;
      continue;
    }
    const roles = tagOf(inside, scheme, small);
    if (!roles || roles.length === 0) continue;
    found.push({ from: open, to: close + 1, text: tagFor(roles, scheme) });
    open = close;
  }
  return found;
}

function tagFor(roles: readonly RoleMention[], scheme: Scheme): string {
  return `(${roles.map((role) => roleWord(role, scheme)).join(", ")})`;
}

/** `(M: feeling)`, `(outcome, for the ward)`: a role and a few words. */
const LOOSE =
  /^\s?([CMOIAS]\d{0,2}|contexts?|mechanisms?|outcomes?)(?:\s?[:;–—]\s?|,\s|\s-\s)(?=\p{Ll})[^\d=<>()[\]]{2,50}$/iu;

/** Such brackets as tags, where no other names their role and others name other roles. */
export function looseTags(text: string, scheme: Scheme): readonly Place[] {
  const brackets = [...text.matchAll(BRACKET)];
  if (!brackets.some(([, inside = ""]) => LOOSE.test(inside))) return [];
  const strict = new Set(brackets.flatMap(([, inside = ""]) => readTag(inside, scheme)?.map(({ role }) => role) ?? []));
  if (strict.size === 0) return [];
  return brackets.flatMap(({ 0: all, 1: inside = "", index }) => {
    const found = readTag(inside, scheme) ? undefined : LOOSE.exec(inside)?.[1];
    const roles = found === undefined || /^[a-z]\d{0,2}$/.test(found) ? undefined : readTag(found, scheme);
    const [role] = roles ?? [];
    if (!role || strict.has(role.role)) return [];
    return [{ from: index, to: index + all.length, text: tagFor([role], scheme) }];
  });
}

const BRACKET = /[([]([^()[\]\n]{1,60})[)\]]/g;

function nextOpen(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40 || unit === 91 || unit === 123) return at;
  }
  return -1;
}

function smallTags(text: string): boolean {
  const letters = new Set<string>();
  for (const [, letter] of text.matchAll(/[([]\s?([a-z])\d{0,2}\s?[)\]]/g)) letters.add(letter ?? "");
  if (letters.has("a") || letters.has("b") || letters.has("d")) return false;
  return [...letters].filter((letter) => "cmo".includes(letter)).length > 1;
}
