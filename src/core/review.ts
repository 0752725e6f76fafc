/**
 * A review in memory: its documents, read; who defines and who mentions each name; its sources. The only mutable state of the core.
 * A door sets every document of the review (the manifest, Markdown, bibliographies) and asks; nothing here waits or reads a disk.
 */
import { bibliographyFormat, scanBibliography } from "./bibliography/keys.ts";
import type { Bibliography } from "./bibliography/types.ts";
import { isNearlyManifest, MANIFEST_NAME, roleOfFile } from "./membership.ts";
import { extractName, recordName, sourceName } from "./model/names.ts";
import { readDocument } from "./model/read-document.ts";
import type { DocumentFacts, Name } from "./model/types.ts";
import { digestOf, digestsOf, normalWords } from "./review/digest.ts";
import { type Link, linksFrom, linksToRecord } from "./review/links.ts";
import { type Definition, NameIndex, type Placed, type Reference } from "./review/names.ts";
import { SourceIndex, type SourceView } from "./review/sources.ts";
import type { Finding } from "./syntax/finding.ts";
import { DEFAULT_MANIFEST, type Manifest, readManifest } from "./syntax/manifest.ts";
import { LineIndex, type TextDocument } from "./text.ts";
import type { Kind } from "./vocabulary.ts";

export type { Link } from "./review/links.ts";
export { type Definition, isEvidence, type Placed, type Reference } from "./review/names.ts";
export type { SourceView } from "./review/sources.ts";

/** What a change touched: documents, names that were or are defined or mentioned in what changed, and whether everything is to be looked at again. */
export interface Change {
  readonly uris: ReadonlySet<string>;
  readonly names: ReadonlySet<Name>;
  /** Pieces that are new, and pieces that are gone. */
  readonly added: readonly Placed[];
  readonly removed: readonly Placed[];
  readonly all: boolean;
}

interface Held {
  readonly document: TextDocument;
  readonly facts?: DocumentFacts;
  readonly placed: readonly Placed[];
  readonly bibliography?: Bibliography;
  readonly findings: readonly Finding[];
  lines?: LineIndex;
}

interface Building {
  readonly uris: Set<string>;
  readonly names: Set<Name>;
  readonly added: Placed[];
  readonly removed: Placed[];
  all: boolean;
}

function building(): Building {
  return { uris: new Set(), names: new Set(), added: [], removed: [], all: false };
}

const NO_PLACED: readonly Placed[] = [];
const NO_FINDINGS: readonly Finding[] = [];

export class Review {
  private readonly held = new Map<string, Held>();
  private readonly index = new NameIndex();
  private readonly known = new SourceIndex();
  private readonly rules: readonly string[] | undefined;
  private current: Manifest = DEFAULT_MANIFEST;
  private order: readonly string[] | undefined;

  /** With the ids of the rules that exist, names under `checks` are held against them. */
  constructor(knownRules?: readonly string[]) {
    this.rules = knownRules;
  }

  get manifest(): Manifest {
    return this.current;
  }

  /** Sets a document of the review, new or changed. */
  set(document: TextDocument): Change {
    const change = building();
    const before = this.held.get(document.uri);
    if (before && before.document.text === document.text) {
      this.held.set(document.uri, { ...before, document });
      return change;
    }
    this.place(document, before, change);
    this.afterwards(document.uri, change);
    return change;
  }

  /** Takes a document out; of one that is not there, nothing changes. */
  delete(uri: string): Change {
    const change = building();
    const before = this.held.get(uri);
    if (!before) return change;
    this.unplace(before, change);
    this.held.delete(uri);
    this.order = undefined;
    change.uris.add(uri);
    this.afterwards(uri, change);
    return change;
  }

  /** A change of the manifest may change what every other document is, and how it is read. */
  private afterwards(uri: string, change: Building): void {
    if (uri !== MANIFEST_NAME && !isNearlyManifest(uri)) return;
    const manifest = this.manifestFile();
    this.current =
      manifest === undefined ? DEFAULT_MANIFEST : readManifest(this.text(manifest) ?? "", this.rules).manifest;
    change.all = true;
    for (const held of [...this.held.values()]) {
      if (held.document.uri === manifest) continue;
      this.place(held.document, held, change);
    }
  }

  /** The file that is the manifest: `review.yaml`, or where there is none a near spelling such as `review.yml`. */
  private manifestFile(): string | undefined {
    if (this.held.has(MANIFEST_NAME)) return MANIFEST_NAME;
    return this.uris().find((uri) => isNearlyManifest(uri));
  }

  private place(document: TextDocument, before: Held | undefined, change: Building): void {
    const { uri, text } = document;
    change.uris.add(uri);
    if (!this.held.has(uri)) this.order = undefined;
    const role = uri === MANIFEST_NAME || isNearlyManifest(uri) ? "manifest" : roleOfFile(uri, this.current);
    if (role === "manifest") {
      const twice = uri !== MANIFEST_NAME && this.held.has(MANIFEST_NAME);
      const findings = twice
        ? [{ rule: "manifest/twice", start: 0, end: 0, data: { file: uri } }]
        : readManifest(text, this.rules).findings;
      this.held.set(uri, { document, placed: NO_PLACED, findings });
    } else if (role === "markdown") this.placeMarkdown(document, before, change);
    else {
      if (before) this.unplace(before, change);
      const bibliography = role === "bibliography" && bibliographyFormat(uri) ? scanBibliography(uri, text) : undefined;
      if (bibliography) {
        change.all = true;
        for (const entry of bibliography.entries) this.known.setEntry(uri, entry);
      }
      const findings = bibliography
        ? bibliography.problems.map(({ code, span, ...data }) => bibliographyFinding(code, span, data))
        : NO_FINDINGS;
      this.held.set(uri, { document, placed: NO_PLACED, findings, ...(bibliography && { bibliography }) });
    }
  }

  private placeMarkdown(document: TextDocument, before: Held | undefined, change: Building): void {
    const { uri, text } = document;
    const { scheme } = this.current;
    const previous =
      before?.facts && !change.all ? { text: before.document.text, facts: before.facts, scheme } : undefined;
    const facts = readDocument(text, scheme, previous);
    if (!before?.facts || facts.frontMatter !== before.facts.frontMatter) {
      const sameSource =
        before?.facts?.frontMatter &&
        facts.frontMatter &&
        sameFrontMatter(before.document.text, text, before.facts, facts);
      if (!sameSource) {
        if (before?.facts?.frontMatter?.citekey) change.names.add(sourceName(before.facts.frontMatter.citekey.value));
        if (facts.frontMatter?.citekey) change.names.add(sourceName(facts.frontMatter.citekey.value));
      }
      if (before?.facts?.frontMatter) this.known.removeFile(uri, before.facts.frontMatter);
      if (facts.frontMatter) this.known.setFile(uri, facts.frontMatter);
    }
    const old = new Map((before?.placed ?? NO_PLACED).map((placed) => [placed.facts, placed]));
    const kept = new Set<Placed>();
    const placed = facts.pieces.map((piece): Placed => {
      const known = old.get(piece.facts);
      if (known && !kept.has(known)) {
        kept.add(known);
        known.start = piece.start;
        return known;
      }
      const made = this.index.add(uri, piece, digestsOf, change.names);
      change.added.push(made);
      return made;
    });
    for (const gone of before?.placed ?? NO_PLACED) {
      if (kept.has(gone)) continue;
      this.index.remove(gone, digestsOf, change.names);
      change.removed.push(gone);
    }
    this.held.set(uri, { document, facts, placed, findings: facts.findings });
  }

  private unplace(before: Held, change: Building): void {
    for (const placed of before.placed) {
      this.index.remove(placed, digestsOf, change.names);
      change.removed.push(placed);
    }
    if (before.facts?.frontMatter) {
      if (before.facts.frontMatter.citekey) change.names.add(sourceName(before.facts.frontMatter.citekey.value));
      this.known.removeFile(before.document.uri, before.facts.frontMatter);
    }
    if (before.bibliography) {
      change.all = true;
      for (const entry of before.bibliography.entries) this.known.removeEntry(before.document.uri, entry);
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
    return this.held.get(uri)?.document.text;
  }

  /** Positions of a document; of one that is not there, of an empty text. */
  lines(uri: string): LineIndex {
    const held = this.held.get(uri);
    if (!held) return new LineIndex("");
    held.lines ??= new LineIndex(held.document.text);
    return held.lines;
  }

  facts(uri: string): DocumentFacts | undefined {
    return this.held.get(uri)?.facts;
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
    const all = this.index.definitions(name);
    if (all.length < 2) return all;
    const headed = all.filter(({ entity }) => !(entity.kind === "cmoc" && entity.row));
    return headed.length > 0 ? headed : all;
  }

  /** Rows of tables that restate a configuration which a heading defines. */
  restatements(name: Name): readonly Definition[] {
    const all = this.index.definitions(name);
    return all.length < 2 ? [] : all.filter((definition) => !this.definitions(name).includes(definition));
  }

  references(name: Name): readonly Reference[] {
    return this.index.references(name);
  }

  isDefined(name: Name): boolean {
    return name.startsWith("s:") ? this.known.has(name.slice(2)) : this.index.has(name);
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
        for (const definition of placed.definitions) {
          const { entity } = definition;
          if (entity.kind === kind && !this.isRestatement(definition)) yield definition;
        }
      }
    }
  }

  isRestatement(definition: Definition): boolean {
    const { entity } = definition;
    return (
      entity.kind === "cmoc" &&
      entity.row === true &&
      entity.name !== "" &&
      !this.definitions(entity.name).includes(definition)
    );
  }

  source(key: string): SourceView | undefined {
    return this.known.view(key);
  }

  /** All sources, by key. */
  sources(): readonly SourceView[] {
    return [...this.known.keys()].sort().flatMap((key) => this.known.view(key) ?? []);
  }

  /** Evidence on a record: by name with what restates it, or a row without an id by itself. */
  evidenceFor(record: Name | Definition): readonly Link[] {
    if (typeof record !== "string") return linksToRecord(this.index, "", [record]);
    return linksToRecord(this.index, record, this.index.definitions(record));
  }

  /** What an extract or a source bears on. */
  bearsOn(name: Name): readonly Link[] {
    return linksFrom(this.index, name);
  }

  /** The extracts of a source, in the order of its file. */
  extractsOf(key: string): readonly Definition[] {
    const view = this.known.view(key);
    const uris = view?.uri === undefined ? [] : [view.uri, ...view.others];
    return uris.flatMap((uri) =>
      this.placed(uri).flatMap((placed) => placed.definitions.filter(({ entity }) => entity.kind === "extract")),
    );
  }

  /** Names of the theories that hold a configuration, by their `configurations` or by its `theory`. */
  theoriesOf(name: Name): readonly Name[] {
    const found = new Set<Name>();
    for (const { ref, from } of this.references(name)) {
      if (from?.entity.kind === "theory" && ref.field === "configurations" && !ref.inReason) found.add(from.name);
    }
    for (const { entity } of this.index.definitions(name)) {
      for (const ref of entity.refs) if (ref.field === "theory" && !ref.inReason) found.add(ref.name);
    }
    return [...found];
  }

  /** What a link rests on, as a short string that changes when it does: the extract's words, and the slots of the record. */
  digest(link: Link): string {
    const extract = this.index.definitions(link.extract)[0]?.entity;
    const record = this.index.definitions(link.record)[0]?.entity;
    const words = extract?.kind === "extract" ? (extract.quote ?? extract.paraphrase)?.text : undefined;
    const slots =
      record?.kind === "cmoc"
        ? record.slots.map((slot) => `${slot.role}${slot.n ?? ""}:${normalWords(slot.text)}`)
        : [];
    return digestOf(`${normalWords(words ?? "")}\n${slots.join("\n")}`);
  }
}

export const names = { record: recordName, extract: extractName, source: sourceName };

function bibliographyFinding(
  code: string,
  span: { readonly start: number; readonly end: number },
  data: object,
): Finding {
  const plain: { [name: string]: string } = {};
  for (const [key, value] of Object.entries(data)) if (typeof value === "string") plain[key] = value;
  return { rule: `bib/${code}`, start: span.start, end: span.end, data: plain };
}

function sameFrontMatter(before: string, after: string, old: DocumentFacts, fresh: DocumentFacts): boolean {
  const a = old.frontMatter?.span;
  const b = fresh.frontMatter?.span;
  return a !== undefined && b !== undefined && before.slice(a.start, a.end) === after.slice(b.start, b.end);
}
