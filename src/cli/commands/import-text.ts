/** `cmoc import text`: a file becomes the full text of a source, copied into the review and found from then on. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal } from "../../core/features/edit.ts";
import { nameForText, textOfSource } from "../../core/features/joining-files.ts";
import { t } from "../../core/l10n.ts";
import { roleOfFile } from "../../core/membership.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Held } from "../../core/proof/held.ts";
import { Proofs } from "../../core/proof/proofs.ts";
import { isPdf, textOfBytes } from "../../core/proof/text-of-bytes.ts";
import { ENDINGS, MOST_BYTES, MOST_TEXT_BYTES, textPathsOf } from "../../core/proof/text-paths.ts";
import type { Definition, Review } from "../../core/review.ts";
import { safePath } from "../../core/syntax/paths.ts";
import { notRead, UsageError } from "../files.ts";
import { sourceNamed } from "../find.ts";
import type { NewFile } from "../made.ts";
import { openReview } from "../open.ts";
import { count, type Output, oneLine, printable } from "../output.ts";
import { pagesOf } from "../pages.ts";
import { writeAll } from "../write.ts";
import { filesOf } from "./replacements.ts";

export interface ImportTextOptions {
  readonly source: string;
  readonly as?: string;
  readonly replace?: boolean;
  readonly dir?: string;
}

export async function importText(file: string, options: ImportTextOptions, output: Output): Promise<void> {
  const { root, review } = openReview(options.dir, output);
  const key = sourceNamed(review, options.source);
  const ending = ENDINGS.find((each) => each === extname(file).toLowerCase());
  if (ending === undefined)
    throw new UsageError(
      t("{0} is no full text: it takes {1}.", oneLine(basename(file)), ENDINGS.map((each) => each.slice(1)).join(", ")),
    );
  const bytes = bytesOf(file, ending === ".pdf" ? MOST_BYTES : MOST_TEXT_BYTES);
  const held = await heldIn(bytes, basename(file));
  const path = pathFor(review, key, ending, options.as);
  const there = pathsHeld(root, review, key);
  const [before] = there;
  const isSame = (other: string): boolean => holds(join(root, ...other.split("/")), bytes);
  if (before !== undefined && (options.as === undefined || before === path) && isSame(before)) {
    output.write(printable(t("{0} is the full text of {1} already. Nothing to do.", before, `@${key}`)));
    return;
  }
  if (before !== undefined && !options.replace)
    throw new UsageError(
      t("{0} has a full text already: {1}. Say --replace to put this one in its place.", `@${key}`, before),
    );
  const outcome = textOfSource(review, key, path, {
    // A text that is named and not there is none.
    isReplaced: options.replace === true || before === undefined,
    isHidden: isHidden(there, path),
  });
  if (isRefusal(outcome)) throw new UsageError(refusalWords(outcome));
  const { changed, made } = filesOf(review, outcome.edits);
  const copy: NewFile = { uri: path, bytes, replaces: options.replace === true };
  await writeAll(root, changed, [], [copy, ...made]);
  const told = [t("{0} is the full text of {1} now.", path, `@${key}`)];
  if (before === path) told.push(t("It took the place of the one that was there."));
  else if (before !== undefined) told.push(t("{0} was that before, and stays where it is.", before));
  output.write(printable(told.join(" ")));
  await tell(review, key, held, output);
}

function bytesOf(file: string, most: number): Buffer {
  const name = oneLine(basename(file));
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new UsageError(t("{0} is a folder: give a file.", name));
    if (!stat.isFile()) throw new UsageError(t("{0} is no ordinary file.", name));
    if (stat.size > most) throw new UsageError(t("{0} has more than {1} MB.", name, most / 1024 / 1024));
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw notRead(name, error);
  }
}

function holds(file: string, bytes: Buffer): boolean {
  try {
    return statSync(file).size === bytes.length && readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

/** What the bytes hold. What cannot be read is not taken: nobody could find out why later. */
async function heldIn(bytes: Buffer, name: string): Promise<Held & { readonly is: "text" | "scan" }> {
  const stamp = createHash("sha256").update(bytes).digest("hex");
  const held = isPdf(name)
    ? await (await import("../pdf.ts")).textOfPdf(bytes, name, stamp)
    : textOfBytes(bytes, name, stamp, TextDecoder);
  if (held.is === "text" || held.is === "scan") return held;
  const why = held.is === "unreadable" ? held.why : "";
  throw new UsageError(printable(t("{0} cannot be read, and was not copied. {1}", oneLine(name), why)));
}

/** Where it goes: into the folder of texts, called by the key, unless another place is wanted. */
function pathFor(review: Review, key: string, ending: string, as: string | undefined): string {
  if (as === undefined) {
    const { texts } = review.manifest;
    if (texts === "") throw new UsageError(t("The review has no folder of texts. Say --as with a path in the review."));
    return `${texts}/${nameForText(key)}${ending}`;
  }
  const path = safePath(as);
  if (path === undefined || path === "")
    throw new UsageError(
      t("{0} lies outside the review: give a path in its folder, such as texts/{1}.", as, `${key}${ending}`),
    );
  if (path.split("/").some((part) => part.startsWith(".")))
    throw new UsageError(t("{0} is hidden, or in a hidden folder: choose another place.", path));
  if (!["text", "outside"].includes(roleOfFile(path, review.manifest)))
    throw new UsageError(t("{0} is read as a part of the review: full texts lie in {1}.", path, review.manifest.texts));
  if (extname(path).toLowerCase() !== ending)
    throw new UsageError(t("{0} would be read as another kind of file: end it with {1}.", path, ending));
  return path;
}

/** The files that may hold the source's text and are there, that which does first. */
function pathsHeld(root: string, review: Review, key: string): readonly string[] {
  const found = textPathsOf(review, key);
  if (!("paths" in found)) return [];
  return found.paths.filter((path) => existsSync(join(root, ...path.split("/"))));
}

/** Whether another file would be found first. */
function isHidden(there: readonly string[], path: string): boolean {
  const rank = (each: string): number => ENDINGS.findIndex((ending) => each.toLowerCase().endsWith(ending));
  return there.some((each) => each !== path && rank(each) < rank(path));
}

/** What was found in it, and how many quotations stand in it. */
async function tell(
  review: Review,
  key: string,
  held: Held & { readonly is: "text" | "scan" },
  output: Output,
): Promise<void> {
  if (held.is === "scan") {
    output.warn(
      t(
        "It holds pictures of pages and no text, so no quotation can be checked. Have its text recognised, and import it again with --replace.",
      ),
    );
    return;
  }
  const { text, isPaged, pages } = held.text;
  const words = count(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, "word");
  output.write(isPaged ? `${count(pages.length, "page")}, ${words}.` : `${words}.`);
  const quoted = review
    .extractsOf(key)
    .filter(({ entity }) => entity.kind === "extract" && entity.quote) as readonly Definition<Extract>[];
  if (quoted.length === 0) return;
  const of = (): Held => held;
  const proofs = new Proofs(review, of, await pagesOf(review, { of }, [key]));
  const proven = quoted.filter((each) => proofs.of(each)?.is === "exact").length;
  output.write(provenWords(key, quoted.length, proven));
}

function provenWords(key: string, all: number, proven: number): string {
  const source = `@${key}`;
  if (all === 1)
    return proven === 1
      ? t("The one quotation of {0} stands there.", source)
      : t("The one quotation of {0} is not proven. `cmoc check` tells of it.", source);
  const quotations = count(all, "quotation");
  return proven === all
    ? t("{0} of {1}: each stands there.", quotations, source)
    : t("{0} of {1}: {2} proven. `cmoc check` tells of the others.", quotations, source, proven);
}
