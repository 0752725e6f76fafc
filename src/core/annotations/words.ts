/** What people are told of an import of annotations, a line each. */
import { refusalWords } from "../features/edit/refusal-words.ts";
import { t } from "../l10n.ts";
import { citedWords, type Imported, type ImportedSource } from "./import.ts";

export function importedWords({ sources, homeless, aside, unplaced, unwritten, passed }: Imported): readonly string[] {
  const lines = sources.flatMap(sourceWords);
  for (const { name, annotations } of homeless) {
    const { length } = annotations;
    const [first] = annotations;
    const cited = first ? citedWords(first) : "";
    const of = cited === "" ? "" : ` (${cited})`;
    lines.push(
      length === 1
        ? t("{0}: one highlight is of no source that the review knows{1}. Say which it is of.", name, of)
        : t("{0}: {1} highlights are of no source that the review knows{2}. Say which they are of.", name, length, of),
    );
  }
  for (const { name, line, id } of unwritten)
    lines.push(
      id === undefined
        ? t("{0}, line {1}: this highlight cannot be written so that it is read as it is. Copy it by hand.", name, line)
        : t("{0}, line {1}: what you wrote there cannot be written as a note of {2}. Copy it by hand.", name, line, id),
    );
  if (aside.length === 1) lines.push(t("One note without highlighted words was left ({0}).", placesOf(aside)));
  else if (aside.length > 1)
    lines.push(t("{0} notes without highlighted words were left ({1}).", aside.length, placesOf(aside)));
  if (unplaced.length === 1) lines.push(t("One quotation without a place was left ({0}).", placesOf(unplaced)));
  else if (unplaced.length > 1)
    lines.push(t("{0} quotations without a place were left ({1}).", unplaced.length, placesOf(unplaced)));
  if (lines.length === 0) return [t("No highlight was found.")];
  if (passed.length === 1) lines.push(t("One passage that is no highlight was left ({0}).", placesOf(passed)));
  else if (passed.length > 1)
    lines.push(t("{0} passages that are no highlights were left ({1}).", passed.length, placesOf(passed)));
  return lines;
}

/** So many places are named. */
const MOST_PLACES = 5;

/** Names of files with the lines in them: `notes.md 3, 8`. */
function placesOf(all: readonly { readonly name: string; readonly line: number }[]): string {
  const byName = new Map<string, number[]>();
  for (const { name, line } of all.slice(0, MOST_PLACES)) {
    const lines = byName.get(name);
    if (lines) lines.push(line);
    else byName.set(name, [line]);
  }
  const named = [...byName].map(([name, lines]) =>
    lines.length === 1 ? t("{0}, line {1}", name, lines.join(", ")) : t("{0}, lines {1}", name, lines.join(", ")),
  );
  return named.join("; ") + (all.length > MOST_PLACES ? " …" : "");
}

function sourceWords({ key, uri, added, known, refusal }: ImportedSource): readonly string[] {
  // The words of each were tried: what is in the way stands in the file.
  if (refusal?.refused === "form" && refusal.data.id !== undefined)
    return [
      t("{0}: nothing can be added to {1}. See whether a code fence or a comment in it is not closed.", `@${key}`, uri),
    ];
  if (refusal) return [`@${key}: ${refusalWords(refusal)}`];
  const { length } = added;
  const had = known === 0 ? "" : ` ${known === 1 ? t("One was there already.") : t("{0} were there already.", known)}`;
  const ids = length === 0 ? "" : length === 1 ? ` (${added[0]?.id})` : ` (${added[0]?.id}–${added[length - 1]?.id})`;
  const said =
    length === 1
      ? t("{0}: 1 extract added{1}.", `@${key}`, ids)
      : t("{0}: {1} extracts added{2}.", `@${key}`, length, ids);
  const others = added.filter(({ cites }) => cites !== undefined);
  const [first] = others;
  if (!first) return [`${said}${had}`];
  const of = `${first.id}: ${first.cites}`;
  const told =
    others.length === 1
      ? t("{0}: one of them cites another source ({1}). See whether it belongs here.", `@${key}`, of)
      : t("{0}: {1} of them cite other sources ({2}). See whether they belong here.", `@${key}`, others.length, of);
  return [`${said}${had}`, told];
}
