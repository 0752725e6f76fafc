/**
 * Renaming, with the files that bear the name of a source: its own file (`sources/okafor2014.md`), links to which follow it, and its full text where the
 * review finds that by the key alone. Where `text` says which file it is, that file keeps its name.
 */
import type { Name } from "../../model/types.ts";
import type { Review, SourceView } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { fileNameOf } from "../source-file.ts";
import { linksToFiles } from "./file-links.ts";
import { type Edited, inOrder, isRefusal, type Refusal, refuse } from "./outcome.ts";
import { keyText, rename } from "./rename.ts";

/** A file that is to be called otherwise: paths below the review's folder. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Renamed extends Edited {
  /** Edits are of the files under the names that they had. */
  readonly moves: readonly Move[];
}

/** The names of the files in the folder of full texts, which a review does not hold. */
export type TextNames = readonly string[];

const TEXT = /\.(?:txt|md|pdf|html?|xml)$/i;

/** As `rename`. A door makes sure that no file is where one is to be moved, and moves those that are there. */
export function renameWithFiles(review: Review, name: Name, newId: string, texts: TextNames = []): Renamed | Refusal {
  const outcome = rename(review, name, newId);
  if (isRefusal(outcome)) return outcome;
  const source = name.startsWith("s:") ? review.source(name.slice(2)) : undefined;
  if (!source || source.key === newId) return { ...outcome, moves: [] };
  const own = ownFiles(source, newId);
  const files = review.uris();
  for (const move of own) if (isTaken(files, move)) return refuse("exists", { file: move.to });
  const moved = textFiles(review, source, newId, texts);
  const paths = texts.map((text) => `${review.manifest.texts}/${text}`);
  for (const move of moved) if (isTaken(paths, move)) return refuse("exists", { file: move.to });
  const moves = [...own, ...moved];
  const links = linksToFiles(review, moves, paths);
  if ("refused" in links) return links as Refusal;
  const edits = new Map(outcome.edits);
  for (const [uri, more] of [...links, ...studies(review, source, newId)])
    edits.set(uri, both(edits.get(uri) ?? [], more));
  return { edits, moves };
}

/** Edits of the two, ascending. Where an edit writes a whole address anew, the name of a file in it is written there. */
function both(one: readonly TextEdit[], other: readonly TextEdit[]): readonly TextEdit[] {
  const all = [...one];
  const more: TextEdit[] = [];
  let at = 0;
  for (const edit of other) {
    while ((all[at]?.span.end ?? Number.POSITIVE_INFINITY) <= edit.span.start) at++;
    const over = all[at];
    if (!over || over.span.start >= edit.span.end) more.push(edit);
    else all[at] = { span: over.span, newText: over.newText.replace(/[^/#]+(?=#|$)/, () => nameIn(edit.newText)) };
  }
  return inOrder([...all, ...more]);
}

function nameIn(address: string): string {
  return /[^/#]*(?=#|$)/.exec(address)?.[0] ?? address;
}

/** Files of the source whose names are its key. */
function ownFiles({ key, uri, others }: SourceView, newKey: string): readonly Move[] {
  const [old, made] = [fileNameOf(key), fileNameOf(newKey)];
  return (uri === undefined ? [] : [uri, ...others]).flatMap((from) => {
    const { folder, stem, ending } = partsOf(from);
    return stem === old && old !== made ? [{ from, to: `${folder}${made}${ending}` }] : [];
  });
}

function textFiles(
  review: Review,
  { key, frontMatter }: SourceView,
  newKey: string,
  texts: TextNames,
): readonly Move[] {
  if (frontMatter?.text) return [];
  const { texts: folder } = review.manifest;
  return texts.flatMap((text) => {
    const { stem, ending } = partsOf(text);
    if (!TEXT.test(text) || text.includes("/") || (stem !== key && stem !== fileNameOf(key))) return [];
    const made = `${fileNameOf(newKey)}${ending}`;
    return made === text ? [] : [{ from: `${folder}/${text}`, to: `${folder}/${made}` }];
  });
}

function partsOf(path: string): { readonly folder: string; readonly stem: string; readonly ending: string } {
  const slash = path.lastIndexOf("/") + 1;
  const dot = path.lastIndexOf(".");
  const end = dot > slash ? dot : path.length;
  return { folder: path.slice(0, slash), stem: path.slice(slash, end), ending: path.slice(end) };
}

/** Whether another file has the name, or one that is the same where case does not count. */
export function isTaken(paths: readonly string[], { from, to }: Move): boolean {
  const wanted = to.toLowerCase();
  return paths.some((path) => path !== from && path.toLowerCase() === wanted);
}

/** Other reports that name the source as their study, where it is known by its key alone. */
function* studies(
  review: Review,
  source: SourceView,
  newKey: string,
): Iterable<[uri: string, edits: readonly TextEdit[]]> {
  if (source.study !== source.key) return;
  for (const { uri, key, study } of review.sources()) {
    if (uri === undefined || key === source.key || study !== source.key) continue;
    const span = review.frontMatter(uri)?.study?.span;
    const text = review.text(uri) ?? "";
    const written = span ? text.slice(span.start, span.end) : "";
    const at = written.indexOf(source.key);
    if (!span || at < 0) continue;
    const isAlone = /^(["']?)\1$/.test(written.replace(source.key, ""));
    yield [uri, [{ span, newText: isAlone ? keyText(written, newKey) : written.replace(source.key, () => newKey) }]];
  }
}
