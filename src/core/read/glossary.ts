/** What explains the words of the field instead of using them: glossaries, keys of abbreviations, definitions. */
import { readHead, readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat, unraised } from "./chars.ts";

const MEANS =
  /^[“"'‘]?(?:(?:(?:an?|the|in realis\p{L}+,?(?: an?| the)?)\s)?(?:contexts?|mechanisms?|outcomes?|interventions?|strateg(?:y|ies)|actors?)\s?(?:[([][A-Z][)\]]\s?)?[”"'’]?\s?)?(?:refers? to|describes? |means? |se refiere a |se define como |refere-se |d[ée]signe |fait r[ée]f[ée]rence |bezeichnet |beschreibt |verwijst naar |(?:is |are )?(?:often |generally |broadly )?(?:defined|understood|conceptuali[sz]ed) as|(?:can|may) be (?:defined|understood|described|seen|thought)|comprises? |denotes? |represents? |relates? to|pertains? to|(?:is|are) (?:the|any|an?|what|how|often|not|all|those|usually)\b|includes? (?:all|any|the)|influences? whether|[“"'‘]?underlying (?:entities|processes)|generative forces?|(?:[“"'‘]?the )?[‘“]?backdrop|(?:the |any |all |an? )?(?:conditions?|circumstances|factors|elements?|features) (?:in which|that (?:trigger|affect|influence|may|are)|which|under which|of the (?:programme|program|setting|environment))|(?:the )?(?:intended|expected) (?:and|or) unintended (?:consequences|effects|results)|(?:the )?result of the interaction|(?:the )?ways? (?:in which|that) (?:people|participants|actors)|how (?:people|participants|actors) (?:respond|react)|(?:the )?settings? (?:in which|where|of) (?:an?|the) (?:programme|program|intervention)|what it is about (?:an?|the) (?:programme|program|intervention)|what (?:comes|came|results) (?:of|from) (?:it|them)|what (?:was there|existed|is there|follows|changes|happens as a result|(?:people|participants) (?:do|think))|(?:the )?resources? (?:and|or) (?:people|participants|actors)|(?:the )?(?:people|participants|actors)['’](?:s)? (?:reasoning|responses?|reactions?) to (?:them|it|the|these|those))/iu;
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
  if (MEANS.test(text)) return true;
  const named = readTag(text.replace(/[.;,]$/, ""), scheme) ?? readHead(text.replace(/[.;,]$/, ""), scheme);
  return (
    named !== undefined && named.length > 0 && named.every((role) => roles.some((each) => each.role === role.role))
  );
}

const KEY = /(?:^|[;,.(:\s])(?:C|M|O|CMO[Cc]?s?)\s?[=:,–—-]\s?(?:contexts?|mechanisms?|outcomes?)(?![\p{L}])/giu;

/** `C = context; M = mechanism; O = outcome`: a key to the letters. */
export function isKey(printed: string): boolean {
  return printed.length < 1500 && (unraised(printed).match(KEY)?.length ?? 0) > 1;
}
