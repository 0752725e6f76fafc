/**
 * Running text that the line reader does not take (entities, tags, images, hard breaks, …), read by the tokenizer that remark
 * reads it with. A paragraph whose place among the blocks is plain needs nothing else of remark, whose blocks cost ten times as much.
 */
import { parse } from "micromark";
import { decodeString } from "micromark-util-decode-string";
import type { Chunk, Event, Point, Token } from "micromark-util-types";
import type { Inline, Mark } from "./blocks.ts";
import { LINE_BREAK_TAG } from "./break-tags.ts";
import { RunningText } from "./running-text.ts";

const parser = parse();

/** LF, as micromark codes it. */
const LINE_FEED = -4;

/** In a tag over lines remark drops three blanks before a line; a fourth stays part of the tag. */
const MOST_DROPPED = "    ";

/**
 * The inline of lines of text (flat pairs: from the first character that is not a blank to the line ending; the last line ends with no
 * blank), as remark reads it. `undefined` where blanks before a line may be part of code or of a tag: remark has to see them.
 */
export function readOddText(text: string, lines: readonly number[]): Inline | undefined {
  const indented = isIndented(text, lines, " ");
  const chunks: Chunk[] = [];
  for (let index = 0; index < lines.length; index += 2) {
    const start = lines[index] ?? 0;
    const line = text.slice(start, lines[index + 1]);
    if (index > 0) chunks.push(LINE_FEED);
    if (indented && line.includes("`")) return undefined;
    chunks.push(line);
  }
  chunks.push(null);
  const compiler = new TextCompiler(text, lines);
  const inline = compiler.read(parser.text().write(chunks));
  return compiler.tagOverLines && isIndented(text, lines, MOST_DROPPED) ? undefined : inline;
}

/** Whether the blanks stand before a line but the first. */
function isIndented(text: string, lines: readonly number[], blanks: string): boolean {
  for (let index = 2; index < lines.length; index += 2) if (text.endsWith(blanks, lines[index])) return true;
  return false;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Turns tokens into an inline. */
class TextCompiler {
  readonly #text: string;
  readonly #lines: readonly number[];
  readonly #out = new RunningText();
  readonly #marks: Mark[] = [];
  /** The marks that are open, outer before inner. */
  readonly #open: Writable<Mark>[] = [];
  /** What is read of the open tag. */
  #tag: string | undefined;
  /** Whether a tag goes on in another line. */
  tagOverLines = false;
  #afterBreak = false;
  /** Whether the destination and title of a link are open: they are no text. */
  #inResource = false;

  constructor(text: string, lines: readonly number[]) {
    this.#text = text;
    this.#lines = lines;
  }

  read(events: readonly Event[]): Inline {
    for (const [side, token] of events) {
      if (side === "enter") this.#enter(token);
      else this.#exit(token);
    }
    const lines = this.#lines;
    return this.#out.inline(lines[0] ?? 0, lines[lines.length - 1] ?? 0, this.#marks);
  }

  #offset({ line, column }: Point): number {
    return (this.#lines[line * 2 - 2] ?? 0) + column - 1;
  }

  /** The source of a token that stands on one line. */
  #source(token: Token): string {
    return this.#text.slice(this.#offset(token.start), this.#offset(token.end));
  }

  #enter(token: Token): void {
    switch (token.type) {
      case "data":
      case "characterEscapeValue":
      case "codeTextData":
        this.#out.add(this.#source(token), this.#offset(token.start));
        return;
      case "characterReference":
        this.#out.add(decodeString(this.#source(token)), this.#offset(token.start));
        return;
      case "lineEnding":
        this.#lineEnding(token);
        return;
      case "hardBreakEscape":
      case "hardBreakTrailing":
        this.#out.add("\n", this.#offset(token.start));
        this.#afterBreak = true;
        return;
      case "strong":
      case "emphasis":
        this.#mark(token.type, token);
        return;
      case "codeText":
        this.#mark("code", token);
        return;
      case "link":
      case "image":
        this.#mark(token.type, token, "");
        return;
      case "autolink":
        this.#mark("address", token, "");
        return;
      case "autolinkProtocol":
        this.#address("", token);
        return;
      case "autolinkEmail":
        this.#address("mailto:", token);
        return;
      case "resource":
        this.#inResource = true;
        return;
      case "resourceDestinationString":
        this.#target(decodeString(this.#source(token)));
        return;
      case "htmlText":
        this.#tag = "";
        return;
      case "htmlTextData":
        this.#tag += this.#source(token);
        return;
      default:
        return;
    }
  }

  #exit(token: Token): void {
    switch (token.type) {
      case "strong":
      case "emphasis":
      case "codeText":
      case "link":
      case "image":
      case "autolink": {
        const mark = this.#open.pop();
        if (mark !== undefined) mark.to = this.#out.text.length;
        return;
      }
      case "resource":
        this.#inResource = false;
        return;
      case "htmlText":
        this.#closeTag(token);
        return;
      default:
        return;
    }
  }

  #mark(kind: Mark["kind"], token: Token, target?: string): void {
    const at = this.#out.text.length;
    const span = { start: this.#offset(token.start), end: this.#offset(token.end) };
    const mark = target === undefined ? { kind, from: at, to: at, span } : { kind, from: at, to: at, span, target };
    this.#marks.push(mark);
    this.#open.push(mark);
  }

  /** What stands between `<` and `>` is both words and destination. */
  #address(scheme: string, token: Token): void {
    const written = this.#source(token);
    this.#out.add(written, this.#offset(token.start));
    this.#target(scheme + written);
  }

  #target(target: string): void {
    const mark = this.#open[this.#open.length - 1];
    if (mark !== undefined) mark.target = target;
  }

  #lineEnding(token: Token): void {
    if (this.#tag !== undefined) {
      this.#tag += "\n";
      this.tagOverLines = true;
    } else if (!this.#afterBreak && !this.#inResource) this.#out.add("\n", this.#offset(token.start));
    this.#afterBreak = false;
  }

  #closeTag(token: Token): void {
    const start = this.#offset(token.start);
    const at = this.#out.text.length;
    const target = this.#tag ?? "";
    this.#tag = undefined;
    this.#marks.push({ kind: "html", from: at, to: at, span: { start, end: this.#offset(token.end) }, target });
    if (LINE_BREAK_TAG.test(target)) this.#out.add("\n", start);
  }
}
