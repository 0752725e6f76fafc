/** What passages were coded with before, so that one keystroke can say it again. */
import { keyOfName } from "../../model/names.ts";
import type { Extract } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import { idOf } from "../card/naming.ts";
import { usesIn } from "./codes.ts";
import type { Chosen, CodedLink } from "./new-extract.ts";
import { type CodeUse, codeLabel } from "./verbatim.ts";

export type Before = Pick<Chosen, "codes" | "links">;

/** As the last extract of the source is coded and linked that is; undefined where none is. */
export function chosenBefore(review: Review, key: string): Before | undefined {
  for (const at of review.extractsOf(key).toReversed()) {
    const codes = usesIn(at.entity as Extract);
    const links = review
      .bearsOn(at.name)
      .flatMap(({ record, stance, slots }): readonly CodedLink[] =>
        record !== "" && keyOfName(record) === undefined ? [{ record, stance, slots }] : [],
      );
    if (codes.length > 0 || links.length > 0) return { codes, links };
  }
  return undefined;
}

/** `C shared-history, M trust → TR3 (C, M)`. */
export function saidOf(review: Review, { codes, links }: Before): string {
  const ends = links.map((link) => linkWords(review, link));
  return [codesWords(review, codes), ends.join(", ")].filter((words) => words !== "").join(" → ");
}

export function codesWords(review: Review, codes: readonly CodeUse[]): string {
  return codes.map((use) => codeLabel(use, review.manifest.scheme)).join(", ");
}

const SIGNS = { supports: "", refutes: "✗ ", refines: "↻ " } as const;

export function linkWords(review: Review, { record, stance, slots }: CodedLink): string {
  const words = slots.map((slot) => roleWord(slot, review.manifest.scheme)).join(", ");
  return `${SIGNS[stance]}${idOf(record, review)}${words === "" ? "" : ` (${words})`}`;
}
