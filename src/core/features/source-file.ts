/** Where the file of a source is begun. */
import type { Review } from "../review.ts";

/** A path beside the files of other sources, in `sources` where there are none; named after the key, whatever stands in that. None of `taken`. */
export function fileForSource(review: Review, key: string, taken: ReadonlySet<string> = NONE): string {
  const beside = review.sources().find((source) => source.uri !== undefined)?.uri;
  const folder = beside === undefined ? "sources/" : beside.slice(0, beside.lastIndexOf("/") + 1);
  const name = fileNameOf(key);
  // Keys that differ in signs alone would be one file's.
  for (let n = 1; ; n++) {
    const uri = `${folder}${name}${n === 1 ? "" : `-${n}`}.md`;
    if (!review.document(uri) && !taken.has(uri)) return uri;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** What a source's file is called, without its ending. */
export function fileNameOf(key: string): string {
  return key.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^\.+/, "-");
}
