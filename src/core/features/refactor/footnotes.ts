/** Footnotes: `[^n]` in running words, `[^n]: words` on lines of their own. The dialect does not read them. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";
import { lineEnd, lineStart } from "../edit/style.ts";
import { asLabel } from "./definitions.ts";
import { inlinesIn } from "./destinations.ts";

/** A label in a text, its brackets and `^` left out. */
export interface FootnoteUse {
  readonly label: string;
  readonly span: Span;
}

/** A definition: `span` is that of its label. */
export interface Footnote extends FootnoteUse {
  /** Its lines, without the end of the last. */
  readonly whole: Span;
  /** Labels that it uses itself. */
  readonly uses: readonly FootnoteUse[];
  /** It stands in a list or a quote, or has indented lines with markup, which are read as code. */
  readonly isUnsure: boolean;
}

export interface Footnotes {
  readonly definitions: readonly Footnote[];
  /** Those outside of definitions. */
  readonly uses: readonly FootnoteUse[];
}

const NONE: Footnotes = { definitions: [], uses: [] };
const USE = /\\[\s\S]|\[\^((?:\\[^\r\n]|[^\s[\]\\])+)\]/g;
const DEFINED = /(?:^|\r\n?|\n)([ \t>]*)\[\^((?:\\[^\r\n]|[^\s[\]\\])+)\]:/g;

type Begun = Omit<Footnote, "uses"> & { readonly uses: FootnoteUse[] };

/** All footnotes of a text. Linear in it. */
export function footnotesIn(text: string): Footnotes {
  if (!text.includes("[^")) return NONE;
  const blocks = blocksOfPiece(text);
  const definitions = definedIn(text, blocks).sort((a, b) => a.span.start - b.span.start);
  const labels = new Set(definitions.map(({ span }) => span.start));
  const uses: FootnoteUse[] = [];
  let next = 0;
  for (const use of usesIn(text, inlinesIn(blocks))) {
    if (labels.has(use.span.start)) continue;
    while ((definitions[next]?.whole.end ?? Number.POSITIVE_INFINITY) < use.span.start) next++;
    const around = definitions[next];
    if (around && around.whole.start <= use.span.start) around.uses.push(use);
    else uses.push(use);
  }
  return { definitions, uses };
}

function usesIn(text: string, inlines: readonly Inline[]): readonly FootnoteUse[] {
  const found: FootnoteUse[] = [];
  for (const { start, end, marks } of inlines) {
    const words = text.slice(start, end);
    if (!words.includes("[^")) continue;
    const hidden = marks.filter(({ kind }) => HIDDEN.has(kind)).map(({ span }) => span);
    hidden.sort((a, b) => a.start - b.start);
    let next = 0;
    for (const match of words.matchAll(USE)) {
      const [, label] = match;
      const from = start + match.index;
      while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next++;
      const isHidden = (hidden[next]?.start ?? Number.POSITIVE_INFINITY) <= from;
      if (label === undefined || isHidden) continue;
      found.push({ label: asLabel(label), span: { start: from + 2, end: from + 2 + label.length } });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** In what nothing is a footnote. */
const HIDDEN: ReadonlySet<string> = new Set(["code", "html", "address"]);

function definedIn(text: string, blocks: readonly Block[], isNested = false): Begun[] {
  const found: Begun[] = [];
  let last: Begun | undefined;
  for (const block of blocks) {
    if (block.type === "code" && last && isIndented(text, block)) {
      const isUnsure = last.isUnsure || /[[<`]/.test(text.slice(block.start, block.end));
      last = { ...last, whole: { start: last.whole.start, end: lineEnd(text, block.end) }, isUnsure };
      found[found.length - 1] = last;
      continue;
    }
    const own = block.type === "paragraph" ? inParagraph(text, block, isNested) : [];
    for (const each of own) found.push(each);
    if (block.type === "list")
      for (const { blocks: inside } of block.items) for (const each of definedIn(text, inside, true)) found.push(each);
    if (block.type === "quote") for (const each of definedIn(text, block.blocks, true)) found.push(each);
    last = own.at(-1);
  }
  return found;
}

function isIndented(text: string, { start }: Span): boolean {
  return /^(?: {4}| {0,3}\t)/.test(text.slice(lineStart(text, start), start + 4));
}

function inParagraph(text: string, { start, end }: Span, isNested: boolean): Begun[] {
  const from = isNested ? start : lineStart(text, start);
  const matches = [...text.slice(from, end).matchAll(DEFINED)].filter(
    ([, indent = ""]) => isNested || /^ {0,3}$/.test(indent),
  );
  return matches.map((match, index) => {
    const [all, , label = ""] = match;
    const at = from + match.index + all.length - 2 - label.length;
    const next = matches[index + 1];
    return {
      label: asLabel(label),
      span: { start: at, end: at + label.length },
      whole: { start: lineStart(text, at), end: next ? from + next.index : lineEnd(text, end) },
      uses: [],
      isUnsure: isNested,
    };
  });
}
