/** Raised by the reader of review.yaml. Data: `key`, `path`, `reason` (a code). */
import type { Rule, RulePage } from "./rule.ts";
import { quoted, word } from "./words.ts";

const REASONS: { readonly [reason: string]: string } = {
  parent: "leaves the review",
  absolute: "begins with a slash, so it leaves the review",
  drive: "names a drive, so it leaves the review",
  url: "is an address on the web, not a file of the review",
  home: "names a home folder, so it leaves the review",
  backslash: "has a backslash, which is not read as a folder everywhere",
  character: "holds a character that no path may have",
  whole: "is the review itself",
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
    `${quoted(word(data, "path"))} ${REASONS[word(data, "reason")] ?? "leaves the review"}. Under ${word(data, "key")}, give a path below the folder of review.yaml, parted by “/”.`,
};
