/** Numbers of references, and authors with years, are no words of a slot: they are taken out, and kept beside it. */
import { RAISED } from "./chars.ts";

export interface Uncited {
  readonly text: string;
  /** What was taken out, as it is printed. */
  readonly cited: readonly string[];
}

const RAISED_RUN = /\ue000([^\ue000\ue001]{0,200})\ue001/g;
const NUMBERS = /^[\s\d,;–—‑*†‡§¶-]*$/;
const FOOTNOTE = /^[a-z](?:,[a-z])*$|^[*†‡§¶#]+$/;
/** `C`, `CO`, `m`: what a raised or lowered digit belongs to. */
const BEFORE_UNIT = /(?<![\p{L}])\p{L}{1,2}$/u;

const SQUARE = /\s?\[\s?(?:refs?\.?\s?)?\d{1,3}[a-z]?(?:\s?[,;–—‑-]\s?\d{1,3}[a-z]?){0,60}\s?\]/gi;
/** Digits right behind a sign or a letter: `trust.12,13 They`, `trust12.` */
const DIGITS = /\d{1,3}(?:\s?[,–‑-]\s?\d{1,3}){0,30}(?=$|[\s.,;:)\]])/g;
/** `… leave.12 13 They`, `… leave. 12 13`: parted by blanks, as some journals set them, before the next sentence or at the end. */
const SPACED = /(?<=[\p{L})\]”’"'%][.;:?!])\s?\d{1,3}(?:[ ,–‑-]\d{1,3}){0,30}(?=\s*$|\s+\p{Lu})/gu;
const AFTER_STOP = /[\p{L})\]”’"'%][.,;:?!]$/u;
const AFTER_WORD = /(?<![\p{L}\p{N}-])\p{Ll}{4,30}$/u;
const ROUND = /\s?\(\s?\d{1,3}(?:\s?[,;–—‑-]\s?\d{1,3}){1,60}\s?\)|\s?\(\d{1,3}\)(?=\s?[.,;]|\s*$)/g;
/** `(refs 3, 8–10)`, `(ref 13)`, `(studies 4 and 7)`. */
const NAMED =
  /\s?\((?:see )?(?:refs?\.?|references?|sources?|documents?|papers?|articles?|stud(?:y|ies))\s\[?\d{1,3}[a-z]?(?:\s?(?:[,;–—‑-]|and|&)\s?\d{1,3}[a-z]?){0,60}\]?\s?\)/gi;
const WORKS =
  /\s?[([](?:(?:see|e\.g\.,?|cf\.|also|in|from|i\.e\.,?)\s){0,2}\p{Lu}[^()[\]\n]{1,300}?\b(?:19|20)\d\d[a-z]?(?:\s?[,;:][^()[\]\n]{0,300})?[)\]]/gu;
/** `[see @kim2013, p. 4; @lee2011]`, and a key alone: `@kim2013`, `@kim2013#e4 [p. 3]`. */
const KEYS = /\s?\[(?:[^[\]()@\n]{0,200}[\s;,([-])?@(?=[\p{L}\p{N}_{])[^[\]()\n]{1,400}\]/gu;
const KEY =
  /(?:^|(?<=[([{,;])|\s|(?<=\n))-?@(?:\{[^{}\s]{1,200}\}|[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_:.$%&+?<>~/#-]{0,200}[\p{L}\p{N}\p{M}_])?)(?:\s\[[^[\]\n]{1,60}\])?/gu;
const YEAR = /\b(?:19|20)\d\d[a-z]?\b/;
const NAMES = /^(?:(?:see|e\.g\.,?|cf\.|also)\s)*\p{Lu}[\p{L}\p{M}'’.‑-]*(?:[\s,&]|$)/u;

/** Without what is cited. A tag that is raised becomes one in brackets (`isTag`). */
export function uncited(printed: string, isTag: (text: string) => boolean): Uncited {
  const cited: string[] = [];
  let text = printed;
  if (text.includes(RAISED)) {
    text = text.replace(RAISED_RUN, (_all, inside: string, at: number, whole: string) => {
      const words = inside.trim();
      if (words === "") return "";
      const before = whole.slice(Math.max(0, at - 12), at);
      if (NUMBERS.test(words) && !(BEFORE_UNIT.test(before) && /^\d{1,2}$/.test(words))) {
        cited.push(words);
        return "";
      }
      if (isTag(words))
        return `(${words.replace(/^[([]|[)\]]$/g, "")})`.replace(/^\(/, /\s$/.test(before) ? "(" : " (");
      if (FOOTNOTE.test(words) && /[\p{L}.,;:)\]]$/u.test(before)) {
        cited.push(words);
        return "";
      }
      return inside;
    });
    text = text.replace(/[\ue000\ue001]/g, "");
  }
  const take = (all: string): string => {
    cited.push(all.trim());
    return "";
  };
  if (text.includes("@")) text = text.replace(KEYS, take).replace(KEY, take);
  if (!/\d/.test(text)) return { text, cited };
  text = text.replace(SQUARE, take).replace(SPACED, take);
  text = text.replace(DIGITS, (all, at: number, whole: string) => (isGlued(whole, at, all.length) ? take(all) : all));
  if (text.includes("(")) text = text.replace(NAMED, take).replace(ROUND, take);
  text = text.replace(WORKS, (all) => (isWorks(all) ? take(all) : all));
  return { text, cited };
}

/** `(Lund et al., 2014; Okafor 2019)`: each part has a year and begins with a name. */
function isWorks(bracket: string): boolean {
  const inside = bracket.trim().slice(1, -1);
  if (inside.length > 400) return false;
  const [first = "", ...others] = inside.split(";");
  const lone = others.length === 0;
  if (lone && !/\bet al\b|[,&]| and |[a-z]\s(?:19|20)\d\d[a-z]?(?:\s?:.*)?$/.test(first)) return false;
  if (!NAMES.test(first.trim()) || !YEAR.test(first)) return false;
  return others.every((part) => YEAR.test(part) || /^\s?\p{Lu}/u.test(part));
}

function isGlued(text: string, at: number, length: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (at === 0 || unit === 32 || unit === 10 || (unit > 47 && unit < 58)) return false;
  const before = text.slice(Math.max(0, at - 32), at);
  if (AFTER_WORD.test(before)) return true;
  return AFTER_STOP.test(before) && /^(?:$|\s|[)\]])/.test(text.slice(at + length, at + length + 1));
}
