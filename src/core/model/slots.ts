/** The slots that a configuration spells in fields: role bullets, the parts nested under a mechanism, and what refines each. */
import type { Inline } from "../syntax/blocks.ts";

import { type Bullet, fold, labelSpan, trimmedSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import { citationsOf } from "../syntax/citations.ts";
import { countSlots } from "../syntax/counting.ts";
import { readRole, readRoles } from "../syntax/roles.ts";
import type { Citation, RoleMention, Slot } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { fieldOf, SLOT_FIELDS } from "../vocabulary.ts";
import { type Context, type Fields, find, readKnownField } from "./fields.ts";
import { evidenceOf } from "./names.ts";
import { blockRefs, proseRefs } from "./prose.ts";

/** A slot while it is read: the bullets that refine it, and the citations in its text, are read once all slots are counted. */
interface Draft {
  readonly slot: Slot;
  readonly bullet: Bullet;
  readonly refining: readonly Bullet[];
  readonly inlines: readonly { readonly inline: Inline; readonly citations: readonly Citation[] }[];
}

export interface FieldSlots {
  readonly slots: readonly Slot[];
  readonly empty: readonly (Span & { readonly role: string })[];
}

/** Collects the slots of one record bullet by bullet, then reads what is said of them. */
export class SlotReader {
  private readonly drafts: Draft[] = [];
  private readonly empty: (Span & { readonly role: string })[] = [];
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  /** Takes a bullet whose label is a role, or several; false when it is none. */
  take(bullet: Bullet): boolean {
    if (bullet.label === undefined) return false;
    const roles = readRoles(bullet.label, this.context.scheme);
    if (!roles || roles.length === 0) return false;
    for (const role of roles) this.add(bullet, role, labelSpan(bullet));
    return true;
  }

  private add(bullet: Bullet, role: RoleMention, mark: Span): void {
    const own = this.draft(bullet, role, mark, bullet.valueFrom);
    const refining: Bullet[] = [];
    const before = this.drafts.length;
    if (own) this.drafts.push({ ...own, refining });
    for (const nested of bullet.nested) {
      if (this.part(nested, role)) continue;
      const label = nested.label === undefined ? undefined : fieldOf(SLOT_FIELDS, nested.label.toLowerCase());
      if (label) refining.push(nested);
      else if (own) refining.push(nested);
      else this.unlabelled(nested, role, mark);
    }
    if (own) return;
    if (this.drafts.length > before) {
      const first = this.drafts[before];
      if (first && refining.length > 0) this.drafts[before] = { ...first, refining: [...first.refining, ...refining] };
    } else this.empty.push({ role: role.role, start: mark.start, end: mark.end });
  }

  /** A nested `resource:` or `reasoning:`, or a nested bullet that bears the role of the label above it. */
  private part(nested: Bullet, above: RoleMention): boolean {
    if (nested.label === undefined) return false;
    const field = fieldOf(SLOT_FIELDS, nested.label.toLowerCase());
    let role: RoleMention | undefined;
    if (field?.label === "resource" || field?.label === "reasoning") {
      role = above.role === "M" ? { ...above, part: field.label } : undefined;
    } else if (!field) {
      const read = readRole(nested.label, this.context.scheme);
      if (read && read.role === above.role) role = { ...above, ...read };
      else if (!read && above.role === "M") {
        const numbered = readRole(`M ${nested.label}`, this.context.scheme);
        if (numbered?.part) role = { ...above, ...numbered };
      }
    }
    if (!role) return false;
    this.add(nested, role, labelSpan(nested));
    return true;
  }

  private unlabelled(nested: Bullet, role: RoleMention, mark: Span): void {
    const draft = this.draft(nested, role, mark, 0);
    if (draft) this.drafts.push({ ...draft, refining: nested.nested });
  }

  private draft(bullet: Bullet, role: RoleMention, mark: Span, from: number): Omit<Draft, "refining"> | undefined {
    const inlines = bullet.paragraphs.map((inline) => ({ inline, citations: citationsOf(inline) }));
    const plain = from === bullet.valueFrom && inlines.every((part) => part.citations.length === 0);
    const text = plain ? valueText(bullet).replace(/\n/g, " ") : spoken(inlines, from);
    if (text === "" || /^[-–—…]+$/.test(text)) return undefined;
    const first = bullet.paragraphs[0];
    const last = bullet.paragraphs[bullet.paragraphs.length - 1];
    const span =
      from === bullet.valueFrom
        ? valueSpan(bullet)
        : {
            start: first ? trimmedSpan(first, 0, first.text.length).start : bullet.start,
            end: last ? trimmedSpan(last, 0, last.text.length).end : bullet.end,
          };
    return { slot: { ...role, text, start: span.start, end: span.end, mark }, bullet, inlines };
  }

  /** Reads what refines the slots, links with the counted number of their slot included, and gives them all. */
  finish(into: Fields): FieldSlots {
    const { context } = this;
    const slots = this.drafts.map((draft) => draft.slot);
    const counts = countSlots(slots);
    const finished = this.drafts.map((draft, index): Slot => {
      const mention = mentionOf(slots, counts, index);
      for (const { inline, citations } of draft.inlines) {
        for (const citation of citations) {
          const place = { field: "supports", stance: "supports" as const, slots: [mention], locator: citation.locator };
          into.evidence.push(...evidenceOf(inline, { type: "citation", citation }, citation.from, citation.to, place));
        }
        proseRefs(inline, { field: "slot", inRecord: true, withoutCitations: true }, into.refs);
      }
      return this.refine(draft, mention, into);
    });
    for (const bullet of new Set(this.drafts.map((draft) => draft.bullet))) {
      for (const block of bullet.item.blocks) {
        if (block.type === "quote" || block.type === "table")
          blockRefs([block], { field: "slot", inRecord: true, source: context.source }, into.refs);
      }
    }
    return { slots: finished, empty: this.empty };
  }

  private refine(draft: Draft, mention: RoleMention, into: Fields): Slot {
    const { context } = this;
    const more: { inferred?: string; from?: readonly RoleMention[]; layer?: string } = {};
    for (const bullet of draft.refining) {
      const field = bullet.label === undefined ? undefined : fieldOf(SLOT_FIELDS, bullet.label.toLowerCase());
      if (field?.form === "evidence") readKnownField(bullet, field, "cmoc", into, context, [mention]);
      else if (field?.label === "inferred") more.inferred = valueText(bullet);
      else if (field?.label === "from") more.from = this.from(bullet);
      else if (field?.label === "layer") more.layer = this.layer(bullet, field.values ?? []);
      else if (field?.label === "note") readKnownField(bullet, field, "cmoc", into, context, [mention]);
      else blockRefs(bullet.item.blocks, { field: "slot", inRecord: true, source: context.source }, into.refs);
    }
    return Object.keys(more).length === 0 ? draft.slot : { ...draft.slot, ...more };
  }

  private from(bullet: Bullet): readonly RoleMention[] | undefined {
    const roles = readRoles(valueText(bullet), this.context.scheme);
    if (!roles) {
      const expected = this.context.scheme.slots.map((slot) => slot.letter);
      find(this.context, "field/value", valueSpan(bullet), { field: "from", value: valueText(bullet), expected });
    }
    return roles;
  }

  private layer(bullet: Bullet, expected: readonly string[]): string {
    const value = valueText(bullet);
    const known = expected.find((layer) => layer === value.toLowerCase());
    if (known === undefined) find(this.context, "field/value", valueSpan(bullet), { field: "layer", value, expected });
    return known ?? value;
  }
}

/** How a link names one slot: by its role, its part, and its number where the role has several. */
export function mentionOf(slots: readonly Slot[], counts: readonly (number | string)[], index: number): RoleMention {
  const slot = slots[index];
  if (!slot) return { role: "" };
  const alone = slots.every((other, at) => other.role !== slot.role || counts[at] === counts[index]);
  return {
    role: slot.role,
    ...(slot.part && { part: slot.part }),
    ...((!alone || slot.n !== undefined) && { n: counts[index] }),
  };
}

/** A value's words without its citations and the brackets that hold them. */
function spoken(
  inlines: readonly { readonly inline: Inline; readonly citations: readonly Citation[] }[],
  from: number,
): string {
  const parts = inlines.map(({ inline, citations }, index) => {
    let at = index === 0 ? from : 0;
    let words = "";
    for (const citation of citations) {
      const start = citation.bracket?.from ?? citation.from;
      const end = citation.bracket?.to ?? citation.to;
      if (start < at) continue;
      words += inline.text.slice(at, start);
      at = end;
    }
    return fold(words + inline.text.slice(at));
  });
  return fold(parts.filter((part) => part !== "").join(" ")).replace(/\s+([.,;:!?])/g, "$1");
}
