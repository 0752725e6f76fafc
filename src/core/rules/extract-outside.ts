/** Raised by the reader of documents. Data: `text`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, quoted, source, word } from "./words.ts";

export const extractOutsidePage: RulePage = {
  why: "Extracts live in the file of their source; elsewhere they are ordinary text.",
  fires: example({ "notes.md": "## Extract e1\n\n> Here.\n\n- at: p. 1\n" }),
  quiet: example({
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n"),
    "notes.md": "## Extract the roots\n\nSlowly.\n",
  }),
};

export const extractOutside: Rule = {
  id: "extract/outside",
  level: "warning",
  fix: { title: "Leave it ordinary text", safe: false },
  message: (data) =>
    t(
      "{0} is not read as an extract, since this file is no source’s. Move it to the file of its source, or give this one a citekey.",
      quoted(word(data, "text")),
    ),
};
