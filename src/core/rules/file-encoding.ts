/** Raised by the reader of documents. Data: `encoding` ("UTF-16" or "binary"). */
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const fileEncoding: Rule = {
  id: "file/encoding",
  level: "error",
  why: "What is not text in UTF-8 is not read, so nothing in it is in the review.",
  fires: example({ "a.md": "#\u0000 \u0000C\u0000M\u0000O\u0000C\u0000" }),
  quiet: example({ "a.md": "Nothing.\n" }),
  message: (data) =>
    data.encoding === "binary"
      ? "This file is not text, and is not read. Save it as UTF-8, or give it another ending than .md."
      : `This file is in ${word(data, "encoding")}, and is not read. Save it as UTF-8.`,
};
