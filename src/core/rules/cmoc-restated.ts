/** Data: `id`. Reported at the record that a heading defines; the row is the related place. */
import { digestsOf } from "../review/digest.ts";
import { isClosed } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

const HEADING = "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
const TABLE =
  "# Overview\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | peace |\n";

export const cmocRestated: Rule = {
  id: "cmoc/restated",
  level: "hint",
  why: "A row that restates a configuration in other words leaves readers with two.",
  fires: example({ "a.md": HEADING, "b.md": TABLE.replace("peace", "calm") }),
  quiet: example({ "a.md": HEADING, "b.md": TABLE }),
  message: (data) =>
    `A row of a table restates ${word(data, "id")} with other slots than it has here. Make the two agree.`,
  cmoc({ entity, name }, review, report) {
    if (name === "" || entity.slots.length === 0 || isClosed(entity)) return;
    const own = digestsOf(entity)[0];
    for (const { entity: row, placed } of review.restatements(name)) {
      if (row.kind !== "cmoc" || row.slots.length === 0 || digestsOf(row)[0] === own) continue;
      report(
        entity.idSpan,
        { id: entity.id },
        { related: [{ at: placed, span: row.head, label: `the row of ${entity.id}` }] },
      );
    }
  },
};
