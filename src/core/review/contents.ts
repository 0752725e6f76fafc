/** What a review holds: its documents, read as they are set, with the index of names and the sources that follow from them. */
import { bibliographyFormat, scanBibliography } from "../bibliography/keys.ts";
import type { Bibliography } from "../bibliography/types.ts";
import { isNearlyManifest, MANIFEST_NAME, roleOfFile } from "../membership.ts";
import type { PieceFacts } from "../model/piece-facts.ts";
import { readDocument } from "../model/read-document.ts";
import type { Reading } from "../model/read-piece.ts";
import type { DocumentFacts } from "../model/types.ts";
import { encodingFault } from "../syntax/encoding.ts";
import type { Finding } from "../syntax/finding.ts";
import { type FrontMatter, readFrontMatter } from "../syntax/front-matter.ts";
import { DEFAULT_MANIFEST, type Manifest, readManifest } from "../syntax/manifest.ts";
import { LineIndex, type Span, type TextDocument } from "../text.ts";
import { bibliographyChanges, bibliographyFindings } from "./bibliographies.ts";
import { type Change, ChangeRecord } from "./change.ts";
import { Held } from "./held.ts";
import { manifestChange } from "./manifests.ts";
import { NameIndex } from "./names.ts";
import { type Definition, Placed, RecentRecords } from "./placed.ts";
import { Reader } from "./reader.ts";
import { SourceIndex } from "./sources.ts";

const NO_PLACED: readonly Placed[] = [];
const NO_FINDINGS: readonly Finding[] = [];

export class Contents {
  protected readonly index = new NameIndex();
  protected readonly known = new SourceIndex((uri) => this.text(uri) ?? "");
  private readonly held = new Map<string, Held>();
  private readonly rules: readonly string[] | undefined;
  private readonly reader: Reader;
  private current: Manifest = DEFAULT_MANIFEST;
  private order: readonly string[] | undefined;
  private count = 0;
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

  /** Sets a document of the review, new or changed; the same text again changes nothing. `scanned` is what this very text gives as a bibliography, if that is known. */
  set(document: TextDocument, scanned?: Bibliography): Change {
    const change = new ChangeRecord(this.count);
    const before = this.held.get(document.uri);
    if (before && before.text === document.text) {
      before.version = document.version;
      return change;
    }
    this.place(document, before, change, scanned);
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

  /** Called after each change: what was remembered of the contents may hold no more. */
  protected changed(): void {}

  private counted(change: ChangeRecord): Change {
    for (const prefix of this.index.takeToggled()) change.prefixes.add(prefix);
    this.changed();
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

  private place(
    document: TextDocument,
    before: Held | undefined,
    change: ChangeRecord,
    scanned?: Bibliography | undefined,
  ): void {
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
    const known = readable === text ? scanned : undefined;
    const bibliography = isBibliography ? (known ?? scanBibliography(uri, readable)) : undefined;
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
    const stays = old?.span.start === frontMatter?.span.start;
    if (frontMatter && stays && was === text.slice(frontMatter.span.start, frontMatter.span.end)) return;
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

  /** A stretch of a document's text, without the whole being put together; "" of one that is not there. */
  slice(uri: string, { start, end }: Span): string {
    return this.held.get(uri)?.slice(start, end) ?? "";
  }

  /** Whether words may stand in a document, in one line of it: a quick look, which says yes where it is not sure. */
  mayHold(uri: string, words: string): boolean {
    return this.held.get(uri)?.mayHold(words) ?? false;
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

  /** The keys of a bibliography of the review, and where its entries stand. */
  bibliography(uri: string): Bibliography | undefined {
    return this.held.get(uri)?.bibliography;
  }

  /** Findings about a document as a whole: its front matter, the manifest, a bibliography. Spans are the document's. */
  documentFindings(uri: string): readonly Finding[] {
    return this.held.get(uri)?.findings ?? NO_FINDINGS;
  }
}
