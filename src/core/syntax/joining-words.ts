/** Words that join the clauses of a configuration and are no part of its slots. "or" is not among them: it is theory. */

const JOINING = [
  "in contexts in which",
  "in a context in which",
  "in contexts where",
  "in a context where",
  "in the context where",
  "in circumstances where",
  "in situations where",
  "resulting in",
  "results in",
  "result in",
  "leading to",
  "leads to",
  "lead to",
  "led to",
  "because",
  "so that",
  "where",
  "which",
  "when",
  "then",
  "thus",
  "and",
  "but",
  "if",
  "so",
  "as",
];
const LONGEST = 24;

/** What begins with "as" and is no joining word. */
const NO_JOIN = /^as (?:well|a result|a consequence|soon|long|far|much|many|if)\b/;
const WITHIN = /[\p{L}\p{M}\p{N}'’/‑-]/u;
const OPENING = /[\s,;:.!?…–—=→⇒➔➜⟶+&/*•·”’»-]/u;
const CLOSING = /[\s,;:.!?…–—=→⇒➔➜⟶+&/([{“‘«-]/u;

/**
 * Where the words between `from` and `to` begin once punctuation and joining words, again and again, are dropped; `to` when nothing is left.
 * White space in `text` is single spaces.
 */
export function wordsBegin(text: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && opens(text, at, to)) at++;
    const head = text.slice(at, Math.min(to, at + LONGEST)).toLowerCase();
    const found = JOINING.find((words) => head.startsWith(words) && !WITHIN.test(text.charAt(at + words.length)));
    if (found === undefined || NO_JOIN.test(head) || at + found.length > to) return at;
    at += found.length;
  }
}

function opens(text: string, at: number, to: number): boolean {
  const sign = text.charAt(at);
  if (OPENING.test(sign)) return !((sign === "-" || sign === ".") && /\d/.test(text.charAt(at + 1)));
  if (sign === '"' || sign === "'") return at + 1 >= to || OPENING.test(text.charAt(at + 1));
  if (sign === ")" || sign === "]") return true;
  return sign === "(" && !text.slice(at, Math.min(to, at + 200)).includes(")");
}

/** Where the words between `from` and `to` end without closing punctuation, and without joining words that lead to what follows when `joins`. */
export function wordsEnd(text: string, from: number, to: number, joins: boolean): number {
  let at = to;
  for (;;) {
    while (at > from && CLOSING.test(text.charAt(at - 1))) at--;
    if (!joins) return at;
    const tail = text.slice(Math.max(from, at - LONGEST), at).toLowerCase();
    const found = JOINING.find((words) => tail.endsWith(words) && !WITHIN.test(text.charAt(at - words.length - 1)));
    if (found === undefined || at - found.length < from) return at;
    at -= found.length;
  }
}
