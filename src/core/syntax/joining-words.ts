/** Words that join the clauses of a configuration and are no part of its slots. "or" is not among them: it is theory. */

const JOINING = [
  "in contexts in which",
  "in contexts where",
  "in a context where",
  "in the context of",
  "in situations where",
  "in circumstances where",
  "resulting in",
  "which results in",
  "which leads to",
  "this leads to",
  "leading to",
  "leads to",
  "lead to",
  "thereby",
  "therefore",
  "because",
  "so that",
  "such that",
  "whereby",
  "where",
  "which",
  "when",
  "then",
  "thus",
  "that",
  "and",
  "but",
  "if",
  "so",
  "as",
];

/** The words from the start of which punctuation and joining words are dropped, again and again. */
export function withoutJoiningWords(text: string): string {
  let rest = text;
  for (let round = 0; round < 20; round++) {
    const trimmed = rest.replace(/^[\s,;:.!?–—-]+/u, "");
    const head = trimmed.slice(0, 30).toLowerCase();
    const found = JOINING.find(
      (words) => head.startsWith(words) && !/[\p{L}\p{N}'’-]/u.test(trimmed.charAt(words.length)),
    );
    if (found === undefined || trimmed.length === found.length) return trimmed;
    if (found === "that" && round === 0) return trimmed;
    rest = trimmed.slice(found.length);
  }
  return rest;
}
