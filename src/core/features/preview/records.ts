/** The records of a document as the preview shows them: what stands beside their headings, beside their slots, and in a card below them. */

import { t } from "../../l10n.ts";
import { type CmocBrief, isRow } from "../../model/brief.ts";
import type { Cmoc, Entity, Extract } from "../../model/types.ts";
import type { Definition, Placed } from "../../review.ts";
import { isClosed } from "../../rules/about.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Span } from "../../text.ts";
import { inMarkup } from "../../text.ts";
import type { Asking } from "../card/asking.ts";
import type { CardLine, CardPart } from "../card/lines.ts";
import { linksBySlot, slotMarks, tallyOf, tallyWords } from "../card/stances.ts";
import { cardOf } from "../card.ts";
import type { Look } from "../marks.ts";
import { headChips, markChip } from "./chips.ts";
import { codeChips, codedIn } from "./coded.ts";
import { lineHtml, type Setting } from "./html.ts";

/** Offsets in the document. */
export interface PreviewRecord extends Span {
  /** Its class: the kind, and whether it is no longer held. */
  readonly look: string;
  /** After the words of its heading; HTML in a line. Empty of a row, which has none. */
  readonly beside: string;
  /** Below its heading; HTML, or nothing. */
  readonly below: string;
  /** Below the block at an offset: a card. */
  readonly cards: readonly { readonly at: number; readonly html: string }[];
  /** Of a configuration in fields: where the label of a slot stands, and what is beside its words. */
  readonly slots: readonly { readonly at: number; readonly look: string; readonly beside: string }[];
  /** Of an extract: words of its quote that are coded. */
  readonly coded: readonly { readonly words: string; readonly look: string; readonly title: string }[];
  /** Rows of tables that can be led to. */
  readonly rows: readonly number[];
}

const NOTHING = { look: "", beside: "", below: "", cards: [], slots: [], coded: [], rows: [] };
/** Of a table with more rows, the cards are folded. */
const MANY_ROWS = 6;

export function recordsOf(
  pieces: readonly Placed[],
  uri: string,
  asking: Asking,
  looks: ReadonlyMap<string, Look>,
): readonly PreviewRecord[] {
  const setting: Setting = { review: asking.review, uri, looks };
  return pieces.flatMap((placed) => {
    if (placed.facts.count === 0) return [];
    const { definitions, start } = placed;
    const end = start + placed.facts.length;
    const headed = definitions.find(({ brief }) => !isARow(brief));
    const rows = definitions.filter(({ brief }) => isARow(brief)) as Definition<Cmoc>[];
    const own = headed ? headedRecord(headed, asking, setting) : NOTHING;
    const cards = [...own.cards, ...rowCards(rows, asking, setting)].sort((a, b) => a.at - b.at);
    return [{ start, end, ...own, cards, rows: rows.map(({ brief }) => start + brief.start) }];
  });
}

function isARow(brief: Definition["brief"]): boolean {
  return brief.kind === "cmoc" && isRow(brief as CmocBrief);
}

/** What a card says that the text below its heading does not. */
const ADDED: { readonly [kind in Entity["kind"]]: readonly CardPart[] } = {
  cmoc: ["evidence", "more"],
  theory: ["evidence", "more"],
  "demi-regularity": ["evidence", "more"],
  extract: ["link", "more"],
  code: [],
  memo: [],
};

function headedRecord(at: Definition, asking: Asking, setting: Setting): Omit<PreviewRecord, "start" | "end"> {
  const { entity, placed } = at;
  const card = cardOf(asking.review, at, asking);
  const isGone =
    (entity.kind === "cmoc" && isClosed(entity)) ||
    (entity.kind === "code" && (entity.retired !== undefined || entity.replacedBy !== undefined));
  const look = `cmoc-record cmoc-is-${entity.kind}${isGone ? " cmoc-gone" : ""}`;
  const beside = headChips(at, card, asking);
  const isSpelt = entity.kind === "cmoc" && entity.spelling !== "fields";
  const added = isSpelt ? (["slot", "evidence", "link", "more"] as const) : ADDED[entity.kind];
  const others = card.lines.slice(1).filter((line) => added.includes(line.part as never) || isPartOf(line));
  const lines = others.some(({ part }) => part !== "more") ? others : [];
  const cards = lines.length === 0 ? [] : [{ at: placed.start + lastOf(entity), html: cardHtml(lines, setting) }];
  return {
    ...NOTHING,
    look,
    beside,
    cards,
    ...(entity.kind === "cmoc" && !isSpelt && { slots: slotsOf(at as Definition<Cmoc>, asking, setting) }),
    ...(entity.kind === "extract" && {
      below: codeChips(entity, setting),
      coded: codedIn(at as Definition<Extract>, setting),
    }),
  };
}

/** "part of PT2": a theory holds the configuration, which its own text does not say. */
function isPartOf({ part, runs }: CardLine): boolean {
  return part === "link" && runs[0]?.text === `${t("part of")} `;
}

function cardHtml(lines: readonly CardLine[], setting: Setting): string {
  return `<div class="cmoc-card">${lines.map((line) => lineHtml(line, setting)).join("")}</div>\n`;
}

/** Where the last of what spells a record stands; what comes after is prose. */
function lastOf(entity: Entity): number {
  const spans: Span[] = [entity.head];
  if (entity.kind === "cmoc") spans.push(...entity.slots);
  if (entity.kind === "extract") spans.push(...entity.codings, ...(entity.quote ? [entity.quote] : []));
  if ("evidence" in entity) spans.push(...entity.evidence);
  spans.push(...entity.refs.filter(({ field }) => field !== "prose"));
  return Math.max(...spans.map(({ start }) => start));
}

function slotsOf(at: Definition<Cmoc>, asking: Asking, { looks }: Setting): PreviewRecord["slots"] {
  const { slots } = at.entity;
  const links = asking.review.evidenceFor(at.name);
  const bySlot = linksBySlot(links, slots);
  return slots.map((slot: Slot, index) => {
    const own = bySlot?.[index];
    const marks = slotMarks(slot, own);
    return {
      at: at.placed.start + slot.start,
      look: `cmoc-slot cmoc-of-${looks.get(slot.role) ?? "S"}`,
      beside: marks === "" ? "" : markChip(marks, own && own.length > 0 ? tallyWords(tallyOf(own)) : ""),
    };
  });
}

/** The cards of rows stand below their table; of a long one they are folded. A row that restates a record has the record's. */
function rowCards(rows: readonly Definition<Cmoc>[], asking: Asking, setting: Setting): PreviewRecord["cards"] {
  const { review } = asking;
  const shown = rows.filter(({ brief }) => !review.isRestatement(brief));
  const open = shown.length <= MANY_ROWS ? " open" : "";
  return shown.map((at) => {
    const card = cardOf(review, at as Definition, asking);
    const title = `<strong>${inMarkup(card.id)}</strong>${headChips(at as Definition, card, asking)}`;
    const lines = card.lines.slice(1).map((line) => lineHtml(line, setting));
    return {
      at: at.placed.start + at.brief.start,
      html: `<details class="cmoc-card cmoc-row"${open}><summary>${title}</summary>${lines.join("")}</details>\n`,
    };
  });
}
