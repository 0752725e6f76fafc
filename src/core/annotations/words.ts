/** What people are told of an import of annotations, a line each. */
import { refusalWords } from "../features/edit/refusal-words.ts";
import { t } from "../l10n.ts";
import { citedWords, type Imported, type ImportedSource } from "./import.ts";

export function importedWords({ sources, homeless, aside, unplaced }: Imported): readonly string[] {
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
  if (aside.length === 1) lines.push(t("One note without highlighted words was left."));
  else if (aside.length > 1) lines.push(t("{0} notes without highlighted words were left.", aside.length));
  if (unplaced.length === 1) lines.push(t("One quotation without a place was left."));
  else if (unplaced.length > 1) lines.push(t("{0} quotations without a place were left.", unplaced.length));
  return lines.length > 0 ? lines : [t("No highlight was found.")];
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
