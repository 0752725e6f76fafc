/** `cmoc rename`: gives a record, an extract, a code, a memo or a source another name everywhere, and the file that bears a key with it. */
import { readdirSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { createTwoFilesPatch } from "diff";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal, isTaken, type Move, type Refusal, renameWithFiles } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import type { Name } from "../../core/model/types.ts";
import type { Review } from "../../core/review.ts";
import { UsageError } from "../files.ts";
import { type Found, findAll, near } from "../find.ts";
import { openReview } from "../open.ts";
import { count, type Output, printable } from "../output.ts";
import { writeAll } from "../write.ts";
import { countOf, replacements } from "./replacements.ts";

export async function rename(
  old: string,
  newId: string,
  dir: string | undefined,
  { dryRun }: { readonly dryRun: boolean },
  output: Output,
): Promise<void> {
  const { root, review } = openReview(dir, output);
  const name = nameMeant(review, old);
  const { texts } = review.manifest;
  const outcome = renameWithFiles(review, name, idMeant(name, newId), namesIn(root, texts));
  if (isRefusal(outcome)) throw new UsageError(whyNot(outcome));
  const { edits, moves } = outcome;
  for (const move of moves) refuseTaken(root, move);
  const files = replacements(review, edits);
  const made = new Map(moves.map(({ from, to }) => [from, to]));
  if (dryRun) {
    for (const { uri, before, after } of files) {
      const patch = createTwoFilesPatch(`a/${uri}`, `b/${made.get(uri) ?? uri}`, before, after, "", "", { context: 2 });
      output.write(printable(patch));
    }
  } else await writeAll(root, files, moves);
  for (const { from, to } of moves) output.write(printable(t("{0} → {1}", from, to)));
  const changes = countOf(edits);
  if (changes + moves.length === 0) output.write(t("Nothing to change."));
  else
    output.write(`${count(changes, "place")} in ${count(edits.size, "file")} ${dryRun ? "to be renamed" : "renamed"}.`);
}

function nameMeant(review: Review, written: string): Name {
  const names = [...new Set(findAll(review, written).map(nameOf))];
  const [name] = names;
  if (names.length > 1) {
    const which = names.map((each) => `\`${spelt(each)}\``).join(", ");
    throw new UsageError(t("Several things are called {0}. Say which is meant: {1}.", written, which));
  }
  if (name !== undefined && name !== "") return name;
  if (name === "") throw new UsageError(t("{0} has no id yet. Give it one in its table first.", written));
  const close = near(review, written);
  const nothing = t("Nothing in this review is called {0}.", written);
  throw new UsageError(close.length === 0 ? nothing : `${nothing} ${t("Did you mean {0}?", close.join(", "))}`);
}

function nameOf(found: Found): Name {
  return "brief" in found ? found.name : `s:${found.key}`;
}

const KINDS: { readonly [sign: string]: string } = { c: "Code ", m: "Memo ", s: "@", x: "@" };

/** A name as it is written to mean it and nothing else. */
function spelt(name: Name): string {
  return `${KINDS[name.charAt(0)] ?? ""}${name.slice(2)}`;
}

/** The new id or key without its sign, and without the source of an extract that it repeats. */
function idMeant(name: Name, written: string): string {
  const id = written.trim().replace(/^@/, "");
  const source = name.startsWith("x:") ? name.slice(2, name.lastIndexOf("#") + 1) : "";
  return source !== "" && id.startsWith(source) ? id.slice(source.length) : id;
}

function namesIn(root: string, folder: string): readonly string[] {
  try {
    return folder === "" ? [] : readdirSync(join(root, folder));
  } catch {
    return [];
  }
}

/** Refuses before anything is written. */
function refuseTaken(root: string, move: Move): void {
  const folder = dirname(move.from);
  const paths = namesIn(root, folder).map((each) => (folder === "." ? each : `${folder}/${each}`));
  if (isTaken(paths, move)) throw new UsageError(whyNot({ refused: "exists", data: { file: move.to } }));
  const real = realpathSync(join(root, folder));
  if (real !== root && !real.startsWith(`${root}${sep}`))
    throw new UsageError(t("{0} is a link out of the review. Nothing was written.", folder));
}

/** Why nothing was renamed, and what would help on the command line. */
function whyNot(refusal: Refusal): string {
  const { refused, data } = refusal;
  const it = String(data.id ?? data.key ?? data.file ?? data.range ?? "");
  switch (refused) {
    case "taken":
    case "bibliography":
    case "exists":
    case "key":
    case "empty":
    case "signs":
    case "aliased":
      return refusalWords(refusal);
    case "ambiguous":
      return t("Two records are called {0}. Give one of them another id by hand first.", it);
    case "range":
      return t(
        "{0} is a range of ids, or would be read as one. Choose an id without a dash, or write the range out.",
        it,
      );
    default:
      return t("{0} cannot be written everywhere so that it would be read as you mean it. Choose another.", it);
  }
}
