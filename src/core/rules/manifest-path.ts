/** Raised by the reader of review.yaml. Data: `key`, `path`, `reason` (a code). */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { quoted, word } from "./words.ts";

function leaves(path: string): string {
  return t("{0} leaves the review.", path);
}

/** What is said of a path. */
const REASONS: { readonly [reason: string]: (path: string) => string } = {
  parent: leaves,
  absolute: (path) => t("{0} begins with a slash, so it leaves the review.", path),
  drive: (path) => t("{0} names a drive, so it leaves the review.", path),
  url: (path) => t("{0} is an address on the web, not a file of the review.", path),
  home: (path) => t("{0} names a home folder, so it leaves the review.", path),
  backslash: (path) => t("{0} has a backslash, which is not read as a folder everywhere.", path),
  character: (path) => t("{0} holds a character that no path may have.", path),
  whole: (path) => t("{0} is the review itself.", path),
};

export const manifestPathPage: RulePage = {
  why: "Nothing outside the review is read or written, so that a review opened from anywhere is harmless and can be moved.",
  fires: { "review.yaml": "texts: ../../elsewhere\n" },
  quiet: { "review.yaml": "texts: fulltexts\n" },
};

export const manifestPath: Rule = {
  id: "manifest/path",
  level: "error",
  message: (data) =>
    t(
      "{0} Under {1}, give a path below the folder of review.yaml, parted by “/”.",
      (REASONS[word(data, "reason")] ?? leaves)(quoted(word(data, "path"))),
      word(data, "key"),
    ),
};
