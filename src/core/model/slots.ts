/** The slots that a configuration spells in fields: role bullets, the parts nested under a mechanism, and what refines each. */
import type { Block, Inline } from "../syntax/blocks.ts";
import { type Bullet, fold, labelSpan, trimmedSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import { citationsOf } from "../syntax/citations.ts";
import { countSlots, slotsNamed } from "../syntax/counting.ts";
import { readRole, readRoles } from "../syntax/roles.ts";
import { sharedRoles } from "../syntax/shared-roles.ts";
import { type Citation, type RoleMention, type Slot, slotOf } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { type FieldWords, fieldOf, SLOT_FIELDS } from "../vocabulary.ts";
import { collectWords } from "./block-words.ts";
import { type Context, type Fields, find, readKnownField, tellNear } from "./fields.ts";
import { addEvidence } from "./names.ts";
import { blockRefs, blocksRefs, proseRefs } from "./prose.ts";
import type { Evidence } from "./types.ts";

/** A slot while it is read: the bullets that refine it, and the citations in its text, are read once all slots are known. */
interface Draft {
  readonly slot: Slot;
  readonly bullet: Bullet;
  refining: readonly Bullet[];
  /** The citations of each of its paragraphs; undefined where it has none. */
  readonly cited: readonly (readonly Citation[])[] | undefined;
}

export interface FieldSlots {
  readonly slots: readonly Slot[];
  readonly empty: readonly (Span & { readonly role: string })[];
}

const NO_WORDS: readonly string[] = [];
const NO_BULLETS: readonly Bullet[] = [];
const NO_MENTIONS: readonly RoleMention[] = [];
const NO_SLOTS: readonly Slot[] = [];

/** Collects the slots of one record bullet by bullet, then reads what is said of them. */
export class SlotReader {
  private readonly drafts: Draft[] = [];
  private readonly empty: (Span & { readonly role: string })[] = [];
  private readonly context: Context;
  /** Nested bullets that bear the role of another slot than the one above them. */
  private strays: Bullet[] | undefined;
  /** Fields under a label that no slot came of: they speak of the whole. */
  private loose: readonly Bullet[] | undefined;
  /** The roles that a “from” may name, once one named another. */
  private roles: readonly string[] | undefined;
  /** Nested bullets whose label was told to be nearly another. */
  private told: Set<Bullet> | undefined;

  constructor(context: Context) {
    this.context = context;
  }

  /** Takes a bullet whose label is a role, or several; false when it is none. */
  take(bullet: Bullet): boolean {
    if (bullet.label === undefined) return false;
    const roles = readRoles(bullet.label, this.context.scheme);
    if (!roles || roles.length === 0) return false;
    const mark = labelSpan(bullet);
    for (const role of roles) this.add(bullet, role, mark, roles.length === 1);
    return true;
  }

  private add(bullet: Bullet, role: RoleMention, mark: Span, alone: boolean): void {
    const { drafts } = this;
    const own = this.draft(bullet, role, mark, bullet.valueFrom);
    const before = drafts.length;
    if (own) drafts.push(own);
    const refining =
      bullet.nested.length === 0 ? NO_BULLETS : this.nested(bullet, role, mark, alone, own !== undefined);
    if (own) own.refining = refining;
    else if (drafts.length > before) {
      const first = drafts[before];
      if (first && refining.length > 0) first.refining = [...first.refining, ...refining];
    } else {
      this.empty.push({ role: role.role, start: mark.start, end: mark.end });
      if (refining.length > 0) this.loose = this.loose ? [...this.loose, ...refining] : refining;
    }
  }

  /** Takes what is nested under a slot's bullet; gives what refines the slot. */
  private nested(bullet: Bullet, role: RoleMention, mark: Span, alone: boolean, hasText: boolean): readonly Bullet[] {
    const refining: Bullet[] = [];
    for (const nested of bullet.nested) {
      const field = nested.label === undefined ? undefined : fieldOf(SLOT_FIELDS, nested.label);
      if (this.part(nested, field, role)) continue;
      if (field) refining.push(nested);
      else if (alone && this.isStray(nested)) continue;
      else if (hasText) refining.push(nested);
      else this.unlabelled(nested, role, mark);
    }
    return refining;
  }

  /** A nested `resource:` or `reasoning:`, or a nested bullet that bears the role of the label above it. */
  private part(nested: Bullet, field: FieldWords | undefined, above: RoleMention): boolean {
    if (nested.label === undefined) return false;
    let role: RoleMention | undefined;
    if (field?.label === "resource" || field?.label === "reasoning") {
      role = above.role === "M" ? partOf(above, field.label) : undefined;
    } else if (!field) {
      const read = readRole(nested.label, this.context.scheme);
      if (read && read.role === above.role) role = { ...above, ...read };
      else if (!read && above.role === "M") {
        const numbered = readRole(`M ${nested.label}`, this.context.scheme);
        if (numbered?.part) role = { ...above, ...numbered };
      }
    }
    if (!role) return false;
    this.add(nested, role, labelSpan(nested), true);
    return true;
  }

  /** Takes a nested bullet that bears the role of another slot; `part` took those of the same role. */
  private isStray(nested: Bullet): boolean {
    if (nested.label === undefined || !readRole(nested.label, this.context.scheme)) return false;
    if (this.strays) this.strays.push(nested);
    else this.strays = [nested];
    return true;
  }

  /** Reports a nested label that nearly spells one, once for all the slots of its bullet. */
  private near(nested: Bullet): void {
    if (nested.label === undefined || this.told?.has(nested)) return;
    if (!tellNear(nested, SLOT_FIELDS, "cmoc", NO_WORDS, this.context)) return;
    this.told ??= new Set();
    this.told.add(nested);
  }

  /** Reports a mechanism's part under another slot, once for all the slots of its bullet. */
  private misplaced(nested: Bullet, { label }: FieldWords): void {
    if (this.told?.has(nested)) return;
    find(this.context, "field/unknown", labelSpan(nested), { label, near: [], kind: "cmoc", why: "under" });
    this.told ??= new Set();
    this.told.add(nested);
  }

  private unlabelled(nested: Bullet, role: RoleMention, mark: Span): void {
    const draft = this.draft(nested, role, mark, 0);
    if (draft) {
      draft.refining = nested.nested;
      this.drafts.push(draft);
    }
    this.near(nested);
  }

  private draft(bullet: Bullet, role: RoleMention, mark: Span, from: number): Draft | undefined {
    const { paragraphs } = bullet;
    const cited = citedIn(paragraphs);
    const isOwn = from === bullet.valueFrom;
    let text = cited || !isOwn ? spoken(paragraphs, cited, from) : valueText(bullet);
    if (text.includes("\n")) text = text.replace(/\n/g, " ");
    if (text === "" || (text.length < 8 && /^[-–—…]+$/.test(text))) return undefined;
    const first = paragraphs[0];
    const last = paragraphs[paragraphs.length - 1];
    const span =
      isOwn || !first || !last
        ? valueSpan(bullet)
        : {
            start: trimmedSpan(first, 0, first.text.length).start,
            end: trimmedSpan(last, 0, last.text.length).end,
          };
    return { slot: slotOf(role, text, span, mark), bullet, refining: NO_BULLETS, cited };
  }

  /** Reads what refines the slots, links with the counted number of their slot included, and gives them all. */
  finish(into: Fields): FieldSlots {
    const { context, drafts } = this;
    if (drafts.length === 0 && !this.strays && !this.loose) return { slots: NO_SLOTS, empty: this.empty };
    const slots = drafts.map((draft) => draft.slot);
    const mentions = new Mentions(slots);
    let between = false;
    let finished = slots;
    for (let index = 0; index < drafts.length; index++) {
      const draft = drafts[index] as Draft;
      const { bullet, cited, refining } = draft;
      if (!between && holdsBetween(bullet)) between = true;
      for (let at = 0; at < bullet.paragraphs.length; at++) {
        const inline = bullet.paragraphs[at] as Inline;
        for (const citation of cited?.[at] ?? NO_CITATIONS) {
          addCited(inline, citation, [mentions.of(index)], into.evidence);
        }
        proseRefs(inline, IN_SLOT, into.refs);
      }
      if (refining.length === 0) continue;
      if (finished === slots) finished = [...slots];
      finished[index] = this.refine(draft, mentions.of(index), slots, into);
    }
    for (const bullet of this.strays ?? NO_BULLETS) {
      const label = bullet.label ?? "";
      find(context, "field/unknown", labelSpan(bullet), { label, near: [], kind: "cmoc", why: "under" });
      blocksRefs(bullet.item.blocks, { field: "slot", inRecord: true, source: context.source }, into.refs);
    }
    for (const bullet of this.loose ?? NO_BULLETS) this.ofWhole(bullet, into);
    if (!between) return { slots: finished, empty: this.empty };
    for (const bullet of new Set(drafts.map((draft) => draft.bullet))) {
      for (const block of bullet.item.blocks) {
        if (isBetween(block)) blockRefs(block, { field: "slot", inRecord: true, source: context.source }, into.refs);
      }
    }
    return { slots: finished, empty: this.empty };
  }

  private ofWhole(bullet: Bullet, into: Fields): void {
    const { context } = this;
    const field = bullet.label === undefined ? undefined : fieldOf(SLOT_FIELDS, bullet.label);
    if (field?.form === "evidence" || field?.label === "note" || field?.label === "tags")
      readKnownField(bullet, field, "cmoc", into, context, NO_MENTIONS);
    else blocksRefs(bullet.item.blocks, { field: "slot", inRecord: true, source: context.source }, into.refs);
  }

  private refine(draft: Draft, mention: RoleMention, slots: readonly Slot[], into: Fields): Slot {
    const { context } = this;
    const more: { inferred?: string; from?: readonly RoleMention[]; layer?: string } = {};
    for (const bullet of draft.refining) {
      const field = bullet.label === undefined ? undefined : fieldOf(SLOT_FIELDS, bullet.label);
      switch (field?.label) {
        case "supports":
        case "refutes":
        case "refines":
        case "note":
        case "tags":
          readKnownField(bullet, field, "cmoc", into, context, [mention]);
          break;
        case "inferred":
        case "from":
        case "layer": {
          const { label } = field;
          if (more[label] !== undefined) find(context, "field/twice", labelSpan(bullet), { field: label });
          else if (label === "inferred") more.inferred = this.reason(bullet);
          else if (label === "from") more.from = this.from(bullet, slots);
          else more.layer = this.layer(bullet, field.values ?? []);
          blocksRefs(bullet.item.blocks, { field: "slot", inRecord: true, source: context.source }, into.refs);
          break;
        }
        default:
          if (!field) this.near(bullet);
          else this.misplaced(bullet, field);
          blocksRefs(bullet.item.blocks, { field: "slot", inRecord: true, source: context.source }, into.refs);
      }
    }
    return more.inferred === undefined && more.from === undefined && more.layer === undefined
      ? draft.slot
      : { ...draft.slot, ...more };
  }

  /** Why a slot is inferred; undefined when nothing is said. */
  private reason(bullet: Bullet): string | undefined {
    const text = valueText(bullet);
    if (text !== "" || bullet.item.blocks.length === 1) return text === "" ? undefined : text;
    const words: string[] = [];
    for (const block of bullet.item.blocks) if (block.type !== "paragraph") collectWords([block], words);
    return words.length === 0 ? undefined : words.join("\n");
  }

  private from(bullet: Bullet, slots: readonly Slot[]): readonly RoleMention[] | undefined {
    const text = valueText(bullet);
    const roles = readRoles(text, this.context.scheme);
    const lost = roles?.find((role) => slotsNamed(role, slots).length === 0);
    if (roles && !lost) return roles;
    const value = lost ? `${lost.role}${lost.n ?? ""}` : text;
    const expected = lost ? this.rolesOf(slots) : this.context.scheme.slots.map((slot) => slot.letter);
    find(this.context, "field/value", valueSpan(bullet), { field: "from", value, expected });
    return roles;
  }

  /** Of the slots of the record, found once. */
  private rolesOf(slots: readonly Slot[]): readonly string[] {
    this.roles ??= [...new Set(slots.map((slot) => slot.role))];
    return this.roles;
  }

  private layer(bullet: Bullet, expected: readonly string[]): string {
    const value = valueText(bullet);
    const known = expected.find((layer) => layer === value.toLowerCase());
    if (known === undefined) find(this.context, "field/value", valueSpan(bullet), { field: "layer", value, expected });
    return known ?? value;
  }
}

/** How links name the slots of one configuration: by role, by part, and by number where a role has several. */
export class Mentions {
  private readonly slots: readonly Slot[];
  private counts: readonly (number | string)[] | undefined;
  /** Roles whose slots go by more than one number. */
  private several: Set<string> | undefined;

  constructor(slots: readonly Slot[]) {
    this.slots = slots;
  }

  of(index: number): RoleMention {
    const slot = this.slots[index];
    if (!slot) return { role: "" };
    this.counts ??= countSlots(this.slots);
    this.several ??= this.numbered(this.counts);
    const { role, part, n } = slot;
    if (n === undefined && !this.several.has(role)) return part ? { role, part } : { role };
    return { role, ...(part && { part }), n: this.counts[index] };
  }

  private numbered(counts: readonly (number | string)[]): Set<string> {
    const first = new Map<string, number | string>();
    const several = new Set<string>();
    for (let at = 0; at < this.slots.length; at++) {
      const { role } = this.slots[at] as Slot;
      const count = counts[at] ?? 0;
      const known = first.get(role);
      if (known === undefined) first.set(role, count);
      else if (known !== count) several.add(role);
    }
    return several;
  }
}

function partOf(above: RoleMention, part: "resource" | "reasoning"): RoleMention {
  return above.n === undefined && isPlain(above) ? { role: above.role, part } : { ...above, part };
}

/** Whether nothing qualifies a role but its part. */
function isPlain({ position, absent, layer }: RoleMention): boolean {
  return position === undefined && absent === undefined && layer === undefined;
}

/** Adds a citation among the words of slots as evidence that supports them; it speaks to the whole where there are none. */
export function addCited(inline: Inline, citation: Citation, slots: readonly RoleMention[], into: Evidence[]): void {
  const place = {
    field: "supports",
    stance: "supports" as const,
    slots: sharedRoles(slots),
    locator: citation.locator,
  };
  addEvidence(inline, { type: "citation", citation }, citation.from, citation.to, place, into);
}

/** Quotes and tables between the words of a slot and what refines it. */
function isBetween({ type }: Block): boolean {
  return type === "quote" || type === "table";
}

function holdsBetween({ item }: Bullet): boolean {
  return item.blocks.length > 1 && item.blocks.some(isBetween);
}

const NO_CITATIONS: readonly Citation[] = [];
const IN_SLOT = { field: "slot", inRecord: true, withoutCitations: true } as const;

/** The citations of each paragraph; undefined where there is none. */
function citedIn(paragraphs: readonly Inline[]): readonly (readonly Citation[])[] | undefined {
  for (const { text } of paragraphs) if (text.includes("@")) return citedAt(paragraphs);
  return undefined;
}

function citedAt(paragraphs: readonly Inline[]): readonly (readonly Citation[])[] | undefined {
  const all = paragraphs.map((inline) => citationsOf(inline));
  return all.some((found) => found.length > 0) ? all : undefined;
}

/** The farthest that a round bracket reaches around a citation. */
const BRACKET_LIMIT = 200;

/** A citation with the round brackets that begin with it: `(@okafor2014, p. 3; @lund2010)`. */
function roundBracket(text: string, { from, to }: Citation): { readonly from: number; readonly to: number } {
  if (from === 0 || text.charAt(from - 1) !== "(") return { from, to };
  const close = text.slice(to, to + BRACKET_LIMIT).search(/[()]/);
  return close >= 0 && text.charAt(to + close) === ")" ? { from: from - 1, to: to + close + 1 } : { from, to };
}

/** A value's words without its citations and the brackets that hold them. */
function spoken(
  paragraphs: readonly Inline[],
  cited: readonly (readonly Citation[])[] | undefined,
  from: number,
): string {
  const parts = paragraphs.map((inline, index) => {
    let at = index === 0 ? from : 0;
    let words = "";
    for (const citation of cited?.[index] ?? NO_CITATIONS) {
      const { from: start, to: end } = citation.bracket ?? roundBracket(inline.text, citation);
      if (start < at) continue;
      words += inline.text.slice(at, start);
      at = end;
    }
    return fold(words + inline.text.slice(at));
  });
  return fold(parts.filter((part) => part !== "").join(" ")).replace(/\s+([.,;:!?)])/g, "$1");
}
