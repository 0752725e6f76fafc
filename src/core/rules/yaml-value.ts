/** Raised by the readers of review.yaml and front matter. Data: `key` (a path of keys), `value` ("map" or "list" for one of those), `expected` (a code, or the values). */
import type { Rule, RulePage } from "./rule.ts";
import { joined, list, quoted, word } from "./words.ts";

const EXPECTED: { readonly [code: string]: string } = {
  text: "Write one text after the colon.",
  texts: "Write a list of texts, each after a dash.",
  map: "Write “key: value” lines under it.",
  scale: "Write the values as a list, lowest first: [low, moderate, high].",
  slots: "Write CMO, CIMO, ICAMO or SCMO, or a list of slots: [{ letter: P, label: Process }].",
  letter: "Write one capital letter.",
  label: "Use a word that is no field, no qualifier and no other slot.",
  unique: "It stands there already. Name each once.",
  version: "Write a whole number from 1, as in “cmoc: 1”.",
  pattern: "Write a plainer pattern, as in drafts/**.",
};

export const yamlValuePage: RulePage = {
  why: "A setting with a wrong value is left out, and the review is read without it.",
  fires: { "review.yaml": "configuration: XYZ\n" },
  quiet: { "review.yaml": "configuration: CIMO\n" },
};

export const yamlValue: Rule = {
  id: "yaml/value",
  level: "error",
  message: (data) => {
    const value = word(data, "value");
    const what = value === "map" || value === "list" ? `A ${value}` : value === "" ? "An empty value" : quoted(value);
    const expected = data.expected;
    const mend =
      typeof expected === "string" ? (EXPECTED[expected] ?? "") : `Use ${joined(list(data, "expected"), "or")}.`;
    return `${what} is no value of ${word(data, "key")}. ${mend}`.trimEnd();
  },
};
