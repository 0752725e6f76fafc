/**
 * The highlights that Markdown of Zotero (notes from annotations, Zotero Integration), ZotFile, PDF++, Annotator, Hypothesis and Readwise tells of. It is text of
 * somebody else's: nothing in it is followed, and it is read in linear time.
 */
import { readFront, Telling } from "./about.ts";
import { annotatorSays } from "./annotator.ts";
import { citedPlace } from "./cited.ts";
import { commentOf, type Found, highlightsIn, joinedComments } from "./inline.ts";
import { linksIn, type Place, placeOf } from "./links.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { openingMark, plainWords, withoutMarks } from "./plain.ts";
import { withoutTags } from "./tags.ts";
import type { Annotation, Annotations, Aside } from "./types.ts";

export function readAnnotations(text: string): Annotations {
  const telling = new Telling();
  const reading = new Reading(passagesOf(text, readFront(text, telling)), telling, READWISE.test(text));
  reading.run();
  const { aside, passed } = reading;
  return { all: reading.all(), aside, unplaced: reading.unplaced(), passed: passed.size, about: telling.about() };
}

/** What is still being told of. */
interface Open {
  readonly passage: Passage;
  readonly place: Place;
  quote: string;
  comment: string;
  tags: string[];
  colour: string | undefined;
}

const COLOURS: Readonly<Record<string, string>> = {
  "#ffd400": "yellow",
  "#ff6666": "red",
  "#5fb236": "green",
  "#2ea8e5": "blue",
  "#a28ae5": "purple",
  "#e56eee": "magenta",
  "#f19837": "orange",
  "#aaaaaa": "gray",
};
const LABELLED =
  /^\s*(?:\*\*|__)?(tags?|notes?|comments?|annotation|kommentar|comentario|etiquetas?)(?:\*\*|__)?\s?:{1,2}(?:\*\*|__)?/iu;
const MOST_TAGS = 50;
const MOST_PLACES = 20;
const READWISE = /readwise\.io\/|readwise-assets|rw-book-cover|^#{1,6} New highlights added /im;
const HIGHLIGHT = /^(?:quote|highlight|pdf|annotation|cite-?quote|underline)/iu;

class Reading {
  readonly aside: Aside[] = [];
  readonly passed = new Set<Passage>();
  private readonly found: Open[] = [];
  private readonly byId = new Map<string, Open>();
  private readonly passages: readonly Passage[];
  private readonly telling: Telling;
  private last: Open | undefined;
  /** A quotation before links that stand by themselves. */
  private waiting: Passage | undefined;
  /** A callout that is no highlight. */
  private within: Passage | undefined;
  private readonly unsaid: Passage[] = [];
  /** The level of the heading that says that highlights follow. */
  private level = 0;
  private isAmongHighlights = false;
  private isAmongNotes = false;
  private readonly isReadwise: boolean;

  constructor(passages: readonly Passage[], telling: Telling, isReadwise: boolean) {
    this.passages = passages;
    this.telling = telling;
    this.isReadwise = isReadwise;
  }

  run(): void {
    for (let at = 0; at < this.passages.length; at++) {
      const passage = this.passages[at] as Passage;
      if (passage.isApart || passage.depth < (this.within?.depth ?? 0)) this.within = undefined;
      if (passage.is === "callout") at = this.callout(at);
      else if (passage.is === "code") at = this.code(at);
      else this.words(passage);
    }
  }

  all(): readonly Annotation[] {
    return this.found.map(({ passage, place, quote, comment, tags, colour }) => ({
      quote,
      line: passage.line,
      tags: [...new Set(tags)],
      ...(place.at !== undefined && { at: place.at }),
      ...(place.page !== undefined && { page: place.page }),
      ...(comment !== "" && { comment }),
      ...(colour !== undefined && { colour }),
      ...(place.id !== undefined && { id: place.id }),
      ...(place.cited && { cited: place.cited }),
      ...(place.file !== undefined && { file: place.file }),
    }));
  }

  /** Quotations that no place was told of. */
  unplaced(): readonly Aside[] {
    return this.unsaid
      .filter((passage) => this.passed.has(passage) && /[\p{L}\p{N}]/u.test(passage.text))
      .map(({ line, text }) => ({ line, text: quotedIn(text.slice(0, 2000)).slice(0, 300) }));
  }

  private words(passage: Passage): void {
    const { text } = passage;
    if (passage.is === "heading") {
      if (this.found.length === 0) this.telling.heading(passage);
      else this.passed.add(passage);
      this.among(text);
      this.last = undefined;
      this.waiting = undefined;
      return;
    }
    // Footnotes cite, and comments of Obsidian are its own.
    if (text.startsWith("[^") || /^%%[^%]*%%$/.test(text)) return;
    const highlights = highlightsIn(text);
    if (highlights.length > 0 && this.isAmongNotes && highlights.every(({ isMarked }) => !isMarked)) {
      this.leave(passage);
      return;
    }
    if (highlights.length > 0) {
      for (const each of highlights) this.take(passage, each, highlights.length === 1);
      return;
    }
    if (this.found.length === 0 && this.telling.line(text)) return;
    // Hypothesis names the group in an item beside the highlight.
    if (this.last?.place.id?.startsWith("hypothesis ") && /^—?\s*group:\s*#?[^\n]{1,80}$/iu.test(text)) return;
    if (this.belongsToLast(passage)) this.further(text);
    else if (!this.readwise(passage)) {
      this.last = undefined;
      this.waiting = isQuoted(passage) ? passage : undefined;
      this.passed.add(passage);
      if (this.waiting && !this.within) this.unsaid.push(passage);
    }
  }

  /** What a heading says of what follows; one below that of the highlights says nothing else. */
  private among(heading: string): void {
    const level = /^#{1,6}/.exec(heading)?.[0].length ?? 0;
    if (this.isAmongHighlights && level > this.level) return;
    this.level = level;
    this.isAmongHighlights = /^#{1,6}\s+(?:new )?highlights\b/i.test(heading);
    this.isAmongNotes = /^#{1,6}\s+page notes\s*$/i.test(heading);
  }

  /** Items of Readwise without a link: with their place behind them, or with none. Whether it is one. */
  private readwise(passage: Passage): boolean {
    const { text, is, indent, depth } = passage;
    if (!this.isAmongHighlights || is !== "item" || indent > 0 || depth > 0 || LABELLED.test(text)) return false;
    const found = /^(.*\S)\s{0,3}\(((?:page|location|loc\.?|pp?\.)\s[^()\n]{1,40})\)$/isu.exec(text);
    const at = citedPlace(found?.[2] ?? "").at;
    if (at === undefined && !this.isReadwise) {
      if (isQuoted(passage)) return false;
      this.leave(passage);
      return true;
    }
    const words = quotedIn((at === undefined ? text : found?.[1]) ?? "");
    this.add(passage, at === undefined ? {} : { at }, words, "");
    return true;
  }

  /** Whether words without a place say more of the highlight before them. */
  private belongsToLast(passage: Passage): boolean {
    const before = this.last?.passage;
    if (!before) return false;
    const isBelow = passage.is === "item" && before.is === "item" && passage.indent > before.indent;
    return (isBelow && passage.depth === before.depth) || LABELLED.test(passage.text) || /^\[N\]\s/.test(passage.text);
  }

  private further(text: string): void {
    const { last } = this;
    if (!last) return;
    const label = LABELLED.exec(text);
    const words = label ? text.slice(label[0].length) : text.replace(/^\[N\]\s/, "");
    if (/^(?:tag|etiq)/i.test(label?.[1] ?? "")) last.tags = [...last.tags, ...tagsIn(words)].slice(0, MOST_TAGS);
    else last.comment = joinedComments(last.comment, plainWords(words, true));
  }

  private take(passage: Passage, found: Found, isAlone: boolean): void {
    const { quote, place, comment, isMarked, lead } = found;
    const same = place.id === undefined ? undefined : this.byId.get(place.id);
    if (same && !isMarked) {
      for (const each of [quote, lead, comment])
        if (each !== same.quote) same.comment = joinedComments(same.comment, each);
      this.last = same;
      return;
    }
    if (same) return;
    const hasLead = /[\p{L}\p{N}]/u.test(lead);
    if (quote !== "" && hasLead) this.passed.add(passage);
    if (quote !== "") this.add(passage, place, quote, comment, isAlone ? colourIn(passage.text) : undefined);
    // What is set as a quotation and cited is one, and no comment to the one before.
    else if (hasLead && passage.depth > 0) this.add(passage, place, withoutMarks(lead), comment);
    else if (this.waiting && !hasLead) this.add(this.waiting, place, quotedIn(this.waiting.text), comment);
    else if (isAlone && comment !== "" && !place.isSource && passage.depth > 0 && isLinkFirst(passage.text))
      this.add(passage, place, withoutMarks(comment), "");
    else this.leave(passage);
    this.waiting = undefined;
  }

  private add(passage: Passage, place: Place, quote: string, comment: string, colour?: string): void {
    if (!/[\p{L}\p{N}]/u.test(quote)) {
      this.leave(passage);
      return;
    }
    if (passage === this.waiting) this.passed.delete(passage);
    const words = hashTags(comment);
    const made: Open = {
      passage,
      place,
      quote,
      comment: words.text,
      tags: [...words.tags],
      colour: colour ?? named(place.colour),
    };
    this.found.push(made);
    this.last = made;
    if (place.id !== undefined) this.byId.set(place.id, made);
  }

  private leave({ line, text }: Passage): void {
    this.last = undefined;
    this.aside.push({ line, text: plainWords(text.slice(0, 2000)).slice(0, 300) });
  }

  /** A callout, whose head may say where its words stand. Gives the last passage of it. */
  private callout(at: number): number {
    const head = this.passages[at] as Passage;
    const { type, colour, title } = calloutHead(head.text);
    let end = at;
    for (let next = this.passages[end + 1]; next; next = this.passages[end + 1]) {
      if (next.isApart || next.depth < head.depth || (next.is === "callout" && next.depth <= head.depth)) break;
      if (next.is === "callout" || next.is === "code") return at;
      end++;
    }
    const body = this.passages.slice(at + 1, end + 1);
    const inner = body.filter(({ depth }) => depth > head.depth);
    const found = placesIn([title, ...body.map(({ text }) => text)]);
    const place = found && { ...citedPlace(plainWords(title.slice(0, 600))), ...found };
    const isMany = body.filter(({ text }) => highlightsIn(text).length > 0).length > 1;
    if (isMany || !place || (place.isSource && !HIGHLIGHT.test(type))) {
      this.within ??= head;
      return at;
    }
    const quoted = inner.length > 0 ? inner : body.filter(({ text }) => says(text)).slice(0, 1);
    const rest = body.filter((each) => !quoted.includes(each));
    const [told] = inner.length > 0 ? [] : highlightsIn(quoted[0]?.text ?? "");
    const quote = told?.quote || quoted.map(({ text }) => quotedIn(withoutPlaces(text))).join("\n");
    if (this.byId.has(place.id ?? "")) return end;
    this.waiting = undefined;
    this.add(head, place, quote, told?.quote ? told.comment : "", colour);
    for (const each of rest) if (says(each.text)) this.further(withoutPlaces(each.text));
    return end;
  }

  /** Of code only what Annotator keeps is read. Gives the last passage of it. */
  private code(at: number): number {
    const { text, depth } = this.passages[at] as Passage;
    const line = text.indexOf("\n");
    if (!/^annotation-json\b/i.test(line < 0 ? text : text.slice(0, line))) {
      this.passed.add(this.passages[at] as Passage);
      return at;
    }
    const said = annotatorSays(text.slice(line + 1));
    let end = at;
    let name: string | undefined;
    for (let next = this.passages[end + 1]; next; next = this.passages[end + 1]) {
      name =
        next.depth <= depth
          ? /^\s*\^([\w-]{1,40})\s*$/.exec(next.text.slice(-60).split(/\s/).at(-1) ?? "")?.[1]
          : undefined;
      if (name === undefined && (next.is === "code" || next.depth < depth || next.is === "heading")) break;
      end++;
      if (name !== undefined) break;
    }
    if (!said) {
      this.aside.push({ line: (this.passages[at] as Passage).line, text: text.slice(0, 200) });
      return end;
    }
    const place: Place = {
      ...(name !== undefined && { id: `annotator ${name}` }),
      ...(said.file !== undefined && { file: said.file }),
    };
    this.add(this.passages[at] as Passage, place, said.quote, said.comment ?? "");
    if (this.last) this.last.tags = said.tags.slice(0, MOST_TAGS);
    this.last = undefined;
    return end;
  }
}

function calloutHead(text: string): {
  readonly type: string;
  readonly colour: string | undefined;
  readonly title: string;
} {
  const found = /^\[!([^\]|]{0,60})(?:\|([^\]]{0,60}))?\][+-]?/u.exec(text);
  const type = found?.[1] ?? "";
  const said = found?.[2] ?? /-([a-z]{3,12})$/i.exec(type)?.[1];
  return { type, colour: named(said), title: text.slice(found?.[0].length ?? 0) };
}

function named(colour: string | undefined): string | undefined {
  const word = colour?.trim().toLowerCase() ?? "";
  return COLOURS[word.slice(0, 7)] ?? (/^\p{L}[\p{L}\p{N} _-]{1,30}$/u.test(word) ? word : undefined);
}

function colourIn(text: string): string | undefined {
  const found = /<(?:mark|span)\b[^<>]{0,200}?(#[0-9a-f]{6}|hltr-([a-z]{3,12}))/i.exec(text);
  return named(found?.[2] ?? found?.[1]);
}

function placesIn(texts: readonly string[]): Place | undefined {
  const places = texts.flatMap((text) =>
    text.includes("]") ? linksIn(text).flatMap((link) => placeOf(link) ?? []) : [],
  );
  if (places.length === 0) return undefined;
  const all: Partial<Place> = {};
  for (const each of places.slice(0, MOST_PLACES).reverse()) Object.assign(all, each);
  const { isSource, ...place } = all;
  return places.every((each) => each.isSource) ? { ...place, isSource: true } : place;
}

/** The words without the links that say where they stand. */
function withoutPlaces(text: string): string {
  let words = "";
  let at = 0;
  for (const link of text.includes("]") ? linksIn(text) : []) {
    if (!placeOf(link)) continue;
    words += text.slice(at, link.start).replace(/[\s([]*$/u, " ");
    at = link.end + (/^\s*[)\]]/.exec(text.slice(link.end, link.end + 8))?.[0].length ?? 0);
  }
  return words + text.slice(at);
}

function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(commentOf(withoutPlaces(text)));
}

function quotedIn(text: string): string {
  return withoutMarks(plainWords(text));
}

function isQuoted({ depth, text, is }: Passage): boolean {
  if (is !== "words" && is !== "item") return false;
  return depth > 0 || /<mark\b/i.test(text) || (openingMark(withoutTags(text).trimStart()) === 0 && text.length > 2);
}

function isLinkFirst(text: string): boolean {
  return (linksIn(text)[0]?.start ?? text.length) < 3;
}

function tagsIn(words: string): readonly string[] {
  return plainWords(words.replace(/\]\]/g, "]],"))
    .split(/[,;]|\s(?=#)/)
    .map((tag) => tag.replace(/^[\s#[]+|[\s\]]+$/g, "").trim())
    .filter((tag) => /[\p{L}\p{N}]/u.test(tag) && tag.length < 100);
}

/** Tags behind a comment: `#trust #power`. */
function hashTags(comment: string): { readonly text: string; readonly tags: readonly string[] } {
  const found = /(?:^|\s)((?:#[\p{L}\p{N}_/-]{1,60}[\s,]*){1,30})$/u.exec(comment.slice(-2000));
  if (!found) return { text: comment, tags: [] };
  return { text: comment.slice(0, comment.length - found[0].length).trim(), tags: tagsIn(found[1] ?? "") };
}
