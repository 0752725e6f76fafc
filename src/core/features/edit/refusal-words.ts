/** Why nothing was changed, in words for people. */
import { t } from "../../l10n.ts";
import type { Refusal } from "./outcome.ts";

/** What is said where a text is not what it was any more. */
export function movedOn(): string {
  return t("The text changed in the meantime. Nothing was written; try again.");
}

const SUBJECTS = ["id", "key", "name", "range", "slot", "file", "field"] as const;

/** Why nothing was changed, and what would help. */
export function refusalWords({ refused, data }: Refusal): string {
  const subject = SUBJECTS.map((name) => data[name]).find((value) => typeof value === "string" && value !== "");
  const it = subject === undefined ? t("It") : String(subject);
  switch (refused) {
    case "unknown":
      return t("{0} is not in the review any more. Look at the list again.", it);
    case "moved":
      return movedOn();
    case "ambiguous":
      return t("Two records are called {0}. Give one of them another id first.", it);
    case "taken":
      return t("{0} is taken already. Choose another.", it);
    case "form":
      return t(
        "{0} cannot be written there so that it would be read as you mean it. Write it by hand, or choose another wording.",
        it,
      );
    case "empty":
      return t("Nothing is to be its name. Write the new one.");
    case "signs":
      return t(
        "{0} is no id: an id has letters, digits, “.”, “_” and “-”, no white space, and begins and ends with a letter or a digit.",
        it,
      );
    case "aliased":
      return t(
        "{0} stands in [[…|…]] for several records under other words ({1}, line {2}). Write it out there first.",
        it,
        String(data.file),
        Number(data.line),
      );
    case "range":
      return t("{0} would be read as a range of ids. Choose an id without a dash.", it);
    case "bibliography":
      return t("{0} belongs to the bibliography, which another program writes. Change it there.", it);
    case "key":
      return t(
        "{0} is no key that can be written everywhere: begin it with a letter or a digit, and leave out white space, quotation marks, brackets, |, <, > and *.",
        it,
      );
    case "field":
      return t("This kind of record has no field {0}.", it);
    case "several":
      return t("The field {0} stands there more than once. Keep one of them first.", it);
    case "spelling":
      return t("{0} has no place in a configuration written as a sentence or a table. Rewrite it as fields first.", it);
    case "column":
      return t("The table has no column for it. Add the column first.");
    case "nowhere":
      return t("Nothing defines {0}, so that there is nothing to rename. Define it, or write another name here.", it);
    case "exists":
      return t("There is a file {0} already. Give that another name first, or choose another key.", it);
    case "words":
      return t("It is a citation in running words. Change the words by hand.");
    case "problems":
    case "told":
      return String(data.words);
  }
}
