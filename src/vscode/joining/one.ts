/** One file that is to join a review: read, given a name that is free, and for a full text a source. */
import * as vscode from "vscode";
import {
  entriesIn,
  freeName,
  joinsAs,
  nameForText,
  pathOfText,
  safeName,
  sourceNamed,
} from "../../core/features/joining-files.ts";
import { t } from "../../core/l10n.ts";
import { roleOfFile, safePath } from "../../core/membership.ts";
import { textPathsOf } from "../../core/proof/text-paths.ts";
import { sourceItems } from "../commands/sources.ts";
import { isBehindLink } from "../reviews/links.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { MAX_BYTES } from "../reviews/walk.ts";
import type { Brought } from "./brought.ts";

export interface Joined {
  /** Where it lies in the review. */
  readonly path: string;
  /** What is to be written there; nothing where it lies there already. */
  readonly bytes?: Uint8Array;
  /** The source whose full text it is; of a bibliography none. */
  readonly key?: string;
  /** Takes away what was copied before the change. */
  readonly undo?: () => Thenable<void>;
  readonly told?: string;
  /** The full text that its source had, which it is taken for instead of. */
  readonly replaces?: string;
}

/** What is larger is copied before the change, not as a part of it: a change is kept in memory for as long as it can be undone. */
const MOST_IN_AN_EDIT = 32 * 1024 * 1024;
const MOST_TEXT = 1024 * 1024 * 1024;
/** From here on the copying is shown. */
const SHOWN = 4 * 1024 * 1024;

/** A bibliography, or why it cannot join; undefined when somebody thought better of it. `taken` are paths that others of the same drop have. */
export async function joinedBibliography(
  open: OpenReview,
  file: Brought,
  taken: ReadonlySet<string>,
): Promise<Joined | string | undefined> {
  const { name } = file;
  const bytes = await bytesOf(file, MAX_BYTES);
  if (typeof bytes === "string") return bytes;
  const own = ownPath(open, file);
  if (own !== undefined && roleOfFile(own, open.review.manifest) === "bibliography")
    return t("{0} is a bibliography of the review already.", own);
  const { count, problems } = entriesIn(open.review, name, new TextDecoder().decode(bytes));
  if (count === 0) return t("{0} has no entry that could be cited. Nothing was written.", name);
  const path = own ?? (await freePath(open, safeName(name), taken, (each) => each));
  if (path === undefined) return undefined;
  const sources =
    count === 1
      ? t("{0} joined the review with one source.", path)
      : t("{0} joined the review with {1} sources.", path, count);
  const faults =
    problems === 1 ? t("One problem in it is shown there.") : t("{0} problems in it are shown there.", problems);
  const told = problems === 0 ? sources : `${sources} ${faults}`;
  return own === undefined ? { path, bytes, told } : { path, told };
}

/** A full text with its source, or why it cannot join; undefined when somebody thought better of it. */
export async function joinedText(
  open: OpenReview,
  file: Brought,
  taken: ReadonlySet<string>,
  wanted?: string,
): Promise<Joined | string | undefined> {
  const { name } = file;
  const { review } = open;
  const own = ownPath(open, file);
  if (own !== undefined && roleOfFile(own, review.manifest) === "markdown")
    return t("{0} is a file of the review already. Full texts lie in {1}.", own, review.manifest.texts);
  const isTooLarge = await whyNot(file, MOST_TEXT);
  if (isTooLarge !== undefined) return isTooLarge;
  if (review.sources().length === 0)
    return t("The review has no source yet whose full text {0} could be. Add a bibliography first.", name);
  const key = wanted ?? (await sourceOf(open, name));
  if (key === undefined) return undefined;
  const replaces = wanted === undefined ? undefined : await heldOf(open, wanted);
  if (replaces !== undefined && !(await isReplaced(key, replaces))) return undefined;
  const called =
    wanted === undefined ? safeName(name) : nameForText(wanted) + name.slice(name.lastIndexOf(".")).toLowerCase();
  const path = own ?? (await freePath(open, called, taken, (each) => pathOfText(review, each)));
  if (path === undefined) return undefined;
  const told = t("{0} is the full text of {1} now.", path, `@${key}`);
  const also = replaces === undefined ? {} : { replaces };
  if (own !== undefined) return { path, key, told, ...also };
  const { fs } = vscode.workspace;
  const { uri } = file;
  const target = open.addressOf(path);
  if (uri && ((await sizeOf(file)) ?? 0) > MOST_IN_AN_EDIT) {
    const undo = await copied(open, path, name, () => fs.copy(uri, target, { overwrite: false }));
    return typeof undo === "string" ? undo : { path, key, told, undo, ...also };
  }
  const bytes = await bytesOf(file, MOST_TEXT);
  if (typeof bytes === "string") return bytes;
  if (bytes.length <= MOST_IN_AN_EDIT) return { path, bytes, key, told, ...also };
  const undo = await copied(open, path, name, () => fs.writeFile(target, bytes));
  return typeof undo === "string" ? undo : { path, key, told, undo, ...also };
}

/** The full text that a source has: the first file that is there of those that may hold it. */
async function heldOf(open: OpenReview, key: string): Promise<string | undefined> {
  const found = textPathsOf(open.review, key);
  for (const path of "paths" in found ? found.paths : []) if (await isThere(open, path, new Set())) return path;
  return undefined;
}

/** Whether a source is to have another full text than the one that it has, which stays where it is. */
async function isReplaced(key: string, path: string): Promise<boolean> {
  const use = t("Use the New One");
  const asked = t(
    "{0} has a full text already: {1}. It stays where it is; which one are quotations to be checked against?",
    `@${key}`,
    path,
  );
  return (await vscode.window.showWarningMessage(asked, { modal: true }, use)) === use;
}

/** The path of a file that lies in the review. */
function ownPath(open: OpenReview, { uri }: Brought): string | undefined {
  const path = uri && open.pathOf(uri);
  return path === undefined ? undefined : safePath(path);
}

async function sizeOf({ uri }: Brought): Promise<number | undefined> {
  return uri && (await vscode.workspace.fs.stat(uri)).size;
}

/** Why a file cannot be read; undefined when it can, as far as can be told without reading it. */
async function whyNot({ name, uri }: Brought, most: number): Promise<string | undefined> {
  if (!uri) return undefined;
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return t("{0} is a folder. Drop the files that are in it.", name);
    return size > most ? tooLarge(name, most) : undefined;
  } catch {
    return t("{0} cannot be read. Look whether it is still there.", name);
  }
}

function tooLarge(name: string, most: number): string {
  return t("{0} is too large: files of up to {1} MB join a review.", name, most / 1024 / 1024);
}

async function bytesOf(file: Brought, most: number): Promise<Uint8Array | string> {
  const why = await whyNot(file, most);
  if (why !== undefined) return why;
  try {
    const bytes = await shownFor(file, await sizeOf(file), () => file.bytes());
    return bytes.length > most ? tooLarge(file.name, most) : bytes;
  } catch {
    return t("{0} cannot be read. Look whether it is still there.", file.name);
  }
}

/** Shows that something takes a while, of a file that is large. */
async function shownFor<T>({ name }: Brought, size: number | undefined, run: () => Thenable<T>): Promise<T> {
  if (size === undefined || size < SHOWN) return run();
  const title = t("Reading {0}", name);
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, run);
}

/** Copies a large file to where nothing lies; gives what takes the copy away again, or why there is none. */
async function copied(
  open: OpenReview,
  path: string,
  name: string,
  copy: () => Thenable<void>,
): Promise<(() => Thenable<void>) | string> {
  const target = open.addressOf(path);
  const title = t("Copying {0}", name);
  const location = vscode.ProgressLocation.Notification;
  if (await isBehindLink(open.root, target))
    return t(
      "{0} would lie in a folder that is a link to another, where the review reads nothing. Nothing was written.",
      path,
    );
  try {
    await vscode.window.withProgress({ location, title }, copy);
    return () => vscode.workspace.fs.delete(target);
  } catch {
    return t("{0} could not be made. Nothing was written; make its folder writable, and try again.", path);
  }
}

/** The source that the file is named after, else the one that is chosen. */
async function sourceOf(open: OpenReview, name: string): Promise<string | undefined> {
  const { review } = open;
  const guess = sourceNamed(review, name);
  if (guess !== undefined && name.startsWith(`${guess}.`)) return guess;
  const items = [...(await sourceItems(open, review.sources()))];
  const first = items.findIndex(({ key }) => key === guess);
  if (first > 0) items.unshift(...items.splice(first, 1));
  const placeHolder = t("{0} is the full text of which source?", name);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))
    ?.key;
}

/** A path where nothing lies; asks for another name where something does. Undefined when there is no answer. */
async function freePath(
  open: OpenReview,
  name: string,
  taken: ReadonlySet<string>,
  pathOf: (name: string) => string,
): Promise<string | undefined> {
  let wanted = name;
  while (await isThere(open, pathOf(wanted), taken)) {
    const used = new Set([wanted]);
    let other = freeName(wanted, (each) => used.has(each));
    while (used.size < MOST_TRIED && (await isThere(open, pathOf(other), taken))) {
      used.add(other);
      other = freeName(name, (each) => used.has(each));
    }
    const prompt = t("{0} is there already, and stays as it is. Under which name is this one to join?", pathOf(wanted));
    const given = await vscode.window.showInputBox({ prompt, value: other });
    if (given === undefined || given.trim() === "") return undefined;
    const answer = safeName(given);
    wanted = joinsAs(answer) === joinsAs(name) ? answer : answer + name.slice(name.lastIndexOf("."));
  }
  return pathOf(wanted);
}

const MOST_TRIED = 50;

async function isThere(open: OpenReview, path: string, taken: ReadonlySet<string>): Promise<boolean> {
  if (taken.has(path) || open.review.document(path) !== undefined) return true;
  try {
    await vscode.workspace.fs.stat(open.addressOf(path));
    return true;
  } catch {
    return false;
  }
}
