/** The records of a review as lists are made of them: each document is walked once as long as it stays as it is. */
import { idKey, type NumberedId, numberAfter, numbered } from "../../ids.ts";
import { type Brief, isRow } from "../../model/brief.ts";
import type { Name } from "../../model/types.ts";
import { Definition, type Placed, type Review } from "../../review.ts";
import type { Kind } from "../../vocabulary.ts";
import { wordsInLists } from "../tree/titles.ts";
import { type About, naturally } from "./item.ts";

export interface Listed {
  readonly kind: Kind;
  readonly id: string;
  readonly name: Name;
  /** Its title, or the first words of a configuration that has none. */
  readonly title: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly about: About;
  /** The brief of a row of a table, which may only restate what a heading defines. */
  readonly row: Brief | undefined;
}

/** The highest number that an id with some letters has, and how it is written. */
type Highest = Omit<NumberedId, "prefix">;

interface InDocument {
  readonly listed: readonly Listed[];
  readonly themes: ReadonlySet<string>;
  /** By the letters before the number, in their compared form; of configurations, theories and demi-regularities. */
  readonly highest: ReadonlyMap<string, Highest>;
}

export interface Listing {
  readonly revision: number;
  /** Each name once; extracts are left out, since their sources list them. */
  readonly records: ReadonlyMap<Kind, readonly Listed[]>;
  /** Themes in the order in which they are met. */
  readonly themes: readonly string[];
  readonly highest: ReadonlyMap<string, Highest>;
}

const listings = new WeakMap<Review, Listing>();
/** By the list of a document’s pieces, which is another as soon as one of them is. */
const documents = new WeakMap<readonly Placed[], InDocument>();

export function listingOf(review: Review): Listing {
  const known = listings.get(review);
  if (known?.revision === review.revision) return known;
  const records = new Map<Kind, Listed[]>();
  const seen = new Set<Name>();
  const themes = new Set<string>();
  const highest = new Map<string, Highest>();
  for (const uri of review.uris()) {
    const placed = review.placed(uri);
    if (placed.length === 0) continue;
    const document = inDocument(placed);
    for (const each of document.listed) {
      if (seen.has(each.name) || (each.row && review.isRestatement(each.row))) continue;
      seen.add(each.name);
      const list = records.get(each.kind);
      if (list) list.push(each);
      else records.set(each.kind, [each]);
    }
    for (const theme of document.themes) themes.add(theme);
    for (const [letters, number] of document.highest) raise(highest, letters, number);
  }
  const listing = { revision: review.revision, records, themes: [...themes], highest };
  listings.set(review, listing);
  return listing;
}

function raise(highest: Map<string, Highest>, letters: string, of: Highest): void {
  if (of.number > (highest.get(letters)?.number ?? -1)) highest.set(letters, of);
}

function inDocument(placed: readonly Placed[]): InDocument {
  const known = documents.get(placed);
  if (known) return known;
  const listed: Listed[] = [];
  const themes = new Set<string>();
  const highest = new Map<string, Highest>();
  for (const one of placed) {
    const { facts } = one;
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      if (brief.kind === "cmoc" && brief.theme) themes.add(brief.theme);
      if (brief.kind === "extract" || brief.name === "") continue;
      listed.push(lineOf(brief, one, index));
      const parts = brief.name.startsWith("r:") ? numbered(brief.id) : undefined;
      if (parts) raise(highest, idKey(parts.prefix), parts);
    }
  }
  const made = { listed, themes, highest };
  documents.set(placed, made);
  return made;
}

/** What is said of a record by its own words: it lasts as long as the record does. */
const lines = new WeakMap<Brief, Listed>();

function lineOf(brief: Brief, placed: Placed, index: number): Listed {
  const known = lines.get(brief);
  if (known) return known;
  const { kind, id, name } = brief;
  const title = titleOf(brief, placed) || (kind === "cmoc" ? wordsInLists(new Definition(placed, index)) : "");
  const filterText = title === "" ? id : `${id} ${title}`;
  const made = {
    kind,
    id,
    name,
    title,
    filterText,
    sortText: naturally(id),
    about: { record: name },
    row: kind === "cmoc" && isRow(brief) ? brief : undefined,
  };
  lines.set(brief, made);
  return made;
}

/** The rest of a heading; a row of a table has none. */
export function titleOf(brief: Brief, placed: Placed): string {
  const isHeading = brief.start === 0 && brief.idStart > 0;
  if (!isHeading || brief.idEnd >= brief.end) return "";
  const rest = placed.home.slice(placed.start + brief.idEnd, placed.start + brief.end);
  return rest.replace(/^\s*[:：–—-]*\s*/u, "").trim();
}

/** The next free id of these letters: `TR8` after TR3 and TR7, `CMOC1` where there is none. */
export function freeIdOf(review: Review, letters: string): string {
  return letters + numberAfter(listingOf(review).highest.get(idKey(letters)) ?? { number: 0, width: 1, zero: 48 });
}
