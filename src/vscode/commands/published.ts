/** Configurations as journals print them: from the clipboard into the text, or from a file into a text of their own. */
import * as vscode from "vscode";
import { withFreeIds } from "../../core/features/placing/ids.ts";
import { t } from "../../core/l10n.ts";
import { decoded } from "../../core/read/decoded.ts";
import { readPasted } from "../../core/read/paste.ts";
import { CMO } from "../../core/vocabulary.ts";
import {
  type Given,
  placedAt,
  restOf,
  SPELLINGS,
  type Spelling,
  shownIn,
  showRest,
  tellOf,
  titleOf,
} from "../language/pasting-records.ts";
import { load } from "../loading.ts";
import { nameOf } from "../reviews/manifests.ts";
import type { Reviews } from "../reviews/reviews.ts";

const MOST_BYTES = 8 * 1024 * 1024;

/** Pastes what was copied as configurations, and asks in which spelling; or what a caller gives: `{ text, html?, spelling? }`. */
export async function pasteConfigurations(reviews: Reviews, given?: unknown): Promise<void> {
  const shown = shownIn(reviews);
  if (!shown) {
    void vscode.window.showWarningMessage(
      t(
        "Configurations are pasted into a Markdown file of a review. Open one, and put the cursor where they are to go.",
      ),
    );
    return;
  }
  const { here, editor } = shown;
  // Of what was copied, VS Code gives an extension that asks the words alone.
  const copied = isGiven(given) ? given : { text: await vscode.env.clipboard.readText() };
  const pasted = readPasted(copied, here.open.review.manifest.scheme);
  if (!pasted) {
    void vscode.window.showInformationMessage(
      t(
        "No configuration was found in what was copied. A table needs columns for contexts, mechanisms and outcomes, a sentence tags such as (C), (M) and (O).",
      ),
    );
    return;
  }
  const spelling = ("spelling" in copied ? copied.spelling : undefined) ?? (await askedSpelling(pasted.count));
  const again = spelling && shownIn(reviews);
  if (!again || again.editor.document.uri.toString() !== editor.document.uri.toString()) return;
  const placing = placedAt(again.here, again.editor.selection, pasted, spelling);
  const { carryOut } = await load("writing");
  if (await carryOut(here.open, placing.outcome, { from: editor.document.uri })) tellOf(pasted, placing);
}

async function askedSpelling(count: number): Promise<Spelling | undefined> {
  const items = SPELLINGS.map((spelling) => ({ label: titleOf(count, spelling), spelling }));
  const placeHolder = t("How are they to be written?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.spelling;
}

interface Asked extends Given {
  readonly spelling?: Spelling;
}

function isGiven(given: unknown): given is Asked {
  if (typeof given !== "object" || given === null) return false;
  const { text, html, spelling } = given as Partial<Record<keyof Asked, unknown>>;
  const isSpelling = spelling === undefined || ["fields", "sentence", "table"].includes(String(spelling));
  return typeof text === "string" && (html === undefined || typeof html === "string") && isSpelling;
}

/** Reads the configurations of a file, asked for where none is given, into a new text, with what was left aside below them. */
export async function readPublished(reviews: Reviews, given?: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : await askedFile();
  if (!uri) return;
  const name = nameOf(uri);
  const read = await contentsOf(uri);
  if (typeof read === "string") {
    void vscode.window.showWarningMessage(read);
    return;
  }
  await reviews.settled();
  const review = reviews.current()?.review;
  const pasted = readPasted(read, review?.manifest.scheme ?? CMO);
  if (!pasted) {
    void vscode.window.showInformationMessage(
      t(
        "No configuration was found in {0}. A table needs columns for contexts, mechanisms and outcomes, a sentence tags such as (C), (M) and (O).",
        name,
      ),
    );
    return;
  }
  const records = pasted.markdown("fields");
  const numbered = review ? withFreeIds(review, records, pasted.printed) : { markdown: records, renumbered: [] };
  const rest = restOf(pasted.unsure, pasted.aside);
  const head = `# ${t("Configurations read from {0}", name)}`;
  await showRest(`${[head, numbered.markdown.trim(), rest].filter(Boolean).join("\n\n").trim()}\n`);
  tellOf({ ...pasted, unsure: [], aside: [] }, numbered);
}

async function askedFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: t("A file with configurations as they were printed"),
    openLabel: t("Read Configurations"),
    filters: { [t("Web pages, tables and texts")]: ["html", "htm", "csv", "tsv", "txt", "md"] },
  });
  return chosen?.[0];
}

/** What a file holds, or why it cannot be read. */
async function contentsOf(uri: vscode.Uri): Promise<Given | string> {
  const name = nameOf(uri);
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return t("{0} is a folder. Choose a file.", name);
    if (size > MOST_BYTES) return t("{0} is too large to be read: files of up to {1} MB are.", name, 8);
    const { text, encoding } = decoded(await vscode.workspace.fs.readFile(uri), TextDecoder);
    if (encoding === "binary" || text.includes("\0"))
      return t("{0} is no text. Save it as a web page or as plain text first.", name);
    return /\.html?$/i.test(name) ? { html: text, text: text.replace(/<[^<>]*>/g, " ") } : { text };
  } catch {
    return t("{0} cannot be read. Look whether it is still there.", name);
  }
}
