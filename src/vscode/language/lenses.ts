/** Lines over the heads of records and sources. What they say is found when VS Code shows them. */
import * as vscode from "vscode";
import { type Lens, lenses, lensPlaces, lensSaid } from "../../core/features/lenses.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { SHOW_PLACES } from "./beside.ts";
import { type Asked, rangeAt } from "./places.ts";

/** One that remembers what it is of until it is seen, and then until it is clicked. */
class Shown extends vscode.CodeLens {
  readonly open: OpenReview;
  readonly uri: vscode.Uri;
  readonly lens: Lens;

  constructor(here: Asked, lens: Lens) {
    super(rangeAt(here, lens));
    this.open = here.open;
    this.uri = here.open.addressOf(here.path);
    this.lens = lens;
  }
}

export function lensesOf(here: Asked): vscode.CodeLens[] {
  return lenses(here.open.review, here.path).map((lens) => new Shown(here, lens));
}

export function lensResolved(lens: vscode.CodeLens): vscode.CodeLens {
  if (!(lens instanceof Shown)) return lens;
  const said = lensSaid(lens.open.review, lens.lens);
  lens.command = {
    title: said?.words ?? "",
    command: said?.tooltip === undefined ? "" : SHOW_PLACES,
    ...(said?.tooltip !== undefined && { tooltip: said.tooltip, arguments: [lens] }),
  };
  return lens;
}

/** Goes to the one place, or shows the many beside the text. */
export async function showPlaces(given: unknown): Promise<void> {
  if (!(given instanceof Shown)) return;
  const { open, lens, range, uri } = given;
  const places = lensPlaces(open.review, lens).map(
    (place) => new vscode.Location(open.addressOf(place.uri), rangeOf(open.review.lines(place.uri), place.span)),
  );
  if (places.length > 0)
    await vscode.commands.executeCommand("editor.action.goToLocations", uri, range.start, places, "peek", "");
}
