/** Problems that a review has after a change and had not before it: found here by what they name, not by the product's own comparison. */
import { type Files, problemsOf } from "../../reviews.ts";

/** The rule, and what it names; ids are those that they stand for. Of a range each id is one that is named. */
function said(files: Files, same: { readonly [id: string]: string }): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { rule, data } of problemsOf(files)) {
    const { range: _, others = [], near: __, ...rest } = data;
    const all = [rest, ...(Array.isArray(others) ? others : [others]).map((id) => ({ ...rest, id: String(id) }))];
    for (const each of all) {
      const named = Object.entries(each).filter(([, value]) => typeof value === "string");
      const words = named.map(
        ([name, value]) => `${name}=${same[String(value)] ?? String(value).replace(/^.*:\d+$/, "")}`,
      );
      found.add(`${rule} ${words.sort().join(" ")}`);
    }
  }
  return found;
}

export function newsIn(before: Files, after: Files, same: { readonly [id: string]: string } = {}): readonly string[] {
  const had = said(before, same);
  return [...said(after, same)].filter((each) => !had.has(each));
}

/** How often each word stands in all files. */
export function wordsOf(files: Files): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of Object.values(files))
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}
