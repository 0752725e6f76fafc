import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const yamlValue: Rule = {
  id: "yaml/value",
  level: "error",
  why: "A setting with a wrong value is left out.",
  fires: { "review.yaml": "configuration: XYZ\n" },
  quiet: { "review.yaml": "configuration: CIMO\n" },
  message: (data) =>
    `“${word(data, "value")}” is no value of ${word(data, "key")}. It takes ${word(data, "expected")}.`,
};
