/** `cmoc import annotations`: highlights that somebody made in another program become extracts; what the review has already stays as it is. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { createTwoFilesPatch } from "diff";
import { type Imported, importAnnotations } from "../../core/annotations/import.ts";
import { importedWords } from "../../core/annotations/words.ts";
import { readAnnotations } from "../../core/exchange/annotations/read.ts";
import { t } from "../../core/l10n.ts";
import { placeOfQuote } from "../../core/proof/place-of-quote.ts";
import { Proofs } from "../../core/proof/proofs.ts";
import { decoded } from "../../core/read/decoded.ts";
import { JSON_VERSION } from "../../core/report/json.ts";
import { MAX_BYTES } from "../disk.ts";
import { notRead, UsageError } from "../files.ts";
import { sourceNamed } from "../find.ts";
import { type OpenReview, openReview } from "../open.ts";
import { jsonText, type Output, oneLine, printable } from "../output.ts";
import { pagesOf } from "../pages.ts";
import { referencesOf } from "../records.ts";
import { Texts } from "../texts.ts";
import { writeAll } from "../write.ts";
import { filesOf } from "./replacements.ts";

export interface ImportAnnotationsOptions {
  readonly source?: string;
  readonly dir?: string;
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
}

/** The exit code: 1 where some of them name no source of the review. */
export async function importAnnotationsOf(
  files: readonly string[],
  options: ImportAnnotationsOptions,
  output: Output,
): Promise<number> {
  const open = openReview(options.dir, output);
  const { root, review } = open;
  const key = options.source === undefined ? undefined : sourceNamed(review, options.source);
  const given = files.map((file) => ({ name: basename(file), ...readAnnotations(textOf(file)) }));
  for (const { name, all } of given)
    if (all.length === 0) output.warn(t("{0} holds no highlight that could be read.", oneLine(name)));
  const references = await referencesOf(review);
  const how = { key, referenceOf: (each: string) => references.get(each) };
  const placeOf = await placesIn(open, importAnnotations(review, given, how), output);
  const imported = importAnnotations(review, given, { ...how, placeOf });
  const { changed, made } = filesOf(review, imported.edits);
  if (options.dryRun !== true) await writeAll(root, changed, [], made);
  else if (options.format === "text")
    for (const { uri, before, after } of [
      ...changed,
      ...made.map(({ uri, bytes }) => ({ uri, before: "", after: String(bytes) })),
    ])
      output.write(printable(createTwoFilesPatch(`a/${uri}`, `b/${uri}`, before, after, "", "", { context: 2 })));
  if (options.format === "json") output.write(jsonText(jsonOf(imported)));
  else for (const line of importedWords(imported)) output.write(oneLine(line));
  return imported.homeless.length > 0 || imported.sources.some(({ refusal }) => refusal) ? 1 : 0;
}

function textOf(file: string): string {
  const name = oneLine(basename(file));
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new UsageError(t("{0} is a folder: give the Markdown files in it.", name));
    if (!stat.isFile()) throw new UsageError(t("{0} is no ordinary file.", name));
    if (stat.size > MAX_BYTES) throw new UsageError(t("{0} has more than {1} MB.", name, MAX_BYTES / 1024 / 1024));
    const { text, encoding } = decoded(readFileSync(file), TextDecoder);
    if (encoding === "binary") throw new UsageError(t("{0} is no text: export the annotations as Markdown.", name));
    return text;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw notRead(name, error);
  }
}

/** Pages of words of which none is told, from the texts that are held. */
async function placesIn(
  { root, review, begun }: OpenReview,
  { sources }: Imported,
  output: Output,
): Promise<(key: string, quote: string, page: number | undefined) => string | undefined> {
  const keys = sources.flatMap(({ key, added }) =>
    added.some(({ annotation }) => annotation.at === undefined) ? [key] : [],
  );
  const texts = new Texts(root, review);
  const reading = output.progress(t("Reading full texts"), begun);
  await texts.read(keys, (done) => reading.step(done, keys.length));
  reading.done();
  const proofs = new Proofs(review, texts.of, await pagesOf(review, texts, keys));
  return (key, quote, page) => {
    const text = proofs.text(key);
    return text && placeOfQuote(text, quote, page);
  };
}

function jsonOf({ sources, homeless, aside, unplaced, unwritten, passed }: Imported): unknown {
  return {
    version: JSON_VERSION,
    sources: sources.map(({ key, uri, added, known, refusal }) => ({
      source: key,
      file: uri,
      added: added.map(({ id, cites, annotation: { quote, id: annotation, line } }) => ({
        id,
        quote,
        annotation,
        line,
        ...(cites !== undefined && { cites }),
      })),
      known,
      ...(refusal && { refused: refusal.refused }),
    })),
    unknownSource: homeless.flatMap(({ name, annotations }) =>
      annotations.map(({ quote, line }) => ({ file: name, line, quote })),
    ),
    aside: aside.map(({ name, line, text }) => ({ file: name, line, text })),
    unplaced: unplaced.map(({ name, line, text }) => ({ file: name, line, text })),
    unwritten: unwritten.map(({ name, line, text, id }) => ({
      file: name,
      line,
      text,
      ...(id !== undefined && { id }),
    })),
    passed: passed.map(({ name, line, text }) => ({ file: name, line, text })),
  };
}
