import type { Definition, Review } from "../review.ts";
import type { Report, Rule } from "./rule.ts";
import { example, word } from "./words.ts";

/** Memos of one day may share its date. */
function twice(at: Definition, review: Review, report: Report): void {
  if (at.name === "") return;
  const all = review.definitions(at.name);
  if (all.length < 2) return;
  const others = all.filter((other) => other.entity !== at.entity || other.placed !== at.placed);
  const related = others.slice(0, 5).map(({ placed, entity }) => ({
    uri: placed.uri,
    span: { start: placed.start + entity.idSpan.start, end: placed.start + entity.idSpan.end },
    label: `also ${entity.id}`,
  }));
  report(
    at.entity.idSpan,
    { id: at.entity.kind === "extract" ? `@${at.entity.source}#${at.entity.id}` : at.entity.id },
    { related },
  );
}

export const idDuplicate: Rule = {
  id: "id/duplicate",
  level: "error",
  why: "An id that two records share says nothing.",
  fix: { title: "Renumber", safe: false },
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR1: Two\n\n- **C:** a time\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR2: Two\n\n- **C:** a time\n" }),
  message: (data) => `${word(data, "id")} is the id of another record too. Give one of them another id.`,
  cmoc: twice,
  theory: twice,
  demiRegularity: twice,
  extract: twice,
  code: twice,
  memo(at, review, report) {
    if (!/^\d{4}(-\d{2}){0,2}$/.test(at.entity.id)) twice(at, review, report);
  },
  source(source, _review, report) {
    const span = source.frontMatter?.citekey?.span;
    if (source.others.length === 0 || !span) return;
    const related = source.others.map((uri) => ({ uri, span: { start: 0, end: 0 }, label: `also @${source.key}` }));
    report(span, { id: `@${source.key}` }, { related });
  },
};
