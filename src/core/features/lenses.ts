/**
 * What stands over the head of a record or of a source's file, in a few words: how much evidence a configuration has, what an extract bears on, what a
 * theory holds, how often a code is used. Where they stand is known from what the review keeps of each piece; what they say, and the places that
 * they lead to, is found when one is looked at.
 */
import { isRow } from "../model/brief.ts";
import { Definition, type Review } from "../review.ts";
import type { Span } from "../text.ts";
import { piecesIn } from "./at/piece.ts";
import type { Place } from "./card/naming.ts";
import { evidenceSaid } from "./lenses/evidence.ts";
import { bearingSaid, holdingSaid, sourceSaid, usesSaid } from "./lenses/others.ts";
import type { Said } from "./lenses/said.ts";

export type { Said } from "./lenses/said.ts";

/** What a lens is of: evidence on a record, what an extract bears on, what a theory or a demi-regularity holds, the uses of a code, the extracts of a source. */
export type LensKind = "evidence" | "bearing" | "holding" | "uses" | "source";

export interface Lens extends Span {
  readonly is: LensKind;
  /** The record, or the citation key of the source. */
  readonly of: Definition | string;
}

/**
 * The lenses of the pieces that touch the range, or of the whole document, in its order; spans are those of the heads. Rows of tables and memos have none:
 * a line between rows would tear a table apart.
 */
export function lenses(review: Review, uri: string, range?: Span): readonly Lens[] {
  const found: Lens[] = [];
  const key = range === undefined || range.start <= 0 ? sourceOf(review, uri) : undefined;
  if (key !== undefined) {
    if (review.hasExtract(key) || sourceSaid(key, review)) found.push({ start: 0, end: 0, is: "source", of: key });
  }
  for (const placed of piecesIn(review, uri, range)) {
    const { facts, start } = placed;
    for (let index = 0; index < facts.count; index++) {
      const of = new Definition(placed, index);
      const { brief } = of;
      for (const is of kindsFor(of, review)) found.push({ start: start + brief.start, end: start + brief.end, is, of });
    }
  }
  return found;
}

/** The source that a file is about. */
function sourceOf(review: Review, uri: string): string | undefined {
  const [first] = review.placed(uri);
  return first ? first.home.reading?.source : review.facts(uri)?.frontMatter?.citekey;
}

const NONE: readonly LensKind[] = [];

function kindsFor(at: Definition, review: Review): readonly LensKind[] {
  const { brief } = at;
  switch (brief.kind) {
    case "cmoc":
      return isRow(brief) ? NONE : ["evidence"];
    case "extract":
      return ["bearing"];
    case "theory":
    case "demi-regularity":
      return review.evidenceFor(at.name).length > 0 ? ["holding", "evidence"] : ["holding"];
    case "code":
      return ["uses"];
    case "memo":
      return NONE;
  }
}

/** What a lens says now; undefined where there is nothing to say, as of the evidence on a theory that has none. */
export function lensSaid(review: Review, { is, of }: Lens): Said | undefined {
  if (typeof of === "string") return sourceSaid(of, review);
  switch (is) {
    case "evidence":
      return evidenceSaid(of, review);
    case "bearing":
      return bearingSaid(of, review);
    case "holding":
      return holdingSaid(of, review);
    case "uses":
      return usesSaid(of, review);
    case "source":
      return undefined;
  }
}

/** Where a lens leads, each place once, in the order in which it is met. Found when somebody asks for it: it may be thousands. */
export function lensPlaces(review: Review, lens: Lens): readonly Place[] {
  const seen = new Set<string>();
  return (lensSaid(review, lens)?.places() ?? []).filter(({ uri, span }) => {
    const key = `${span.start} ${uri}`;
    return seen.size < seen.add(key).size;
  });
}
