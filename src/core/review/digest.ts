/** Digests: short strings that are equal when words are, so that equal configurations and passages find each other through the index. */
import type { Entity, Name } from "../model/types.ts";
import type { Slot } from "../syntax/slots.ts";

/** 53 bits of a text's hash (cyrb53, public domain), as text. Equal texts have equal digests; for finding candidates and marking change, not for security. */
export function digestOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Words as they are compared: no case, no punctuation, white space folded. */
export function normalWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function slotsText(slots: readonly Slot[], roles: (role: string) => boolean): string {
  const parts = slots
    .filter((slot) => roles(slot.role))
    .map((slot) => `${slot.role}${slot.absent ? "-" : ""}=${normalWords(slot.text)}`);
  return [...new Set(parts)].sort().join("|");
}

const ALL = (): boolean => true;
const CAUSE = (role: string): boolean => role !== "O";

/** `d:s:` all slots of a configuration, `d:c:` all but its outcomes, `d:q:` an extract's passage in its source. */
export function digestsOf(entity: Entity): readonly Name[] {
  if (entity.kind === "cmoc") {
    if (entity.slots.length < 2) return NO_DIGESTS;
    const causes = entity.slots.some((slot) => slot.role === "C") && entity.slots.some((slot) => slot.role === "M");
    const all = `d:s:${digestOf(slotsText(entity.slots, ALL))}`;
    return causes ? [all, `d:c:${digestOf(slotsText(entity.slots, CAUSE))}`] : [all];
  }
  if (entity.kind !== "extract" || !entity.quote) return NO_DIGESTS;
  return [`d:q:${entity.source}:${digestOf(normalWords(entity.quote.text))}`];
}

const NO_DIGESTS: readonly Name[] = [];
