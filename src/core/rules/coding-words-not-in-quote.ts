import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

/** Words as they are compared: white space folded, quotation marks and apostrophes of one kind. */
function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

export const codingWordsNotInQuote: Rule = {
  id: "coding/words-not-in-quote",
  level: "warning",
  why: "Coded words that are not in the quote cannot be shown, counted or checked.",
  fires: example({
    "codebook.md": "## Code meeting\n\n- role: C\n- definition: people meet\n",
    "lund.md": source(
      "lund2010",
      '## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "they parted"\n- parked: later\n',
    ),
  }),
  quiet: example({
    "codebook.md": "## Code meeting\n\n- role: C\n- definition: people meet\n",
    "lund.md": source(
      "lund2010",
      '## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "they met"\n- parked: later\n',
    ),
  }),
  message: (data) =>
    `“${word(data, "words")}” is not in the quote of ${word(data, "id")}. Copy the words from the quote.`,
  extract(at, review, report) {
    const { quote, codings } = at.entity;
    if (!quote || codings.length === 0) return;
    const held = plainWords(quote.text);
    for (const coding of codings) {
      for (const words of coding.words) {
        const wanted = plainWords(words.text).replace(/^[\s.,;:!?…]{0,9}|[\s.,;:!?…]{0,9}$/g, "");
        if (wanted !== "" && !held.includes(wanted)) report(words, { id: called(at, review), words: words.text });
      }
    }
  },
};
