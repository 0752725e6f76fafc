/** What passages were coded with before, so that one keystroke can say it again. */
import { t } from "../../l10n.ts";
import { keyOfName } from "../../model/names.ts";
import type { Extract } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import type { Stance } from "../../vocabulary.ts";
import { idOf } from "../card/naming.ts";
import { usesIn } from "./codes.ts";
import type { Chosen, CodedLink } from "./new-extract.ts";
import { type CodeUse, codeLabel } from "./verbatim.ts";

export type Before = Pick<Chosen, "codes" | "links">;

/** As the last extract of the source that this coder coded is coded and linked; undefined where none is. What others coded, or nobody signed, is none of theirs. */
export function chosenBefore(review: Review, key: string, coder: string): Before | undefined {
  for (const at of review.extractsOf(key).toReversed()) {
    const entity = at.entity as Extract;
    const whole = entity.coder?.text;
    if (whole !== coder) continue;
    const codes = usesIn({ ...entity, codings: entity.codings.filter((coding) => (coding.coder ?? whole) === coder) });
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

/** `supports TR3 (C, M), refutes TR4`: each link with its stance and its slots. */
export function linksWords(review: Review, links: readonly CodedLink[]): string {
  return links.map((link) => stanceWords(link.stance, endOf(review, link))).join(", ");
}

function stanceWords(stance: Stance, end: string): string {
  if (stance === "supports") return t("supports {0}", end);
  return stance === "refutes" ? t("refutes {0}", end) : t("refines {0}", end);
}

const SIGNS = { supports: "", refutes: "✗ ", refines: "↻ " } as const;

export function linkWords(review: Review, link: CodedLink): string {
  return `${SIGNS[link.stance]}${endOf(review, link)}`;
}

function endOf(review: Review, { record, slots }: CodedLink): string {
  const words = slots.map((slot) => roleWord(slot, review.manifest.scheme)).join(", ");
  return `${idOf(record, review)}${words === "" ? "" : ` (${words})`}`;
}
