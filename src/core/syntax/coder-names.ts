/** Initials or a name of a coder, as every place of the language can hold them: `- M trust: "so" (JA)`, `- coder: JA`, `read: 2026-03-02 (JA)`. */

/** Longer is no name. */
const LONGEST = 60;
/** What ends a name somewhere (brackets, commas, colons), or is a sign of Markdown's or a reference's. */
const NO_NAME = /[()[\]{},;:*`<>\\&@#~|"“”„«»\p{Cc}]|\p{Cs}|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/** The name as it is read again wherever it is written; undefined where some place could not hold it. */
export function coderName(words: string): string | undefined {
  const name = words.normalize("NFC").replace(/\s+/g, " ").trim();
  return name === "" || name.length > LONGEST || NO_NAME.test(name) || !/[\p{L}\p{N}]/u.test(name) ? undefined : name;
}
