/** What is dropped into a text: rows of the views become references, bibliographies and full texts join the review. */
import * as vscode from "vscode";
import { referencesAt } from "../../core/features/dropped-references.ts";
import { t } from "../../core/l10n.ts";
import { type Brought, broughtIn } from "../joining/brought.ts";
import { isWanted, joinFiles } from "../joining/files.ts";
import { draggedIn } from "../tree/dragging.ts";
import { type Asked, offsetAt, rangeAt } from "./places.ts";
import { DROPS } from "./providers.ts";

/** An edit that writes nothing at the place: the files join the review when it was chosen. */
class FilesEdit extends vscode.DocumentDropEdit {
  readonly here: Asked;
  readonly files: readonly Brought[];

  constructor(here: Asked, files: readonly Brought[]) {
    super("", t("Add to the Review"), DROPS.append("files"));
    this.here = here;
    this.files = files;
    // Where it may as well be meant as a link, the link comes first.
    if (files.every(mayBeLinked)) this.yieldTo = LINKS;
  }
}

const LINKS = ["markdown", "uri"].map((kind) => vscode.DocumentDropOrPasteEditKind.Empty.append(kind));

/** Whether a file is of a kind that people link to, from the workspace; of JSON few files are bibliographies. */
function mayBeLinked({ name, uri }: Brought): boolean {
  if (/\.(?:bib|ris|pdf)$/i.test(name)) return false;
  return /\.json$/i.test(name) || (uri !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined);
}

export async function dropAt(
  here: Asked,
  document: vscode.TextDocument,
  position: vscode.Position,
  transfer: vscode.DataTransfer,
): Promise<vscode.DocumentDropEdit[]> {
  const { open, path } = here;
  const { version } = document;
  const dragged = await draggedIn(transfer);
  if (dragged) {
    if (dragged.root !== open.root.toString() || document.version !== version) return [];
    const offset = offsetAt(here, position);
    const { at, text } = referencesAt(open.review, path, offset, dragged.names);
    const title = dragged.names.length === 1 ? t("Insert Reference") : t("Insert References");
    if (text === "") return [];
    const edit = new vscode.DocumentDropEdit(at === offset ? text : "", title, DROPS.append("reference"));
    if (at !== offset) {
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.insert(document.uri, rangeAt(here, { start: at, end: at }).start, text);
    }
    return [edit];
  }
  const files = await broughtIn(transfer, (file) => isWanted(open, file));
  return files.length === 0 ? [] : [new FilesEdit(here, files)];
}

/** Lets the files of a chosen edit join the review. */
export async function dropResolved(edit: vscode.DocumentDropEdit): Promise<vscode.DocumentDropEdit> {
  if (edit instanceof FilesEdit) {
    const { open, path } = edit.here;
    await joinFiles(open, edit.files, { from: open.addressOf(path) });
  }
  return edit;
}
