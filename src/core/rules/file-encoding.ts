import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const fileEncoding: Rule = {
  id: "file/encoding",
  level: "error",
  why: "What is not text in UTF-8 cannot be read.",
  fires: example({ "a.md": "#\u0000 \u0000C\u0000M\u0000O\u0000C\u0000" }),
  quiet: example({ "a.md": "Nothing.\n" }),
  message: (data) => `This file is ${word(data, "encoding")}, not text in UTF-8. Save it again as UTF-8.`,
};
