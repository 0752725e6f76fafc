/** Retiring a configuration: it stays where it is, with the reason, and nothing stands on it any more. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { isClosed } from "../../rules/about.ts";
import { fold } from "../../syntax/bullets.ts";
import { refuse } from "../edit/outcome.ts";
import { Draft, type Spot, spotOf } from "./draft.ts";
import { another, closedAs, headed, type MemoWords, withMemo } from "./fields.ts";
import { type Refactored, wrongOne } from "./merge.ts";
import { holding, renamedIn } from "./naming.ts";
import { withoutNews } from "./news.ts";

export interface HowToRetire {
  /** Why, in one line; it stands at the status. */
  readonly reason: string;
  readonly memo?: MemoWords;
  readonly anyway?: boolean;
}

const HELD: ReadonlySet<string> = new Set(["configurations"]);

/**
 * Gives a configuration the status retired with the reason. Theories and demi-regularities that hold it say in a note that it was, instead of holding it; evidence
 * stays linked, so that one sees on what it once stood.
 */
export function retire(review: Review, at: Definition, { reason, memo, anyway = false }: HowToRetire): Refactored {
  const words = fold(reason);
  const closed = at.brief.kind === "cmoc" && isClosed(at.entity as Cmoc);
  const wrong =
    wrongOne(review, at) ??
    (closed ? refuse("told", { words: t("{0} was merged or retired already.", at.brief.id) }) : undefined) ??
    (words === "" ? refuse("told", { words: t("Say why it is retired.") }) : undefined);
  if (wrong) return { outcome: wrong, notes: [] };
  const draft = new Draft(review);
  const found = draft.at(spotOf(review, at));
  const spot = found ? headed(draft, found) : refuse("moved");
  if ("refused" in spot) return { outcome: spot, notes: [] };
  const id = draft.at(spot)?.brief.id ?? "";
  const loose = looseBy(draft, spot);
  for (const holder of holding(draft, spot.name, (_, { field }) => HELD.has(field))) {
    const reasons = reasonsFor(draft, holder, spot);
    const told: string[] = [];
    const refusal =
      renamedIn(draft, holder, HELD, spot.name, undefined, told) ??
      another(draft, holder, "note", [`${[id, ...told].join(" ")} was retired`, ...reasons].join("; "));
    if (refusal) return { outcome: refusal, notes: [] };
  }
  const refusal =
    closedAs(draft, spot, `retired — ${words}`) ?? (memo && withMemo(draft, [id], `${id} was retired`, memo));
  if (refusal) return { outcome: refusal, notes: [] };
  const notes =
    loose === 0
      ? []
      : [
          loose === 1
            ? t("{0} extract bears on nothing else now.", loose)
            : t("{0} extracts bear on nothing else now.", loose),
        ];
  return { outcome: withoutNews(draft, undefined, anyway), notes };
}

function reasonsFor(draft: Draft, holder: Spot, spot: Spot): readonly string[] {
  const links = draft.at(holder)?.brief.links ?? [];
  const own = links.filter(({ name, field }) => name === spot.name && HELD.has(field));
  return [...new Set(own.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
}

/** How many extracts bear on it and on nothing else that is in use. */
function looseBy({ review }: Draft, spot: Spot): number {
  const extracts = new Set(review.evidenceFor(spot.name).map(({ extract }) => extract));
  const isInUse = ({ record, row }: Link): boolean =>
    record !== spot.name &&
    (row ? [row] : review.definitions(record)).some(
      ({ brief, entity }) => brief.kind !== "cmoc" || !isClosed(entity as Cmoc),
    );
  return [...extracts].filter((extract) => extract.startsWith("x:") && !review.bearsOn(extract).some(isInUse)).length;
}
