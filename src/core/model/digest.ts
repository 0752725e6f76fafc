/** Digests: short strings that are equal when words are, so that equal configurations and passages find each other through the index. */
import type { Slot } from "../syntax/slots.ts";
import { saysSomething } from "../syntax/words.ts";

/** 53 bits as a number; 0 where there is nothing to compare. */
export type Digest = number;

/**
 * 53 bits of a text's hash (cyrb53, public domain), built as text comes. Equal texts have equal digests; for finding candidates and marking
 * change, not for security.
 */
class Hash {
  private high = 0;
  private low = 0;

  begin(): this {
    this.high = 0xdeadbeef | 0;
    this.low = 0x41c6ce57;
    return this;
  }

  unit(unit: number): this {
    this.high = Math.imul(this.high ^ unit, 2654435761);
    this.low = Math.imul(this.low ^ unit, 1597334677);
    return this;
  }

  text(text: string): this {
    for (let at = 0; at < text.length; at++) this.unit(text.charCodeAt(at));
    return this;
  }

  /** Takes what {@link normalWords} would give, without making it where the text is plain. */
  words(text: string): this {
    let high = this.high;
    let low = this.low;
    let any = false;
    let gap = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) {
        if (gap && any) {
          high = Math.imul(high ^ SPACE, 2654435761);
          low = Math.imul(low ^ SPACE, 1597334677);
        }
        gap = false;
        any = true;
        const lower = unit >= 65 && unit <= 90 ? unit + 32 : unit;
        high = Math.imul(high ^ lower, 2654435761);
        low = Math.imul(low ^ lower, 1597334677);
      } else if (unit < 128 || unit === 0xa0 || (unit >= 0x2010 && unit <= 0x2027)) gap = true;
      else return this.text(normalWords(text));
    }
    this.high = high;
    this.low = low;
    return this;
  }

  done(): number {
    const high =
      Math.imul(this.high ^ (this.high >>> 16), 2246822507) ^ Math.imul(this.low ^ (this.low >>> 13), 3266489909);
    const low = Math.imul(this.low ^ (this.low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}

const SPACE = 32;
/** No hash is begun while another is built. */
const hash = new Hash();

export function digestOf(text: string): string {
  return hash.begin().text(text).done().toString(36);
}

/** Equal for texts of which {@link normalWords} gives the same. */
export function wordsDigest(text: string): Digest {
  return hash.begin().words(text).done();
}

/** Words as they are compared: no case, no punctuation, white space folded. */
export function normalWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function slotNumber(slot: Slot): number {
  hash.begin().text(slot.role);
  if (slot.absent) hash.unit(45);
  hash.unit(61);
  return hash.words(slot.text).done();
}

/** What order the slots stand in, and whether one is said twice, makes no difference. */
function digestOfAll(numbers: number[]): Digest {
  inOrder(numbers);
  hash.begin();
  let last = -1;
  for (const number of numbers) {
    if (number === last) continue;
    last = number;
    hash.unit(number | 0);
    hash.unit((number / 4294967296) | 0);
  }
  return hash.done();
}

/** Few numbers are put in order where they stand. */
function inOrder(numbers: number[]): void {
  if (numbers.length > 20) {
    numbers.sort((a, b) => a - b);
    return;
  }
  for (let index = 1; index < numbers.length; index++) {
    const number = numbers[index] as number;
    let place = index;
    for (; place > 0 && (numbers[place - 1] as number) > number; place--) numbers[place] = numbers[place - 1] as number;
    numbers[place] = number;
  }
}

/** Of all slots, and of all but the outcomes where there are a context and a mechanism. */
export interface SlotDigests {
  readonly slots: Digest;
  readonly cause: Digest;
}

const NO_DIGESTS: SlotDigests = { slots: 0, cause: 0 };

export function slotDigests(slots: readonly Slot[]): SlotDigests {
  if (slots.length < 2) return NO_DIGESTS;
  const all: number[] = [];
  const causes: number[] = [];
  let context = false;
  let mechanism = false;
  for (const slot of slots) {
    const number = slotNumber(slot);
    all.push(number);
    if (slot.role !== "O") causes.push(number);
    context ||= slot.role === "C";
    mechanism ||= slot.role === "M";
  }
  return { slots: digestOfAll(all), cause: context && mechanism ? digestOfAll(causes) : 0 };
}

/** Of the words that an extract quotes from its source; 0 where it quotes none. */
export function passageDigest(source: string, quote: string): Digest {
  if (!saysSomething(quote)) return 0;
  return hash.begin().text(source).unit(35).words(quote).done();
}
