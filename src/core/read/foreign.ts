/** Tables of other things that name roles: drugs, studies, logic models, counts of men and women. They are of configurations only where heads or cells say so. */
import { flat } from "./chars.ts";
import { aloneIn, type Grid } from "./grid.ts";
import type { Layout } from "./layouts.ts";
import { openerAt } from "./openers.ts";

/** What tables of other fields have a row for. */
const THING =
  /^(?:(?:candidate|study|active|generic|target) )?(?:drugs?|medications?|medicines?|compounds?|molecules?|ligands?|inhibitors?|antibod(?:y|ies)|genes?|proteins?|pathogens?|toxins?|enzymes?|receptors?|doses?|dosages?|sex|genders?)(?: (?:names?|class(?:es)?|groups?|types?))?$/i;
const WHO =
  /^(?:(?:first |lead )?authors?|stud(?:y|ies)(?: (?:id|name))?|papers?|articles?|citations?)(?:\s?[,/(&].*| and year.*| \(?year\)?)?$/i;
const HOW =
  /^(?:(?:study |research )?(?:designs?|types?|methods?|methodolog(?:y|ies))|(?:type of |methods of )(?:study|studies|research)|(?:study )?(?:samples?|populations?|participants?)(?: size)?(?: ?\(n\))?|sample size|n|quality (?:score|rating|appraisal))$/i;
const STAGE = /^(?:inputs?|activit(?:y|ies)|outputs?)$/i;
/** Letters that no column of a table of configurations is called by: `M`, `F`. */
const LETTER = /^[BDFGHJKLQUVWXYZ]$/;
const TAGGED = /\p{L}.*[([]\s?[CMOIAS]\d?\s?[)\]]/u;
const SAYS =
  /\b(?:[CIS]{1,4}MO|ICAMO|CMO)[Cc]?s?\b|configuration|context.{1,24}mechanism|program(?:me)? theor|demi-?regularit|\bI?PTs?\b/i;
const LOOKED_AT = 40;

/** The head that makes it a table of something else, where nothing says that its rows are configurations. */
export function foreignHead(layout: Layout, at: number, grid: Grid, told: boolean): string | undefined {
  const labels = layout.columns.filter(({ head }) => head.is !== "role").map(({ label }) => label.trim());
  const isBare = layout.columns.some(({ head }) => head.is === "role" && head.bare);
  const stages = new Set(labels.filter((label) => STAGE.test(label)));
  const head =
    labels.find((label) => THING.test(label) || (isBare && LETTER.test(label))) ??
    (stages.size > 1 ? [...stages][0] : undefined) ??
    (labels.some((label) => WHO.test(label)) ? labels.find((label) => HOW.test(label)) : undefined);
  return head !== undefined && !told && !layout.named && !saysSo(layout, at, grid) ? head : undefined;
}

/** Whether heads, cells or what stands above them tell of configurations or of theories. */
function saysSo({ columns, next }: Layout, at: number, grid: Grid): boolean {
  if (columns.filter(({ roles, label }) => roles.length > 0 && TAGGED.test(label)).length > 1) return true;
  if (columns.some(({ label }) => SAYS.test(label))) return true;
  for (const row of grid.rows.slice(0, at)) if (SAYS.test(flat(aloneIn(row)?.text ?? ""))) return true;
  return grid.rows
    .slice(next, next + LOOKED_AT)
    .some((row) =>
      row.cells.some((cell) => cell !== undefined && openerAt(flat(cell.text.slice(0, 200))) !== undefined),
    );
}
