import { normalWords } from "../review/digest.ts";
import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const wordingSame: Rule = {
  id: "wording/same",
  level: "hint",
  why: "The same words in a context and a mechanism explain nothing.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** High trust\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** people speak freely\n" }),
  message: (data) =>
    `${word(data, "id")} has the same words as context and as mechanism. Ask what in the context sets off what response.`,
  cmoc(at, review, report) {
    const { slots } = at.entity;
    const contexts = slots.filter((slot) => slot.role === "C").map((slot) => normalWords(slot.text));
    const same = slots.find((slot) => slot.role === "M" && contexts.includes(normalWords(slot.text)));
    if (same) report(same, { id: called(at, review) });
  },
};
