/** Linking extracts to what they bear on, and taking links out again. */
import * as vscode from "vscode";
import { addLink, unlink } from "../../core/features/edit.ts";
import type { Brief } from "../../core/model/brief.ts";
import type { Name } from "../../core/model/types.ts";
import { displayId, idOf } from "../../core/report/json.ts";
import type { Definition, Link, Review } from "../../core/review.ts";
import { roleWord } from "../../core/syntax/roles.ts";
import type { RoleMention } from "../../core/syntax/slots.ts";
import { STANCES, type Stance } from "../../core/vocabulary.ts";
import { carryOut } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { pickRecord, pickStance, shortened, whichReview } from "./asking.ts";

/** What a caller knows already, so that it is not asked: names as the review has them (`x:okafor2014#e4`, `r:tr3`). */
export interface LinkRequest {
  readonly extract?: Name;
  readonly record?: Name;
  readonly stance?: Stance;
  readonly slots?: readonly RoleMention[];
}

/** Whether something handed to a command is a request; a command may be called by anybody with anything. */
export function isLinkRequest(value: unknown): value is LinkRequest {
  if (typeof value !== "object" || value === null) return false;
  const { extract, record, stance, slots } = value as Partial<Record<keyof LinkRequest, unknown>>;
  if (extract === undefined && record === undefined) return false;
  const isName = (name: unknown): boolean => name === undefined || typeof name === "string";
  const isSlot = (slot: unknown): boolean => typeof slot === "object" && slot !== null && "role" in slot;
  const areSlots = slots === undefined || (Array.isArray(slots) && slots.every(isSlot));
  return areSlots && isName(extract) && isName(record) && (stance === undefined || STANCES.includes(stance as Stance));
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

const isExtract = ({ brief }: Definition): boolean => brief.kind === "extract";

/**
 * Links an extract to a configuration, theory or demi-regularity. Where neither is said the extract is the one at the cursor; where the record is said
 * the extract is asked for, since the cursor may stand in any.
 */
export async function linkExtract(reviews: Reviews, given?: unknown, where?: OpenReview): Promise<void> {
  const open = where ?? (await whichReview(reviews));
  if (!open) return;
  const request: LinkRequest = isLinkRequest(given) ? given : {};
  if (isUnknown(open.review, request.extract) || isUnknown(open.review, request.record)) return;
  const meant = named(open.review, request.record);
  const here = recordAtCursor(open, isExtract);
  const extract =
    named(open.review, request.extract) ?? (meant ? undefined : here) ?? (await pickExtract(open, here, meant));
  if (!extract) return;
  const record =
    meant ??
    (await pickRecord(
      open.review,
      ["cmoc", "theory", "demi-regularity"],
      `What does ${displayId(extract, open.review)} bear on?`,
      ({ name }) => name !== "",
    ));
  if (!record) return;
  const stance = request.stance ?? (await pickStance([extract], record, open.review));
  if (stance === undefined) return;
  const isAllSaid = meant !== undefined && request.stance !== undefined;
  const slots = request.slots ?? (isAllSaid ? [] : await pickSlots(record, open.review));
  if (slots === undefined) return;
  await carryOut(open, addLink(open.review, extract, record.name, { stance, slots }));
}

function named(review: Review, name: Name | undefined): Definition | undefined {
  return name === undefined ? undefined : review.definitions(name)[0];
}

/** Whether a name was given that the review does not know (any more); says so. */
function isUnknown(review: Review, name: Name | undefined): boolean {
  if (name === undefined || review.definitions(name).length > 0) return false;
  void vscode.window.showWarningMessage(`${idOf(name, review)} is not in the review any more. Look at the list again.`);
  return true;
}

/** The extract at the cursor first, then those that bear on nothing, since these are what is usually meant. */
async function pickExtract(
  { review, unlinked }: OpenReview,
  here: Definition | undefined,
  record: Definition | undefined,
): Promise<Definition | undefined> {
  const loose = new Set<Brief>(unlinked.all().map(({ brief }) => brief));
  const asked = record ? `Which extract bears on ${displayId(record, review)}?` : "Which extract?";
  const rank = ({ brief }: Definition): number => (brief === here?.brief ? 0 : loose.has(brief) ? 1 : 2);
  return pickRecord(review, ["extract"], asked, undefined, rank);
}

/** The slots that the evidence speaks to; none means the whole. */
async function pickSlots(record: Definition, review: Review): Promise<readonly RoleMention[] | undefined> {
  const { entity } = record;
  if (entity.kind !== "cmoc" || entity.slots.length === 0) return [];
  const items = entity.slots.map((slot) => ({
    label: roleWord(slot, review.manifest.scheme),
    description: shortened(slot.text),
    slot,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: `Which slots of ${displayId(record, review)} does it speak to? Choose none for the whole configuration.`,
  });
  return chosen?.map(({ slot }) => slot);
}

/** Takes a link out, wherever it is written. */
export async function unlinkExtract(reviews: Reviews, given?: unknown, where?: OpenReview): Promise<void> {
  const open = where ?? (await whichReview(reviews));
  if (!open) return;
  const { review } = open;
  const request: LinkRequest = isLinkRequest(given) ? given : {};
  if (isUnknown(review, request.extract)) return;
  const extract =
    named(review, request.extract) ??
    recordAtCursor(open, isExtract) ??
    (await pickRecord(review, ["extract"], "Which extract?", ({ name }) => review.bearsOn(name).length > 0));
  if (!extract) return;
  const links = review
    .bearsOn(extract.name)
    .filter(({ record, stance }) => (request.record ?? record) === record && (request.stance ?? stance) === stance);
  if (links.length === 0) {
    void vscode.window.showInformationMessage(`${displayId(extract, review)} bears on nothing.`);
    return;
  }
  const chosen = links.length === 1 && request.record !== undefined ? links[0] : await pickLink(links, review);
  if (chosen) await carryOut(open, unlink(review, chosen.extract, chosen.record, chosen.stance));
}

async function pickLink(links: readonly Link[], review: Review): Promise<Link | undefined> {
  const items = links.map((link) => ({
    label: link.record === "" ? "a row without an id" : idOf(link.record, review),
    description: link.stance,
    link,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: "Which link is to be taken out?" }))?.link;
}
