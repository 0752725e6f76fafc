/** Whether two texts that are alike but for hyphens have them at the same places of words: `re-sign` is not `resign`. At the end of a line a hyphen may be either. */
import { firstNot, type Span } from "../text.ts";
import { fold } from "./fold.ts";
import type { SourceText } from "./source-text.ts";
import { endOfSign } from "./units.ts";

const HYPHEN = /[-\u2010\u2011\u00ad]/;

/** For words that are looked for; what is given back is asked of stretches of a source that are loosely alike. In time of the words, where there is a hyphen. */
export function hyphenedAs(words: string): (source: SourceText, span: Span) => boolean {
  const own = HYPHEN.test(words) ? fold(words, "loose").offsets : undefined;
  return (source, { start, end }) => {
    if (!own && !HYPHEN.test(source.text.slice(start, end))) return true;
    const offsets = own ?? fold(words, "loose").offsets;
    const others = source.folded("loose").offsets;
    const first = firstNot(others.length, (index) => (others[index] ?? 0) < start);
    for (let at = 1; at < offsets.length; at++) {
      const [one, other] = [joint(words, offsets, at), joint(source.text, others, first + at)];
      if ((one === "none" && other === "in line") || (one === "in line" && other === "none")) return false;
    }
    return true;
  };
}

/** What joins a unit to the one before it. */
function joint(text: string, offsets: Int32Array, at: number): "none" | "in line" | "either" | "no word" {
  const [before, here] = [offsets[at - 1] ?? 0, offsets[at] ?? 0];
  if (here === before) return "none";
  const end = endOfSign(text, before);
  if (end >= here)
    return text.charAt(before) === "-" || text.charAt(here) === "-" || text.charAt(here) === " " ? "no word" : "none";
  const sign = text.charAt(end);
  if (sign === "\u00ad") return "either";
  return !HYPHEN.test(sign) ? "no word" : end + 1 === here ? "in line" : "either";
}
