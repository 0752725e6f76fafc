/** Raised by the reader of documents: `{ text, why: "range" | "characters" | "near" }`; a near heading is a warning. */
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const idForm: Rule = {
  id: "id/form",
  level: "error",
  why: "An id that reads as a range, or has other signs in it, cannot be referred to.",
  fires: example({ "a.md": "## CMOC TR1-TR4: All\n\n- **C:** a place\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n" }),
  message: (data) => {
    const text = word(data, "text");
    if (word(data, "why") === "range") return `${text} reads as a range. Give the record an id of its own.`;
    if (word(data, "why") === "near")
      return `“${text}” is nearly the heading of a configuration, but is not read as one. Write it as “CMOC ID: title”.`;
    return `“${text}” cannot be an id. Use letters, digits, dots, hyphens and underscores.`;
  },
};
