/**
 * A map with whole numbers of 32 bits as keys, for the hundred thousand digests and names of a large review: numbers and places stand side by side in
 * one array, so that most look-ups touch one stretch of memory. Linear in what is asked of it, whatever the keys.
 */

/** Pairs of a key and, counted from 1, a place among what is held; where nothing is, 0. The number of pairs is a power of 2. */
type Pairs = Int32Array;

const LEAST = 64;
/** A key stands at most so many pairs after where it belongs, so that no choice of keys makes a look-up long. */
const FARTHEST = 64;

export class NumberMap<T extends object> {
  private pairs: Pairs = new Int32Array(2 * LEAST);
  /** Undefined for what was deleted, until room is made. */
  private held: (T | undefined)[] = [];
  private live = 0;
  /** The places of keys that found no pair near where they belong. */
  private readonly far = new Map<number, number>();

  get size(): number {
    return this.live;
  }

  get(key: number): T | undefined {
    const place = this.find(key);
    return place === 0 ? undefined : this.held[place - 1];
  }

  set(key: number, value: T): void {
    const place = this.find(key);
    if (place === 0) {
      if (this.held.length * 4 >= this.pairs.length) this.makeRoom();
      this.held.push(value);
      this.live++;
      this.enter(key, this.held.length);
      return;
    }
    if (this.held[place - 1] === undefined) this.live++;
    this.held[place - 1] = value;
  }

  delete(key: number): void {
    const place = this.find(key);
    if (place === 0 || this.held[place - 1] === undefined) return;
    this.held[place - 1] = undefined;
    this.live--;
  }

  *values(): Iterable<T> {
    for (const value of this.held) if (value !== undefined) yield value;
  }

  private find(key: number): number {
    const { pairs } = this;
    const last = pairs.length - 1;
    let at = belonging(key) & last;
    for (let step = 0; step < FARTHEST; step++) {
      const place = pairs[at + 1] as number;
      if (place === 0 || pairs[at] === key) return place;
      at = (at + 2) & last;
    }
    return this.far.get(key) ?? 0;
  }

  /** Enters a key that is not there. */
  private enter(key: number, place: number): void {
    const { pairs } = this;
    const last = pairs.length - 1;
    let at = belonging(key) & last;
    for (let step = 0; step < FARTHEST; step++) {
      if (pairs[at + 1] === 0) {
        pairs[at] = key;
        pairs[at + 1] = place;
        return;
      }
      at = (at + 2) & last;
    }
    this.far.set(key, place);
  }

  /** Forgets what was deleted, and makes room for as much again as is left. */
  private makeRoom(): void {
    const { pairs, held } = this;
    const far = [...this.far];
    const places = new Int32Array(held.length);
    let count = 0;
    for (let at = 0; at < held.length; at++) if (held[at] !== undefined) places[at] = ++count;
    let size = pairs.length;
    while (size < count * 8) size *= 2;
    this.held = count === held.length ? held : held.filter((value) => value !== undefined);
    this.pairs = new Int32Array(size);
    this.far.clear();
    for (let at = 0; at < pairs.length; at += 2) this.enterAgain(pairs[at] as number, pairs[at + 1] as number, places);
    for (const [key, place] of far) this.enterAgain(key, place, places);
  }

  private enterAgain(key: number, before: number, places: Int32Array): void {
    const place = before === 0 ? 0 : (places[before - 1] as number);
    if (place !== 0) this.enter(key, place);
  }
}

/** Where a key belongs among any number of pairs, as an even number. */
function belonging(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) << 1;
}
