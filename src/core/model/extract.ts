/** An extract: its quote, its codes, what it bears on. */
import type { Block, Inline, Quote } from "../syntax/blocks.ts";
import { fold } from "../syntax/bullets.ts";
import { readSentence } from "../syntax/sentence.ts";
import { FIELDS } from "../vocabulary.ts";
import { collectWords } from "./block-words.ts";
import type { RecordText } from "./cmoc.ts";
import { isCodeAgain, NO_CODINGS, nearlyCoding, readCoding } from "./coding-lines.ts";
import { mayRefer } from "./field-values.ts";
import { didYouMean, Fields, readField } from "./fields.ts";
import { blockRefs, blocksRefs } from "./prose.ts";
import type { Coding, Extract, Ref, Value } from "./types.ts";

export function readExtract(record: RecordText): Extract {
  const { head, blocks, bullets, context } = record;
  const fields = new Fields();
  let codings: Coding[] | undefined;
  for (const bullet of bullets) {
    if (readField(bullet, FIELDS.extract, "extract", fields, context)) continue;
    const coding = readCoding(bullet, context, fields.refs);
    const line = coding?.[0];
    if (line && codings) codings.push(line);
    else if (line) codings = [line];
    else if (!coding && !didYouMean(bullet, "extract", [], context)) nearlyCoding(bullet, fields.refs);
    if (!mayRefer(bullet)) continue;
    if (!line) blocksRefs(bullet.item.blocks, context.prose, fields.refs);
    else {
      const found: Ref[] = [];
      blocksRefs(bullet.item.blocks, { ...context.prose, withoutCitations: true }, found);
      for (const ref of found) if (!isCodeAgain(ref, line)) fields.refs.push(ref);
    }
  }
  let paragraphs: Inline[] | undefined;
  for (const block of blocks) {
    if (block.type === "paragraph") {
      paragraphs ??= [];
      paragraphs.push(block.inline);
    }
    if (block.type !== "quote" && (block.type !== "list" || block.ordered))
      blockRefs(block, context.prose, fields.refs);
  }
  return {
    kind: "extract",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    source: context.source ?? "",
    quote: quoteOf(blocks, record.text),
    paraphrase: fields.one("paraphrase"),
    at: fields.one("at"),
    voice: fields.one("voice"),
    parked: fields.one("parked"),
    coder: fields.one("coder"),
    origin: fields.one("origin"),
    annotation: fields.one("annotation"),
    relevance: fields.one("relevance"),
    richness: fields.one("richness"),
    rigour: fields.one("rigour"),
    codings: codings ?? NO_CODINGS,
    evidence: fields.evidence,
    restated: (paragraphs && readSentence(paragraphs, context.scheme)?.slots) ?? NO_SLOTS,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
  };
}

const NO_SLOTS: Extract["restated"] = [];

/** The block quotes that stand directly in the record, as one: joined by an ellipsis. */
function quoteOf(blocks: readonly Block[], text: string): Value | undefined {
  let quote: Value | undefined;
  for (const block of blocks) {
    if (block.type !== "quote") continue;
    const words = quotedBy(block, text);
    if (words === "") continue;
    quote = { text: quote ? `${quote.text} … ${words}` : words, start: quote?.start ?? block.start, end: block.end };
  }
  return quote;
}

function quotedBy({ blocks }: Quote, text: string): string {
  const [only] = blocks;
  if (only?.type === "paragraph" && blocks.length === 1) return fold(only.inline.text);
  const words: string[] = [];
  collectWords(blocks, words);
  if (words.length === 0) collectCode(blocks, text, words);
  return words.join(" ");
}

/** The words of fenced or indented blocks in a quote, which people use for verse and for tables. */
function collectCode(blocks: readonly Block[], text: string, into: string[]): void {
  for (const block of blocks) {
    if (block.type !== "code") continue;
    for (const line of text.slice(block.start, block.end).split(/\r\n?|\n/)) {
      const words = fold(line.replace(/^[\s>]*/, ""));
      if (words !== "" && !/^(?:```|~~~)/.test(words)) into.push(words);
    }
  }
}
