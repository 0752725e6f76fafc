/** Data: `id`; `what` is "record" or "source". */
import { t } from "../l10n.ts";
import { idSpanOf } from "../model/brief.ts";
import type { Definition, Review } from "../review.ts";
import { called, isSame, placeOf } from "./about.ts";
import { once } from "./once.ts";
import type { RelatedPlace, Report, Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

const SHOWN = 5;

const firstPlaces = once<Definition, readonly RelatedPlace[]>((all) =>
  all.slice(0, SHOWN).map((other) => placeOf(other, t("also {0}", called(other)))),
);

/** The first few but a record itself. */
function othersOf(at: Definition, all: readonly Definition[], review: Review): readonly RelatedPlace[] {
  const first = firstPlaces(all, review);
  const own = all.slice(0, SHOWN).findIndex((other) => isSame(other, at));
  if (own < 0) return first;
  const next = all[SHOWN];
  const others = first.filter((_, index) => index !== own);
  return next ? [...others, placeOf(next, t("also {0}", called(next)))] : others;
}

function twice(at: Definition, review: Review, report: Report): void {
  if (at.name === "" || !review.mayBeShared(at.name)) return;
  const all = review.definitions(at.name);
  if (all.length < 2) return;
  const related = othersOf(at, all, review);
  report(idSpanOf(at.brief), { id: called(at), what: "record" }, { related });
}

/** Memos of one day may share its date. */
const DATE = /^\p{Nd}{4}(?:-\p{Nd}{2}){0,2}$/u;

export const idDuplicatePage: RulePage = {
  why: "An id that two records share does not say which of them is meant.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR1: Two\n\n- **C:** a time\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR2: Two\n\n- **C:** a time\n" }),
};

export const idDuplicate: Rule = {
  id: "id/duplicate",
  level: "error",
  fix: { title: "Give it the next free id", safe: false },
  message: (data) =>
    word(data, "what") === "source"
      ? t("{0} is the citekey of another file too. Keep one file for each source.", word(data, "id"))
      : t("{0} is the id of another record too. Give one of them another id.", word(data, "id")),
  cmoc: twice,
  theory: twice,
  demiRegularity: twice,
  extract: twice,
  code: twice,
  memo(at, review, report) {
    if (!DATE.test(at.brief.id)) twice(at, review, report);
  },
  source(source, review, report) {
    const { key, uri, others } = source;
    if (others.length === 0 || uri === undefined) return;
    const span = source.frontMatter?.citekey?.span;
    if (!span) return;
    const places = [uri, ...others].map((at) => ({
      at,
      span: at === uri ? span : (review.frontMatter(at)?.citekey?.span ?? { start: 0, end: 0 }),
      label: t("also {0}", `@${key}`),
    }));
    const first = places.slice(0, SHOWN + 1);
    for (const place of places) {
      const related = first.filter((other) => other !== place).slice(0, SHOWN);
      const more = place.at === uri ? { related } : { related, uri: place.at };
      report(place.span, { id: `@${key}`, what: "source" }, more);
    }
  },
};
