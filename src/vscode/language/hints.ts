/** Titles beside ids. Where one leads, and what its card says, is found when somebody points at it. */
import * as vscode from "vscode";
import { placesOf } from "../../core/features/definition.ts";
import { type Hint, hints } from "../../core/features/hints.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { cardOfName } from "./cards.ts";
import { type Asked, rangeAt } from "./places.ts";

/** One that remembers what it tells of. */
class Shown extends vscode.InlayHint {
  readonly open: OpenReview;
  readonly hint: Hint;

  constructor({ open }: Asked, at: vscode.Position, hint: Hint) {
    super(at, [new vscode.InlayHintLabelPart(hint.words)]);
    this.open = open;
    this.hint = hint;
    this.paddingLeft = true;
  }
}

export function hintsIn(here: Asked, range: vscode.Range): vscode.InlayHint[] {
  const { open, path } = here;
  const lines = open.review.lines(path);
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  return hints(open.review, path, span, { reference: open.references.already }).map(
    (hint) => new Shown(here, rangeAt(here, { start: hint.at, end: hint.at }).start, hint),
  );
}

/** With the place that it tells of: VS Code goes there, and shows the card that stands there. An entry of a bibliography has no card of its own. */
export function hintResolved(shown: vscode.InlayHint): vscode.InlayHint {
  if (!(shown instanceof Shown)) return shown;
  const { open, hint } = shown;
  const [place] = placesOf(hint.name, open.review);
  const part = new vscode.InlayHintLabelPart(hint.words);
  if (place) {
    const range = rangeOf(open.review.lines(place.uri), place.selection);
    part.location = new vscode.Location(open.addressOf(place.uri), range);
  }
  if (!place?.uri.endsWith(".md")) part.tooltip = cardOfName(open, hint.name);
  shown.label = [part];
  return shown;
}
