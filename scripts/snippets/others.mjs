// @ts-check
/** The other records, a source, and the review itself. */
import { choice, snippet } from "./shape.mjs";

/** @typedef {import("../grammar/words.mjs").Vocabulary} Vocabulary */

/** @param {Vocabulary} words */
export function others(words) {
  const { STAGES, SCOPES, VOICES, CODE_ORIGINS, MEMO_KINDS, STANCES, SCHEME_NAMES, schemeOf } = words;
  const letters = [
    ...new Set(SCHEME_NAMES.flatMap((name) => (schemeOf(name)?.slots ?? []).map(({ letter }) => letter))),
  ];
  return {
    Theory: snippet(
      "theory",
      "A programme theory or a middle-range theory, with the configurations that it is made of.",
      [
        "## Theory ‹PT1›: ‹Title›",
        "",
        `- stage: ${choice(STAGES)}`,
        `- scope: ${choice(SCOPES)}`,
        "- configurations: ‹›",
        "- draws on: ‹›",
        "- boundary: ‹where it stops holding›",
        "- counterexamples: ‹none found›",
      ],
    ),
    "Demi-regularity": snippet("demi-regularity", "A pattern that recurs over several configurations.", [
      "## Demi-regularity ‹D1›: ‹Title›",
      "",
      "- configurations: ‹›",
      "- moderators: ‹what strengthens or weakens it›",
      "- counterexamples: ‹none found›",
    ]),
    Extract: snippet("extract", "A passage of a source, where it stands, how it is coded and what it bears on.", [
      "## Extract ‹e1›",
      "",
      "> ‹The passage, word for word.›",
      "",
      "- at: ‹p. 1›",
      `- voice: ${choice(VOICES)}`,
      `- ${choice(letters)} ‹some-code›: "‹word for word›"`,
      `- ${choice(STANCES)}: ‹›`,
      "- coder: ‹›",
    ]),
    "Extract in other words": snippet("extract-paraphrase", "A passage of a source that is restated and not quoted.", [
      "## Extract ‹e1›",
      "",
      "- paraphrase: ‹the passage in other words›",
      "- at: ‹p. 1›",
      `- origin: ${choice(CODE_ORIGINS)}`,
      `- ${choice(STANCES)}: ‹›`,
    ]),
    "Coding line": snippet("coding", "A role, a code and the words of the quote that they stand for.", [
      `- ${choice(letters)} ‹some-code›: "‹words of the quote›"`,
    ]),
    Code: snippet("code", "A code of the codebook.", [
      "## Code ‹some-code›: ‹Name›",
      "",
      `- role: ${choice(letters)}`,
      "- definition: ‹what it covers, and what not›",
      `- origin: ${choice(CODE_ORIGINS)}`,
    ]),
    Memo: snippet("memo", "A dated note on why the theory or the method went as it did.", [
      "## Memo ‹$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE›: ‹Title›",
      "",
      "- about: ‹›",
      "- by: ‹›",
      `- kind: ${choice(MEMO_KINDS)}`,
      "",
      "‹What was thought, and when.›",
    ]),
  };
}

/** @param {Vocabulary} words @param {Readonly<Record<string, readonly string[]>>} scales */
export function source({ SOURCE_STATUSES }, scales) {
  return {
    Source: snippet(
      "source",
      "The front matter of a source's file, and its first extract. For the top of an empty file.",
      [
        "---",
        "citekey: ‹$TM_FILENAME_BASE›",
        "title: ‹Title›",
        "author: ‹Author, A.›",
        "year: ‹2020›",
        `status: ${choice(SOURCE_STATUSES)}`,
        ...Object.entries(scales).map(([scale, values]) => `${scale}: ${choice(values)}`),
        "---",
        "",
        "## Extract ‹e1›",
        "",
        "> ‹The passage, word for word.›",
        "",
        "- at: ‹p. 1›",
        "- supports: ‹›",
      ],
    ),
  };
}

/** @param {Vocabulary} words @param {Readonly<Record<string, readonly string[]>>} scales */
export function manifest({ SCHEME_NAMES, LANGUAGE_VERSION }, scales) {
  return {
    "Realist review": snippet("cmoc-review", "What a review is and how it is checked. For an empty review.yaml.", [
      `cmoc: ${LANGUAGE_VERSION}`,
      "title: ‹What works, for whom, in what circumstances, how and why?›",
      `configuration: ${choice(SCHEME_NAMES)}`,
      "appraisal:",
      ...Object.entries(scales).map(([scale, values]) => `  ${scale}: [‹${values.join(", ")}›]`),
      "coders: { ‹ME›: ‹your name› }",
      "bibliography: [‹references.bib›]",
      "texts: ‹texts›",
    ]),
  };
}
