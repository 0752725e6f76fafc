/** What explains the words of the field instead of using them: glossaries, keys of abbreviations, definitions. */
import { readHead, readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat, unraised } from "./chars.ts";
import { says } from "./meanings.ts";
import type { PrintedSlot } from "./printed.ts";
import { explainsTags } from "./spoken.ts";

const TITLE =
  /\b(?:glossar(?:y|ies)|definitions?|terminolog(?:y|ies)|key (?:terms?|concepts?)|realist (?:terms?|concepts?|terminology)|terms used|codebook|coding (?:framework|rules)|explanation of terms|abbreviations?)\b/i;
const TERMS =
  /^(?:(?:initial |middle-range |mid-range |middle range )?(?:programme|program)? ?theor(?:y|ies)|middle-range theory.*|mrt|demi-?regularit(?:y|ies)|realis[mt].*|retroduction|ripple effect|generative causation|cmo?cs?|cmo configurations?|(?:context.mechanism.outcome.*)|configurations?|rameses|substantive theory|abduction|ontology|epistemology)(?: ?\(.*\))?[:.]?$/i;

/** Whether a caption, or a head, says that words are explained here. */
export function isGlossaryTitle(text: string): boolean {
  return text.length < 400 && TITLE.test(text);
}

/** Whether a line of plain text, which has no headings, begins a glossary, or a part of another kind. */
export function plainTitle(text: string): "glossary" | "other" | undefined {
  const words = text.trim();
  if (/^(?:(?:box|table|panel) ?\d*[.:]? )?glossary\b/i.test(words)) return "glossary";
  if (words.length < 60 && !/[.;,]$/.test(words) && /^\p{Lu}/u.test(words) && TITLE.test(words)) return "glossary";
  return /^(?:\d{1,2}\.? )?(?:abstract|introduction|background|methods?|results|findings|discussion|conclusions?|references|acknowledge?ments|appendix(?: \w)?)[:.]?$/i.test(
    words,
  )
    ? "other"
    : undefined;
}

/** Whether a term is one of the field that is no role. */
export function isTerm(text: string): boolean {
  return text.length < 80 && TERMS.test(text.trim());
}

/** Whether the words say what the role is instead of filling it. */
export function isMeaning(printed: string, roles: readonly RoleMention[], scheme: Scheme): boolean {
  const text = flat(printed);
  if (says(text)) return true;
  const named = readTag(text.replace(/[.;,]$/, ""), scheme) ?? readHead(text.replace(/[.;,]$/, ""), scheme);
  return (
    named !== undefined && named.length > 0 && named.every((role) => roles.some((each) => each.role === role.role))
  );
}

/** Whether most of the words that were read as slots say what roles are. */
export function areMeanings(slots: readonly PrintedSlot[], scheme: Scheme): boolean {
  const meanings = slots.filter((slot) => isMeaning(slot.text, [slot], scheme)).length;
  return meanings > 1 && meanings * 2 > slots.length;
}

const KEY = /(?:^|[;,.(:\s])(?:C|M|O|CMO[Cc]?s?)\s?[=:,–—-]\s?(?:contexts?|mechanisms?|outcomes?)(?![\p{L}])/giu;

/** `C = context; M = mechanism; O = outcome`: a key to the letters. */
export function isKey(printed: string): boolean {
  if (printed.length >= 1500) return false;
  const text = unraised(printed);
  return (text.match(KEY)?.length ?? 0) > 1 || explainsTags(text);
}
