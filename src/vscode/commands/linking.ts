/** Linking extracts to what they bear on. */

import * as vscode from "vscode";
import { extractCount, recordCount } from "../../core/features/card/counts.ts";
import { movedOn } from "../../core/features/edit/refusal-words.ts";
import { addLink } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import type { Brief } from "../../core/model/brief.ts";
import type { Name } from "../../core/model/types.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import { roleWord } from "../../core/syntax/roles.ts";
import type { RoleMention } from "../../core/syntax/slots.ts";
import { carryOut } from "../edits.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { calledTogether, pickRecord, pickStance, shortened } from "./asking.ts";
import { inTurn, type Step } from "./in-turn.ts";
import {
  hasSlot,
  isAmbiguous,
  isNameless,
  isUnknown,
  type LinkRequest,
  recordAtCursor,
  requestsIn,
  reviewMeant,
} from "./meant.ts";

const isExtract = ({ brief }: Definition): boolean => brief.kind === "extract";

/**
 * Links extracts to a configuration, theory or demi-regularity, or to several. Where nothing is said the extract is the one at the cursor; where a row is
 * chosen that shows none it is asked for, since the cursor may stand in any.
 */
export async function linkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const requests = requestsIn(given);
  if (requests.some(({ extract, record }) => isUnknown(review, extract) || isUnknown(review, record))) return;
  const isRow = given instanceof ChosenRows;
  if (isRow && given.nodes.some(({ record, link }) => !link && isNameless(record))) return;
  // Of a row that shows a link the extract is meant.
  const said = requests.map(({ extract, record }) => (isRow && extract !== undefined ? undefined : record));
  const onto = definitionsOf(said, review).filter(({ brief }) => CLAIMS.some((kind) => kind === brief.kind));
  if (requests.some(({ extract }) => isAmbiguous(review, extract))) return;
  const evidence = await evidenceMeant(open, requests, onto, isRow);
  if (evidence.length === 0) return;
  // Rows of slots say which are meant.
  const slots = new Map<Name, readonly RoleMention[]>();
  for (const request of isRow ? requests : [])
    if (request.record !== undefined && request.slots)
      slots.set(request.record, [...(slots.get(request.record) ?? []), ...request.slots]);
  await link(open, evidence, onto, isRow ? {} : (requests[0] ?? {}), slots);
}

/** Links the extracts to the records, or to one that is chosen, after asking what is not known; `slotsIn` are those of rows. */
export async function link(
  open: OpenReview,
  evidence: readonly Definition[],
  onto: readonly Definition[],
  known: Pick<LinkRequest, "stance" | "slots">,
  slotsIn: ReadonlyMap<Name, readonly RoleMention[]> = new Map(),
): Promise<void> {
  const { review } = open;
  const records = onto.length > 0 ? onto : await pickClaim(evidence, review);
  const [record] = records;
  if (!record) return;
  const called = displayId(record, review);
  const stance = known.stance ?? (await pickStance(evidence, records, review));
  if (stance === undefined) return;
  const isWhole = records.length > 1 || (onto.length > 0 && known.stance !== undefined);
  // It may be written otherwise by now, or be gone.
  if (isUnknown(review, record.name, called)) return;
  const now = review.definitions(record.name)[0] ?? record;
  if ([...slotsIn].some(([name, slots]) => !slots.every((slot) => hasSlot(review.definitions(name)[0], slot)))) {
    void vscode.window.showWarningMessage(movedOn());
    return;
  }
  const slots = known.slots ?? (isWhole || slotsIn.size > 0 ? [] : await pickSlots(now, review));
  if (slots === undefined) return;
  const steps = evidence.flatMap((extract) =>
    records.map(
      ({ name }): Step =>
        (now, own) =>
          addLink(now, own(extract), name, { stance, slots: slotsIn.get(name) ?? slots }),
    ),
  );
  await carryOut(open, inTurn(review, steps, [...evidence, ...records]));
}

/** The first record of each name, each once. */
function definitionsOf(names: readonly (Name | undefined)[], review: Review): readonly Definition[] {
  return [...new Set(names)].flatMap((name) => (name === undefined ? [] : (review.definitions(name)[0] ?? [])));
}

/** The extracts that are said, else the one at the cursor, else one that is chosen. */
async function evidenceMeant(
  open: OpenReview,
  requests: readonly LinkRequest[],
  onto: readonly Definition[],
  isRow: boolean,
): Promise<readonly Definition[]> {
  const said = definitionsOf(
    requests.map(({ extract }) => extract),
    open.review,
  );
  if (said.length > 0) return said;
  const here = recordAtCursor(open, isExtract);
  const chosen = here && !isRow && onto.length === 0 ? here : await pickExtract(open, here, onto);
  return chosen ? [chosen] : [];
}

/** The extract at the cursor first, then those that bear on nothing, since these are what is usually meant. */
async function pickExtract(
  { review, unlinked }: OpenReview,
  here: Definition | undefined,
  onto: readonly Definition[],
): Promise<Definition | undefined> {
  const loose = new Set<Brief>(unlinked.all().map(({ brief }) => brief));
  const asked =
    onto.length > 0 ? t("Which extract bears on {0}?", calledTogether(onto, recordCount, review)) : t("Which extract?");
  const rank = ({ brief }: Definition): number => (brief === here?.brief ? 0 : loose.has(brief) ? 1 : 2);
  return pickRecord(review, ["extract"], asked, undefined, {
    rank,
    none: t("The review has no extract yet. Write one first (CMOC: New Extract)."),
  });
}

async function pickClaim(extracts: readonly Definition[], review: Review): Promise<readonly Definition[]> {
  const called = calledTogether(extracts, extractCount, review);
  const asked = extracts.length === 1 ? t("What does {0} bear on?", called) : t("What do {0} bear on?", called);
  const none = t("The review has nothing to link to yet. Write a configuration first (CMOC: New Configuration).");
  const chosen = await pickRecord(review, CLAIMS, asked, ({ name }) => name !== "", { none });
  return chosen ? [chosen] : [];
}

const CLAIMS = ["cmoc", "theory", "demi-regularity"] as const;

/** The slots that the evidence speaks to; none means the whole. */
async function pickSlots(record: Definition, review: Review): Promise<readonly RoleMention[] | undefined> {
  const { entity } = record;
  if (entity.kind !== "cmoc" || entity.slots.length === 0) return [];
  const items = entity.slots.map((slot) => ({
    label: roleWord(slot, review.manifest.scheme),
    description: literal(shortened(slot.text)),
    slot,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: t("Which slots of {0}? None for the whole configuration.", displayId(record, review)),
  });
  return chosen?.map(({ slot }) => slot);
}
