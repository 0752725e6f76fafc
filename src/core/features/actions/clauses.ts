/** The slots of a configuration as clauses: how each is called, and its words as they stand in the source, citations included. */
import { Mentions } from "../../model/slots.ts";
import type { Cmoc, Evidence } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import { roleWord } from "../../syntax/roles.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";
import type { Span } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import type { OpenRecord } from "../edit/record.ts";
import { inlinesOf, isTorn, widened } from "./widened.ts";

export interface Clause {
  /** Slots that share these words. */
  readonly roles: readonly Slot[];
  /** On one line. */
  readonly words: string;
}

/** With their markup as it stands, or as plain words where that cannot be read elsewhere. */
export type Hand = "source" | "plain";
export const HANDS: readonly Hand[] = ["source", "plain"];

/**
 * The slots as clauses, in their order. A citation that speaks to a slot and stands outside its words is put behind them; `within` is where the citations
 * stand that are meant. Offsets are the piece's.
 */
export function clausesOf(
  { text, blocks }: OpenRecord,
  entity: Cmoc,
  within: readonly Span[],
  hand: Hand,
): readonly Clause[] {
  const inlines = hand === "source" ? inlinesOf(blocks) : [];
  const mentions = new Mentions(entity.slots);
  const found: { roles: Slot[]; words: string; readonly slot: Slot }[] = [];
  for (const [index, slot] of entity.slots.entries()) {
    const last = found[found.length - 1];
    if (last && last.slot.start === slot.start && last.slot.end === slot.end && slot.end > slot.start) {
      last.roles.push(slot);
      continue;
    }
    const cited = entity.evidence.filter((each) => speaksTo(each, mentions.of(index)) && isWithin(each, within));
    const outside = cited.filter((each) => hand === "plain" || !isWithin(each, [slot]));
    const span = widened(slot, inlines, text);
    // What a tag holds is not torn apart.
    const own = hand === "plain" || isTorn(span, inlines, text) ? slot.text : sliceOf(text, span);
    const words = [own, ...new Set(outside.map((each) => citationOf(each, text)))]
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();
    found.push({ roles: [slot], words, slot });
  }
  return found;
}

/** Citations that speak to the whole configuration, as a field of evidence lists them; "" where there is none. */
export function citedForWhole(entity: Cmoc, text: string, within: readonly Span[]): string {
  const whole = entity.evidence.filter((each) => each.slots.length === 0 && isWithin(each, within));
  const written = whole.map((each) =>
    each.locator === undefined ? text.slice(each.start, each.end) : citationOf(each, text),
  );
  return [...new Set(written)].join(", ");
}

/** A citation with the square brackets that hold it, where some do. */
export function bracketOf({ start, end }: Span, text: string): Span {
  const before = text.slice(Math.max(0, start - FAR), start);
  const open = before.lastIndexOf("[");
  const close = text.slice(end, end + FAR).search(/[[\]]/);
  const isHeld = open > before.lastIndexOf("]") && close >= 0 && text.charAt(end + close) === "]";
  return isHeld ? { start: start - before.length + open, end: end + close + 1 } : { start, end };
}

/** The farthest that brackets are looked for. */
const FAR = 200;

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function speaksTo({ slots }: Evidence, mention: RoleMention): boolean {
  return slots.some((each) => slotKey(each) === slotKey(mention));
}

export function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

/** A citation in brackets of its own. */
function citationOf({ start, end, locator }: Evidence, text: string): string {
  return `[${text.slice(start, end)}${locator === undefined ? "" : `, ${locator}`}]`;
}

/** Slots as a label: `C`, `M (resource)`, `C1, C2`. */
export function labelOf(roles: readonly RoleMention[], scheme: Scheme): string {
  return roles.map((role) => roleWord(role, scheme)).join(", ");
}
