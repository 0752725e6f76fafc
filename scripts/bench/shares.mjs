// @ts-check
/** Which share of a review's sections the line reader takes. Sections are what the splitter gives, those that can hold no record too. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Readers
 * @property {(text: string) => { readonly sections: readonly { readonly start: number, readonly end: number }[] }} split
 * @property {(text: string) => "lines" | "remark" | "none"} readerOf
 */

/** @param {Iterable<string>} texts @param {Readers} readers */
export function share(texts, { split, readerOf }) {
  let sections = 0;
  let byLines = 0;
  for (const text of texts)
    for (const { start, end } of split(text).sections) {
      sections++;
      if (readerOf(text.slice(start, end)) === "lines") byLines++;
    }
  return { sections, byLines, percent: sections === 0 ? 100 : (100 * byLines) / sections };
}

/** The Markdown of an example, its full texts left out. @param {string} folder */
export function exampleTexts(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !/^texts[\\/]/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
