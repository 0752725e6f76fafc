/**
 * Puts a preview among the tokens that markdown-it made of the same text. Tokens where nothing is to be shown are the same objects; nothing is left out, and what
 * is put in is inside a block or between two, so that every block keeps its line.
 */
import { LineIndex } from "../../text.ts";
import type { Preview, PreviewRecord } from "../preview.ts";
import { linesOf, type Written, wovenInline } from "./inline.ts";
import { Items } from "./items.ts";
import { copyOf, htmlToken, type Token, withAttribute } from "./markdown-it.ts";

/** The tokens with the preview in them. `text` is what both were made of, its line ends those that it was written with. */
export function weave(tokens: readonly Token[], text: string, preview: Preview): Token[] {
  const [first] = tokens;
  if (!first) return [];
  const lines = new LineIndex(text);
  const weaving = new Weaving(lines, linesOf(text), preview, first);
  for (const token of tokens) weaving.take(token);
  return weaving.end();
}

/** A record by its lines; the last is not its own. */
interface Lined {
  readonly record: PreviewRecord;
  readonly from: number;
  readonly to: number;
  readonly cards: readonly { readonly line: number; readonly html: string }[];
  readonly slots: ReadonlyMap<number, PreviewRecord["slots"][number]>;
  readonly rows: ReadonlySet<number>;
  /** Words of its quote that are not found yet. */
  coded: PreviewRecord["coded"];
}

class Weaving {
  private readonly written: readonly Written[];
  private readonly items: Items;
  private readonly records: readonly Lined[];
  private readonly like: Token;
  private readonly out: Token[] = [];
  private next = 0;
  private here: Lined | undefined;
  private shownCards = 0;
  private depth = 0;
  /** The line after the outermost block. */
  private after = 0;
  /** The record whose heading was shown. */
  private headed: Lined | undefined;
  private quotes = 0;
  /** What is beside the words of a slot, until they come. */
  private besides: string | undefined;
  /** The line of the table's row, and where in it the next cell stands. */
  private row: { readonly line: number; at: number } | undefined;

  constructor(lines: LineIndex, written: readonly Written[], preview: Preview, like: Token) {
    this.written = written;
    this.items = new Items(preview, lines);
    this.like = like;
    this.records = preview.records.map((record) => {
      const lineOf = (offset: number): number => lines.position(offset).line;
      const last = lines.position(record.end);
      return {
        record,
        from: lineOf(record.start),
        to: last.character > 0 || record.end >= lines.length ? last.line + 1 : last.line,
        cards: record.cards.map(({ at, html }) => ({ line: lineOf(at), html })),
        slots: new Map(record.slots.map((slot) => [lineOf(slot.at), slot])),
        rows: new Set(record.rows.map(lineOf)),
        coded: record.coded,
      };
    });
  }

  take(token: Token): void {
    if (this.depth === 0 && token.map && token.nesting >= 0) this.beginBlock(token.map[0]);
    this.depth += token.nesting;
    if (token.type === "blockquote_open") this.quotes++;
    else if (token.type === "blockquote_close") this.quotes--;
    this.out.push(this.shown(token));
    if (this.depth === 0 && token.nesting <= 0) this.endBlock(token);
  }

  end(): Token[] {
    this.leave();
    return this.out;
  }

  private beginBlock(line: number): void {
    if (this.here && line >= this.here.to) this.leave();
    if (this.here) return;
    while ((this.records[this.next]?.to ?? Number.POSITIVE_INFINITY) <= line) this.next++;
    const record = this.records[this.next];
    if (!record || record.from > line) return;
    this.next++;
    this.here = record;
    this.shownCards = 0;
    if (record.record.look !== "") this.html(`<section class="${record.record.look}">\n`);
  }

  private endBlock(token: Token): void {
    const { here } = this;
    if (!here) return;
    if (token.type === "heading_close" && here.record.look !== "") this.afterHeading(here);
    this.cards(here, this.after);
  }

  private shown(token: Token): Token {
    if (this.depth - token.nesting === 0 && token.map) this.after = token.map[1];
    const { here } = this;
    switch (token.type) {
      case "inline":
        return this.inline(token);
      case "tr_open": {
        this.row = token.map ? { line: token.map[0], at: 0 } : undefined;
        if (!here || !token.map || !here.rows.has(token.map[0])) return token;
        return copyOf(token, { attrs: withAttribute(token.attrs, "id", `L${token.map[0] + 1}`) });
      }
      case "tr_close":
        this.row = undefined;
        return token;
      case "list_item_open": {
        const slot = here && token.map ? here.slots.get(token.map[0]) : undefined;
        this.besides = slot?.beside;
        return slot ? copyOf(token, { attrs: withAttribute(token.attrs, "class", slot.look) }) : token;
      }
      default:
        return token;
    }
  }

  private inline(token: Token): Token {
    const { here } = this;
    const isHeading = here !== undefined && this.isHeadingOf(here, token);
    const beside = (isHeading ? here.record.beside : "") + (this.besides ?? "");
    this.besides = undefined;
    const coded = here && this.quotes > 0 ? here.coded : [];
    const found = wovenInline(token, { written: this.written, items: this.items, row: this.row, coded, beside });
    if (here && found.coded.size > 0) here.coded = here.coded.filter((each) => !found.coded.has(each));
    return found.token;
  }

  private isHeadingOf(here: Lined, token: Token): boolean {
    return here.record.look !== "" && token.map?.[0] === here.from && this.out.at(-1)?.type === "heading_open";
  }

  private afterHeading(here: Lined): void {
    // The heading's own id is the preview's. What leads here goes to the line, which is an address in editors too.
    if (this.headed === here) return;
    this.headed = here;
    const line = here.from;
    this.html(`<div class="cmoc-anchor code-line" id="L${line + 1}" data-line="${line}"></div>\n${here.record.below}`);
  }

  /** Cards that stand below what ends before a line. */
  private cards(here: Lined, before: number): void {
    for (; this.shownCards < here.cards.length; this.shownCards++) {
      const card = here.cards[this.shownCards];
      if (!card || card.line >= before) break;
      this.html(card.html);
    }
  }

  private leave(): void {
    const { here } = this;
    if (!here) return;
    this.cards(here, Number.POSITIVE_INFINITY);
    if (here.record.look !== "") this.html("</section>\n");
    this.here = undefined;
  }

  private html(content: string): void {
    this.out.push(htmlToken(this.like, content));
  }
}
