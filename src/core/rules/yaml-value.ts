/** Raised by the readers of review.yaml and front matter. Data: `key` (a path of keys), `value` ("map" or "list" for one of those), `expected` (a code, or the values). */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { joined, list, quoted, word } from "./words.ts";

const EXPECTED: { readonly [code: string]: () => string } = {
  text: () => t("Write one text after the colon."),
  texts: () => t("Write a list of texts, each after a dash."),
  map: () => t("Write “key: value” lines under it."),
  scale: () => t("Write the values as a list, lowest first: [low, moderate, high]."),
  slots: () => t("Write CMO, CIMO, ICAMO or SCMO, or a list of slots: [{ letter: P, label: Process }]."),
  letter: () => t("Write one capital letter."),
  label: () => t("Use a word that is no field, no qualifier and no other slot."),
  unique: () => t("It stands there already. Name each once."),
  version: () => t("Write a whole number from 1, as in “cmoc: 1”."),
  coder: () =>
    t("It is signed in brackets. Write initials or a name without brackets, commas, colons and signs of Markdown."),
  "own-word": () => t("A source’s front matter says something else there. Give the scale another name."),
  pattern: () => t("Write a plainer pattern, as in drafts/**."),
};

function called(value: string): string {
  if (value === "") return t("An empty value");
  if (value === "map") return t("A map");
  return value === "list" ? t("A list") : quoted(value);
}

export const yamlValuePage: RulePage = {
  why: "A setting with a wrong value is left out, and the review is read without it.",
  fires: { "review.yaml": "configuration: XYZ\n" },
  quiet: { "review.yaml": "configuration: CIMO\n" },
};

export const yamlValue: Rule = {
  id: "yaml/value",
  level: "error",
  // A coder is read all the same, but for signing.
  levelFor: ({ expected }) => (expected === "coder" ? "warning" : undefined),
  message: (data) => {
    const expected = data.expected;
    const mend =
      typeof expected === "string"
        ? (EXPECTED[expected]?.() ?? "")
        : t("Use {0}.", joined(list(data, "expected"), "or"));
    return t("{0} is no value of {1}. {2}", called(word(data, "value")), word(data, "key"), mend).trimEnd();
  },
};
