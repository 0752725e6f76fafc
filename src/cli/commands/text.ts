/** `cmoc text`: the full text of a source, as quotations are checked against it. */
import { textPathsOf } from "../../core/proof/text-paths.ts";
import { SourceText } from "../../core/quotes/source-text.ts";
import { JSON_VERSION } from "../../core/report/json.ts";
import type { Span } from "../../core/text.ts";
import { printedPages } from "../../core/texts/printed-pages.ts";
import { sectionsOf, shownText } from "../../core/texts/shown-text.ts";
import { UsageError } from "../files.ts";
import { sourceNamed } from "../find.ts";
import { openReview } from "../open.ts";
import { count, jsonText, type Output, printable } from "../output.ts";
import { pagesOf } from "../pages.ts";
import { Texts } from "../texts.ts";

export async function text(
  written: string,
  dir: string | undefined,
  format: "text" | "json",
  output: Output,
): Promise<void> {
  const { root, review, begun } = openReview(dir, output);
  const key = sourceNamed(review, written);
  const texts = new Texts(root, review);
  const reading = output.progress("Reading", begun);
  await texts.read([key], () => {});
  reading.done();
  const held = texts.of(key);
  switch (held.is) {
    case "text": {
      const source = new SourceText(
        held.text.text,
        printedPages(held.text, (await pagesOf(review, texts, [key]))(key)),
        held.text.skipped,
      );
      const { unread = 0 } = held.text;
      if (unread > 0)
        output.warn(
          `Of its ${count(source.pages.length, "page")}, ${unread} could not be read to the end: save ${held.file ?? "it"} again from where it came from.`,
        );
      if (format === "json") output.write(jsonText(jsonOf(key, source, held.text.isPaged)));
      else output.write(printable(shownText(source, held.text.isPaged).text));
      return;
    }
    case "scan":
      throw new UsageError(
        `${held.file} holds pictures of pages and no text. Have its text recognised, or put a text beside it.`,
      );
    case "unreadable":
      throw new UsageError(`${held.file} cannot be read. ${held.why}`);
    default: {
      const found = textPathsOf(review, key);
      const where =
        "paths" in found && found.paths.length > 0
          ? ` Put it to ${found.paths[0]}, or say text: in the source's file.`
          : "";
      throw new UsageError(`No text of @${key} is held.${where}`);
    }
  }
}

/** A text without pages has its sections and paragraphs. */
function jsonOf(key: string, source: SourceText, isPaged: boolean): unknown {
  const { text } = source;
  const pages = source.pages.map(({ start, label }) => ({ start, ...(label !== undefined && { label }) }));
  if (isPaged) return { version: JSON_VERSION, key, text, pages };
  return {
    version: JSON_VERSION,
    key,
    text,
    pages: [],
    sections: sectionsOf(source, false).map(({ title, span }) => ({ title, start: span.start, end: span.end })),
    paragraphs: paragraphsOf(text),
  };
}

/** Stretches of lines between blank ones, without white space at their ends. */
function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { 0: gap, index } of [...text.matchAll(/\n\s*\n/g), { 0: "", index: text.length }]) {
    const words = text.slice(start, index);
    const from = start + words.length - words.trimStart().length;
    const end = start + words.trimEnd().length;
    if (end > from) found.push({ start: from, end });
    start = index + gap.length;
  }
  return found;
}
