/** What the looks of stripes mean, in words: for those who see no colours, or none at all. */
import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import { type Look, looksOf } from "../marks.ts";
import type { Stripe } from "./stripe.ts";
import { coderName } from "./told.ts";

export interface LegendRow {
  /** The letter in the margin; `·` of codes without a role. */
  readonly mark: string;
  /** `Context`. */
  readonly name: string;
  /** `solid line`. */
  readonly line: string;
  readonly look: Look | undefined;
  /** Its stripes, in the order of the text. */
  readonly stripes: readonly Stripe[];
}

/** The letter of codes without a role. */
export const NO_ROLE = "·";

/** A row for each role of the review's scheme, and one for codes without a role where there are some. */
export function legendOf(review: Review, stripes: readonly Stripe[]): readonly LegendRow[] {
  const { scheme } = review.manifest;
  const looks = looksOf(scheme);
  const of = new Map<string, Stripe[]>();
  for (const stripe of stripes) {
    if (stripe.is === "passage") continue;
    const mark = stripe.role ?? NO_ROLE;
    const others = of.get(mark);
    if (others) others.push(stripe);
    else of.set(mark, [stripe]);
  }
  const rows = scheme.slots.map(({ letter, label }): LegendRow => {
    const look = looks.get(letter);
    return { mark: letter, name: label, line: lineWords(look), look, stripes: of.get(letter) ?? [] };
  });
  const bare = of.get(NO_ROLE);
  if (!bare) return rows;
  return [
    ...rows,
    { mark: NO_ROLE, name: t("Code without a role"), line: lineWords(undefined), look: undefined, stripes: bare },
  ];
}

/** The line under coded words. */
export function lineWords(look: Look | undefined): string {
  switch (look) {
    case "C":
      return t("solid line");
    case "M":
      return t("double line");
    case "O":
      return t("dotted line");
    case "I":
      return t("dashed line");
    case "A":
      return t("thick solid line");
    case "S":
      return t("thick dotted line");
    case undefined:
      return t("thick dashed line");
  }
}

/** Who coded how much. */
export interface CoderRow {
  /** Initials; empty where nobody is named. */
  readonly coder: string;
  /** `JA (first coder)`. */
  readonly name: string;
  readonly count: number;
}

/** The coders of the review and of these stripes: by their initials, where nobody is named last. */
export function codersOf(review: Review, stripes: readonly Stripe[]): readonly CoderRow[] {
  const counts = new Map<string, number>([...review.manifest.coders.keys()].map((coder) => [coder, 0]));
  for (const { coder = "", is } of stripes) if (is !== "passage") counts.set(coder, (counts.get(coder) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1))
    .map(([coder, count]) => ({ coder, name: coder === "" ? t("no coder named") : coderName(coder, review), count }));
}
