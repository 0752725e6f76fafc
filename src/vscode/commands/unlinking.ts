/** Taking links out again, wherever they are written. */

import * as vscode from "vscode";
import { removeLink, unlink } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import { idOf } from "../../core/report/json.ts";
import type { Definition, Link, Review } from "../../core/review.ts";
import { carryOut } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { pickRecord } from "./asking.ts";
import { inTurn, type Step } from "./in-turn.ts";
import { isUnknown, type LinkRequest, recordAtCursor, requestsIn, reviewMeant } from "./meant.ts";

/** Takes out the links that rows show, or the one that is said or chosen, of the extract at the cursor unless it is said. */
export async function unlinkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const requests = requestsIn(given);
  if (requests.some(({ extract }) => isUnknown(review, extract))) return;
  // Rows of extracts say nothing of a link where rows of links are chosen beside them.
  const ofLinks = requests.filter(({ stance }) => stance !== undefined);
  const said = given instanceof ChosenRows && ofLinks.length > 0 ? ofLinks : requests;
  const meant = said.some(({ extract }) => extract !== undefined)
    ? said
    : await extractMeant(open, requests[0], given instanceof ChosenRows);
  const links = linksOf(meant, review);
  const [first] = meant;
  if (!first?.extract) return;
  if (links.length === 0) {
    void vscode.window.showInformationMessage(t("{0} bears on nothing.", idOf(first.extract, review)));
    return;
  }
  const isSaid = meant.every(({ record, row, stance }) => (record ?? row) !== undefined && stance !== undefined);
  const isOne = links.length === 1 && first.record !== undefined;
  const chosen = isSaid || isOne ? links : await pickLink(links, review);
  const steps = chosen.map(
    ({ extract, record, stance, row }): Step =>
      (now, own) =>
        row ? removeLink(now, own(row), extract, stance) : unlink(now, extract, record, stance),
  );
  const records = chosen.flatMap(({ extract, record }) =>
    [extract, record].flatMap((name) => review.definitions(name)),
  );
  await carryOut(open, inTurn(review, steps, records));
}

/** The extract at the cursor, or one that is chosen among those that bear on something. */
async function extractMeant(
  open: OpenReview,
  request: LinkRequest = {},
  isRow: boolean,
): Promise<readonly LinkRequest[]> {
  const { review } = open;
  const bears = ({ name }: Definition): boolean => review.bearsOn(name).length > 0;
  const isExtract = ({ brief }: Definition): boolean => brief.kind === "extract";
  const here = isRow ? undefined : recordAtCursor(open, isExtract);
  const none = t("No extract bears on anything yet. Link one first (CMOC: Link Extract).");
  const extract = here ?? (await pickRecord(review, ["extract"], t("Which extract?"), bears, { none }));
  return extract ? [{ ...request, extract: extract.name }] : [];
}

/** The links that are meant, each once. */
function linksOf(requests: readonly LinkRequest[], review: Review): readonly Link[] {
  const links = requests.flatMap(({ extract, record, row, stance }) =>
    extract === undefined
      ? []
      : review
          .bearsOn(extract)
          .filter(
            (link) =>
              (row ? link.row?.brief === row.brief : (record ?? link.record) === link.record) &&
              (stance ?? link.stance) === link.stance,
          ),
  );
  return [...new Map(links.map((link) => [link.key, link])).values()];
}

async function pickLink(links: readonly Link[], review: Review): Promise<readonly Link[]> {
  const isOfOne = links.every(({ extract }) => extract === links[0]?.extract);
  const items = links.map((link) => ({
    label: link.record === "" ? t("a row without an id") : idOf(link.record, review),
    description: isOfOne ? link.stance : `${link.stance}, ${idOf(link.extract, review)}`,
    link,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t("Which link is to be taken out?") });
  return chosen ? [chosen.link] : [];
}
