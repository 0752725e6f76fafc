/** Tags that somebody gave a highlight: in a line of their own, or behind a comment. Linear in the words. */
import { plainWords } from "./plain.ts";

export function tagsIn(words: string): readonly string[] {
  return plainWords(words.replace(/\]\]/g, "]],"))
    .split(/[,;]|\s(?=#)/)
    .map((tag) => tag.replace(/^[\s#[]+|[\s\]]+$/g, "").trim())
    .filter((tag) => /[\p{L}\p{N}]/u.test(tag));
}

/** Tags behind a comment: `#trust #power`. */
export function hashTags(comment: string): { readonly text: string; readonly tags: readonly string[] } {
  const found = /(?:^|\s)((?:#[\p{L}\p{N}_/-]{1,60}[\s,]*){1,30})$/u.exec(comment.slice(-2000));
  if (!found) return { text: comment, tags: [] };
  return { text: comment.slice(0, comment.length - found[0].length).trim(), tags: tagsIn(found[1] ?? "") };
}
