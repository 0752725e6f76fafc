/**
 * A review in memory: its documents, read; who defines and who mentions each name; its sources. The only mutable state of the core.
 * A door sets every document of the review (the manifest, Markdown, bibliographies) and asks; nothing here waits or reads a disk.
 */
import { bibliographyFormat, scanBibliography } from "./bibliography/keys.ts";
import type { Bibliography } from "./bibliography/types.ts";
import { nextId } from "./ids.ts";
import { isNearlyManifest, MANIFEST_NAME, roleOfFile } from "./membership.ts";
import { type Brief, type CmocBrief, isRow } from "./model/brief.ts";
import { type Digest, digestOf, normalWords } from "./model/digest.ts";
import { extractName, recordName, sourceName } from "./model/names.ts";
import type { PieceFacts } from "./model/piece-facts.ts";
import { readDocument } from "./model/read-document.ts";
import type { Reading } from "./model/read-piece.ts";
import type { DocumentFacts, Evidence, Name, Ref } from "./model/types.ts";
import { bibliographyChanges, bibliographyFindings } from "./review/bibliographies.ts";
import { type Change, ChangeRecord } from "./review/change.ts";
import { Held } from "./review/held.ts";
import { type Link, linksFrom, linksToRecord } from "./review/links.ts";
import { manifestChange } from "./review/manifests.ts";
import { NameIndex } from "./review/names.ts";
import { Definition, Placed, RecentRecords, type Reference } from "./review/placed.ts";
import { Reader } from "./review/reader.ts";
import { SourceIndex, type SourceView } from "./review/sources.ts";
import { encodingFault } from "./syntax/encoding.ts";
import type { Finding } from "./syntax/finding.ts";
import { type FrontMatter, readFrontMatter } from "./syntax/front-matter.ts";
import { DEFAULT_MANIFEST, type Manifest, readManifest } from "./syntax/manifest.ts";
import { slotsNamed } from "./syntax/roles.ts";
import { LineIndex, type TextDocument } from "./text.ts";
import type { Kind } from "./vocabulary.ts";

export type { Change } from "./review/change.ts";
export type { Link } from "./review/links.ts";
export { type Definition, isEvidence, type Placed, type Reference } from "./review/placed.ts";
export { Reader } from "./review/reader.ts";
export type { SourceView } from "./review/sources.ts";

interface Defining {
  readonly name: Name;
  readonly definitions: readonly Definition[];
  readonly restatements: readonly Definition[];
}

const NO_PLACED: readonly Placed[] = [];
const NO_FINDINGS: readonly Finding[] = [];

export class Review {
  private readonly held = new Map<string, Held>();
  private readonly index = new NameIndex();
  private readonly known = new SourceIndex((uri) => this.text(uri) ?? "");
  private readonly rules: readonly string[] | undefined;
  private readonly reader: Reader;
  private current: Manifest = DEFAULT_MANIFEST;
  private order: readonly string[] | undefined;
  private count = 0;
  /** The links that were asked for last: several rules ask for those of one record in turn. */
  private asked:
    | { readonly evidenceFor?: Name | Brief; readonly bearsOn?: Name; readonly links: readonly Link[] }
    | undefined;
  private last: Defining | undefined;
  /** What {@link survey} found, until something changes. */
  private odd: ReadonlySet<Name> | undefined;
  /** Facts that a document holds, when a reader shared with others may give them again. */
  private readonly shared = new Set<DocumentFacts>();
  private readonly recent = new RecentRecords();
  private plain: Reading | undefined;

  /**
   * With the ids of the rules that exist, names under `checks` are held against them. Reviews that share a reader (another commit, another
   * branch) read equal documents once.
   */
  constructor(knownRules?: readonly string[], reader: Reader = new Reader(undefined, 0)) {
    this.rules = knownRules;
    this.reader = reader;
  }

  /** Whether records were inspected as they were read, so that `own` findings are there. */
  get inspects(): boolean {
    return this.reader.inspect !== undefined;
  }

  get manifest(): Manifest {
    return this.current;
  }

  /** Counts the changes so far. */
  get revision(): number {
    return this.count;
  }

  /** Sets a document of the review, new or changed; the same text again changes nothing. */
  set(document: TextDocument): Change {
    const change = new ChangeRecord(this.count);
    const before = this.held.get(document.uri);
    if (before && before.text === document.text) {
      before.version = document.version;
      return change;
    }
    this.place(document, before, change);
    this.afterwards(document.uri, change);
    return this.counted(change);
  }

  /** Takes a document out; of one that is not there, nothing changes. */
  delete(uri: string): Change {
    const change = new ChangeRecord(this.count);
    const before = this.held.get(uri);
    if (!before) return change;
    this.unplace(before, change);
    this.held.delete(uri);
    this.order = undefined;
    change.uris.add(uri);
    this.afterwards(uri, change);
    return this.counted(change);
  }

  private counted(change: ChangeRecord): Change {
    for (const prefix of this.index.takeToggled()) change.prefixes.add(prefix);
    this.asked = undefined;
    this.last = undefined;
    this.odd = undefined;
    this.count++;
    change.to = this.count;
    return change;
  }

  /** A change of the manifest may change what every other document is, and how it is read. */
  private afterwards(uri: string, change: ChangeRecord): void {
    if (uri !== MANIFEST_NAME && !isNearlyManifest(uri)) return;
    const file = this.manifestFile();
    const before = this.current;
    const read = file === undefined ? DEFAULT_MANIFEST : readManifest(this.text(file) ?? "", this.rules).manifest;
    const { manifest, scheme, files, checks } = manifestChange(before, read);
    this.current = manifest;
    if (scheme || files || checks) change.all = true;
    for (const held of [...this.held.values()]) {
      if (held.uri === uri) continue;
      const isManifest = isNearlyManifest(held.uri) || held.uri === MANIFEST_NAME;
      const changes = scheme || (files && roleOfFile(held.uri, before) !== roleOfFile(held.uri, manifest));
      if (isManifest || changes) this.place(held.document, held, change);
    }
  }

  /** The file that is the manifest: `review.yaml`, or where there is none a near spelling such as `review.yml`. */
  private manifestFile(): string | undefined {
    if (this.held.has(MANIFEST_NAME)) return MANIFEST_NAME;
    return this.uris().find((uri) => isNearlyManifest(uri));
  }

  private place(document: TextDocument, before: Held | undefined, change: ChangeRecord): void {
    const { uri, text } = document;
    change.uris.add(uri);
    if (!before) this.order = undefined;
    const role = uri === MANIFEST_NAME || isNearlyManifest(uri) ? "manifest" : roleOfFile(uri, this.current);
    if (role === "markdown") {
      this.placeMarkdown(document, before, change);
      return;
    }
    if (role === "manifest") {
      const twice = uri !== MANIFEST_NAME && this.held.has(MANIFEST_NAME);
      const findings = twice
        ? [{ rule: "manifest/twice", start: 0, end: 0, data: { file: uri } }]
        : readManifest(text, this.rules).findings;
      this.holdPlain(document, before, findings, undefined);
      return;
    }
    const isBibliography = role === "bibliography" && bibliographyFormat(uri) !== undefined;
    const fault = isBibliography ? encodingFault(text) : undefined;
    const readable = fault?.isText === false ? "" : text;
    const bibliography = isBibliography ? scanBibliography(uri, readable) : undefined;
    const both = bibliography && before?.bibliography;
    if (before) this.unplace(before, change, !both);
    if (both) for (const key of bibliographyChanges(before.text, both, text, bibliography)) change.sources.add(key);
    for (const entry of bibliography?.entries ?? []) {
      this.known.setEntry(uri, entry);
      if (!both) change.sources.add(entry.key);
    }
    const found = bibliography ? bibliographyFindings(bibliography) : NO_FINDINGS;
    const findings = fault ? [fault.finding, ...found] : found;
    this.holdPlain(document, before, findings, bibliography);
  }

  private holdPlain(
    document: TextDocument,
    before: Held | undefined,
    findings: readonly Finding[],
    bibliography: Bibliography | undefined,
  ): void {
    const held = before ?? new Held(document, this.recent);
    held.setPlain(document, findings, bibliography);
    this.held.set(document.uri, held);
  }

  private placeMarkdown(document: TextDocument, before: Held | undefined, change: ChangeRecord): void {
    const facts = this.read(document, before);
    if (before && !before.reading) this.unplace(before, change);
    this.placeSource(document, facts, before, change);
    const held = before ?? new Held(document, this.recent);
    const old = held.placed;
    const { pieces } = facts;
    const least = Math.min(old.length, pieces.length);
    let head = 0;
    while (head < least && old[head]?.facts === pieces[head]) head++;
    let tail = 0;
    while (tail < least - head && old[old.length - 1 - tail]?.facts === pieces[pieces.length - 1 - tail]) tail++;
    for (let at = head; at < old.length - tail; at++) {
      const gone = old[at] as Placed;
      this.index.remove(gone);
      this.recent.forget(gone);
      change.removed.push(gone);
    }
    held.setMarkdown(document, facts, this.readingOf(facts.frontMatter?.citekey), this.reader.remembers);
    const shift = pieces.length - old.length;
    const placed = new Array<Placed>(pieces.length);
    const fresh: Placed[] = [];
    let start = facts.from;
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] as PieceFacts;
      const known = at < head ? old[at] : at >= pieces.length - tail ? old[at - shift] : undefined;
      const one = known ?? new Placed(held, start, piece);
      one.start = start;
      placed[at] = one;
      if (!known) fresh.push(one);
      start += piece.length;
    }
    held.placed = placed;
    this.held.set(document.uri, held);
    for (const one of fresh) {
      this.index.add(one, before !== undefined);
      change.added.push(one);
    }
  }

  /** Documents that are no source's are read alike. */
  private readingOf(source: string | undefined): Reading {
    const { scheme } = this.current;
    if (source !== undefined) return { scheme, source };
    if (this.plain?.scheme !== scheme) this.plain = { scheme, source };
    return this.plain;
  }

  private read({ text }: TextDocument, before: Held | undefined): DocumentFacts {
    const { scheme } = this.current;
    const { previous } = before ?? {};
    const facts = this.reader.facts(text, scheme, previous?.scheme === scheme ? previous : undefined);
    if (!this.reader.remembers) return facts;
    // A record is itself: two documents of one text do not share theirs.
    const taken = facts !== before?.shared && this.shared.has(facts);
    const own = taken ? readDocument(text, scheme, undefined, this.reader.inspect) : facts;
    if (before?.shared) this.shared.delete(before.shared);
    this.shared.add(own);
    return own;
  }

  private placeSource(
    document: TextDocument,
    facts: DocumentFacts,
    before: Held | undefined,
    change: ChangeRecord,
  ): void {
    const { uri, text } = document;
    const old = before?.frontMatter;
    const { frontMatter } = facts;
    if (old === frontMatter) return;
    if (old) this.known.removeFile(uri, old);
    if (frontMatter) this.known.setFile(uri, frontMatter);
    const was = before && old ? before.slice(old.span.start, old.span.end) : undefined;
    if (frontMatter && was === text.slice(frontMatter.span.start, frontMatter.span.end)) return;
    if (old?.citekey) change.sources.add(old.citekey);
    if (frontMatter?.citekey) change.sources.add(frontMatter.citekey);
  }

  private unplace(before: Held, change: ChangeRecord, tellSources = true): void {
    const { uri, frontMatter } = before;
    for (const placed of before.placed) {
      this.index.remove(placed);
      this.recent.forget(placed);
      change.removed.push(placed);
    }
    before.placed = NO_PLACED;
    if (before.shared) this.shared.delete(before.shared);
    if (frontMatter) {
      if (frontMatter.citekey) change.sources.add(frontMatter.citekey);
      this.known.removeFile(uri, frontMatter);
    }
    for (const entry of before.bibliography?.entries ?? []) {
      if (tellSources) change.sources.add(entry.key);
      this.known.removeEntry(uri, entry);
    }
  }

  /** Paths of all documents, in order. */
  uris(): readonly string[] {
    this.order ??= [...this.held.keys()].sort();
    return this.order;
  }

  document(uri: string): TextDocument | undefined {
    return this.held.get(uri)?.document;
  }

  text(uri: string): string | undefined {
    return this.held.get(uri)?.text;
  }

  /** Positions of a document; of one that is not there, of an empty text. */
  lines(uri: string): LineIndex {
    return this.held.get(uri)?.lines ?? new LineIndex("");
  }

  /** Where a record stands, as rows without an id are called: `tables/trust.md:12`, the line from 1. */
  readonly placeOf = ({ placed, brief }: Definition): string =>
    `${placed.uri}:${this.lines(placed.uri).position(placed.start + brief.start).line + 1}`;

  facts(uri: string): DocumentFacts | undefined {
    return this.held.get(uri)?.facts;
  }

  /** The front matter of a document, read from its text. */
  frontMatter(uri: string): FrontMatter | undefined {
    const held = this.held.get(uri);
    return held?.frontMatter && readFrontMatter(held.text, held.frontMatter.span);
  }

  /** The pieces of a document, in order. */
  placed(uri: string): readonly Placed[] {
    return this.held.get(uri)?.placed ?? NO_PLACED;
  }

  /** Findings about a document as a whole: its front matter, the manifest, a bibliography. Spans are the document's. */
  documentFindings(uri: string): readonly Finding[] {
    return this.held.get(uri)?.findings ?? NO_FINDINGS;
  }

  /** What defines a name. A row of a table whose id a heading defines only restates it and is left out here. */
  definitions(name: Name): readonly Definition[] {
    return this.defining(name).definitions;
  }

  /** Several checks ask in turn for what defines one name, which may be many things. */
  private defining(name: Name): Defining {
    if (this.last?.name === name) return this.last;
    const all = this.index.definitions(name);
    if (all.length < 2) return { name, definitions: all, restatements: NO_DEFINITIONS };
    const headed = all.filter(({ brief }) => !isTableRow(brief));
    const restated = headed.some(({ brief }) => brief.kind === "cmoc");
    this.last = restated
      ? { name, definitions: headed, restatements: all.filter(({ brief }) => isTableRow(brief)) }
      : { name, definitions: all, restatements: NO_DEFINITIONS };
    return this.last;
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

  /** Looks at every name once, so that {@link isSound} knows: for who is about to look at every reference. */
  survey(): void {
    this.odd ??= this.index.odd();
  }

  /** Whether one record alone is known to define a name that is mentioned, a source's key aside. A quick answer; false says nothing. */
  isSound(name: Name): boolean {
    return this.odd !== undefined && name.charCodeAt(0) !== 115 && !this.odd.has(name);
  }

  /** Whether several records may bear the name: a quick look before {@link definitions}. */
  mayBeShared(name: Name): boolean {
    return this.index.isShared(name);
  }

  /** Whether some reference to a name is so; looks no further than the first. */
  isReferred(name: Name, isSo: (ref: Ref | Evidence) => boolean): boolean {
    return this.index.mentioning(name).some(({ facts }) => {
      const among = (refs: readonly (Ref | Evidence)[]): boolean => refs.some((ref) => ref.name === name && isSo(ref));
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

  source(key: string): SourceView | undefined {
    return this.known.view(key);
  }

  /** Whether some source is excluded or awaits a decision. */
  get hasBarredSources(): boolean {
    return this.known.barred > 0;
  }

  /** All sources, by key. */
  sources(): readonly SourceView[] {
    return [...this.known.keys()].sort().flatMap((key) => this.known.view(key) ?? []);
  }

  /** Evidence on a record: by name with what restates it, or a row without an id by itself. */
  evidenceFor(record: Name | Definition): readonly Link[] {
    const asked = typeof record === "string" ? record : record.brief;
    if (this.asked?.evidenceFor === asked) return this.asked.links;
    const links =
      typeof record === "string"
        ? linksToRecord(this.index, record, this.index.definitions(record), this.placeOf)
        : linksToRecord(this.index, "", [record], this.placeOf);
    this.asked = { evidenceFor: asked, links };
    return links;
  }

  /** What an extract or a source bears on. */
  bearsOn(name: Name): readonly Link[] {
    if (this.asked?.bearsOn === name) return this.asked.links;
    const links = linksFrom(this.index, name, this.placeOf);
    this.asked = { bearsOn: name, links };
    return links;
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
    const found = new Set<Name>();
    for (const { ref, from } of this.references(name)) {
      if (from?.brief.kind === "theory" && ref.field === "configurations" && !ref.inReason) found.add(from.name);
    }
    for (const { brief } of this.index.definitions(name)) {
      for (const ref of brief.links) if (ref.field === "theory" && !ref.inReason) found.add(ref.name);
    }
    return [...found];
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

function isTableRow(brief: Brief): brief is CmocBrief {
  return brief.kind === "cmoc" && isRow(brief);
}

function isExtract(brief: Brief): boolean {
  return brief.kind === "extract";
}
