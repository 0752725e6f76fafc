/** Places as citations name them: a page or pages in one form, all that is not understood whole as it is written. Linear in the words. */

const NUMBER = "(?:[a-z]{0,2}\\d{1,7}[a-eg-z]?|[ivxlcdm]{1,9})";
const PAGES = "(?:pp?|pages?|pgs?|ss?|seiten?|págs?|páginas?|str)";
const OTHERS =
  "(?:paras?|paragraphs?|sec(?:tions?|ts?|s)?|ch(?:ap(?:ter)?)?s?|vols?|volumes?|tables?|tab|figs?|figures?|lines?|notes?|fn|footnotes?|app(?:endix)?|box(?:es)?|cols?|columns?|parts?|kap(?:itel)?|abs(?:chn(?:itt)?|atz)?|abb(?:ildung)?|tabelle|bd|caps?|capítulo|secc(?:ión)?|párr(?:afo)?|tablas?|cuadros?)";
const JOIN = "\\s?[-\\u2010-\\u2015]\\s?";
/** `1,012`, `3.2`, `12f.`, `xii`. */
const ITEM = `(?:\\d{1,3}(?:[.,'’\\u2009\\u202f]\\d{3})+(?!\\d)|\\d{1,4}(?:\\.\\d{1,4}){1,4}|${NUMBER})(?:\\s?(?:ff?|sqq?)(?![\\p{L}\\p{N}])\\.?)?`;
const LIST = `${ITEM}(?:${JOIN}${ITEM})?(?:(?:\\s?[,;&]\\s?|\\s(?:and|und|y|et)\\s)(?!(?:1[5-9]|20)\\d\\d(?!\\d))${ITEM}(?:${JOIN}${ITEM})?){0,20}`;
const PART = `(?:(?:${PAGES}|${OTHERS})(?:\\.\\s{0,3}|\\s{1,3})|pp?(?=\\d)|[§¶]{1,2}\\s?)${LIST}`;
const ENDS = "(?![\\p{L}\\p{N}/])";
const LOCATOR = new RegExp(`(?:^|[\\s,;(:[])(${PART}(?:\\s?[,;:]?\\s?${PART}){0,5})${ENDS}`, "iu");
const PAGE = new RegExp(`^${PAGES}(?:[.\\s]\\s{0,3}|(?=\\d))(${NUMBER})(?:${JOIN}(${NUMBER}))?$`, "iu");
const BARE = new RegExp(`^${LIST}$`, "iu");
const AFTER_YEAR = /^:\s?(\d.*)$/su;
const LEADING = new RegExp(`^(?:${PAGES}|${OTHERS})\\.\\s?\\S`, "iu");
const LOCATION = /(?:^|[\s,;(])loc(?:ation|\.)?\s{0,3}(\d{1,7})(?!\d)/iu;

/** Longer words are no place. */
const LONGEST = 120;

/** The place that words tell of, as `at` has it; `behind` is what follows the year or the key in them, and all of it is the place where they are a citation as a whole. */
export function locatorIn(words: string, behind: string | undefined, isWhole: boolean): string | undefined {
  const found = LOCATOR.exec(words)?.[1];
  const rest = behind === undefined ? "" : restOf(behind);
  const colon = AFTER_YEAR.exec(behind?.replace(/[\s)\]]+$/, "") ?? "")?.[1];
  if (!found && colon !== undefined && colon.length <= LONGEST) {
    const list = BARE.exec(colon)?.[0];
    if (list !== undefined) return marked(list);
    return isWhole ? colon : marked(/^\d{1,7}(?![\d.,/])/.exec(colon)?.[0]);
  }
  if (rest !== "" && rest !== found && rest.length <= LONGEST) {
    if (isWhole && found && rest.includes(found)) return rest;
    if (isWhole && BARE.test(rest) && /^\d/.test(rest)) return marked(rest);
    if (!found && LEADING.test(rest)) return rest;
  }
  const alone = words.trim().replace(/^[([]+|[)\]]+$/g, "");
  if (!found && behind === undefined && alone.length <= LONGEST && LEADING.test(alone) && /\d/.test(alone))
    return alone;
  if (found !== undefined) return pageOf(found) ?? found.replace(/\s+/g, " ");
  const location = LOCATION.exec(words)?.[1];
  return location === undefined ? undefined : `location ${location}`;
}

/** What follows the year in a citation, up to the next one. */
function restOf(behind: string): string {
  const [own = "", ...others] = behind.split(/;(?=[^;]*(?:(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|@))/u);
  const words = (others.length > 0 ? own : behind).replace(/\s+/g, " ").replace(/^[\s,;:)\]]+|[\s)\],;]+$/g, "");
  return /\bff?\.$|\bsqq?\.$/u.test(words) || /\df{1,2}\.$/u.test(words) ? words : words.replace(/\.+$/, "");
}

/** One page, or one range of pages, in the form of the review. */
function pageOf(locator: string): string | undefined {
  const found = PAGE.exec(locator);
  if (!found) return undefined;
  return found[2] === undefined ? `p. ${found[1]}` : `pp. ${found[1]}–${found[2]}`;
}

function marked(list: string | undefined): string | undefined {
  if (list === undefined) return undefined;
  return pageOf(`p. ${list}`) ?? (/[-\u2010-\u2015;&]|,\s/.test(list) ? `pp. ${list}` : `p. ${list}`);
}
