/** What is pasted, as configurations: offered beside the words as they are, which stay what pasting does by itself. */
import * as vscode from "vscode";
import { isRefusal } from "../../core/features/edit/outcome.ts";
import { type Placing, placeRecords } from "../../core/features/placing.ts";
import { t } from "../../core/l10n.ts";
import { type Pasted, readPasted } from "../../core/read/paste.ts";
import { readHeading } from "../../core/syntax/headings.ts";
import { documentAt, rangeOf } from "../places.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { type Asked, asked, offsetAt } from "./places.ts";
import { CONFIGURATIONS } from "./providers.ts";

export type Spelling = Parameters<Pasted["markdown"]>[0];
export const SPELLINGS: readonly Spelling[] = ["fields", "sentence", "table"];

export interface Given {
  readonly html?: string;
  readonly text: string;
}

/** An edit of which the Markdown is made when it was chosen. */
class RecordsEdit extends vscode.DocumentPasteEdit {
  readonly here: Asked;
  readonly range: vscode.Range;
  /** The words that were copied. */
  readonly words: string;
  readonly pasted: Pasted;
  readonly spelling: Spelling;

  constructor(here: Asked, range: vscode.Range, words: string, pasted: Pasted, spelling: Spelling) {
    super("", titleOf(pasted.count, spelling), CONFIGURATIONS.append(spelling));
    this.here = here;
    this.range = range;
    this.words = words;
    this.pasted = pasted;
    this.spelling = spelling;
    // The words as they are come first.
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text.append("plain")];
  }
}

export function titleOf(count: number, spelling: Spelling): string {
  switch (spelling) {
    case "fields":
      return count === 1 ? t("Paste as a Configuration (Fields)") : t("Paste as {0} Configurations (Fields)", count);
    case "sentence":
      return count === 1
        ? t("Paste as a Configuration (Sentence)")
        : t("Paste as {0} Configurations (Sentences)", count);
    case "table":
      return count === 1 ? t("Paste as a Configuration (Table)") : t("Paste as {0} Configurations (Table)", count);
  }
}

/** The edits for what was copied; none where it holds no configuration, or is written in the language already, unless it is asked for. */
export function configurationsAt(
  here: Asked,
  range: vscode.Range,
  given: Given,
  isAsked: boolean,
): vscode.DocumentPasteEdit[] {
  if (!isAsked && isWritten(given.text)) return [];
  const pasted = readPasted(given, here.open.review.manifest.scheme);
  return pasted ? SPELLINGS.map((spelling) => new RecordsEdit(here, range, given.text, pasted, spelling)) : [];
}

/** Whether a text has headings of configurations as the language writes them. */
function isWritten(text: string): boolean {
  return /^#{1,6}[ \t]/m.test(text) && text.split(/[\r\n]+/).some((line) => isHeading(line));
}

function isHeading(line: string): boolean {
  const words = /^#{1,6}[ \t]+(.{1,300})/.exec(line)?.[1];
  const read = words === undefined ? undefined : readHeading(words);
  return read !== undefined && "record" in read && read.record.kind === "cmoc";
}

const NOWHERE: Placing = { outcome: { refused: "moved", data: {} }, count: 0, renumbered: [] };

/** Fills in what a chosen edit writes: where the records would not be read as such, or would stand beside others of their ids unsaid, the words as they were copied. */
export function pasteResolved(edit: vscode.DocumentPasteEdit): vscode.DocumentPasteEdit {
  if (!(edit instanceof RecordsEdit)) return edit;
  const { here, range, words, pasted, spelling } = edit;
  const { open, path } = here;
  const made = new vscode.WorkspaceEdit();
  const uri = open.addressOf(path);
  // The words as they are may have been pasted first, and taken back for this.
  const document = documentAt(uri);
  if (document && open.review.document(path)?.version !== document.version) open.edited(path, document);
  const isHeld = document !== undefined && open.review.document(path)?.version === document.version;
  const placing = isHeld ? placedAt(here, range, pasted, spelling) : NOWHERE;
  const lines = open.review.lines(path);
  edit.additionalEdit = made;
  if (isRefusal(placing.outcome)) {
    made.replace(uri, range, words);
    void vscode.window.showWarningMessage(
      t("The configurations cannot be written here so that they would be read. What was copied stands there as it is."),
    );
    return edit;
  }
  for (const { span, newText } of placing.outcome.edits.get(path) ?? [])
    made.replace(uri, rangeOf(lines, span), newText);
  tellOf(pasted, placing);
  return edit;
}

export function placedAt(here: Asked, range: vscode.Range, pasted: Pasted, spelling: Spelling): Placing {
  const span = { start: offsetAt(here, range.start), end: offsetAt(here, range.end) };
  return placeRecords(here.open.review, here.path, span, pasted.markdown(spelling), pasted.printed);
}

/** The review's document that an editor shows, if it is one. */
export function shownIn(reviews: Reviews): { readonly here: Asked; readonly editor: vscode.TextEditor } | undefined {
  const editor = vscode.window.activeTextEditor;
  const here = editor?.document.languageId === "markdown" ? asked(reviews, editor.document) : undefined;
  return editor && here && { here, editor };
}

const MOST_TOLD = 4;

/** Says what was not as it was printed: other ids, what is unsure, what was left aside, which can be seen. */
export function tellOf({ unsure, aside }: Pasted, { renumbered }: Pick<Placing, "renumbered">): void {
  const told: string[] = [];
  const [first] = renumbered;
  const ids = renumbered.slice(0, MOST_TOLD).map(([printed, id]) => `${printed} → ${id}`);
  const list = ids.join(", ") + (renumbered.length > MOST_TOLD ? " …" : "");
  if (first)
    told.push(
      renumbered.length === 1
        ? t("The review has a {0} already; this one has the next free id: {1}.", first[0], list)
        : t("The review has {0} of the ids already; these have the next free ones: {1}.", renumbered.length, list),
    );
  const [doubt] = unsure;
  if (doubt !== undefined)
    told.push(unsure.length === 1 ? t("One thing to look at: {0}", doubt) : t("{0} things to look at.", unsure.length));
  if (aside.length > 0)
    told.push(
      aside.length === 1 ? t("A piece of it was left aside.") : t("{0} pieces of it were left aside.", aside.length),
    );
  if (told.length === 0) return;
  const show = t("Show Them");
  const isMore = unsure.length > 0 || aside.length > 0;
  void vscode.window.showInformationMessage(told.join(" "), ...(isMore ? [show] : [])).then(async (chosen) => {
    if (chosen === show) await showRest(restOf(unsure, aside));
  });
}

/** What was left, as Markdown of its own. */
export function restOf(unsure: readonly string[], aside: readonly string[]): string {
  const parts: string[] = [];
  if (unsure.length > 0) parts.push(`## ${t("To look at")}`, unsure.map((each) => `- ${oneLine(each)}`).join("\n"));
  if (aside.length > 0)
    parts.push(`## ${t("Left aside")}`, aside.map((each) => `> ${each.replace(/\r\n|\r|\n/g, "\n> ")}`).join("\n\n"));
  return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

export async function showRest(content: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content }));
}
