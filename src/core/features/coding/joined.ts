/** The lines of a source's text as running words: what its setting put between them is left out, and no word is altered. */
import type { SourceText } from "../../quotes/source-text.ts";
import type { Span } from "../../text.ts";

/** What becomes of ends of lines: of hyphens there, and between signs of scripts that part no words. */
export interface Joining {
  /** As the text writes the word elsewhere, and kept where it does not say; or kept. */
  readonly hyphens: "as used" | "kept";
  readonly unparted: "" | " ";
}

/** In the order in which they are tried: the first is the best to read. */
export const JOININGS: readonly Joining[] = [
  { hyphens: "as used", unparted: "" },
  { hyphens: "as used", unparted: " " },
  { hyphens: "kept", unparted: "" },
  { hyphens: "kept", unparted: " " },
];

const HYPHEN = /[\p{L}\p{M}\p{N}]([-\u2010\u00ad])$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that a text may hold
const CONTROL = /[\0-\x08\x0e-\x1f\x85]/g;
const WORD_START = /^[\p{L}\p{N}]/u;
const STOP = /[.!?:;\u2026\u3002\uff01\uff1f][\p{Pf}\p{Pe}"'\d]*$/u;
const UNPARTED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]$/u;

/** The paragraphs of a stretch of the text. A paragraph goes on over an empty line, or a page, where its sentence does. Linear in the text. */
export function joined(source: SourceText, span: Span, joining: Joining): readonly string[] {
  const raw = withoutSkipped(source, span)
    .replace(/\r\n?/g, "\n")
    .replaceAll("\ufeff", "")
    // What no person sees, and Markdown would not keep: the proof takes it for white space.
    .replace(CONTROL, " ");
  const used = usesOf(source);
  const paragraphs: string[] = [];
  let isParted = false;
  for (const each of raw.split(/[\n\f\v\u2028\u2029]/)) {
    const line = each.replace(/\s+/g, " ").trim();
    if (line === "") {
      isParted = true;
      continue;
    }
    const before = paragraphs[paragraphs.length - 1];
    if (before === undefined || (isParted && STOP.test(before))) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = withLine(before, line, joining, used);
    isParted = false;
  }
  return paragraphs.map((each) => each.replaceAll("\u00ad", ""));
}

/** Heads and feet of pages, numbers of references and marks are no words of the passage. */
function withoutSkipped({ text, skipped }: SourceText, { start, end }: Span): string {
  const parts: string[] = [];
  let at = start;
  const isOfNote = isInNote(skipped, start, end);
  for (const skip of skipped) {
    // What is chosen in a note is of its words.
    if (skip.end <= at || (isOfNote && skip.isNote)) continue;
    if (skip.start >= end) break;
    parts.push(text.slice(at, Math.max(at, skip.start)), skip.as ?? "");
    at = Math.min(end, skip.end);
  }
  parts.push(text.slice(at, end));
  return parts.join("");
}

/** Whether a stretch stands in a note, with the numbers of references that part it. */
function isInNote(skipped: SourceText["skipped"], start: number, end: number): boolean {
  let note: Span | undefined;
  for (const skip of skipped) {
    if (skip.start > start && skip.start !== note?.end) break;
    if (skip.start === note?.end) note = { start: note.start, end: skip.end };
    else if (skip.isNote) note = skip;
    if (note && note.start <= start && end <= note.end) return true;
  }
  return false;
}

function withLine(before: string, line: string, joining: Joining, used: Uses): string {
  const hyphen = HYPHEN.exec(before.slice(-3))?.[1];
  if (hyphen !== undefined && WORD_START.test(line)) {
    const isKept = hyphen !== "\u00ad" && (joining.hyphens === "kept" || keepsHyphen(before, line, used));
    return (isKept ? before : before.slice(0, -1)) + line;
  }
  const isUnparted = UNPARTED.test(lastSign(before)) && UNPARTED.test(firstSign(line));
  return before + (isUnparted ? joining.unparted : " ") + line;
}

/** Whether a word that a line's end parts is written with its hyphen: always, unless the text writes it without one elsewhere, and never with it. An address keeps it. */
function keepsHyphen(before: string, line: string, used: Uses): boolean {
  if (ADDRESS.test(/\S{0,300}$/.exec(before.slice(-300))?.[0] ?? "") || ADDRESS_GOES_ON.test(line.slice(0, 300)))
    return true;
  const head = /[\p{L}\p{M}\p{N}]{1,60}(?=.$)/u.exec(before.slice(-61))?.[0] ?? "";
  const tail = /^[\p{L}\p{M}\p{N}]{1,60}/u.exec(line)?.[0] ?? "";
  return !used.has(head + tail) || used.has(`${head}-${tail}`);
}

/** The beginning of an address, or of an identifier: `https://`, `www.`, `a@b`, `10.1000/`, `example.org/`. */
const ADDRESS = /:\/\/|www\.|@|\b10\.\d{4,9}\/|\.\p{L}{2,10}\//iu;
const ADDRESS_GOES_ON = /^[\p{L}\p{N}._-]{0,100}(?:@[\p{L}\p{N}]|\.\p{L}{2,10}\/|\.(?:com|edu|gov|int|net|org)\b)/iu;

function lastSign(text: string): string {
  const unit = text.charCodeAt(text.length - 1);
  return text.slice(unit >= 0xdc00 && unit < 0xe000 ? -2 : -1);
}

function firstSign(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

const known = new WeakMap<SourceText, Uses>();

function usesOf(source: SourceText): Uses {
  const read = known.get(source);
  if (read) return read;
  const made = new Uses(source.text);
  known.set(source, made);
  return made;
}

/** So many words are looked for one by one, which is faster than to know all. */
const MOST_LOOKS = 60;

/** The words that a text uses, in whatever case, with the hyphens that stand in them. Nothing is read before it is asked. */
class Uses {
  private readonly text: string;
  private small: string | undefined;
  private words: ReadonlySet<string> | undefined;
  private readonly answers = new Map<string, boolean>();

  constructor(text: string) {
    this.text = text;
  }

  /** Of a word, or of two with a hyphen between them. Linear in the text for all that is asked. */
  has(asked: string): boolean {
    const word = asked.toLowerCase();
    const known = this.answers.get(word);
    if (known !== undefined) return known;
    this.small ??= this.text.replaceAll("\u2010", "-").toLowerCase();
    if (this.answers.size === MOST_LOOKS) this.words ??= wordsOf(this.small);
    const answer = this.words ? this.words.has(word) : stands(word, this.small);
    if (!this.words) this.answers.set(word, answer);
    return answer;
  }
}

function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (
      !PART.test(text.slice(Math.max(0, at - 2), at)) &&
      !GOES_ON.test(text.slice(at + word.length, at + word.length + 2))
    )
      return true;
  return false;
}

const PART = /[\p{L}\p{M}\p{N}]$/u;
const GOES_ON = /^[\p{L}\p{M}\p{N}]/u;

function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu)) {
    let before: string | undefined;
    for (const word of run.split("-")) {
      words.add(word);
      if (before !== undefined) words.add(`${before}-${word}`);
      before = word;
    }
  }
  return words;
}
