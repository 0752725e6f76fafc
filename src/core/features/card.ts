/**
 * Cards: what a record or a source is at a glance, in at most fifteen lines, the same in a hover, a tooltip and a preview. A card is data;
 * plain text and Markdown are made from it.
 */
import type { Cmoc, Code, DemiRegularity, Extract, Memo, Name, Theory } from "../model/types.ts";
import type { Definition, Review, SourceView } from "../review.ts";
import type { Asking, CardOptions } from "./card/asking.ts";
import { cmocCard } from "./card/cmoc.ts";
import { extractCard } from "./card/extract.ts";
import type { Card } from "./card/lines.ts";
import { codeCard, demiRegularityCard, memoCard, theoryCard } from "./card/others.ts";
import { sourceCard } from "./card/source.ts";

export type { CardOptions } from "./card/asking.ts";
export { type Card, type CardLine, type CardPart, MOST_LINES, type Run, type RunStyle } from "./card/lines.ts";
export type { Place } from "./card/naming.ts";
export type { ProblemsOf } from "./card/problems.ts";
export { cardMarkdown, cardText } from "./card/text.ts";

/** The card of a record or of a source. It reads what it shows, and of what it only counts no words. */
export function cardOf(review: Review, subject: Definition | SourceView, options: CardOptions = {}): Card {
  const asking: Asking = { ...options, review };
  if (!("brief" in subject)) return sourceCard(subject, asking);
  switch (subject.brief.kind) {
    case "cmoc":
      return cmocCard(subject as Definition<Cmoc>, asking);
    case "extract":
      return extractCard(subject as Definition<Extract>, asking);
    case "theory":
      return theoryCard(subject as Definition<Theory>, asking);
    case "demi-regularity":
      return demiRegularityCard(subject as Definition<DemiRegularity>, asking);
    case "code":
      return codeCard(subject as Definition<Code>, asking);
    case "memo":
      return memoCard(subject as Definition<Memo>, asking);
  }
}

/** The card of what a name means, of the first where several things bear it; undefined where nothing does. */
export function cardOfName(review: Review, name: Name, options: CardOptions = {}): Card | undefined {
  const subject = name.startsWith("s:") ? review.source(name.slice(2)) : review.definitions(name)[0];
  return subject && cardOf(review, subject, options);
}
