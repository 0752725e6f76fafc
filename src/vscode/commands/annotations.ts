/** Highlights of other programs become extracts: of files, of the Markdown that is shown, or of what is selected in it. */
import * as vscode from "vscode";
import { type AnnotationsFile, type Imported, importAnnotations } from "../../core/annotations/import.ts";
import { importedWords } from "../../core/annotations/words.ts";
import { readAnnotations } from "../../core/exchange/annotations/read.ts";
import { t } from "../../core/l10n.ts";
import { placeOfQuote } from "../../core/proof/place-of-quote.ts";
import { decoded } from "../../core/read/decoded.ts";
import { carryOut } from "../edits.ts";
import { nameOf } from "../reviews/manifests.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { MAX_BYTES } from "../reviews/walk.ts";
import { keyIn, reviewMeant } from "./meant.ts";
import { pickSource } from "./sources.ts";

/** Imports the files that are given, by their addresses; else asks which. Of a source's row all of them are of that source. */
export async function importAnnotationsInto(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const key = keyIn(given);
  const files = await filesMeant(open, urisIn(given));
  if (!files) return;
  const empty = files.filter(({ all }) => all.length === 0).map(({ name }) => name);
  for (const name of empty)
    void vscode.window.showWarningMessage(
      t(
        "{0} holds no highlight that could be read. Export the annotations as Markdown, with links where the program offers them.",
        name,
      ),
    );
  const wanted = files.filter(({ all }) => all.length > 0);
  if (wanted.length === 0) return;
  await open.references.all();
  const referenceOf = open.references.known;
  const all = await withSources(open, wanted, importAnnotations(open.review, wanted, { key, referenceOf }));
  const placeOf = await placesIn(open, importAnnotations(open.review, all, { key, referenceOf }));
  const imported = importAnnotations(open.review, all, { key, referenceOf, placeOf });
  if (!(await carryOut(open, { edits: imported.edits }))) return;
  void vscode.window.showInformationMessage(importedWords(imported).join(" "));
}

function urisIn(given: unknown): readonly vscode.Uri[] {
  const list = Array.isArray(given) ? given : [given];
  return list.filter((each): each is vscode.Uri => each instanceof vscode.Uri);
}

/** Undefined when somebody thought better of it. */
async function filesMeant(
  open: OpenReview,
  uris: readonly vscode.Uri[],
): Promise<readonly AnnotationsFile[] | undefined> {
  if (uris.length > 0) return read(uris);
  const shown = shownIn(open);
  if (shown) {
    const choose = { label: t("Choose Files…"), shown: undefined };
    const own = { label: shown.name, description: highlights(shown.all.length), shown };
    const chosen = await vscode.window.showQuickPick([own, choose], {
      placeHolder: t("Which highlights are to be imported?"),
    });
    if (!chosen) return undefined;
    if (chosen.shown) return [chosen.shown];
  }
  const files = await vscode.window.showOpenDialog({
    title: t("Highlights that another program exported as Markdown"),
    openLabel: t("Import"),
    canSelectMany: true,
    filters: { [t("Markdown")]: ["md", "markdown", "txt"] },
  });
  return files && read(files);
}

function highlights(count: number): string {
  return count === 1 ? t("{0} highlight", count) : t("{0} highlights", count);
}

/** What the active editor shows, or has selected, where that holds highlights and is no file of the review itself. */
function shownIn(open: OpenReview): AnnotationsFile | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && open.pathOf(editor.document.uri);
  if (editor?.document.languageId !== "markdown") return undefined;
  const isOwn = path !== undefined && open.reads(path) && open.review.facts(path)?.frontMatter?.citekey !== undefined;
  const text = editor.document.getText(editor.selection.isEmpty ? undefined : editor.selection);
  const file =
    isOwn && editor.selection.isEmpty ? undefined : { name: nameOf(editor.document.uri), ...readAnnotations(text) };
  return file && file.all.length > 0 ? file : undefined;
}

async function read(uris: readonly vscode.Uri[]): Promise<readonly AnnotationsFile[]> {
  const files: AnnotationsFile[] = [];
  for (const uri of uris) {
    const name = nameOf(uri);
    const text = await textOf(uri);
    if (text === undefined)
      void vscode.window.showWarningMessage(
        t(
          "{0} cannot be read. Look whether it is still there, and is text of up to {1} MB.",
          name,
          MAX_BYTES / 1024 / 1024,
        ),
      );
    else files.push({ name, ...readAnnotations(text) });
  }
  return files;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MAX_BYTES) return undefined;
    const { text, encoding } = decoded(await vscode.workspace.fs.readFile(uri), TextDecoder);
    return encoding === "binary" ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The files, those of which the source is not known with the one that is chosen. */
async function withSources(
  open: OpenReview,
  files: readonly AnnotationsFile[],
  { homeless }: Imported,
): Promise<readonly AnnotationsFile[]> {
  const all = [...files];
  for (const { name, annotations } of homeless) {
    const none = t("The review has no source yet. Make one first (CMOC: New Source from the Bibliography).");
    const asked = t("{0}: {1} are of which source?", name, highlights(annotations.length));
    const key = await pickSource(open, asked, none);
    if (key === undefined) continue;
    const own = new Set(annotations);
    const at = all.findIndex((file) => file.name === name && file.all.some((each) => own.has(each)));
    const file = all[at];
    if (!file) continue;
    all[at] = { ...file, all: file.all.filter((each) => !own.has(each)) };
    all.push({ name, all: annotations, aside: [], about: { key } });
  }
  return all;
}

/** Pages of words of which none is told, from the texts that are held, which are read now. */
async function placesIn(
  open: OpenReview,
  { sources }: Imported,
): Promise<(key: string, quote: string, page: number | undefined) => string | undefined> {
  const isUnplaced = sources.filter(({ added }) => added.some(({ annotation }) => annotation.at === undefined));
  if (isUnplaced.length === 0) return () => undefined;
  const { texts, proofs } = await open.proving();
  const title = t("Reading full texts");
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    for (const { key } of isUnplaced) await texts.read(key);
  });
  return (key, quote, page) => {
    const text = proofs.text(key);
    return text && placeOfQuote(text, quote, page);
  };
}
