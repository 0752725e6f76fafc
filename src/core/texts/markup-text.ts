/** A web page, or an article in a journal's XML (JATS), as a source's text: its headings, paragraphs, items and rows, each on lines of its own. Scripts, styles and entities of its own are never run or resolved. */

import type { Skipped } from "../quotes/fold.ts";
import type { Page } from "../quotes/source-text.ts";
import type { Block } from "../read/blocks.ts";
import { LOWERED, RAISED } from "../read/chars.ts";
import { textOf } from "../read/grid.ts";
import { readHtml } from "../read/html.ts";
import { fold } from "../syntax/words.ts";
import type { HeldText } from "./held-text.ts";
import { withNotesBehind, withoutDeclarations, withoutSources } from "./jats.ts";
import { withPlainFront } from "./jats-front.ts";
import { isReference, raisedAs } from "./raised.ts";

/** Linear in the page. Its sections stand for pages that have no number. */
export function textOfMarkup(page: string): HeldText {
  const made = new Made();
  for (const block of readHtml(withNotesBehind(withPlainFront(withoutSources(withoutDeclarations(page)))), () => false))
    made.block(block);
  return made.held();
}

class Made {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly pages: Page[] = [];
  private readonly skipped: Skipped[] = [];

  block(block: Block): void {
    if (this.length > 0) this.add("\n");
    if (block.is === "heading") this.pages.push({ start: this.length, label: undefined });
    if (block.is !== "table") this.words(block.text);
    else for (const row of block.grid.rows) this.words(textOf(row, fold), true);
  }

  /** Words with the marks of what was raised, which are not shown; powers are, by their signs. */
  private words(text: string, isRow = false): void {
    let at = 0;
    for (let open = text.indexOf(RAISED); open >= 0; open = text.indexOf(RAISED, at)) {
      const before = text.slice(at, open).replaceAll(LOWERED, "");
      this.add(before, isRow);
      const close = text.indexOf(LOWERED, open);
      const inside = text.slice(open + 1, close < 0 ? text.length : close).replaceAll(RAISED, "");
      const start = this.length;
      const isApart = isReference(before, inside);
      this.add(isApart ? inside : raisedAs(inside));
      if (isApart) this.skipped.push({ start, end: this.length });
      at = close < 0 ? text.length : close + 1;
    }
    this.add(`${text.slice(at).replaceAll(LOWERED, "")}\n`, isRow);
  }

  /** What parts the cells of a row is shown and not compared. */
  private add(words: string, isRow = false): void {
    if (words === "") return;
    for (let at = isRow ? words.indexOf(" | ") : -1; at >= 0; at = words.indexOf(" | ", at + 2))
      this.skipped.push({ start: this.length + at + 1, end: this.length + at + 2, as: "" });
    this.parts.push(words);
    this.length += words.length;
  }

  held(): HeldText {
    return { text: this.parts.join(""), isPaged: false, pages: this.pages, skipped: this.skipped };
  }
}
