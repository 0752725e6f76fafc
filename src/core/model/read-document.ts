/** Reads a document: a pure function of its text, of the review's scheme, and of nothing else. Never throws. */
import { encodingFault } from "../syntax/encoding.ts";
import type { Finding, FindingValue } from "../syntax/finding.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { keepsBodyStart, type Section, sectionsOf, split, splitFrom } from "../syntax/split.ts";
import { ownCopy } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { briefOf } from "./brief.ts";
import { briefOfFrontMatter } from "./front-matter-brief.ts";
import type { OutlinePiece } from "./outline.ts";
import { PieceFacts } from "./piece-facts.ts";
import { isRecordKey, pieceKey, piecesOf, type Reading, readPiece } from "./read-piece.ts";
import type { DocumentFacts, Entity, Inspect, PieceKey, Ref } from "./types.ts";

/** A document as it was read before, so that pieces whose text did not change are not read again. */
export interface Previous {
  readonly text: string;
  readonly facts: DocumentFacts;
  readonly scheme: Scheme;
}

const NO_PIECES: readonly PieceFacts[] = [];

/** Reads a Markdown document. With `previous`, facts of unchanged pieces are the same objects; `inspect` adds what records say against themselves. */
export function readDocument(text: string, scheme: Scheme, previous?: Previous, inspect?: Inspect): DocumentFacts {
  const fault = encodingFault(text);
  if (fault && !fault.isText) return { findings: [fault.finding], from: 0, pieces: NO_PIECES };
  const again = previous?.scheme === scheme && !fault ? readChanged(text, previous, inspect) : undefined;
  if (again) return again;
  const parts = split(text);
  const frontMatter = parts.frontMatter ? readFrontMatter(text, parts.frontMatter.yaml) : undefined;
  const from = parts.sections[0]?.start ?? text.length;
  if (frontMatter?.cmocOff) return { findings: NO_FINDINGS, from, pieces: NO_PIECES };
  const ofFrontMatter = frontMatter?.findings ?? NO_FINDINGS;
  const findings = orNone(fault ? [fault.finding, ...ofFrontMatter] : ofFrontMatter);
  const reading = { scheme, source: frontMatter?.citekey?.value };
  const pieces = factsOf(text, parts.sections, reading, inspect);
  return frontMatter
    ? { frontMatter: briefOfFrontMatter(frontMatter), findings, from, pieces }
    : { findings, from, pieces };
}

function factsOf(
  text: string,
  sections: readonly Section[],
  reading: Reading,
  inspect: Inspect | undefined,
): readonly PieceFacts[] {
  return piecesOf(text, sections, reading).map((piece) => factsOfPiece(text, piece, reading, inspect));
}

function factsOfPiece(text: string, piece: OutlinePiece, reading: Reading, inspect: Inspect | undefined): PieceFacts {
  const { records, refs, findings } = readPiece(text, piece, reading);
  return new PieceFacts(
    piece.end - piece.start,
    pieceKey(piece),
    records.map(briefOf),
    refs.length === 0 ? NO_REFS : refs.slice(),
    findings.length === 0 ? NO_FINDINGS : findings.map(ownFinding),
    inspect && records.length > 0 ? inspected(records, reading.scheme, inspect) : undefined,
  );
}

/**
 * The facts of a piece whose text alone became another, which then is what its document has there: of a text that is still one piece of the same sort.
 * Undefined where it is not, and the document is to be read. Findings of records are left out.
 */
export function readOnePiece(text: string, key: PieceKey, reading: Reading): PieceFacts | undefined {
  const [first, ...others] = sectionsOf(text);
  if (!first) return undefined;
  const pieces = piecesOf(text, [{ ...first, off: (key & 1) === 1 }, ...others], reading);
  const [piece] = pieces;
  if (!piece || pieces.length > 1 || pieceKey(piece) !== key) return undefined;
  return factsOfPiece(text, piece, reading, undefined);
}

/** A finding whose words are strings of their own. */
function ownFinding({ rule, start, end, data }: Finding): Finding {
  const own: { [name: string]: FindingValue } = {};
  for (const [key, value] of Object.entries(data)) own[key] = typeof value === "string" ? ownCopy(value) : value;
  return { rule, start, end, data: own };
}

const NO_REFS: readonly Ref[] = [];
const NO_FINDINGS: readonly Finding[] = [];

function orNone(findings: readonly Finding[]): readonly Finding[] {
  return findings.length === 0 ? NO_FINDINGS : findings.slice();
}

function inspected(records: readonly Entity[], scheme: Scheme, inspect: Inspect): PieceFacts["own"] {
  let own: (readonly Finding[])[] | undefined;
  let findings: Finding[] = [];
  for (let index = 0; index < records.length; index++) {
    inspect(records[index] as Entity, scheme, findings);
    if (findings.length === 0) continue;
    own ??= records.map(() => NO_FINDINGS);
    own[index] = findings.map(ownFinding);
    findings = [];
  }
  return own;
}

/** What a piece is may depend on the one after it and on the heading that follows that: so many pieces before a change are read again. */
const LOOK_AHEAD = 2;
/** A piece is kept only when so much before it is unchanged: the line before a heading may switch it off. */
const LOOK_BACK = 100;

/**
 * Reads a document that was read before and has the same front matter: from two pieces before the first change to the first record after the last
 * one that stands where it stood. A section can be read without what stands before it, and a record always begins a piece, so what follows it is
 * what it was. Undefined when the whole is to be read.
 */
function readChanged(text: string, previous: Previous, inspect: Inspect | undefined): DocumentFacts | undefined {
  const { facts, text: old } = previous;
  const { from, pieces, frontMatter } = facts;
  if (facts.findings.some(({ rule }) => rule === "file/encoding")) return undefined;
  if (pieces.length === 0 || !keepsBodyStart(text, from, frontMatter !== undefined)) return undefined;
  const prefix = commonPrefix(old, text);
  if (prefix < from) return undefined;
  const suffix = Math.min(commonSuffix(old, text), Math.min(old.length, text.length) - prefix);
  const shift = text.length - old.length;
  let changed = 0;
  let begin = from;
  while (changed < pieces.length - 1 && begin + (pieces[changed]?.length ?? 0) <= prefix)
    begin += pieces[changed++]?.length ?? 0;
  let first = changed;
  while (first > 0 && changed - first < LOOK_AHEAD) begin -= pieces[--first]?.length ?? 0;
  /** Starts in the new text of records that may be kept. */
  const kept = new Map<number, number>();
  let start = old.length;
  for (
    let at = pieces.length - 1;
    at > changed && start - (pieces[at]?.length ?? 0) >= old.length - suffix + LOOK_BACK;
    at--
  ) {
    const piece = pieces[at] as PieceFacts;
    start -= piece.length;
    if (isRecordKey(piece.key)) kept.set(start + shift, at);
  }
  const { sections, end } = splitFrom(text, from, begin, (at) => kept.has(at));
  const reading = { scheme: previous.scheme, source: frontMatter?.citekey };
  const head = text.slice(0, end);
  const known = knownBetween(pieces, first, kept.get(end) ?? pieces.length, begin);
  const middle = piecesOf(head, sections, reading).map((piece) => {
    const before = piece.end <= prefix ? piece.start : piece.start >= text.length - suffix ? piece.start - shift : -1;
    const same = known.get(before);
    return same && same.length === piece.end - piece.start && same.key === pieceKey(piece)
      ? same
      : factsOfPiece(head, piece, reading, inspect);
  });
  const last = kept.get(end);
  return {
    ...facts,
    pieces: pieces.slice(0, first).concat(middle, last === undefined ? NO_PIECES : pieces.slice(last)),
  };
}

/** Pieces from one to before another, by where they stood. */
function knownBetween(
  pieces: readonly PieceFacts[],
  first: number,
  last: number,
  begin: number,
): ReadonlyMap<number, PieceFacts> {
  const known = new Map<number, PieceFacts>();
  let start = begin;
  for (let at = first; at < last; at++) {
    const piece = pieces[at] as PieceFacts;
    known.set(start, piece);
    start += piece.length;
  }
  return known;
}

const CHUNK = 4096;

function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at + CHUNK <= limit && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (
    at + CHUNK <= limit &&
    a.slice(a.length - at - CHUNK, a.length - at) === b.slice(b.length - at - CHUNK, b.length - at)
  )
    at += CHUNK;
  while (at < limit && a.charCodeAt(a.length - at - 1) === b.charCodeAt(b.length - at - 1)) at++;
  return at;
}
