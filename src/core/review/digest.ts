/** Digests: short strings that are equal when words are, so that equal configurations and passages find each other through the index. */
import type { Entity, Name } from "../model/types.ts";
import type { Slot } from "../syntax/slots.ts";

/**
 * 53 bits of a text's hash (cyrb53, public domain), built as text comes. Equal texts have equal digests; for finding candidates and marking
 * change, not for security.
 */
class Hash {
  private high = 0xdeadbeef;
  private low = 0x41c6ce57;

  unit(unit: number): void {
    this.high = Math.imul(this.high ^ unit, 2654435761);
    this.low = Math.imul(this.low ^ unit, 1597334677);
  }

  text(text: string): void {
    for (let at = 0; at < text.length; at++) this.unit(text.charCodeAt(at));
  }

  /** Takes what {@link normalWords} would give. */
  words(text: string): void {
    const { high, low } = this;
    let any = false;
    let gap = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) {
        if (gap && any) this.unit(SPACE);
        gap = false;
        any = true;
        this.unit(unit >= 65 && unit <= 90 ? unit + 32 : unit);
      } else if (unit < 128 || (unit >= 0x2010 && unit <= 0x201f)) gap = true;
      else {
        this.high = high;
        this.low = low;
        this.text(normalWords(text));
        return;
      }
    }
  }

  done(): number {
    const high =
      Math.imul(this.high ^ (this.high >>> 16), 2246822507) ^ Math.imul(this.low ^ (this.low >>> 13), 3266489909);
    const low = Math.imul(this.low ^ (this.low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}

const SPACE = 32;

export function digestOf(text: string): string {
  const hash = new Hash();
  hash.text(text);
  return hash.done().toString(36);
}

/** Words as they are compared: no case, no punctuation, white space folded. */
export function normalWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A slot's role and words; what order the slots stand in, and whether one is said twice, makes no difference to a configuration. */
function slotNumber(slot: Slot): number {
  const hash = new Hash();
  hash.text(slot.role);
  if (slot.absent) hash.unit(45);
  hash.unit(61);
  hash.words(slot.text);
  return hash.done();
}

function slotsDigest(numbers: readonly number[]): string {
  const hash = new Hash();
  let last = -1;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number === last) continue;
    last = number;
    hash.unit(number | 0);
    hash.unit((number / 4294967296) | 0);
  }
  return hash.done().toString(36);
}

/** `d:s:` all slots of a configuration, `d:c:` all but its outcomes, `d:q:` an extract's passage in its source. */
export function digestsOf(entity: Entity): readonly Name[] {
  if (entity.kind === "cmoc") {
    const { slots } = entity;
    if (slots.length < 2) return NO_DIGESTS;
    const numbers = slots.map(slotNumber);
    const all = `d:s:${slotsDigest(numbers)}`;
    if (!slots.some((slot) => slot.role === "C") || !slots.some((slot) => slot.role === "M")) return [all];
    return [all, `d:c:${slotsDigest(numbers.filter((_, index) => slots[index]?.role !== "O"))}`];
  }
  if (entity.kind !== "extract" || !entity.quote) return NO_DIGESTS;
  const hash = new Hash();
  hash.words(entity.quote.text);
  return [`d:q:${entity.source}:${hash.done().toString(36)}`];
}

const NO_DIGESTS: readonly Name[] = [];
