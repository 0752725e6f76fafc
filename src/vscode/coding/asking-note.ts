/** Asking for a note on a passage: typed, or none. */
import { t } from "../../core/l10n.ts";
import { shortened } from "../commands/asking.ts";
import { literal } from "../literal.ts";
import { pick, stepTitle } from "./picking.ts";

/** Empty where there is none; undefined when the person thought better of it. */
export async function askNote(): Promise<string | undefined> {
  const row = await pick<string>({
    title: stepTitle(),
    step: 3,
    steps: 3,
    placeHolder: t("Type a note, where there is one to make"),
    rows: [{ label: t("No note"), description: t("write the extract"), value: "" }],
    typed: (words) => {
      const note = words.replace(/\s+/g, " ").trim();
      const label = `$(note) ${literal(shortened(note))}`;
      return note === "" ? [] : [{ label, description: t("write the extract with this note"), value: note }];
    },
    isInstead: true,
  });
  return row?.value;
}
