import { digestsOf } from "../review/digest.ts";
import { called, isClosed } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const cmocDuplicate: Rule = {
  id: "cmoc/duplicate",
  level: "hint",
  why: "The same slots twice are one configuration, to be merged.",
  literature: "Jackson and Kolla 2012, doi:10.1177/1098214012440030",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n\n## CMOC TR2: Two\n\n- **C:** A place.\n- **M:** trust\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n\n## CMOC TR2: Two\n\n- **C:** a time\n- **M:** trust\n",
  }),
  message: (data) =>
    `${word(data, "id")} has the same slots as ${word(data, "other")}. Merge them, or say how they differ.`,
  cmoc(at, review, report) {
    const name = digestsOf(at.entity).find((digest) => digest.startsWith("d:s:"));
    if (name === undefined || isClosed(at.entity)) return;
    const other = review
      .definitions(name)
      .find(
        ({ entity, name: id }) =>
          entity !== at.entity && entity.kind === "cmoc" && !isClosed(entity) && (id === "" || id !== at.name),
      );
    if (other) report(at.entity.head, { id: called(at, review), other: called(other, review) });
  },
};
