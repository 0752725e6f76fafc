/** What people are told of an import of annotations, a line each. */
import { refusalWords } from "../features/edit/refusal-words.ts";
import { t } from "../l10n.ts";
import type { Imported, ImportedSource } from "./import.ts";

export function importedWords({ sources, homeless, aside }: Imported): readonly string[] {
  const lines = sources.map(sourceWords);
  for (const { name, annotations } of homeless) {
    const { length } = annotations;
    const [first] = annotations;
    const cited = [first?.cited?.author, first?.cited?.year].filter(Boolean).join(" ");
    const of = cited === "" ? "" : ` (${cited})`;
    lines.push(
      length === 1
        ? t("{0}: one highlight is of no source that the review knows{1}. Say which it is of.", name, of)
        : t("{0}: {1} highlights are of no source that the review knows{2}. Say which they are of.", name, length, of),
    );
  }
  if (aside.length === 1) lines.push(t("One note without highlighted words was left."));
  else if (aside.length > 1) lines.push(t("{0} notes without highlighted words were left.", aside.length));
  return lines.length > 0 ? lines : [t("No highlight was found.")];
}

function sourceWords({ key, added, known, refusal }: ImportedSource): string {
  if (refusal) return `@${key}: ${refusalWords(refusal)}`;
  const { length } = added;
  const had = known === 0 ? "" : ` ${known === 1 ? t("One was there already.") : t("{0} were there already.", known)}`;
  const ids = length === 0 ? "" : length === 1 ? ` (${added[0]?.id})` : ` (${added[0]?.id}–${added[length - 1]?.id})`;
  const said =
    length === 1
      ? t("{0}: 1 extract added{1}.", `@${key}`, ids)
      : t("{0}: {1} extracts added{2}.", `@${key}`, length, ids);
  return `${said}${had}`;
}
