/** What of a sentence or a table is no slot's: words that have to stand somewhere when the slots stand by themselves. */
import type { Cmoc } from "../../model/types.ts";
import type { Block } from "../../syntax/blocks.ts";
import { wordsBegin } from "../../syntax/joining-words.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Span } from "../../text.ts";
import type { OpenRecord } from "../edit/record.ts";
import { bracketOf, isWithin } from "./clauses.ts";
import { withoutLooseTags } from "./html.ts";
import { inlinesOf, widened } from "./widened.ts";

export interface LeftOver {
  /** Each in brackets right after a tag; and what columns without a role say. */
  readonly notes: readonly string[];
  /** Sentences without a tag. */
  readonly prose: string;
  /** Those of slots whose words between two of them say more than the roles do: “but”, or one outcome that leads to another. */
  readonly telling: readonly string[];
}

/** The notes that a table's other columns are, or what stands between the slots and the tags of paragraphs. */
export function leftOver({ text, blocks: all }: OpenRecord, entity: Cmoc, blocks: readonly Block[]): LeftOver {
  if (entity.spelling === "table") {
    const notes = entity.notes.filter((note) => isWithin(note, blocks));
    return { notes: notes.map((note) => note.text), prose: "", telling: [] };
  }
  const inlines = inlinesOf(all);
  const notes: string[] = [];
  const prose: string[] = [];
  const telling: string[] = [];
  for (const block of blocks) {
    const told: { start: number; end: number } | undefined = isTelling(text, entity, block)
      ? { start: block.start, end: block.end }
      : undefined;
    const cited = entity.evidence.filter((span) => isWithin(span, [block]));
    const ofSlots = cited.filter(({ slots }) => slots.length > 0).map((each) => bracketOf(each, text));
    const ofWhole = cited.filter(({ slots }) => slots.length === 0).map((each) => bracketOf(each, text));
    const taken = [...entity.slots.flatMap((slot) => [widened(slot, inlines, text), slot.mark]), ...ofSlots];
    for (const gap of gapsOf(
      taken.filter((span) => isWithin(span, [block])),
      block,
    )) {
      // What is cited for the whole stays with its sentence, but is none by itself.
      if (gapsOf(ofWhole, gap).every(({ start, end }) => said(text.slice(start, end)) === "")) continue;
      const words = said(text.slice(gap.start, gap.end));
      if (/^[([^<]/.test(words) && !/[.!?]\s/.test(words)) notes.push(words.replace(/[\s,;]+$/, ""));
      else if (!told || isAside(text, gap, told, block)) prose.push(words);
    }
    if (told) telling.push(text.slice(told.start, told.end).replace(/\s+/g, " ").trim());
  }
  return { notes, prose: prose.join(" "), telling };
}

/** Joining words that say nothing but which role follows, or in which direction: the roles of fields say that too. */
const OPENS_CONTEXT =
  /^(?:(?:and|,) )?(?:when|where|if|as|in (?:a |the )?(?:contexts?|circumstances|situations)(?: in)?(?: where| which)?)$/;
const LEADS_ON =
  /^(?:and |which |then |thus |so )*(?:so that|so|thus|then|which|leading to|leads? to|led to|results? in|resulting in)$/;

function isTelling(text: string, { slots }: Cmoc, block: Block): boolean {
  const own = slots.filter((slot) => isWithin(slot, [block])).sort((a, b) => a.start - b.start);
  return own.some((slot, at) => {
    const before = own[at - 1];
    if (!before || before.start === slot.start) return false;
    return tells(joiningIn(text.slice(Math.max(before.end, before.mark.end), slot.start)), before, slot);
  });
}

/** Whether words are no part of the sentence that is told, which is then cut where they begin or end: they stand before its first slot or behind its last. */
function isAside(text: string, gap: Span, told: { start: number; end: number }, block: Span): boolean {
  const words = text.slice(gap.start, gap.end);
  if (gap.end === block.end) {
    told.end = gap.start + (/^\s{0,9}[.!?)\]]*/.exec(words)?.[0].length ?? 0);
    return true;
  }
  const stop =
    gap.start === block.start ? Math.max(...[".", "!", "?"].map((sign) => words.lastIndexOf(`${sign} `))) : -1;
  if (stop >= 0) told.start = gap.start + stop + 1;
  return stop >= 0;
}

/** The joining words of what stands between two slots, in small letters, an arrow for one that stands there; "" of other words, which are kept by themselves. */
function joiningIn(gap: string): string {
  const words = gap.replace(/\[[^[\]]*\]/g, " ").replace(/\s+/g, " ");
  if (/[\p{L}\p{N}]/u.test(words.slice(wordsBegin(words, 0, words.length)))) return "";
  const joining = (words.match(/\p{L}+/gu) ?? []).join(" ").toLowerCase();
  return joining === "" && /[→⇒➔➜⟶]/.test(words) ? "leads to" : joining;
}

/** Whether joining words say of two slots what fields in the same order do not. */
function tells(joining: string, before: Slot, slot: Slot): boolean {
  if (joining === "" || joining === "and") return false;
  const isStep = before.role === slot.role && before.part === slot.part;
  if (OPENS_CONTEXT.test(joining)) return slot.role !== "C" && isStep;
  if (LEADS_ON.test(joining)) return isStep || slot.role === "C" || (before.role === "O" && slot.role !== "O");
  return !(/^(?:and )?because(?: of)?$/.test(joining) && !isStep && slot.role !== "O");
}

function gapsOf(taken: readonly Span[], whole: Span): readonly Span[] {
  const sorted = taken
    .filter(({ start, end }) => end > whole.start && start < whole.end)
    .sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = whole.start;
  for (const { start, end } of sorted) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (whole.end > at) gaps.push({ start: at, end: whole.end });
  return gaps;
}

/** The words of a gap without what joins its neighbours; "" where nothing else stands there. */
function said(gap: string): string {
  const words = withoutLooseTags(gap.replace(/\s+/g, " "));
  const from = wordsBegin(words, 0, words.length);
  if (!/[\p{L}\p{N}]/u.test(words.slice(from))) return "";
  return words.slice(/^[\s,;:.)\]*_]*/.exec(words)?.[0].length ?? 0).trim();
}
