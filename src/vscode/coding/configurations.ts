/** From an extract to configurations: a new one of its coding lines, and those that it may bear on. */
import * as vscode from "vscode";
import { cmocFromExtract, codedSlots } from "../../core/features/coding/new-cmoc.ts";
import { reasonOf, suggestions } from "../../core/features/coding/suggestions.ts";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal, nextCmocId } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import { roleWord } from "../../core/syntax/roles.ts";
import { askWords, pickRecord, shortened } from "../commands/asking.ts";
import { fileForCmoc } from "../commands/creating.ts";
import { link } from "../commands/linking.ts";
import { isAmbiguous, isUnknown, recordAtCursor, requestsIn, reviewMeant } from "../commands/meant.ts";
import { carryOut, whyNotBegun } from "../edits.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";

/** The extract stays in view; what was made of it is told for so long. */
const SHOWN_MS = 8000;

const isExtract = ({ brief }: Definition): boolean => brief.kind === "extract";

/** The extract that a row or a caller names, else the one at the cursor, else one that is chosen. */
async function extractMeant(open: OpenReview, given: unknown): Promise<Definition<Extract> | undefined> {
  const { review } = open;
  const name = requestsIn(given).find(({ extract }) => extract !== undefined)?.extract;
  if (name !== undefined && (isUnknown(review, name) || isAmbiguous(review, name))) return undefined;
  const said = name === undefined ? undefined : review.definitions(name)[0];
  const here = given instanceof ChosenRows ? undefined : recordAtCursor(open, isExtract);
  const none = t("The review has no extract yet. Write one first (CMOC: New Extract).");
  const found = said ?? here ?? (await pickRecord(review, ["extract"], t("Which extract?"), undefined, { none }));
  return found && isExtract(found) ? (found as Definition<Extract>) : undefined;
}

/** Asks for a title, writes the configuration that an extract's coding lines spell, and links the two. */
export async function newConfigurationFromExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const at = open && (await extractMeant(open, given));
  if (!open || !at) return;
  const { review } = open;
  const uri = fileForCmoc(open);
  const id = nextCmocId(review, uri);
  const tried = cmocFromExtract(review, at, { id, title: "", uri });
  const why = isRefusal(tried) ? refusalWords(tried) : whyNotBegun(open, uri);
  if (why !== undefined) {
    void vscode.window.showWarningMessage(why);
    return;
  }
  const slots = codedSlots(review, at).map(({ role, text }) => `${roleWord(role, review.manifest.scheme)}: ${text}`);
  const title = await askWords(t("What does {0} say, in one line? It has {1}", id, shortened(slots.join("; "))));
  if (title === undefined) return;
  // The texts may be others by now: then it is refused.
  if (await carryOut(open, cmocFromExtract(review, at, { id, title, uri })))
    vscode.window.setStatusBarMessage(t("{0} was written to {1}.", id, uri), SHOWN_MS);
}

/** Lists the configurations that an extract may bear on, each with the reason why, and links it to the one that is chosen. */
export async function suggestConfigurations(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const at = open && (await extractMeant(open, given));
  if (!open || !at) return;
  const { review } = open;
  const id = displayId(at, review);
  const found = suggestions(review, at);
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      t(
        "No configuration shares a code with {0}, or has words near its own. Make one of it, or choose one by hand.",
        id,
      ),
    );
    return;
  }
  const items = found.map((suggestion) => ({
    label: literal(displayId(suggestion.at, review)),
    description: literal(
      shortened(suggestion.at.entity.title || suggestion.at.entity.slots.map(({ text }) => text).join(" → ")),
    ),
    detail: literal(reasonOf(suggestion)),
    at: suggestion.at,
  }));
  const placeHolder = t("What may {0} bear on? The likeliest first.", id);
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen && !isUnknown(review, at.name, id))
    await link(open, [review.definitions(at.name)[0] ?? at], [chosen.at], {});
}
