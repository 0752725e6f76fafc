/** Letters in brackets, and letters before words, that are none of roles: initials of people, who did what, units, codes of answers. */
import type { PrintedSlot } from "./printed.ts";

/** `Smith J`, `J. Smith`. */
const PERSON =
  /(?:^|\s)(?:\p{Lu}[\p{Ll}\p{M}'’-]{1,30}(?:-\p{Lu}\p{Ll}{1,20})?,?\s(?:\p{Lu}\.?\s?){1,3}|(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}{1,30})$/u;
const INITIALS =
  /(?:^|\s)\p{Lu}{2,3}(?:$|\s(?:designed|conceived|wrote|drafted|revised|supervised|screened|extracted|analy[sz]ed|collected|reviewed|contributed|conducted|led|approved)\b)/u;
/** What authors do. */
const CONTRIBUTED =
  /\b(?:designed|conceived|wrote|drafted|revised|supervised|screened|extracted|analy[sz]ed|collected|reviewed|contributed|conducted|led|approved)\b/i;

/** Whether the words before the tags say that these are no tags of roles. */
export function isOrdinary(slots: readonly PrintedSlot[], text: string): boolean {
  const words = slots.map((slot) => slot.text.replace(/[.,;:]$/, ""));
  if (words.length < 2) return false;
  const contributed = CONTRIBUTED.test(text);
  const isPerson = (each: string): boolean => PERSON.test(each) || (contributed && INITIALS.test(each));
  if (words.filter(isPerson).length >= Math.max(2, words.length - 1)) return true;
  // `37 (C) and lengths 3 (M)`.
  if (words.every((each) => /(?:^|\s)[\d.,]{1,9}°?$/.test(each))) return true;
  // `Complete (C), Missed (M) or Other (O)`.
  return slots.every(({ role }, at) => /(?:^|\s)(\p{Lu})\p{Ll}{1,30}$/u.exec(words[at] ?? "")?.[1] === role);
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
