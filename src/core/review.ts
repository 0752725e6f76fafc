/**
 * A review in memory: its documents, read; who defines and who mentions each name; its sources. The only mutable state of the core.
 * A door sets every document of the review (the manifest, Markdown, bibliographies) and asks; nothing here waits or reads a disk.
 */
import { nextId } from "./ids.ts";
import { type Brief, type CmocBrief, isRow } from "./model/brief.ts";
import { type Digest, digestOf, normalWords } from "./model/digest.ts";
import { extractName, recordName, sourceName } from "./model/names.ts";
import type { Evidence, Name, Ref } from "./model/types.ts";
import { Contents } from "./review/contents.ts";
import { type Link, linksFrom, linksToRecord } from "./review/links.ts";
import type { Odd } from "./review/odd.ts";
import { Definition, type Placed, type Reference } from "./review/placed.ts";
import { Repeats } from "./review/repeats.ts";
import { type Defining, FEW_BEAR, SharedNames } from "./review/shared-names.ts";
import type { SourceView } from "./review/sources.ts";
import { slotsNamed } from "./syntax/roles.ts";
import type { Kind } from "./vocabulary.ts";

export type { Change } from "./review/change.ts";
export type { Link } from "./review/links.ts";
export { Definition, isEvidence, type Placed, type Reference } from "./review/placed.ts";
export { Reader } from "./review/reader.ts";
export type { SourceView } from "./review/sources.ts";

/** What is asked of a review; what it holds, and how that changes, is in `review/contents.ts`. */
export class Review extends Contents {
  /** The links that were asked for last: several rules ask for those of one record in turn. */
  private asked:
    | { readonly evidenceFor?: Name | Brief; readonly bearsOn?: Name; readonly links: readonly Link[] }
    | undefined;
  private last: Defining | undefined;
  private readonly sharedNames = new SharedNames();
  private theories: { readonly of: Name; readonly names: readonly Name[] } | undefined;
  /** What {@link survey} found, until something changes. */
  private odd: Odd | undefined;
  private repeats: ReadonlySet<Name> | undefined;

  private readonly linksToAll = ({ name, all }: Defining): readonly Link[] =>
    linksToRecord(this.index, name, all, this.placeOf);
  private readonly linksFromAll = ({ name, all }: Defining): readonly Link[] =>
    linksFrom(this.index, name, all, this.placeOf);
  private readonly theoriesOfAll = ({ name, all }: Defining): readonly Name[] => {
    const found = new Set<Name>();
    for (const { ref, from } of this.references(name)) {
      if (from?.brief.kind === "theory" && ref.field === "configurations" && !ref.inReason) found.add(from.name);
    }
    for (const { brief } of all) {
      for (const ref of brief.links) if (ref.field === "theory" && !ref.inReason) found.add(ref.name);
    }
    return [...found];
  };

  protected override changed(): void {
    this.asked = undefined;
    this.last = undefined;
    this.sharedNames.clear();
    this.theories = undefined;
    this.odd = undefined;
    this.repeats = undefined;
  }

  /** What defines a name. A row of a table whose id a heading defines only restates it and is left out here. */
  definitions(name: Name): readonly Definition[] {
    return this.defining(name).definitions;
  }

  /** Several checks ask in turn for what defines one name, which may be many things. */
  private defining(name: Name): Defining {
    if (this.last?.name === name) return this.last;
    const known = this.sharedNames.get(name);
    if (known) {
      this.last = known;
      return known;
    }
    const all = this.index.definitions(name);
    if (all.length < 2) return { name, all, definitions: all, restatements: NO_DEFINITIONS };
    const headed = all.filter(({ brief }) => !isTableRow(brief));
    const restated = headed.some(({ brief }) => brief.kind === "cmoc");
    this.last = restated
      ? { name, all, definitions: headed, restatements: all.filter(({ brief }) => isTableRow(brief)) }
      : { name, all, definitions: all, restatements: NO_DEFINITIONS };
    this.sharedNames.add(this.last);
    return this.last;
  }

  /** All records that bear a name: {@link definitions} and {@link restatements}. */
  bearers(name: Name): readonly Definition[] {
    return this.defining(name).all;
  }

  /** Whether so many records bear a name that to look at all of them again is to be avoided. */
  isSharedByMany(name: Name): boolean {
    return this.defining(name).all.length > FEW_BEAR;
  }

  /** The brief of the first of {@link definitions}. */
  brief(name: Name): Brief | undefined {
    const first = this.index.first(name);
    return first && isTableRow(first) ? this.definitions(name)[0]?.brief : first;
  }

  /** Rows of tables that restate a configuration which a heading defines. */
  restatements(name: Name): readonly Definition[] {
    return this.defining(name).restatements;
  }

  /** Every reference to a name, in the order of paths and text; the list may be long, {@link isMentioned} is not. */
  references(name: Name): readonly Reference[] {
    return this.index.references(name);
  }

  /** The first of {@link references}, found without the others. */
  firstReference(name: Name): Reference | undefined {
    return this.index.firstReference(name);
  }

  /** Looks at every name and every link once, so that what is asked of most of them in turn ({@link isSound}, {@link repeatedly}) is quick: for who is about to look at all. */
  survey(): void {
    if (this.odd) return;
    this.odd = this.index.odd();
    const repeats = new Repeats();
    for (const uri of this.uris()) for (const { facts } of this.placed(uri)) repeats.take(facts);
    this.repeats = repeats.done();
  }

  /** Whether one record alone is known to define a name that is defined or mentioned; of a source's it never is. A quick answer; false says nothing. */
  isSound(name: Name): boolean {
    return this.odd !== undefined && !this.odd.names.has(name);
  }

  /** Whether a reference is known to name one record, and is no range, no link, not weak and in no reason. As quick as {@link isSound}. */
  isPlain({ placed, ref }: Reference): boolean {
    const { range, target, weak, inReason } = ref;
    if (range !== undefined || target !== undefined || weak !== undefined || inReason !== undefined) return false;
    return this.odd !== undefined && (!this.odd.mentioning.has(placed) || !this.odd.names.has(ref.name));
  }

  /** Whether several records may bear the name: a quick look before {@link definitions}. */
  mayBeShared(name: Name): boolean {
    return !this.isSound(name) && this.index.isShared(name);
  }

  /** Whether some reference to a name is so; looks no further than the first. */
  isReferred(name: Name, isSo: (ref: Ref | Evidence) => boolean): boolean {
    return this.index.mentioning(name).some(({ facts }) => {
      const among = (refs: readonly (Ref | Evidence)[]): boolean => refs.some((ref) => isSo(ref) && ref.name === name);
      for (let index = 0; index < facts.count; index++) if (among(facts.record(index).links)) return true;
      return among(facts.refs);
    });
  }

  isDefined(name: Name): boolean {
    return name.startsWith("s:") ? this.known.has(name.slice(2)) : this.index.has(name);
  }

  /** Whether a piece mentions the name. */
  isMentioned(name: Name): boolean {
    return this.index.mentioning(name).length > 0;
  }

  /** Pieces that mention a name; for `p:tr` those with a `[[TR9]]` that may be somebody's own. */
  mentioning(name: Name): readonly Placed[] {
    return this.index.mentioning(name);
  }

  /** Names of the extracts of a source that something defines or mentions. */
  extractNames(key: string): Iterable<Name> {
    return this.index.extractsOf(key);
  }

  /** Pieces with a record that may have a digest, where {@link alike} has the first records that do. */
  sharing(digest: Digest): readonly Placed[] {
    return this.index.sharing(digest);
  }

  /** Names that are mentioned for certain and that nothing defines. */
  *unresolved(): Iterable<Name> {
    for (const name of this.index.names()) {
      if (this.isDefined(name)) continue;
      if (this.references(name).some(({ ref }) => !ref.weak && !ref.inReason)) yield name;
    }
  }

  /** The next free id of a prefix: `TR8` after TR3 and TR7. */
  freeId(prefix: string): string {
    const taken: string[] = [];
    for (const name of this.index.names()) if (name.startsWith("r:") && this.index.has(name)) taken.push(name.slice(2));
    return nextId(taken, prefix);
  }

  /** Whether some id of a record is these letters and a number (`tr` for TR3); the prefix in its compared form. */
  hasPrefix(prefix: string): boolean {
    return this.index.hasPrefix(prefix);
  }

  /** Every name that something defines or mentions. */
  names(): Iterable<Name> {
    return this.index.names();
  }

  /** Records of a kind in the order of paths and text, rows that only restate another record left out. */
  *records(kind: Kind): Iterable<Definition> {
    for (const uri of this.uris()) {
      for (const placed of this.placed(uri)) {
        for (let index = 0; index < placed.facts.count; index++) {
          const brief = placed.facts.record(index);
          if (brief.kind === kind && !this.isRestatement(brief)) yield new Definition(placed, index);
        }
      }
    }
  }

  /** Whether a record is a row that only restates a configuration which a heading defines. */
  isRestatement(brief: Brief): boolean {
    return isTableRow(brief) && brief.name !== "" && this.restatements(brief.name).length > 0;
  }

  /** Whether a file or a bibliography has the citation key. */
  hasSource(key: string): boolean {
    return this.known.has(key);
  }

  source(key: string): SourceView | undefined {
    return this.known.view(key);
  }

  /** Whether some source is excluded or awaits a decision. */
  get hasBarredSources(): boolean {
    return this.known.barred > 0;
  }

  /** All sources, by key. */
  sources(): readonly SourceView[] {
    return this.known.all();
  }

  /** Evidence on a record, with what restates it; on a row without an id by itself. */
  evidenceFor(record: Name | Definition): readonly Link[] {
    const name = typeof record === "string" ? record : record.name;
    const asked = typeof record === "string" || name !== "" ? name : record.brief;
    if (this.asked?.evidenceFor === asked) return this.asked.links;
    const isAlone = typeof record !== "string" && (name === "" || this.isSound(name));
    const links = isAlone
      ? linksToRecord(this.index, name, [record], this.placeOf)
      : this.sharedNames.once("evidence", this.defining(name), this.linksToAll);
    this.asked = { evidenceFor: asked, links };
    return links;
  }

  /** What an extract or a source bears on. */
  bearsOn(name: Name): readonly Link[] {
    if (this.asked?.bearsOn === name) return this.asked.links;
    const links = this.sharedNames.once("bearing", this.defining(name), this.linksFromAll);
    this.asked = { bearsOn: name, links };
    return links;
  }

  /** What an extract bears on, where it may have several links with one record, or two places with one link; else perhaps nothing. Quick after {@link survey}. */
  repeatedly(extract: Name): readonly Link[] {
    return this.repeats?.has(extract) === false ? NO_LINKS : this.bearsOn(extract);
  }

  /** The first few that share a digest (see `model/digest.ts`), restating rows among them; few, since thousands may. None where one alone has it. */
  alike(digest: Digest): readonly Definition[] {
    return this.index.hasTwins(digest) ? this.index.twins(digest) : NO_DEFINITIONS;
  }

  /** The extracts of a source, in the order of its file. */
  extractsOf(key: string): readonly Definition[] {
    return this.filesOf(key).flatMap((uri) =>
      this.placed(uri).flatMap((placed) => placed.definitions.filter(({ brief }) => isExtract(brief))),
    );
  }

  hasExtract(key: string): boolean {
    return this.filesOf(key).some((uri) => this.placed(uri).some(({ facts }) => facts.records.some(isExtract)));
  }

  private filesOf(key: string): readonly string[] {
    const view = this.known.view(key);
    return view?.uri === undefined ? [] : [view.uri, ...view.others];
  }

  /** Names of the theories that hold a configuration, by their `configurations` or by its `theory`. */
  theoriesOf(name: Name): readonly Name[] {
    if (this.theories?.of === name) return this.theories.names;
    const names = this.sharedNames.once("theories", this.defining(name), this.theoriesOfAll);
    this.theories = { of: name, names };
    return names;
  }

  /**
   * What a link rests on, as a short string that changes when it does: the extract's words, and the slots of the record that the link
   * names, all of them when it names none.
   */
  digest(link: Link): string {
    const extract = this.definitions(link.extract)[0]?.entity;
    const record = (link.row ?? this.definitions(link.record)[0])?.entity;
    const words = extract?.kind === "extract" ? (extract.quote ?? extract.paraphrase)?.text : undefined;
    const parts = [normalWords(words ?? "")];
    if (record?.kind === "cmoc") {
      const { slots } = record;
      const named = new Set(link.slots.flatMap((slot) => slotsNamed(slot, slots)));
      for (const [at, slot] of slots.entries()) {
        if (link.slots.length === 0 || named.has(at)) parts.push(`${slot.role}:${normalWords(slot.text)}`);
      }
    }
    return digestOf(parts.join("\n"));
  }
}

export const names = { record: recordName, extract: extractName, source: sourceName };

const NO_DEFINITIONS: readonly Definition[] = [];
const NO_LINKS: readonly Link[] = [];

function isTableRow(brief: Brief): brief is CmocBrief {
  return brief.kind === "cmoc" && isRow(brief);
}

function isExtract(brief: Brief): boolean {
  return brief.kind === "extract";
}
