/** What a document holds, as an outline of records: each with its slots, or the codes of its passage; those of a source's file below the source. */
import { type Brief, idSpanOf, isRow } from "../model/brief.ts";
import type { Cmoc, Coding, Entity, Extract } from "../model/types.ts";
import type { Definition, Placed, Review } from "../review.ts";
import type { Slot } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import type { Kind } from "../vocabulary.ts";
import { firstWords, plain, quoted, slotName } from "./card/words.ts";
import { calledInTree, titleOf } from "./tree/titles.ts";

export type SymbolIs = Kind | "source" | "slot" | "coding";

export interface DocumentSymbol {
  readonly is: SymbolIs;
  /** `TR2: Conflict builds trust`, `e4: “They met.”`, `C: a shared past`. */
  readonly name: string;
  /** What stands dimmed beside it: a theme, a stage, a page, a role. */
  readonly detail: string;
  /** All of it, and what is selected there, which it holds; offsets in the document. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** So many records of a document are told with what is in them; of more, the records alone. */
const MOST_WHOLE = 300;
const WORDS = 80;
const NONE: readonly DocumentSymbol[] = [];

/** The outline of a document, in the order of the text; nothing of one without records that is no source's. */
export function documentSymbols(review: Review, uri: string): readonly DocumentSymbol[] {
  const pieces = review.placed(uri);
  const count = pieces.reduce((sum, { facts }) => sum + facts.count, 0);
  const records = pieces.flatMap((placed) => recordsIn(placed, review, count <= MOST_WHOLE));
  const frontMatter = review.frontMatter(uri);
  const citekey = frontMatter?.citekey;
  if (!frontMatter || !citekey) return records;
  const { title, year } = frontMatter;
  const source: DocumentSymbol = {
    is: "source",
    name: titled(citekey.value, title?.value ?? ""),
    detail: plain(year?.value ?? ""),
    span: { start: 0, end: (review.text(uri) ?? "").length },
    selection: citekey.span,
    children: records,
  };
  return [source];
}

function recordsIn(placed: Placed, review: Review, isWhole: boolean): readonly DocumentSymbol[] {
  return placed.definitions.map((at, index) => {
    const entity = isWhole ? placed.entities[index] : undefined;
    return symbolOf(at, entity, review);
  });
}

function symbolOf(at: Definition, entity: Entity | undefined, review: Review): DocumentSymbol {
  const { placed, brief } = at;
  const shifted = ({ start, end }: Span): Span => ({ start: start + placed.start, end: end + placed.start });
  const row = brief.kind === "cmoc" && isRow(brief);
  const head = { start: brief.start, end: brief.end };
  const span = row ? head : { start: 0, end: placed.text.trimEnd().length };
  return {
    is: brief.kind,
    name: nameOf(at, entity, review),
    detail: detailOf(brief, entity),
    span: shifted(span),
    selection: shifted(brief.id === "" ? head : idSpanOf(brief)),
    children: entity ? partsOf(entity, shifted) : NONE,
  };
}

function nameOf(at: Definition, entity: Entity | undefined, review: Review): string {
  const { brief } = at;
  if (brief.id === "") return calledInTree(at, review);
  if (entity?.kind !== "extract") return titled(brief.id, entity?.title ?? titleOf(at));
  return titled(brief.id, entity.title || quoted((entity.quote ?? entity.paraphrase)?.text, WORDS));
}

/** `TR2: A title`, the title no longer than is read at a glance. */
export function titled(id: string, title: string): string {
  const words = firstWords(title, WORDS);
  return words === "" ? plain(id) : `${plain(id)}: ${words}`;
}

function detailOf(brief: Brief, entity: Entity | undefined): string {
  if (brief.kind === "cmoc") return plain(brief.theme ?? "");
  if (brief.kind === "theory") return plain(brief.stage ?? "");
  if (brief.kind === "code") return plain(brief.role ?? "");
  return entity?.kind === "extract" ? firstWords(entity.at?.text ?? "", WORDS) : "";
}

function partsOf(entity: Entity, shifted: (span: Span) => Span): readonly DocumentSymbol[] {
  if (entity.kind === "cmoc") return (entity as Cmoc).slots.map((slot) => slotSymbol(slot, shifted));
  if (entity.kind === "extract") return (entity as Extract).codings.map((coding) => codingSymbol(coding, shifted));
  return NONE;
}

function slotSymbol(slot: Slot, shifted: (span: Span) => Span): DocumentSymbol {
  const span = shifted(slot);
  return { is: "slot", name: titled(slotName(slot), slot.text), detail: "", span, selection: span, children: NONE };
}

function codingSymbol(coding: Coding, shifted: (span: Span) => Span): DocumentSymbol {
  const { role, code, words } = coding;
  const span = shifted(coding);
  const name = [role && slotName(role), code].filter((word) => word !== undefined).join(" ");
  const selection = coding.codeSpan ? shifted(coding.codeSpan) : span;
  const inside = selection.start >= span.start && selection.end <= span.end;
  const detail = quoted(words[0]?.text, WORDS);
  return {
    is: "coding",
    name: plain(name) || detail,
    detail,
    span,
    selection: inside ? selection : span,
    children: NONE,
  };
}
