import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const fileTooLarge: Rule = {
  id: "file/too-large",
  level: "warning",
  why: "A section too long to be read might hold what is missed.",
  fires: example({ "a.md": `<div>\n\n${"1) x\n".repeat(120_000)}` }),
  quiet: example({ "a.md": "Nothing.\n" }),
  message: (data) =>
    `This section has ${word(data, "length")} characters of a shape that is not read at that length. Split it with headings.`,
};
