// @ts-check
/**
 * The form of a snippet. It is written with `‹words›` for a place with words to type over, `‹›` for an empty one, and `‹a|b|c›` for a choice. They
 * are numbered in the order in which they are written; the last place is after the snippet.
 */

/** @typedef {{ readonly prefix: string, readonly description: string, readonly body: readonly string[] }} Snippet */

/** What a slot asks for, in words that no reader of sentences takes for a role. */
const ASKED = {
  C: "what already holds, and for whom",
  M: "what people make of it",
  O: "what comes of it",
  I: "what is brought in",
  A: "who takes part",
  S: "what is tried",
};

/** @param {string} letter */
export function asked(letter) {
  return `‹${/** @type {Record<string, string>} */ (ASKED)[letter] ?? "what stands here"}›`;
}

/** @param {readonly string[]} values */
export const choice = (values) => `‹${values.join("|")}›`;

/** @param {readonly string[]} lines @returns {readonly string[]} as VS Code writes it */
function numbered(lines) {
  let stop = 0;
  const body = lines.map((line) =>
    line.replace(/‹([^›]*)›/g, (_, words) => {
      stop++;
      if (words === "") return `$${stop}`;
      return words.includes("|") ? `\${${stop}|${words.split("|").join(",")}|}` : `\${${stop}:${words}}`;
    }),
  );
  return [...body, "$0"];
}

/**
 * @param {string} prefix
 * @param {string} description
 * @param {readonly string[]} lines
 * @returns {Snippet}
 */
export function snippet(prefix, description, lines) {
  return { prefix, description, body: numbered(lines) };
}
