/** Letters in brackets, and labels, that are none of roles: initials of people, who did what, units, codes of answers, what was done with data, questions. */
import { t } from "../l10n.ts";
import { isMark } from "./holding.ts";
import type { PrintedSlot } from "./printed.ts";
import {
  abbreviated,
  areAlternatives,
  areQuestionsOfField,
  isShort,
  type Marked,
  markedIn,
  namesOnly,
} from "./spoken.ts";

/** `Smith J`, `J. Smith`. */
const PERSON =
  /(?:^|\s)(?:\p{Lu}[\p{Ll}\p{M}'’-]{1,30}(?:-\p{Lu}\p{Ll}{1,20})?,?\s(?:\p{Lu}\.?\s?){1,3}|(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}{1,30})$/u;
/** `Maria Lopez`: people only where they do what authors do. */
const FULL_NAME = /(?:^|[\s,.;:])\p{Lu}[\p{Ll}'’-]{1,30}(?:\s\p{Lu}\.?)?\s\p{Lu}[\p{Ll}'’-]{1,30}$/u;
const INITIALS = /(?:^|\s)\p{Lu}{2,3}$/u;
/** What authors do. */
const CONTRIBUTED =
  /\b(?:designed|conceived|wrote|drafted|revised|supervised|screened|extracted|analy[sz]ed|collected|reviewed|contribut(?:ed|ors?|ions?)|conducted|led(?! to)|approved|coded|appraised|searched)\b/i;

const TITLED = /\b(?:Prof|Drs?|Mrs?|Ms)\.?\s\p{Lu}/u;
/** `ML; CW and OA`: who did it, and nothing else. */
const WHO = /^\p{Lu}{2,3}(?:(?:,|,? and| &)\s?\p{Lu}{2,3}){0,6}[.;]?$/u;

/** That the words of a statement are none of a configuration, and whether that is to be doubted. */
export interface Ordinary {
  readonly ordinary: string;
}

const SURELY: Ordinary = { ordinary: "" };

/** Whether the words around the tags say that these are no tags of roles; undefined where they may be. */
export function ordinary(slots: readonly PrintedSlot[], text: string): Ordinary | undefined {
  if (slots.length < 2) return undefined;
  const words = slots.map((slot) => slot.text.replace(/[.,;:]$/, ""));
  const marked = markedIn(text);
  if (arePeople(words, text) || arePeople(befores(marked), text)) return SURELY;
  // `37 (C) and lengths 3 (M)`.
  if (words.every((each) => /(?:^|\s)[\d.,]{1,9}°?$/.test(each))) return SURELY;
  // `Complete (C), Missed (M) or Other (O)`.
  if (slots.every(({ role }, at) => /(?:^|\s)(\p{Lu})\p{Ll}{1,30}$/u.exec(words[at] ?? "")?.[1] === role))
    return SURELY;
  if (areQuestionsOfField(marked)) return SURELY;
  const isTold = CONDITION.test(text);
  if (/\?[”"'’)]?$/.test(text) && (isTold || QUESTION.test(text)))
    return { ordinary: t("A question with tags is left aside: it asks, and states nothing.") };
  const isListed = !isTold && abbreviated(marked) > 2 && (isShort(marked) || /\bCOM-?B\b/.test(text));
  const isDone = !isTold && (isMethod(marked.marks[0]?.before ?? "") || DONE.test(marked.after.slice(0, 80)));
  if (isListed || isDone || namesOnly(marked) || areFullNames(marked, text))
    return {
      ordinary: t(
        "Words with tags are left aside: the letters seem to abbreviate, to code or to name what stands before them.",
      ),
    };
  return undefined;
}

/** Why the tags of a statement may be none of roles though they are read so. */
export function mayBeCodes(text: string): readonly string[] {
  const marked = markedIn(text);
  if (marked.marks.length < 2) return [];
  return abbreviated(marked) > 1 || areAlternatives(marked) || ALLOCATED.test(marked.marks[0]?.before ?? "")
    ? [t("The letters in brackets may be codes or abbreviations of the words before them: they are read as roles.")]
    : [];
}

const CONDITION = /^[“"‘']?(?:if|when|where|whenever|because|as)\s/i;
const QUESTION =
  /^[“"‘'\s]*(?:(?:to|in|under|for|by) )?(?:what|which|who|whom|how|why|does|do|did|is|are|was|were|can|could|should|would|will)[\s,]/i;
const ALLOCATED = /\b(?:randomi[sz]ed|allocated|assigned)\b/i;

/** The words before each tag, without what joins them. */
function befores({ marks }: Marked): readonly string[] {
  return marks.map(({ before }) => before.trim().replace(/^[,;]?\s?and\s/, ""));
}

function arePeople(words: readonly string[], text: string): boolean {
  if (words.length < 2) return false;
  const contributed = CONTRIBUTED.test(text);
  const isPerson = (each: string): boolean => PERSON.test(each) || (contributed && INITIALS.test(each));
  return words.filter(isPerson).length >= Math.max(2, words.length - 1);
}

function areFullNames(marked: Marked, text: string): boolean {
  const names = befores(marked).filter((each) => FULL_NAME.test(each)).length;
  return names > 1 && names >= marked.marks.length - 1 && (CONTRIBUTED.test(text) || TITLED.test(text));
}

const VERBS =
  "coded|extracted|charted|rated|scored|screened|appraised|categori[sz]ed|classified|tabulated|mapped|searched";
/** `Data were extracted on`, `two reviewers rated`. */
const METHOD = new RegExp(
  `\\b(?:data|documents?|papers?|articles?|studies|sources?|transcripts?|extracts?|excerpts?|texts?|records|items|codes|barriers|facilitators)\\b[^.;:]{0,40}\\b(?:was|were|is|are|been)\\s(?:\\p{L}+\\s){0,2}(?:${VERBS})\\b|\\b(?:reviewers?|authors?|we)\\s(?:\\p{L}+\\s){0,2}(?:${VERBS})\\b`,
  "iu",
);
/** `… (C), … (M) and … (O) were charted`. */
const DONE = new RegExp(
  `^\\s?(?:were|was)\\s(?:\\p{L}+ly\\s|then\\s|also\\s)?(?:${VERBS}|recorded|collected|compared|measured|analy[sz]ed)\\b`,
  "iu",
);
const CODES = /\b(?:codes|nodes|headings|fields|categories|columns)\s(?:\p{L}+\s)?(?:were|was|are|included|used)\b/iu;
const CONFIGURATIONS = /\b[CIS]{1,4}MO[Cc]?s?\b|configuration|theor(?:y|ies)|pattern|regularit|hypothes/i;

/** Whether words tell what was done with data, and name no configuration. */
function isMethod(words: string): boolean {
  return words.length < 400 && (METHOD.test(words) || CODES.test(words)) && !CONFIGURATIONS.test(words);
}

/** The same of labels: what was coded or extracted for each role, and how it was rated. */
export function ordinaryLabels(slots: readonly PrintedSlot[], before: string): Ordinary | undefined {
  if (slots.length < 2) return undefined;
  if (CONTRIBUTED.test(before) && slots.every(({ text }) => WHO.test(text))) return SURELY;
  if (isMethod(before))
    return { ordinary: t("Words with labels are left aside: they tell what was done with data, not what happened.") };
  return slots.every(({ text }) => isMark(text))
    ? { ordinary: t("Words with labels are left aside: they are marks or grades instead of words.") }
    : undefined;
}
const NAME =
  /^(?:(?:van|von|de|der|den|di|la|le|el|al)\s){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,30}(?:,?\s\p{Lu}[\p{L}\p{M}.'’-]{0,30}){0,2}[.,;]?$/u;

/** Whether each line is a name and nothing more. */
export function areNames(lines: readonly string[]): boolean {
  return lines.every((line) => NAME.test(line.trim()));
}

const DOING =
  /^(?:conception|conceptuali[sz]ation|concept|manuscript|methodology|investigation|formal analysis|data (?:collection|curation|analysis|extraction)|drafting|editing|writing|oversight|supervision|project administration|funding acquisition|critical revision)(?:\s(?:and|&|of|or)\s(?:the\s)?\p{L}{3,20}|,?\s(?:drafting|preparation|writing|editing|review)){0,3}[.;]?$/iu;

/** Whether at least two of the lines say what an author did. */
export function areContributions(lines: readonly string[]): boolean {
  return lines.filter((line) => DOING.test(line.trim())).length > 1;
}
