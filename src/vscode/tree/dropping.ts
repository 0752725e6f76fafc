/** What dropping extracts on configurations and slots means, configurations on theories, and codes on codes. */

import * as vscode from "vscode";
import { movedOn } from "../../core/features/edit/refusal-words.ts";
import { addLink } from "../../core/features/edit.ts";
import type { TreeNode } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import type { Cmoc } from "../../core/model/types.ts";
import { slotKey } from "../../core/review/links.ts";
import type { Definition } from "../../core/review.ts";
import type { Slot } from "../../core/syntax/slots.ts";
import { pickStance } from "../commands/asking.ts";
import { joined } from "../commands/joining.ts";
import { isAmbiguous, isNameless } from "../commands/meant.ts";
import { carryOut, together } from "../edits.ts";
import { definitionOf } from "./refs.ts";
import type { Row } from "./rows.ts";

/** Carries out what dropping these records on a row means; says what would have worked where it means nothing. */
export async function drop(dragged: readonly string[], node: TreeNode, { open }: Row): Promise<void> {
  const { review } = open;
  // A record may have several rows, and all of them may be dragged.
  const names = [...new Set(dragged)];
  const record = definitionOf(node.record, review);
  if (names.some((name) => isAmbiguous(review, name))) return;
  const dropped = names.flatMap((name) => review.definitions(name)[0] ?? []);
  const evidence = dropped.filter(({ brief }) => brief.kind === "extract");
  if (record && evidence.length > 0 && isClaim(record)) {
    if (isNameless(record)) return;
    const slot = node.slot === undefined ? undefined : slotsOf(record)[node.slot];
    const stance = await pickStance(evidence, [record], review);
    if (stance === undefined) return;
    if (slot && !isThereStill(slot, definitionOf(record.name, review))) {
      void vscode.window.showWarningMessage(movedOn());
      return;
    }
    const link = { stance, slots: slot ? [slot] : [] };
    await carryOut(open, together(evidence.map((extract) => addLink(review, extract, record.name, link))));
    return;
  }
  const configurations = dropped.filter(({ brief }) => brief.kind === "cmoc") as Definition<Cmoc>[];
  if (record?.brief.kind === "theory" && configurations.length > 0) {
    await carryOut(open, together(configurations.map((each) => joined(review, each, record))));
    return;
  }
  const codes = names.filter((name) => name.startsWith("c:"));
  if (record?.brief.kind === "code" && codes.length > 0) {
    await vscode.commands.executeCommand("cmoc.moveCode", { records: codes, to: record.name, reason: "" });
    return;
  }
  void vscode.window.showInformationMessage(
    t("Drop an extract on a configuration, a slot or a theory; drop a configuration on a theory."),
  );
}

function slotsOf({ entity }: Definition): readonly Slot[] {
  return entity.kind === "cmoc" ? entity.slots : [];
}

/** Whether a record has a slot as it was when something was dropped on it. */
function isThereStill(slot: Slot, record: Definition | undefined): boolean {
  const isSame = (other: Slot): boolean => slotKey(other) === slotKey(slot) && other.text === slot.text;
  return record !== undefined && slotsOf(record).some(isSame);
}

function isClaim({ brief }: Definition): boolean {
  return brief.kind === "cmoc" || brief.kind === "theory" || brief.kind === "demi-regularity";
}
