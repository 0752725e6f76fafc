/** Raised by the readers of documents, of review.yaml and of bibliographies. Data: `encoding` ("UTF-16", "binary", "NUL" or "replacement"). */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

export const fileEncodingPage: RulePage = {
  why: "What is not text in UTF-8 is not read, so nothing in it is in the review.",
  fires: example({ "a.md": "#\u0000 \u0000C\u0000M\u0000O\u0000C\u0000" }),
  quiet: example({ "a.md": "Nothing.\n" }),
};

export const fileEncoding: Rule = {
  id: "file/encoding",
  level: "error",
  message: (data) => {
    switch (data.encoding) {
      case "binary":
        return t("This file is not text, and is not read. Save it as UTF-8, or give it another ending.");
      case "NUL":
        return t("A NUL character stands here, which no text has. Take it out.");
      case "replacement":
        return t(
          "A letter was lost here: the file is not in UTF-8, or was once saved wrongly. Save it as UTF-8, and mend the words.",
        );
      default:
        return t("This file is in {0}, and is not read. Save it as UTF-8.", word(data, "encoding"));
    }
  },
};
