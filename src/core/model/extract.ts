/** An extract: its quote, its codes, what it bears on. */
import { isId } from "../ids.ts";
import type { Block, Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, fold, labelSpan } from "../syntax/bullets.ts";
import { readRole } from "../syntax/roles.ts";
import { readSentence } from "../syntax/sentence.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { FIELDS, type Scheme } from "../vocabulary.ts";
import { collectWords } from "./block-words.ts";
import type { RecordText } from "./cmoc.ts";
import { type Context, didYouMean, Fields, readField } from "./fields.ts";
import { codeName } from "./names.ts";
import { blockRefs } from "./prose.ts";
import type { Coding, Extract, Ref, Value } from "./types.ts";

export function readExtract(record: RecordText): Extract {
  const { head, blocks, bullets, context } = record;
  const fields = new Fields();
  const codings: Coding[] = [];
  for (const bullet of bullets) {
    if (readField(bullet, FIELDS.extract, "extract", fields, context)) continue;
    const coding = readCoding(bullet, context, fields.refs);
    if (coding) for (const one of coding) codings.push(one);
    else if (coding === undefined && !didYouMean(bullet, "extract", [], context)) nearlyCoding(bullet, fields.refs);
    const withoutCitations = (coding?.length ?? 0) > 0;
    blockRefs(
      bullet.item.blocks,
      { field: "prose", inRecord: true, withoutCitations, source: context.source },
      fields.refs,
    );
  }
  const paragraphs: Inline[] = [];
  for (const block of blocks) if (block.type === "paragraph") paragraphs.push(block.inline);
  const quote = quoteOf(blocks, record.text);
  const prose = blocks.filter((block) => (block.type !== "list" || block.ordered) && block.type !== "quote");
  blockRefs(prose, { field: "prose", inRecord: true, source: context.source }, fields.refs);
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
    quote,
    paraphrase: fields.one("paraphrase"),
    at: fields.one("at"),
    voice: fields.one("voice"),
    parked: fields.one("parked"),
    coder: fields.one("coder"),
    origin: fields.one("origin"),
    relevance: fields.one("relevance"),
    richness: fields.one("richness"),
    rigour: fields.one("rigour"),
    codings,
    evidence: fields.evidence,
    restated: paragraphs.length === 0 ? NO_SLOTS : (readSentence(paragraphs, context.scheme)?.slots ?? NO_SLOTS),
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
  };
}

const NO_SLOTS: Extract["restated"] = [];

/** The block quotes that stand directly in the record, as one: joined by an ellipsis. */
function quoteOf(blocks: readonly Block[], text: string): Value | undefined {
  const parts: string[] = [];
  let start = -1;
  let end = -1;
  for (const block of blocks) {
    if (block.type !== "quote") continue;
    const words: string[] = [];
    collectWords(block.blocks, words);
    if (words.length === 0) collectCode(block.blocks, text, words);
    if (words.length === 0) continue;
    parts.push(words.join(" "));
    if (start < 0) start = block.start;
    end = block.end;
  }
  return parts.length === 0 ? undefined : { text: parts.join(" … "), start, end };
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

interface CodingLabel {
  readonly role?: RoleMention;
  readonly code?: string;
}

/**
 * The coding lines of a bullet: `ROLE code`, `ROLE`, `code SLUG` before the colon, only quoted words and a coder after it.
 * An empty list when the label is a coding's and what stands after the colon is not; undefined when the bullet is no coding at all.
 */
function readCoding(bullet: Bullet, context: Context, refs: Ref[]): readonly Coding[] | undefined {
  if (bullet.label === undefined) return undefined;
  const label = codingLabel(bullet.label, context);
  if (!label) return undefined;
  const inline = bullet.paragraphs[0];
  if (!inline) return undefined;
  const codeSpan = label.code === undefined ? undefined : codeSpanOf(bullet, label.code);
  const ref = (weak: boolean): Ref | undefined =>
    label.code === undefined || !codeSpan
      ? undefined
      : {
          name: codeName(label.code),
          id: label.code,
          field: weak ? "coding-prose" : "coding",
          start: codeSpan.start,
          end: codeSpan.end,
          ...(weak && { weak: true as const }),
        };
  const after = bullet.paragraphs.length > 1 ? undefined : quotedWords(inline, bullet.valueFrom);
  const named = ref(after === undefined);
  if (named) refs.push(named);
  if (!after) return [];
  return [
    {
      start: bullet.start,
      end: bullet.end,
      ...(label.role && { role: label.role }),
      ...(label.code !== undefined && { code: label.code, codeSpan }),
      words: after.words,
      ...(after.coder !== undefined && { coder: after.coder }),
    },
  ];
}

function codingLabel(label: string, context: Context): CodingLabel | undefined {
  const space = label.lastIndexOf(" ");
  const last = label.slice(space + 1);
  const code = space > 0 && isId(last) ? last : undefined;
  // Qualifiers are read before codes; of most codes one glance tells that they are none.
  const whole = code === undefined || mayEndRole(code, context.scheme) ? readRole(label, context.scheme) : undefined;
  if (whole) return { role: whole };
  if (code === undefined) return undefined;
  const before = label.slice(0, space);
  if (before === "code" || before.toLowerCase() === "code") return { code };
  const role = readRole(before, context.scheme);
  return role && { role, code };
}

const LONGEST_NUMBER = 3;

/** Whether a word can be the last of a role: a number, a qualifier, a letter or a word of the scheme, plural or numbered. */
function mayEndRole(word: string, scheme: Scheme): boolean {
  if (word.length <= LONGEST_NUMBER || !/^[\x20-\x7e]+$/.test(word)) return true;
  const letters = /^[a-z]*/i.exec(word)?.[0].toLowerCase() ?? "";
  if (letters.length === 0 || QUALIFIERS.test(letters)) return true;
  return scheme.slots.some(
    ({ label }) => label.toLowerCase().includes(letters) || letters.includes(label.toLowerCase()),
  );
}

const QUALIFIERS =
  /resource|reason|respon|reaction|immediate|intermediate|final|absent|present|level|individual|personal|institution|infrastruct|micro|meso|macro|context|mechanism|outcome|^[ivx]+$/;

/** A bullet that would be a coding line, were it not for what stands before its code: told of when the codebook has the code. */
function nearlyCoding(bullet: Bullet, refs: Ref[]): void {
  const { label, paragraphs } = bullet;
  const [inline] = paragraphs;
  if (label === undefined || !inline || paragraphs.length > 1) return;
  if (PAIRS[inline.text.charAt(bullet.valueFrom)] === undefined) return;
  const code = label.slice(label.lastIndexOf(" ") + 1);
  if (!isId(code) || !quotedWords(inline, bullet.valueFrom)) return;
  const { start, end } = codeSpanOf(bullet, code);
  refs.push({ name: codeName(code), id: code, field: "coding-prose", start, end, weak: true });
}

function codeSpanOf(bullet: Bullet, code: string): { readonly start: number; readonly end: number } {
  const inline = bullet.paragraphs[0];
  return inline ? sourceSpan(inline, bullet.labelTo - code.length, bullet.labelTo) : labelSpan(bullet);
}

const PAIRS: { readonly [open: string]: string } = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "'": "'",
  "‹": "›",
  "”": "”",
  "「": "」",
  "『": "』",
};

/** Quoted words parted by commas and a coder in brackets; undefined when anything else stands there. */
function quotedWords(
  inline: Inline,
  from: number,
): { readonly words: readonly Value[]; readonly coder?: string } | undefined {
  const text = inline.text;
  const words: Value[] = [];
  let coder: string | undefined;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/[\s,;]/.test(character)) {
      at++;
      continue;
    }
    if (coder !== undefined) return text.slice(at).trim() === "." ? { words, coder } : undefined;
    const shut = PAIRS[character];
    if (shut !== undefined) {
      const close = closing(text, at + 1, shut);
      if (close < 0) return undefined;
      const span = sourceSpan(inline, at + 1, close);
      const said = fold(text.slice(at + 1, close));
      if (said !== "") words.push({ text: said, start: span.start, end: span.end });
      at = close + 1;
    } else if (character === "(") {
      const close = text.indexOf(")", at);
      if (close < 0) return undefined;
      coder = text.slice(at + 1, close).trim();
      at = close + 1;
    } else if (character === "." && text.slice(at + 1).trim() === "") at++;
    else return undefined;
  }
  return { words, ...(coder !== undefined && coder !== "" && { coder }) };
}

/** The closing mark: the next one of its kind; an apostrophe closes only where no letter follows it. */
function closing(text: string, from: number, marks: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (!marks.includes(character)) continue;
    if ((character === "'" || character === "’") && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) continue;
    return at;
  }
  return -1;
}
