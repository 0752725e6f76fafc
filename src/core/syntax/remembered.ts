/** Short texts that are read again and again: labels, tags, heads of columns. */
import type { Scheme } from "../vocabulary.ts";

/** How many texts of one scheme are remembered: two generations of this many, so that what is in use is not forgotten. */
const GENERATION = 500;
const LONGEST = 48;
/** A longer text that reads as nothing is not remembered: such texts are many, differ, and are soon refused. */
const LONGEST_MISS = 14;
/** V8 copies shorter slices; a longer one would keep the whole document alive that it was cut from. */
const COPIED = 13;

interface Generations<T> {
  young: Map<string, T>;
  old: Map<string, T>;
}

/** The reader, reading each short text once for each scheme; what it gives is shared, so it must be read only. */
export function remembering<T>(read: (text: string, scheme: Scheme) => T): (text: string, scheme: Scheme) => T {
  const schemes = new WeakMap<Scheme, Generations<T>>();
  return (text, scheme) => {
    if (text.length > LONGEST) return read(text, scheme);
    let known = schemes.get(scheme);
    if (known === undefined) {
      known = { young: new Map(), old: new Map() };
      schemes.set(scheme, known);
    }
    const found = known.young.get(text);
    if (found !== undefined) return found;
    if (text.length <= LONGEST_MISS && known.young.has(text)) return found as T;
    const result = known.old.get(text) ?? read(text, scheme);
    if (result === undefined && text.length > LONGEST_MISS) return result;
    if (known.young.size >= GENERATION) {
      known.old = known.young;
      known.young = new Map();
    }
    known.young.set(text.length < COPIED ? text : Array.from(text).join(""), result);
    return result;
  };
}
