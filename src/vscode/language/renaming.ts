/**
 * Renaming what stands at a place, everywhere. VS Code applies what is given here, with a preview where one is asked for; it is given only when the texts on the
 * disk and in editors are those that it was computed from.
 */
import * as vscode from "vscode";
import { movedOn, refusalWords } from "../../core/features/edit/refusal-words.ts";
import { type Move, type Renamed, renameable, renameHere } from "../../core/features/edit.ts";
import { isThereStill, written } from "../edits.ts";
import { entriesOrNone } from "../reviews/manifests.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { atOnce } from "../reviews/turns.ts";
import { type Asked, offsetAt, rangeAt } from "./places.ts";

/** What would be renamed; throws where something of the review's cannot be, with the reason. Undefined leaves it to whoever else renames. */
export function renamePrepared(
  here: Asked,
  position: vscode.Position,
): { readonly range: vscode.Range; readonly placeholder: string } | undefined {
  const found = renameable(here.open.review, here.path, offsetAt(here, position));
  if (!found) return undefined;
  if ("refused" in found) throw new Error(refusalWords(found));
  return { range: rangeAt(here, found.span), placeholder: found.id };
}

/**
 * The edit that renames it. Where it is refused, an edit of nothing, and a notice that says why: VS Code would else ask the next provider, which would give the
 * whole heading of a record the new id for its words.
 */
export async function renamed(
  here: Asked,
  position: vscode.Position,
  newName: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { open } = here;
  const found = renameable(open.review, here.path, offsetAt(here, position));
  if (!found) return undefined;
  const { revision } = open.review;
  const texts = "refused" in found || !found.name.startsWith("s:") ? [] : await textNames(open);
  const outcome = "refused" in found ? found : renameHere(open.review, found, newName, texts);
  const why = "refused" in outcome ? refusalWords(outcome) : await whyNot(open, outcome, revision);
  if (why === undefined && !("refused" in outcome)) return editOf(open, outcome);
  void vscode.window.showWarningMessage(why ?? movedOn());
  return new vscode.WorkspaceEdit();
}

async function textNames({ root, review }: OpenReview): Promise<readonly string[]> {
  if (review.manifest.texts === "") return [];
  return namesIn(vscode.Uri.joinPath(root, review.manifest.texts));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await entriesOrNone(folder)).map(([name]) => name);
}

/** Why an edit is not made: a text is another by now, or a file that is to be moved would be where one is. */
async function whyNot(open: OpenReview, { edits, moves }: Renamed, revision: number): Promise<string | undefined> {
  let why: string | undefined;
  await atOnce(
    [...edits.keys()],
    async (path) => {
      why ??= await isThereStill(open, path);
    },
    () => why !== undefined,
  );
  for (const move of moves) why ??= await whyNotMoved(open, move);
  return why ?? (open.review.revision === revision ? undefined : movedOn());
}

async function whyNotMoved(open: OpenReview, { from, to }: Move): Promise<string | undefined> {
  const uri = open.addressOf(to);
  const own = from.slice(from.lastIndexOf("/") + 1);
  const wanted = to.slice(to.lastIndexOf("/") + 1).toLowerCase();
  const names = await namesIn(vscode.Uri.joinPath(uri, ".."));
  if (!names.some((name) => name !== own && name.toLowerCase() === wanted)) return undefined;
  return refusalWords({ refused: "exists", data: { file: to } });
}

/** Files are moved first, and edited where they are then: so VS Code previews them, and takes all of it back by one undo. */
function editOf(open: OpenReview, { edits, moves }: Renamed): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  const names = new Map(moves.map(({ from, to }) => [from, to]));
  for (const { from, to } of moves)
    made.renameFile(open.addressOf(from), open.addressOf(to), { overwrite: false, ignoreIfExists: false });
  for (const [path, list] of edits)
    made.set(open.addressOf(names.get(path) ?? path), written(open.review.text(path) ?? "", list));
  return made;
}
