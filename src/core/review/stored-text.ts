/**
 * The text of a document as a review keeps it. An engine gives every character of a text two bytes as soon as one of them needs two: a dash, an
 * arrow, a curly quotation mark. Such a text is kept in parts, so that most of it takes one byte a character. Equal to the text in every other way.
 */

import { ownCopy } from "../text.ts";

/** Shorter texts are kept whole; parts are this long or longer, save the last. */
const PART = 256;

export class StoredText {
  readonly length: number;
  private readonly parts: string | readonly string[];

  /** `ends` are offsets, ascending, at which parts may end: best where texts are asked for. Without them the text is kept whole. */
  constructor(text: string, ends?: Iterable<number>) {
    this.length = text.length;
    this.parts = ends && isWide(text) ? partsOf(text, ends) : text;
  }

  /** The whole text; linear in it when it is kept in parts. */
  whole(): string {
    return typeof this.parts === "string" ? this.parts : this.parts.join("");
  }

  /** Whether words, without a line's end, stand in it, or may: where parts meet in the midst of a line it says that they may. */
  mayHold(words: string): boolean {
    const { parts } = this;
    if (typeof parts === "string") return parts.includes(words);
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as string;
      if (part.includes(words) || (at < parts.length - 1 && !/[\r\n]$/.test(part))) return true;
    }
    return false;
  }

  slice(start: number, end: number): string {
    const { parts } = this;
    if (typeof parts === "string") return parts.slice(start, end);
    let found = "";
    let at = 0;
    for (const part of parts) {
      const next = at + part.length;
      if (next > start && at < end) found += part.slice(Math.max(0, start - at), end - at);
      if (next >= end) break;
      at = next;
    }
    return found;
  }
}

const WIDE = /[\u0100-\uffff]/;

function isWide(text: string): boolean {
  return text.length > PART && WIDE.test(text);
}

function partsOf(text: string, ends: Iterable<number>): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const end of ends) {
    if (end - from < PART || text.length - end < PART) continue;
    parts.push(ownCopy(text, from, end));
    from = end;
  }
  parts.push(ownCopy(text, from, text.length));
  return parts;
}
