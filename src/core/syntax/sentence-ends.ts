/** Where sentences end: at `.`, `!` or `?` before white space and a capital, not after an abbreviation. */
import { noteAfterStop } from "./tag-notes.ts";
import { holding, type Tag } from "./tags.ts";
import { isSpace, type Stretch } from "./words.ts";

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "al etc vs cf dr mr mrs ms prof st pp fig figs vol eds ed ca approx resp incl viz ch eq ref refs para esp ibid jr sr " +
    "inc ltd co dept nos nb sect"
  ).split(" "),
);

const WIDE_STOPS = "。！？؟";

/** One sentence. What it says ends at `stop`; citations, and tags that come after their words, may still follow up to `to`. */
export interface Sentence extends Stretch {
  readonly stop: number;
}

/**
 * The sentences of a text, which together are the whole text. A citation after a stop belongs to the sentence before it; so does a tag, unless
 * tags come before their words (`leading`), where it begins the next sentence.
 */
export function sentencesOf(
  text: string,
  tags: readonly Tag[],
  citations: readonly Stretch[],
  leading: boolean,
): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 46 && unit !== 33 && unit !== 63 && (unit < 128 || !WIDE_STOPS.includes(text.charAt(at)))) continue;
    const inside = holding(citations, at) ?? holding(tags, at);
    if (inside) {
      at = inside.to - 1;
      continue;
    }
    let stop = at + 1;
    while (stop < text.length && stop - at < 8 && AFTER_STOP.includes(text.charAt(stop))) stop++;
    const next = nextSentence(text, stop, tags, citations, leading, unit > 0x3000);
    if (next === undefined || (unit === 46 && next < text.length && abbreviated(text, at))) continue;
    found.push({ from, stop, to: next });
    from = next;
    at = Math.max(at, next - 1);
  }
  if (from < text.length) found.push({ from, stop: text.length, to: text.length });
  return found;
}

const AFTER_STOP = ".!?\"'”’)]»";
const MOST_AFTER_STOP = 20;

/** Where the next sentence begins when one ends before `stop`. */
function nextSentence(
  text: string,
  stop: number,
  tags: readonly Tag[],
  citations: readonly Stretch[],
  leading: boolean,
  wide: boolean,
): number | undefined {
  let at = stop;
  let space = wide;
  for (let held = 0; held < MOST_AFTER_STOP; held++) {
    while (at < text.length && isSpace(text.charCodeAt(at))) {
      at++;
      space = true;
    }
    const tag = holding(tags, at);
    if (tag && leading) return space ? at : undefined;
    const hole = tag ?? holding(citations, at);
    const to = hole ? hole.to : space ? -1 : noteAfterStop(text, at);
    if (to < 0) break;
    at = to;
    space = true;
    if (".,;".includes(text.charAt(at)) && text.slice(at + 1, at + 40).trim() === "" && at + 40 >= text.length) at++;
  }
  if (at >= text.length) return text.length;
  if (!space) return undefined;
  if (wide) return at;
  const first = BEFORE_CAPITAL.includes(text.charAt(at)) ? at + 1 : at;
  const unit = text.charCodeAt(first);
  if (unit < 128) return unit > 64 && unit < 91 ? at : undefined;
  return CAPITAL.test(String.fromCodePoint(text.codePointAt(first) ?? 32)) ? at : undefined;
}

const BEFORE_CAPITAL = "\"'“‘«¿¡([";
const CAPITAL = /[\p{Lu}\p{Lt}\p{Lo}]/u;

function abbreviated(text: string, stop: number): boolean {
  let start = stop;
  while (start > 0 && stop - start < 10 && /[\p{L}\p{M}.]/u.test(text.charAt(start - 1))) start--;
  const word = text.slice(start, stop).toLowerCase();
  return ABBREVIATIONS.has(word) || /^(?:\p{L}(?:\.\p{L})*|ph\.d|[mb]\.sc)$/u.test(word);
}
