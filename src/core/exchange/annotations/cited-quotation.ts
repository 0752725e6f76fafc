/** One quotation with its citation, as people and programs copy it: `“…” (Okafor, 2014, p. 412)`, `Okafor (2014, p. 412): “…”`, `> … [@okafor2014, p. 412]`. */
import { citedPlace } from "./cited.ts";
import { plainWords, withoutMarks } from "./plain.ts";
import type { Annotation } from "./types.ts";

const NAME =
  "(?:(?:\\p{Lu}\\.-?\\s?){0,3}(?:(?:de|del|la|le|du|di|da|von|van|der|den|ter)\\s){0,3}\\p{Lu}[\\p{L}\\p{M}’'-]{0,40})";
const NAMES = `${NAME}(?:(?:,\\s|,?\\s(?:&|and|und|y|et)\\s)${NAME}){0,8}(?:,?\\set\\sal\\.?)?`;
const INNER = "[^()[\\]\\n]{1,160}";
const BEHIND = new RegExp(`(?:(${NAMES})\\s)?(?:\\((${INNER})\\)|\\[(${INNER})\\])[.,;]?$`, "u");
const BEFORE = new RegExp(`^(${NAMES})\\s?\\((${INNER})\\)[:,]?\\s`, "u");
const DATED = /^(?:(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.|in press)(?![\p{L}\p{N}])/iu;

const PLACE = /^(?:\p{L}{1,12}[.\s]{0,3}|[§¶]{1,2}\s?)\d/u;

/** Words that are one quotation and its citation, and nothing else; undefined of others. */
export function citedQuotation(text: string): Annotation | undefined {
  const lines = text.trim().split(/\r\n|[\n\r]/);
  const isBlock = lines.every((line) => /^\s{0,3}>/.test(line) || line.trim() === "");
  const paragraphs = lines
    .map((line) => (isBlock ? line.replace(/^\s{0,3}>+/, "") : line).trim())
    .join("\n")
    .split(/\n{2,}/);
  const words = paragraphs.map((lines) => lines.replace(/\s+/g, " ").trim()).join("\n");
  if (words.includes("](") || /^\[!/.test(words)) return undefined;
  const behind = BEHIND.exec(words.slice(-400));
  if (behind) {
    const [all, names, round, square = ""] = behind;
    // Words in square brackets are a citation where they name a source.
    const inner = round ?? (/@|(?:1[5-9]|20)\d\d/.test(square) ? square : "");
    const isNarrative = names !== undefined && DATED.test(inner);
    const cited = isNarrative ? all : all.slice(all.indexOf(round === undefined ? "[" : "("));
    const quote = quotedIn(words.slice(0, words.length - cited.length), isBlock);
    return quote ? made(quote, isNarrative ? `${names} ${inner}` : inner, isBlock) : undefined;
  }
  const before = BEFORE.exec(words.slice(0, 400));
  if (!before || !DATED.test(before[2] ?? "")) return undefined;
  const quote = quotedIn(words.slice(before[0].length).replace(/(?<=[”"»’'])[.,;]$/u, ""), false);
  return quote ? made(quote, `${before[1]} ${before[2]}`, false) : undefined;
}

/** The words, where marks hold all of them, or where they are set as a quotation. */
function quotedIn(words: string, isBlock: boolean): string | undefined {
  const plain = plainWords(words).replace(/\s*[—–]\s*$/u, "");
  const held = withoutMarks(plain);
  // Each of several paragraphs opens with a mark, and the last alone closes.
  if (held !== plain) return held.replace(/\n[“„«]/gu, "\n");
  return isBlock && plain !== "" ? plain : undefined;
}

function made(quote: string, words: string, isBlock: boolean): Annotation | undefined {
  const { at, cited } = citedPlace(words, true);
  if (at === undefined || !/[\p{L}\p{N}]/u.test(quote)) return undefined;
  // Without a source it is a place alone, of words in marks.
  if (!cited && (isBlock || !PLACE.test(words))) return undefined;
  return { quote, at, tags: [], line: 1, ...(cited && { cited }) };
}
