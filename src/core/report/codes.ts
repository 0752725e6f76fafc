/** How often the codes of a review are used, by whom, where, and together with which: tables as data. */
import { codeName } from "../model/names.ts";
import type { Code, Coding, Extract, Name } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { readRole } from "../syntax/roles.ts";
import { type Pair, Pairs } from "./codes/pairs.ts";
import { type CodePlace, codePlaces } from "./codes/rows.ts";
import { displayId, idOf } from "./json.ts";
import { isHeld } from "./saturation.ts";

export type CodeState = "used" | "unused" | "retired" | "replaced" | "unknown";

/** Words that a code stands at, to show what it covers. */
export interface CodedPassage {
  /** `@okafor2014#e4`. */
  readonly extract: string;
  readonly source: string;
  readonly at?: string;
  /** The coded words; of a line that codes the whole extract its quote, or its paraphrase. */
  readonly words: readonly string[];
  readonly role?: string;
  readonly coder?: string;
  readonly file: string;
  readonly offset: number;
}

export interface CodeRow {
  readonly id: string;
  readonly title: string;
  /** How deep it stands under wider codes. */
  readonly depth: number;
  readonly state: CodeState;
  /** The letter of the role that it usually has. */
  readonly role?: string;
  readonly definition?: string;
  readonly origin?: string;
  readonly parent?: string;
  readonly replacedBy?: readonly string[];
  readonly retired?: string;
  readonly notes: readonly string[];
  /** Coding lines. */
  readonly uses: number;
  readonly extracts: number;
  readonly sources: number;
  readonly coders: readonly string[];
  /** Ids of the configurations that its extracts bear on. */
  readonly configurations: readonly string[];
  /** How often it stands with each role, by letter; "" without one. */
  readonly roles: Readonly<Record<string, number>>;
  readonly passages: readonly CodedPassage[];
  readonly file?: string;
  readonly offset?: number;
}

export interface CodePair {
  readonly one: string;
  readonly other: string;
  readonly extracts: number;
  readonly overlapping: number;
}

/** Where something stands: an offset in a file. */
export interface ReportedPlace {
  readonly file: string;
  readonly offset: number;
}

export interface CodesReport {
  /** In the order of the codebook, narrower codes after the wider one; then those that no codebook has. */
  readonly codes: readonly CodeRow[];
  readonly pairs: readonly CodePair[];
  /** Where the configurations that are named stand, by their ids. */
  readonly places: ReadonlyMap<string, ReportedPlace>;
  /** How many extracts have too many codes for pairs to be counted. */
  readonly unpaired: number;
  readonly uses: number;
}

/** How many passages are shown of a code. */
const PASSAGES = 3;

export function codesReport(review: Review, passages = PASSAGES): CodesReport {
  review.survey();
  const counts = new Map<Name, Counts>();
  const pairs = new Pairs();
  const places = new Map<string, ReportedPlace>();
  const named = (id: string, at: Definition): string => {
    if (!places.has(id)) places.set(id, { file: at.placed.uri, offset: at.placed.start + at.brief.start });
    return id;
  };
  for (const at of review.records("extract") as Iterable<Definition<Extract>>) {
    if (!at.brief.links.some(({ field }) => field === "coding")) continue;
    const { entity } = at;
    pairs.add(entity, codeName);
    const bears = new Set(
      review
        .bearsOn(at.name)
        .flatMap(({ record, row }) => (row ? (isHeld(row) ? [named(displayId(row, review), row)] : []) : [record])),
    );
    for (const coding of entity.codings) {
      if (coding.code === undefined) continue;
      const name = codeName(coding.code);
      const own = counts.get(name) ?? new Counts();
      counts.set(name, own);
      own.add(coding, at, entity, bears, passages);
    }
  }
  const listed = codePlaces(review);
  const used = usedOf(counts.keys(), listed);
  const codes = listed.map((place) =>
    rowOf(place, counts.get(place.name) ?? new Counts(), review, passages, named, used.has(place.name)),
  );
  return {
    codes,
    pairs: pairs.all().map((pair) => pairOf(pair, review)),
    places,
    unpaired: pairs.left,
    uses: [...counts.values()].reduce((sum, { uses }) => sum + uses, 0),
  };
}

function pairOf({ one, other, ...counted }: Pair, review: Review): CodePair {
  return { one: idOf(one, review), other: idOf(other, review), ...counted };
}

/** What is counted of one code. */
class Counts {
  uses = 0;
  readonly extracts = new Set<Name | object>();
  readonly sources = new Set<string>();
  readonly coders = new Set<string>();
  readonly bears = new Set<string>();
  readonly roles = new Map<string, number>();
  /** The first of each source, and the first of all. */
  readonly ofSources: CodedPassage[] = [];
  readonly first: CodedPassage[] = [];

  add(coding: Coding, at: Definition, extract: Extract, bears: ReadonlySet<string>, passages: number): void {
    this.uses++;
    this.extracts.add(at.brief);
    for (const each of bears) this.bears.add(each);
    const coder = coding.coder ?? extract.coder?.text;
    if (coder !== undefined && coder !== "") this.coders.add(coder);
    const role = coding.role?.role ?? "";
    this.roles.set(role, (this.roles.get(role) ?? 0) + 1);
    const list = this.sources.has(extract.source) ? this.first : this.ofSources;
    this.sources.add(extract.source);
    if (list.length >= passages) return;
    const whole = (extract.quote ?? extract.paraphrase)?.text;
    const words = coding.words.length > 0 ? coding.words.map(({ text }) => text) : whole === undefined ? [] : [whole];
    list.push({
      extract: `@${extract.source}#${extract.id}`,
      source: extract.source,
      ...(extract.at && { at: extract.at.text }),
      words,
      ...(role !== "" && { role }),
      ...(coder !== undefined && { coder }),
      file: at.placed.uri,
      offset: at.placed.start + coding.start,
    });
  }

  /** Of as many sources as there are. */
  passages(most: number): readonly CodedPassage[] {
    return [...this.ofSources, ...this.first].slice(0, most);
  }
}

function rowOf(
  { name, at, depth }: CodePlace,
  counts: Counts,
  review: Review,
  passages: number,
  named: (id: string, at: Definition) => string,
  isUsed: boolean,
): CodeRow {
  const entity = at?.entity;
  const role = entity?.role && (readRole(entity.role.text, review.manifest.scheme)?.role ?? entity.role.text);
  const configurations = [...counts.bears].flatMap((record) => {
    if (!record.startsWith("r:")) return [record];
    const [definition] = review.definitions(record);
    return definition && isHeld(definition) ? [named(idOf(record, review), definition)] : [];
  });
  const { compare } = new Intl.Collator("en", { numeric: true });
  return {
    id: at ? at.brief.id : idOf(name, review),
    title: entity?.title ?? "",
    depth,
    state: stateOf(at, isUsed),
    ...(role !== undefined && { role }),
    ...(entity?.definition && { definition: entity.definition.text }),
    ...(entity?.origin && { origin: entity.origin.text }),
    ...(entity?.parent && { parent: idOf(entity.parent.name, review) }),
    ...(entity?.replacedBy && { replacedBy: replacing(entity, review) }),
    ...(entity?.retired && { retired: entity.retired.text }),
    notes: entity?.notes.map(({ text }) => text) ?? [],
    uses: counts.uses,
    extracts: counts.extracts.size,
    sources: counts.sources.size,
    coders: [...counts.coders].sort(compare),
    configurations: configurations.sort(compare),
    roles: Object.fromEntries([...counts.roles].sort(([a], [b]) => compare(a, b))),
    passages: counts.passages(passages),
    ...(at && { file: at.placed.uri, offset: at.placed.start }),
  };
}

function replacing({ refs }: Code, review: Review): readonly string[] {
  return refs.flatMap(({ field, name, inReason }) =>
    field === "replaced by" && !inReason ? [idOf(name, review)] : [],
  );
}

function stateOf(at: Definition<Code> | undefined, isUsed: boolean): CodeState {
  if (!at) return "unknown";
  if (at.brief.kind === "code" && at.brief.replaced) return "replaced";
  if (at.brief.kind === "code" && at.brief.retired) return "retired";
  return isUsed ? "used" : "unused";
}

/** The codes that extracts use, and those under which such a code stands. Linear: no code is gone through twice. */
function usedOf(names: Iterable<Name>, places: readonly CodePlace[]): ReadonlySet<Name> {
  const parents = new Map(places.map(({ name, at }) => [name, at?.entity.parent?.name]));
  const used = new Set<Name>();
  for (const name of names)
    for (let at: Name | undefined = name; at !== undefined && !used.has(at); at = parents.get(at)) used.add(at);
  return used;
}
