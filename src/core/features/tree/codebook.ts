/** The codes of a review as the tree shows them: narrower codes under wider ones, and the codes that extracts use and no codebook has. */
import type { Brief } from "../../model/brief.ts";
import type { Code, Name, Ref } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { naturally, type Sorting } from "./sorting.ts";
import { compared, holds, wanted } from "./titles.ts";

/** A code of the codebook. */
export interface CodeItem {
  at: Definition<Code>;
  readonly name: Name;
  /** The last part of its row's id: its name, with a count where several bear it. */
  readonly part: string;
  /** The wider code that it stands under. */
  above: CodeItem | undefined;
  readonly below: CodeItem[];
}

export interface CodebookOptions {
  readonly sort: Sorting;
  readonly filter: string | undefined;
}

export interface Codes {
  readonly top: readonly CodeItem[];
  /** Those of each name, in the order of the files. */
  readonly byName: ReadonlyMap<Name, readonly CodeItem[]>;
  /** Names of codes that are used and that nothing defines, in natural order. */
  readonly unknown: readonly Name[];
}

/** Reads all codes. With a filter, those that are looked for, in one list. */
export function codesOf(review: Review, { sort, filter }: CodebookOptions): Codes {
  const words = wanted(filter);
  const all: CodeItem[] = [];
  const byName = new Map<Name, CodeItem[]>();
  const seen = new Map<Name, number>();
  for (const at of review.records("code") as Iterable<Definition<Code>>) {
    const before = seen.get(at.name) ?? 0;
    seen.set(at.name, before + 1);
    const part = before === 0 ? at.name : `${at.name}~${before}`;
    const item: CodeItem = { at, name: at.name, part, above: undefined, below: [] };
    if (words.length > 0 && !holds(wordsOf(at), words)) continue;
    all.push(item);
    const same = byName.get(at.name);
    if (same) same.push(item);
    else byName.set(at.name, [item]);
  }
  if (sort === "id") all.sort((a, b) => naturally(a.at.brief.id, b.at.brief.id));
  else if (sort === "evidence") {
    const uses = new Map(all.map((item) => [item, usesOf(item.name, review).length]));
    all.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0));
  }
  if (words.length === 0) nest(all, byName);
  const unknown = unknownCodes(review).filter((name) => words.length === 0 || holds(compared(name.slice(2)), words));
  return { top: all.filter(({ above }) => above === undefined), byName, unknown };
}

/** Puts each code under its wider one. Of codes that are each other's wider one the first stands at the top. */
function nest(all: readonly CodeItem[], byName: Codes["byName"]): void {
  for (const item of all) {
    const wider = widerOf(item.at.brief, byName);
    if (!wider || isWithin(wider, item)) continue;
    item.above = wider;
  }
  for (const item of all) item.above?.below.push(item);
}

function widerOf({ links }: Brief, byName: Codes["byName"]): CodeItem | undefined {
  const parent = links.find(({ field, inReason }) => field === "parent" && !inReason);
  return parent && byName.get(parent.name)?.[0];
}

/** How deep wider codes are followed: what is nested deeper stands at the top. */
const DEEPEST = 100;

/** Whether a code stands under another, or is it. */
function isWithin(item: CodeItem, other: CodeItem): boolean {
  let at: CodeItem | undefined = item;
  for (let depth = 0; at !== undefined; depth++) {
    if (at === other || depth === DEEPEST) return true;
    at = at.above;
  }
  return false;
}

export interface Use {
  readonly ref: Ref;
  readonly from: Definition;
}

/** Where extracts use a code, in the order of the files. */
export function usesOf(name: Name, review: Review): readonly Use[] {
  const found: Use[] = [];
  for (const { ref, from } of review.references(name)) if (from && ref.field === "coding") found.push({ ref, from });
  return found;
}

function unknownCodes(review: Review): readonly Name[] {
  const found: Name[] = [];
  for (const name of review.names()) if (name.startsWith("c:") && isUnknownCode(name, review)) found.push(name);
  return found.sort((a, b) => naturally(a.slice(2), b.slice(2)));
}

const FIELDS: readonly string[] = ["coding", "parent", "replaced by"];

/** Whether a code is named for certain, and nothing defines it. */
export function isUnknownCode(name: Name, review: Review): boolean {
  if (review.isDefined(name)) return false;
  return review.isReferred(name, ({ field, weak, inReason }) => !weak && !inReason && FIELDS.includes(field));
}

const known = new WeakMap<Brief, string>();

function wordsOf({ brief, placed }: Definition<Code>): string {
  const read = known.get(brief);
  if (read !== undefined) return read;
  const words = compared(placed.text);
  known.set(brief, words);
  return words;
}
