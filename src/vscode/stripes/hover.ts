/** What is told of coded words under the pointer. */
import * as vscode from "vscode";
import { cardMarkdown } from "../../core/features/card.ts";
import { stripeCards, stripesAt } from "../../core/features/stripes.ts";
import { addressOfPlace } from "../language/places.ts";
import type { Stripes } from "./stripes.ts";

/** Cards of the extracts there, one below the other; nothing where stripes are switched off. */
export function hoverOf(
  stripes: Stripes,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const ground = stripes.isOn(document) ? stripes.groundNow(document) : undefined;
  if (!ground) return undefined;
  const offset = ground.offsetOf(position);
  const here = stripesAt(stripes.within(ground, { start: offset - 1, end: offset + 1 }), offset);
  const [first] = here;
  if (!first) return undefined;
  const { open } = ground;
  const part = first.parts.find(({ start, end }) => start <= offset && offset <= end) ?? first;
  const words = stripeCards(open.review, here).map((card) => {
    const made = new vscode.MarkdownString(
      cardMarkdown(card, ({ uri, span }) => addressOfPlace(open, uri, span.start)),
    );
    made.isTrusted = false;
    made.supportHtml = false;
    return made;
  });
  return new vscode.Hover(words, ground.rangeOf(part));
}
