/**
 * Reads a section: by the line reader where every line is plain, else by remark, or by its tokenizer where only some running text is not plain.
 * All give the same blocks.
 */
import type { Block } from "./blocks.ts";
import { Lines } from "./line-ends.ts";
import { readLines } from "./lines.ts";
import { readOddText } from "./odd-text.ts";
import { readRemark } from "./remark.ts";
import { suitsRemark } from "./remark-bounds.ts";
import { shiftBlocks } from "./shift.ts";
import { stretchStarts } from "./stretches.ts";

/** The reader that takes a text; `remark` also where only its tokenizer is needed, and `none` is for one that is not plain and too large, or made too costly, for remark. */
export type ReaderName = "lines" | "remark" | "none";

/**
 * The blocks of a section's text, its heading first; spans are relative to `text`. Never throws. Of a text that no reader
 * takes (`readerOf` says `none`), the first line's blocks are given and the rest is one stretch of code.
 */
export function readBlocks(text: string): readonly Block[] {
  const plain = readLines(text, readOddText);
  if (plain !== undefined) return plain;
  return suitsRemark(text) ? readStretches(text) : readFirstLine(text);
}

/** Reads each stretch that is plain by lines, and those that are not by remark. */
function readStretches(text: string): readonly Block[] {
  const starts = stretchStarts(text);
  if (starts.length === 1) return readRemark(text);
  return starts.flatMap((start, index) => {
    const stretch = text.slice(start, starts[index + 1] ?? text.length);
    return shiftBlocks(readLines(stretch, readOddText) ?? readRemark(stretch), start);
  });
}

export function readerOf(text: string): ReaderName {
  if (readLines(text) !== undefined) return "lines";
  return suitsRemark(text) ? "remark" : "none";
}

function readFirstLine(text: string): readonly Block[] {
  const lines = new Lines(text);
  lines.advance();
  const first = text.slice(0, lines.end);
  if (!suitsRemark(first)) return [{ type: "code", start: 0, end: text.length }];
  const blocks = readRemark(first);
  return lines.next < text.length ? [...blocks, { type: "code", start: lines.next, end: text.length }] : blocks;
}
