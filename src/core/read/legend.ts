/** Rows that explain what a table abbreviates: `C, context; M, mechanism`, `HCW, health care worker`. */
import { flat } from "./chars.ts";
import { isKey } from "./glossary.ts";

const LONGEST = 600;
/** `HCW, health`, `GPs = general`: an abbreviation, and the word that its first letter stands for. */
const ITEM = /^(\p{Lu})[\p{Lu}\d-]{0,7}s?\s?(?:[,:=]|\s[–—-])\s*(\p{L})\p{L}/u;
/** `C context, M mechanism`: without a sign between them. */
const PLAIN = /(?:^|[;,.]\s?)(?:C contexts?|M mechanisms?|O outcomes?)(?![\p{L}])/giu;

/** Whether the words explain letters and abbreviations, and name nothing. */
export function isLegend(printed: string): boolean {
  const text = flat(printed);
  if (text.length > LONGEST) return false;
  if (isKey(text) || (text.match(PLAIN)?.length ?? 0) > 1) return true;
  const items = text.split(";").map((item) => ITEM.exec(item.trim()));
  // `A: Access` alone may be a theme's letter and name.
  if (items.length === 1 && !/^\p{Lu}{2,}s?\s?[,:=–—-]\s*\p{Ll}/u.test(text)) return false;
  return items.every((item) => item !== null && item[1]?.toLowerCase() === item[2]?.toLowerCase());
}
