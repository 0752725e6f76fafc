/** The lines of a source's text as running words: what its setting put between them is left out, and no word is altered. */
import type { SourceText } from "../../quotes/source-text.ts";
import type { Span } from "../../text.ts";

/** What becomes of ends of lines: of hyphens there, and between signs of scripts that part no words. */
export interface Joining {
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
const HYPHENS = /[-\u2010\u00ad]\r?\n/;
const WORD_START = /^[\p{L}\p{N}]/u;
const STOP = /[.!?:;\u2026\u3002\uff01\uff1f][\p{Pf}\p{Pe}"'\d]*$/u;
const UNPARTED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]$/u;

/** The paragraphs of a stretch of the text. A paragraph goes on over an empty line, or a page, where its sentence does. Linear in the text. */
export function joined(source: SourceText, span: Span, joining: Joining): readonly string[] {
  const raw = withoutSkipped(source, span)
    .replace(/\r\n?/g, "\n")
    // What no person sees, and Markdown would not keep.
    .replace(/(?![\t\n\v\f\r])[\p{Cc}\ufeff]/gu, "");
  const used = HYPHENS.test(raw) ? wordsUsed(source) : undefined;
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

/** Heads and feet of pages, and numbers of references, are no words of the passage. */
function withoutSkipped({ text, skipped }: SourceText, { start, end }: Span): string {
  const parts: string[] = [];
  let at = start;
  for (const skip of skipped) {
    if (skip.end <= at) continue;
    // What is chosen in a note is of its words.
    if (skip.start >= end || (skip.isNote && skip.start <= start && end <= skip.end)) break;
    parts.push(text.slice(at, Math.max(at, skip.start)));
    at = Math.min(end, skip.end);
  }
  parts.push(text.slice(at, end));
  return parts.join("");
}

function withLine(before: string, line: string, joining: Joining, used: ReadonlySet<string> | undefined): string {
  const hyphen = HYPHEN.exec(before.slice(-3))?.[1];
  if (hyphen !== undefined && WORD_START.test(line)) {
    const isKept = hyphen !== "\u00ad" && (joining.hyphens === "kept" || keepsHyphen(before, line, used));
    return (isKept ? before : before.slice(0, -1)) + line;
  }
  const isUnparted = UNPARTED.test(lastSign(before)) && UNPARTED.test(firstSign(line));
  return before + (isUnparted ? joining.unparted : " ") + line;
}

/** Whether a word that a line's end parts is written with its hyphen: as the text writes it elsewhere, else where a capital or a digit follows. */
function keepsHyphen(before: string, line: string, used: ReadonlySet<string> | undefined): boolean {
  const head = (/[\p{L}\p{M}\p{N}]{1,60}(?=.$)/u.exec(before.slice(-61))?.[0] ?? "").toLowerCase();
  const tail = (/^[\p{L}\p{M}\p{N}]{1,60}/u.exec(line)?.[0] ?? "").toLowerCase();
  if (used?.has(head + tail)) return false;
  if (used?.has(`${head}-${tail}`)) return true;
  return !/^\p{Ll}/u.test(line) || !/\p{Ll}.$/u.test(before.slice(-3));
}

function lastSign(text: string): string {
  const unit = text.charCodeAt(text.length - 1);
  return text.slice(unit >= 0xdc00 && unit < 0xe000 ? -2 : -1);
}

function firstSign(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

const known = new WeakMap<SourceText, ReadonlySet<string>>();

/** The words of a text in small letters, with the hyphens that stand in them. */
function wordsUsed(source: SourceText): ReadonlySet<string> {
  const read = known.get(source);
  if (read) return read;
  const words = new Set<string>();
  for (const [word] of source.text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu))
    words.add(word.replaceAll("\u2010", "-").toLowerCase());
  known.set(source, words);
  return words;
}
