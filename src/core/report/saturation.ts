/**
 * How much each source added: new codes and new configurations, in the order in which sources were read. The table describes and judges nothing: when a review is
 * saturated is for its team to say. (For a rule of when, with a base size, a run length and a threshold of new information, see Guest, Namey and Chen 2020,
 * doi:10.1371/journal.pone.0232076; made for inductive thematic analysis of interviews.)
 */
import type { ExtractBrief } from "../model/brief.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Link, Review, SourceView } from "../review.ts";
import type { Status } from "../vocabulary.ts";
import { displayId } from "./json.ts";

export interface SaturationRow {
  readonly key: string;
  /** When the source was first read, a date; undefined where its file does not say. */
  readonly read: string | undefined;
  readonly extracts: number;
  /** Ids of codes that no source before it has, in the order of its text. */
  readonly newCodes: readonly string[];
  /** Codes of this source and of all before it, each counted once. */
  readonly codes: number;
  /** Ids of configurations on which no source before it bears. */
  readonly newConfigurations: readonly string[];
  readonly configurations: number;
}

export interface Saturation {
  readonly rows: readonly SaturationRow[];
  /** Rows that have a date: they stand first, by date; the others follow in the order of their files. */
  readonly dated: number;
  readonly codes: number;
  readonly configurations: number;
  /** How many of the last sources, one after another, brought no new code, and no new configuration. */
  readonly run: { readonly codes: number; readonly configurations: number };
}

/**
 * A source counts once it was read, or has an extract, and is neither excluded nor awaited. A code is that of a coding line; a configuration comes with the first source that bears
 * on it, whatever the stance. Those that are merged or retired are not counted, nor those without evidence.
 */
export function saturation(review: Review): Saturation {
  const sources = review
    .sources()
    .filter(
      ({ key, read, status }) =>
        status !== "excluded" && status !== "awaiting" && (read !== undefined || review.hasExtract(key)),
    );
  const ordered = [...sources].sort(asRead);
  const codes = new Set<string>();
  const configurations = new Set<string>();
  const rows = ordered.map((source): SaturationRow => {
    const extracts = extractsOf(source, review);
    const newCodes = taken(
      codes,
      extracts.flatMap((brief) => codesOf(brief, review)),
    );
    const newConfigurations = taken(configurations, configurationsOf(source, extracts, review));
    return {
      key: source.key,
      read: source.read,
      extracts: extracts.length,
      newCodes,
      codes: codes.size,
      newConfigurations,
      configurations: configurations.size,
    };
  });
  return {
    rows,
    dated: ordered.filter(({ read }) => read !== undefined).length,
    codes: codes.size,
    configurations: configurations.size,
    run: {
      codes: runOf(rows, ({ newCodes }) => newCodes),
      configurations: runOf(rows, ({ newConfigurations }) => newConfigurations),
    },
  };
}

/** By date; what has none comes last. Where dates do not tell, as the files are called. */
function asRead(a: SourceView, b: SourceView): number {
  if (a.read !== b.read) {
    if (a.read === undefined || b.read === undefined) return a.read === undefined ? 1 : -1;
    // A month, or a year, was over only with its last day.
    const [one, other] = [a.read, b.read].map((date) => `${date}\u{10ffff}`) as [string, string];
    return one < other ? -1 : 1;
  }
  const [one, other] = [a.uri ?? "", b.uri ?? ""];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What is new, each once; it is known from then on. */
function taken(known: Set<string>, found: readonly (readonly [name: string, id: string])[]): readonly string[] {
  const fresh: string[] = [];
  for (const [name, id] of found) {
    if (known.has(name)) continue;
    known.add(name);
    fresh.push(id);
  }
  return fresh;
}

function extractsOf({ uri, others }: SourceView, review: Review): readonly ExtractBrief[] {
  const found: ExtractBrief[] = [];
  for (const path of uri === undefined ? [] : [uri, ...others])
    for (const { facts } of review.placed(path))
      for (const brief of facts.records) if (brief.kind === "extract") found.push(brief);
  return found;
}

type Named = readonly [name: Name, id: string];

function codesOf({ links }: ExtractBrief, review: Review): readonly Named[] {
  return links
    .filter(({ field, name }) => field === "coding" && name.startsWith("c:"))
    .map(({ name, id }) => [name, review.brief(name)?.id ?? id]);
}

function configurationsOf(source: SourceView, extracts: readonly ExtractBrief[], review: Review): readonly Named[] {
  const names = [...new Set(extracts.map(({ name }) => name)), `s:${source.key}`];
  return names.flatMap((name) => review.bearsOn(name)).flatMap((link) => configurationOf(link, review));
}

function configurationOf({ row, record }: Link, review: Review): readonly Named[] {
  const [definition] = row ? [row] : review.definitions(record);
  if (!definition || !isHeld(definition)) return [];
  const id = displayId(definition, review);
  return [[row ? `row ${id}` : record, id]];
}

/** Whether a record is a configuration that the review still holds. */
export function isHeld({ brief }: Pick<Definition, "brief">): boolean {
  return brief.kind === "cmoc" && !CLOSED.has(brief.status ?? "");
}

const CLOSED: ReadonlySet<string> = new Set<Status>(["merged", "retired"]);

function runOf(rows: readonly SaturationRow[], fresh: (row: SaturationRow) => readonly string[]): number {
  let run = 0;
  for (let at = rows.length - 1; at >= 0; at--, run++) if (fresh(rows[at] as SaturationRow).length > 0) break;
  return run;
}
