/** Where the text of a source may lie: `text:` of its file, else by its citation key in the folder of texts. */
import { t } from "../l10n.ts";
import type { Review } from "../review.ts";
import { safePath } from "../syntax/paths.ts";
import type { Held } from "./held.ts";

/** The endings of texts, the likeliest first: a text that lies beside a PDF was put there because the PDF has none. */
export const ENDINGS = [".txt", ".md", ".html", ".htm", ".xml", ".pdf"] as const;

/** A file this large, in bytes, is no text of a source: scans of books are some 200 MB. */
export const MOST_BYTES = 256 * 1024 * 1024;
/** The same of a file that is text already: 640 pages are some 2 MB, and comparing takes ten times the memory. */
export const MOST_TEXT_BYTES = 16 * 1024 * 1024;

export type TextPaths =
  /** Paths in the review, of which the first that is there holds the text. `named` where the source's file names the one. */
  | { readonly paths: readonly string[]; readonly named: boolean }
  /** `text:` leads out of the review. */
  | { readonly outside: string }
  /** `text:` names the file of a source, which would prove its own quotations. */
  | { readonly own: string };

export function textPathsOf(review: Review, key: string): TextPaths {
  const named = review.source(key)?.frontMatter?.fields.get("text")?.value.trim() ?? "";
  if (named !== "") {
    const path = safePath(named);
    if (path === undefined || path === "") return { outside: named };
    return review.facts(path)?.frontMatter?.citekey === undefined
      ? { paths: formsOf(path), named: true }
      : { own: path };
  }
  const { texts } = review.manifest;
  const path = texts === "" ? undefined : safePath(`${texts}/${key}`);
  if (path === undefined) return { paths: [], named: false };
  const endings = [...ENDINGS, ...ENDINGS.map((ending) => ending.toUpperCase())];
  return { paths: formsOf(path).flatMap((form) => endings.map((ending) => `${form}${ending}`)), named: false };
}

/** A path as it is written, then with its accents as signs of their own or not, as another disk may have written its name. */
function formsOf(path: string): readonly string[] {
  return [...new Set([path, path.normalize("NFC"), path.normalize("NFD")])];
}

/** What is held where no path may be looked at. */
export function heldOutside(found: Exclude<TextPaths, { readonly paths: readonly string[] }>): Held {
  return "own" in found
    ? {
        is: "unreadable",
        file: found.own,
        why: t("It is the file of a source, not its text: put the full text into the folder of texts."),
      }
    : {
        is: "unreadable",
        file: found.outside,
        why: t("It lies outside the review: move it into the folder of texts."),
      };
}

/** What is held where none of the paths is there. */
export function heldNowhere({ paths: [first], named }: Extract<TextPaths, { readonly named: boolean }>): Held {
  return named && first !== undefined ? { is: "unreadable", file: first, why: t("It is not there.") } : { is: "none" };
}

/** Pages that the source and its entry tell. The range of an entry is decoded elsewhere. */
export function firstPageOf(review: Review, key: string): string | undefined {
  const fields = review.source(key)?.frontMatter?.fields;
  return (fields?.get("first page") ?? fields?.get("first-page"))?.value;
}
