/** What a command was told to act on: by rows of a view, by whoever calls it, or by where the cursor stands. */

import * as vscode from "vscode";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import type { RecordRef, TreeNode } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import { keyOfName } from "../../core/model/names.ts";
import type { Name } from "../../core/model/types.ts";
import { displayId, idOf } from "../../core/report/json.ts";
import { slotKey } from "../../core/review/links.ts";
import type { Definition, Review } from "../../core/review.ts";
import type { RoleMention } from "../../core/syntax/slots.ts";
import { STANCES, type Stance } from "../../core/vocabulary.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { definitionOf, nameOf } from "../tree/refs.ts";
import { whichReview } from "./asking.ts";

/** What a caller knows already, so that it is not asked: names as the review has them (`x:okafor2014#e4`, `r:tr3`). */
export interface LinkRequest {
  readonly extract?: Name;
  readonly record?: Name;
  readonly stance?: Stance;
  readonly slots?: readonly RoleMention[];
  /** Where the record is a row without an id. */
  readonly row?: Definition;
}

/** What is done to a row is done in its review, whatever the editor shows; else as {@link whichReview} says. */
export async function reviewMeant(reviews: Reviews, given: unknown): Promise<OpenReview | undefined> {
  return given instanceof ChosenRows ? given.open : whichReview(reviews);
}

/** A request for each of the rows, or the one that a caller makes; a command may be called by anybody with anything. */
export function requestsIn(given: unknown): readonly LinkRequest[] {
  if (given instanceof ChosenRows) return given.nodes.flatMap((node) => requestOf(node, given.open.review));
  return isLinkRequest(given) ? [given] : [];
}

function isLinkRequest(value: unknown): value is LinkRequest {
  if (typeof value !== "object" || value === null) return false;
  const { extract, record, stance, slots } = value as Partial<Record<keyof LinkRequest, unknown>>;
  if (extract === undefined && record === undefined) return false;
  const isName = (name: unknown): boolean => name === undefined || typeof name === "string";
  const isSlot = (slot: unknown): boolean => typeof slot === "object" && slot !== null && "role" in slot;
  const areSlots = slots === undefined || (Array.isArray(slots) && slots.every(isSlot));
  return areSlots && isName(extract) && isName(record) && (stance === undefined || STANCES.includes(stance as Stance));
}

/** Of a link both its ends, as far as they have names; of another row what it shows, if that is no source. */
function requestOf({ record, link, slot }: TreeNode, review: Review): readonly LinkRequest[] {
  const names = [nameOf(record), nameOf(link?.of)].filter((name) => name !== undefined);
  const evidence = names.find((name) => (link ? keyOfName(name) !== undefined : name.startsWith("x:")));
  const other = names.find((name) => keyOfName(name) === undefined);
  if (evidence === undefined && other === undefined) return [];
  const row =
    link && ([record, link.of].find((each) => typeof each === "object" && each.name === "") as Definition | undefined);
  return [
    {
      ...(evidence !== undefined && { extract: evidence }),
      ...(other !== undefined && { record: other }),
      ...(link && { stance: link.stance }),
      ...(row && { row }),
      ...(slot !== undefined && { slots: slotsAt(slot, record, review) }),
    },
  ];
}

function slotsAt(index: number, record: RecordRef | undefined, review: Review): readonly RoleMention[] {
  const entity = definitionOf(record, review)?.entity;
  const slot = entity?.kind === "cmoc" ? entity.slots[index] : undefined;
  return slot ? [slot] : [];
}

/** Whether a name was given that the review does not know (any more); says so, of a record that was there by what it was `called`. */
export function isUnknown(review: Review, name: Name | undefined, called?: string): boolean {
  if (name === undefined || review.definitions(name).length > 0) return false;
  const id = called ?? idOf(name, review);
  void vscode.window.showWarningMessage(t("{0} is not in the review any more. Look at the list again.", id));
  return true;
}

/** Whether two records bear a name, so that it does not say which is meant; says so. */
export function isAmbiguous(review: Review, name: Name | undefined): boolean {
  const all = name === undefined ? [] : review.definitions(name).filter(({ brief }) => !review.isRestatement(brief));
  const [first, second] = all;
  if (!first || !second) return false;
  void vscode.window.showWarningMessage(refusalWords({ refused: "ambiguous", data: { id: displayId(first, review) } }));
  return true;
}

/** Whether a record has a slot. */
export function hasSlot(record: Definition | undefined, slot: RoleMention): boolean {
  const { entity } = record ?? {};
  return entity?.kind === "cmoc" && entity.slots.some((each) => slotKey(each) === slotKey(slot));
}

/** The key of the source that a row shows, itself or an extract of it, or that a caller names. */
export function keyIn(given: unknown): string | undefined {
  if (!(given instanceof ChosenRows)) return typeof given === "string" ? given : undefined;
  const name = nameOf(given.nodes[0]?.record);
  return name === undefined ? undefined : keyOfName(name);
}

/** Whether a row stands for a record without an id, which no link can name; says so. */
export function isNameless(record: RecordRef | undefined): boolean {
  if (record === undefined || nameOf(record) !== undefined) return false;
  void vscode.window.showWarningMessage(t("The row has no id that a link could name. Give it one in its table first."));
  return true;
}

/** The record of the active editor at the cursor, when it is of the wanted kind. */
export function recordAtCursor(
  open: OpenReview,
  isWanted: (definition: Definition) => boolean,
): Definition | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && open.pathOf(editor.document.uri);
  if (!editor || path === undefined) return undefined;
  const offset = open.review.lines(path).offset(editor.selection.active);
  const placed = open.review.placed(path).findLast(({ start }) => start <= offset);
  return placed?.definitions.find(
    (definition) => isWanted(definition) && (placed.facts.count === 1 || offset <= placed.start + definition.brief.end),
  );
}
