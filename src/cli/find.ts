/** Finding what a person names on the command line: `TR3`, `CMOC 4`, `4`, `okafor2014`, `@okafor2014#e4`, `Code trust`, `memo 2026-03-02`. */
import { idKey } from "../core/ids.ts";
import { t } from "../core/l10n.ts";
import { codeName, extractName, memoName, recordName } from "../core/model/names.ts";
import type { Name } from "../core/model/types.ts";
import { probe } from "../core/near.ts";
import { displayId } from "../core/report/json.ts";
import type { Definition, Review, SourceView } from "../core/review.ts";
import { wholeReference } from "../core/syntax/references.ts";
import { UsageError } from "./files.ts";

export type Found = Definition | SourceView;

/** Everything that bears the name: usually one thing; several where two records share an id, two memos a date, or a code a source's key. */
export function findAll(review: Review, written: string): readonly Found[] {
  const text = written.trim().replace(/^\[+|\]+$/g, "");
  const bare = text.replace(/^@/, "");
  const hash = bare.indexOf("#");
  if (hash > 0) return review.definitions(extractName(bare.slice(0, hash), bare.slice(hash + 1)));
  const found: Found[] = [];
  if (!text.startsWith("@"))
    for (const name of namesOf(text))
      for (const definition of review.definitions(name))
        if (!found.some((each) => "brief" in each && each.brief === definition.brief)) found.push(definition);
  const source = review.source(bare);
  if (source) found.push(source);
  return found.length > 0 ? found : [...rowsAt(review, text)];
}

function namesOf(text: string): readonly Name[] {
  const target = wholeReference(text, "cmoc")?.target;
  if (target?.type !== "id") return [memoName(text)];
  if (target.kind === "code") return [codeName(target.id)];
  if (target.kind === "memo") return [memoName(target.id)];
  if (target.kind !== undefined) return [recordName(target.id)];
  return [recordName(target.id), recordName(text), codeName(text), memoName(text)];
}

/** A row of a table without an id, by its place: `tables/trust.md:12`. */
function* rowsAt(review: Review, written: string): Iterable<Definition> {
  if (!/:\d+$/.test(written)) return;
  for (const definition of review.records("cmoc")) if (displayId(definition, review) === written) yield definition;
}

/** The key of a source as somebody wrote it. */
export function sourceNamed(review: Review, written: string): string {
  const key = written.replace(/^@/, "");
  if (review.source(key)) return key;
  const names = nearSources(review, key);
  const what =
    names.length === 0 ? t("`cmoc list sources` lists those that it has.") : t("Did you mean {0}?", names.join(", "));
  throw new UsageError(`${t("No source of this review is called {0}.", key)} ${what}`);
}

/** Citation keys near to one that names no source, at most three; of an extract that source of which it is. */
export function nearSources(review: Review, written: string): readonly string[] {
  const wanted = idKey(written.trim().replace(/^@/, "").replace(/#.*$/s, ""));
  const keys = new Map(review.sources().map(({ key }) => [idKey(key), key]));
  const found = keys.has(wanted) ? [wanted] : probe(wanted, (other) => keys.has(other), 3);
  return found.map((key) => keys.get(key) ?? key);
}

/** Ids and keys near to one that names nothing, at most three; for an extract's id without its source, the extracts that have it. */
export function near(review: Review, written: string): readonly string[] {
  const wanted = idKey(written.trim());
  const ids = new Map<string, string>();
  const extracts: string[] = [];
  for (const kind of ["cmoc", "theory", "demi-regularity", "code", "memo", "extract"] as const)
    for (const definition of review.records(kind)) {
      const id = displayId(definition, review);
      ids.set(idKey(id), id);
      if (kind === "extract" && idKey(definition.entity.id) === wanted) extracts.push(id);
    }
  for (const { key } of review.sources()) ids.set(idKey(key), key);
  if (extracts.length > 0) return extracts.slice(0, 3);
  const bare = wanted.replace(/^(?:code|memo|extract|theory|cmoc)\s+/, "");
  const found = [wanted, bare, `@${bare}`, bare.replace(/^@/, "")].flatMap((each) => [
    ...(ids.has(each) ? [each] : []),
    ...probe(each, (other) => ids.has(other), 3),
  ]);
  return [...new Set(found)].slice(0, 3).map((key) => ids.get(key) ?? key);
}
