// @ts-check
/** Configurations of every scheme, as fields, as a sentence, as a table. */
import { asked, choice, snippet } from "./shape.mjs";

/** @typedef {import("../grammar/words.mjs").Vocabulary} Vocabulary */
/** @typedef {import("./shape.mjs").Snippet} Snippet */

/** @param {Vocabulary} words */
export function configurations({ SCHEME_NAMES, schemeOf, STATUSES, LAYERS, CONFIDENCES }) {
  /** @type {Record<string, Snippet>} */
  const made = {};
  for (const name of SCHEME_NAMES) {
    const slots = schemeOf(name)?.slots ?? [];
    const spelt = slots.map(({ label }) => label.toLowerCase());
    const listed = `${spelt.slice(0, -1).join(", ")} and ${spelt.at(-1)}`;
    const prefix = name.toLowerCase();
    const head = ["## CMOC ‹1›: ‹Title›", ""];
    made[`${name} configuration`] = snippet(
      name === "CMO" ? "cmoc" : prefix,
      `A configuration of ${listed}, as a list of fields.`,
      [
        ...head,
        `- status: ${choice(STATUSES)}`,
        "- theme: ‹Theme›",
        ...slots.map(({ letter }) => `- **${letter}:** ${asked(letter)}`),
        "- supports: ‹›",
      ],
    );
    const before = slots
      .filter(({ letter }) => letter !== "M" && letter !== "O")
      .map(({ letter }) => `${asked(letter)} (${letter})`);
    made[`${name} configuration as a sentence`] = snippet(
      `${prefix}-sentence`,
      `A configuration of ${listed}, as a sentence with a tag after each.`,
      [
        ...head,
        `When ${before.join(" and ")}, ${asked("M")} (M), so that ${asked("O")} (O).`,
        "",
        `- status: ${choice(STATUSES)}`,
        "- supports: ‹›",
      ],
    );
    made[`Table of ${name} configurations`] = snippet(
      `${prefix}-table`,
      `A table of configurations, each row with ${listed}.`,
      [
        `| ID | ${slots.map(({ label }) => label).join(" | ")} | Evidence |`,
        `| --- | ${slots.map(() => "---").join(" | ")} | --- |`,
        `| ‹1› | ${slots.map(({ letter }) => asked(letter)).join(" | ")} | ‹› |`,
      ],
    );
  }
  made["Configuration in full"] = snippet(
    "cmoc-full",
    "A configuration whose mechanism is a resource and a response, with layer and confidence.",
    [
      "## CMOC ‹1›: ‹Title›",
      "",
      `- status: ${choice(STATUSES)}`,
      "- theme: ‹Theme›",
      "- **C:** ‹what already holds, and for whom›",
      `  - layer: ${choice(LAYERS)}`,
      "- **M:**",
      "  - resource: ‹what the programme offers›",
      "  - reasoning: ‹what people make of it›",
      "- **O:** ‹what comes of it›",
      `- confidence: ${choice(CONFIDENCES)} — ‹why›`,
      "- supports: ‹›",
    ],
  );
  return made;
}
