/** Data: `id`, `words`. */
import { t } from "../l10n.ts";
import type { Extract } from "../model/types.ts";
import type { Scheme } from "../vocabulary.ts";
import { calledOf } from "./about.ts";
import { occurring } from "./occurring.ts";
import type { ReportOwn, Rule, RulePage } from "./rule.ts";
import { example, quoted, source, word } from "./words.ts";

/** Words as they are compared: white space folded, every quotation mark and apostrophe the same. */
function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[“”„‟«»"‘’‚‛‹›`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

const EDGE = /[\s.,;:!?…'()[\]–—-]/;

/** Without punctuation at its ends. */
function core(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start++;
  while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const CODEBOOK = "## Code meeting\n\n- role: C\n- definition: people meet\n";
// @__NO_SIDE_EFFECTS__
const coded = (words: string): string =>
  source("lund2010", `## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "${words}"\n- parked: later\n`);

export const codingWordsNotInQuotePage: RulePage = {
  why: "Coded words that are not in the quote cannot be shown, counted or checked.",
  fires: example({ "codebook.md": CODEBOOK, "lund.md": coded("they parted") }),
  quiet: example({ "codebook.md": CODEBOOK, "lund.md": coded("they met") }),
};

export const codingWordsNotInQuote: Rule = {
  id: "coding/words-not-in-quote",
  level: "warning",
  message: (data) =>
    t(
      "{0} is not in the quote of {1}. Copy the words from the quote as they stand there.",
      quoted(word(data, "words")),
      word(data, "id"),
    ),
  own: { extract: wordsNotInQuote },
};

/** Up to this many words are each searched for; more are looked for at once. */
const FEW = 8;

/** Whether there are few coded words, and all stand in the quote as they are: so it is with most extracts. */
function areVerbatim(codings: Extract["codings"], quote: string): boolean {
  let count = 0;
  for (const { words } of codings) {
    for (const { text } of words) {
      count++;
      if (count > FEW || !quote.includes(text)) return false;
    }
  }
  return true;
}

function wordsNotInQuote(entity: Extract, _scheme: Scheme, report: ReportOwn): void {
  const { quote, codings } = entity;
  if (!quote || areVerbatim(codings, quote.text)) return;
  const all = codings.flatMap(({ words }) => words);
  const verbatim = occurring(new Set(all.map(({ text }) => text)), quote.text);
  const others = all.filter(({ text }) => !verbatim.has(text));
  if (others.length === 0) return;
  const plain = others.map(({ text }) => core(plainWords(text)));
  const found = occurring(new Set(plain), plainWords(quote.text));
  for (const [at, words] of others.entries())
    if (!found.has(plain[at] ?? "")) report(words, { id: calledOf(entity), words: words.text });
}
