/** Raised by the reader of documents. Data: `text`, `why` ("range", "characters", or "near" for a heading that is nearly a record's); of a heading also `kind`. */
import { t } from "../l10n.ts";
import { KINDS, type Kind } from "../vocabulary.ts";
import type { Rule, RulePage } from "./rule.ts";
import { aKind, example, quoted, word } from "./words.ts";

const SAMPLES: { readonly [kind in Kind]: string } = {
  cmoc: "CMOC TR1: title",
  theory: "Theory PT1: title",
  "demi-regularity": "Demi-regularity D1: title",
  extract: "Extract e1",
  code: "Code trust: title",
  memo: "Memo 2026-03-02: title",
};

function nearly(text: string, name: string): string {
  const kind = KINDS.find((each) => each.kind === name)?.kind ?? "cmoc";
  return t(
    "{0} is nearly the heading of {1}, and is read as ordinary text. Write it as “{2}”.",
    text,
    aKind(kind),
    SAMPLES[kind],
  );
}

export const idFormPage: RulePage = {
  why: "An id that reads as a range, or has characters that ids cannot have, cannot be referred to.",
  fires: example({ "a.md": "## CMOC TR1-TR4: All\n\n- **C:** a place\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n" }),
};

export const idForm: Rule = {
  id: "id/form",
  level: "error",
  levelFor: (data) => (data.why === "near" ? "warning" : undefined),
  fix: { title: "Use a form that an id can have", safe: false },
  message: (data) => {
    const text = quoted(word(data, "text"));
    switch (data.why) {
      case "range":
        return t("{0} reads as a range of ids. Give the record an id of its own.", text);
      case "near":
        return nearly(text, word(data, "kind"));
      default:
        return t(
          "{0} cannot be an id. Use letters, digits, dots, hyphens and underscores, with a letter or digit at both ends.",
          text,
        );
    }
  },
};
