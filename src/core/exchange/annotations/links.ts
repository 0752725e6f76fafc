/** Links in a passage, and what those that lead to a place in a document say of it. Linear in the passage. */
import { type CitedPlace, citedPlace } from "./cited.ts";

export interface Link {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly target: string;
}

/** Links of Markdown and of wikis, ascending and apart. */
export function linksIn(text: string): readonly Link[] {
  const links = [...wikilinks(text), ...markdownLinks(text)].sort((a, b) => a.start - b.start);
  let end = 0;
  return links.filter((link) => {
    if (link.start < end) return false;
    end = link.end;
    return true;
  });
}

/** Looks back from each end, and not twice at anything. */
function* wikilinks(text: string): Iterable<Link> {
  let floor = 0;
  for (let close = text.indexOf("]]"); close >= 0; close = text.indexOf("]]", floor)) {
    const open = text.slice(floor, close).lastIndexOf("[[");
    if (open >= 0) {
      const start = floor + open;
      const [target = "", label] = text.slice(start + 2, close).split("|");
      yield { start, end: close + 2, label: label ?? target, target };
    }
    floor = close + 2;
  }
}

function* markdownLinks(text: string): Iterable<Link> {
  let floor = 0;
  for (let middle = text.indexOf("]("); middle >= 0; middle = text.indexOf("](", Math.max(floor, middle + 2))) {
    const open = opening(text, middle, floor);
    const next = text.indexOf("](", middle + 2);
    const close = closing(text, middle + 2, next < 0 ? text.length : next);
    floor = middle + 2;
    if (open < 0 || close < 0) continue;
    const target = text.slice(middle + 2, close).trim();
    yield { start: open, end: close + 1, label: text.slice(open + 1, middle), target: target.replace(/^<|>$/g, "") };
    floor = close + 1;
  }
}

function opening(text: string, middle: number, floor: number): number {
  let depth = 1;
  for (let at = middle - 1; at >= floor; at--) {
    const sign = text.charAt(at);
    if (sign === "]") depth++;
    else if (sign === "[" && --depth === 0) return at;
  }
  return -1;
}

function closing(text: string, from: number, to: number): number {
  let depth = 1;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at;
  }
  return -1;
}

/** What a link to a place in a document says. */
export interface Place extends CitedPlace {
  readonly id?: string;
  readonly page?: number;
  readonly file?: string;
  readonly colour?: string;
  /** `zotero://select`, which leads to the source and not to a place in it. */
  readonly isSource?: true;
  /** The program says that a note stands there, and no highlight: `note on p. 12`. */
  readonly isNote?: true;
}

const ZOTERO = /^zotero:\/\/(open-pdf|open|select)\/(.{1,400})$/i;
const HYPOTHESIS = /^https?:\/\/(?:hyp\.is|hypothes\.is\/a)\/([\w-]{10,40})(?:[/?#]|$)/i;
const READWISE = /^https?:\/\/(?:\w{1,20}\.)?readwise\.io\/(?:read|open|bookreview|to_kindle)[/?](.{0,300})$/i;
const PDF = /(?:^|[/\\])([^/\\#?]{1,200}\.pdf)(#.{1,400})$/iu;
const LOCATES =
  /^\W*(?:pdf|show annotation|go to annotation|open|link|source|view highlight|updated on\b.*|created on\b.*|annotation|↗|→)?\W*$/iu;

const NOTE = /^\W*(?:note|comment|notiz|kommentar|nota|comentario)\s+(?:on|to|auf|zu|en|sobre)\b/iu;

/** The place that a link leads to; undefined of other links. */
export function placeOf(link: Link): Place | undefined {
  const place = placeFrom(link);
  return place && NOTE.test(link.label) ? { ...place, isNote: true } : place;
}

function placeFrom({ label, target }: Link): Place | undefined {
  const said = citedPlace(label);
  const zotero = ZOTERO.exec(target);
  if (zotero) {
    const [, how = "", rest = ""] = zotero;
    const key = /items\/@([^?/#]+)/.exec(rest)?.[1];
    const own = key === undefined ? said : { ...said, cited: { ...said.cited, key: decoded(key) } };
    if (how.toLowerCase() === "select") return { ...own, isSource: true };
    const id = /[?&]annotation=([a-z0-9]{6,12})/i.exec(rest)?.[1];
    return { ...own, ...(id !== undefined && { id: `zotero ${id.toUpperCase()}` }), ...pageIn(rest) };
  }
  const hypothesis = HYPOTHESIS.exec(target)?.[1];
  if (hypothesis !== undefined) return { id: `hypothesis ${hypothesis}` };
  const readwise = READWISE.exec(target)?.[1];
  if (readwise !== undefined) {
    const id = /^[\w-]{4,40}$/.exec(readwise)?.[0];
    return { ...(said.at !== undefined && { at: said.at }), ...(id !== undefined && { id: `readwise ${id}` }) };
  }
  const pdf = PDF.exec(decoded(target));
  if (!pdf) return /^view highlight$/i.test(label.trim()) && /^https?:/i.test(target) ? {} : undefined;
  const rest = pdf[2] ?? "";
  const file = (pdf[1] ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  // A link to a paper in running words tells of no highlight.
  if (said.at === undefined && !/[#&](?:selection|annotation)=/.test(rest) && !LOCATES.test(label)) return undefined;
  const own = /[#&]annotation=(\w{1,40})/.exec(rest)?.[1];
  const colour = /[#&]color=([^&]{1,40})/.exec(rest)?.[1];
  return {
    ...(said.at !== undefined && { at: said.at }),
    file,
    ...pageIn(rest),
    ...(own !== undefined && { id: `${file} ${own}` }),
    ...(colour !== undefined && { colour }),
  };
}

function pageIn(rest: string): { readonly page?: number } {
  const page = /[?&#]page=(\d{1,6})(?!\d)/.exec(rest)?.[1];
  return page === undefined ? {} : { page: Number(page) };
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const MOST_PLACES = 20;

/** What the links in these words say together of one place: those that lead to another are none of it. */
export function placesIn(texts: readonly string[]): Place | undefined {
  const places = texts.flatMap((text) =>
    text.includes("]") ? linksIn(text).flatMap((link) => placeOf(link) ?? []) : [],
  );
  const id = places.find((each) => each.id !== undefined)?.id;
  const own = places.slice(0, MOST_PLACES).filter((each) => each.id === undefined || each.id === id);
  if (own.length === 0) return undefined;
  const all: Partial<Place> = {};
  for (const each of own.reverse()) Object.assign(all, each);
  const { isSource, ...place } = all;
  return own.every((each) => each.isSource) ? { ...place, isSource: true } : place;
}

/** The words without the links that say where they stand; those that lead to another place than `own` stay. */
export function withoutPlaces(text: string, own?: Place): string {
  let words = "";
  let at = 0;
  for (const link of text.includes("]") ? linksIn(text) : []) {
    const place = placeOf(link);
    if (!place || (own && isOther(place, own))) continue;
    words += text.slice(at, link.start).replace(/[\s([]*$/u, " ");
    at = link.end + (/^\s*[)\]]/.exec(text.slice(link.end, link.end + 8))?.[0].length ?? 0);
  }
  return words + text.slice(at);
}

function isOther(one: Place, own: Place): boolean {
  if (one.id !== undefined) return one.id !== own.id;
  if (one.isSource) return false;
  return one.file !== own.file || (one.page !== undefined && own.page !== undefined && one.page !== own.page);
}
