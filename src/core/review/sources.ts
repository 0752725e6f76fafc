/** A source as the review knows it: what its own file says, and its entry in a bibliography. */
import type { BibliographyEntry } from "../bibliography/types.ts";
import type { FrontMatterBrief } from "../model/front-matter-brief.ts";
import { type FrontMatter, readFrontMatter } from "../syntax/front-matter.ts";
import type { Span } from "../text.ts";

export class SourceView {
  readonly key: string;
  /** The source's own file, when there is one. */
  readonly uri: string | undefined;
  /** Further files with the same citekey, in order. */
  readonly others: readonly string[];
  readonly bibliography: { readonly uri: string; readonly span: Span; readonly entry: BibliographyEntry } | undefined;
  readonly #file: File | undefined;
  #studyKey: string | undefined;

  constructor(key: string, { files, entries }: Known) {
    const [file, ...others] = files;
    const [listed] = entries;
    this.key = key;
    this.uri = file?.uri;
    this.#file = file;
    this.others = others.length === 0 ? NO_FILES : others.map(({ uri }) => uri);
    this.bibliography = listed && { uri: listed.uri, span: listed.entry.span, entry: listed.entry };
  }

  /** As its file says; undefined when it says nothing, or when only the bibliography knows the source. */
  get status(): "included" | "excluded" | "awaiting" | undefined {
    return this.#file?.brief.status as "included" | "excluded" | "awaiting" | undefined;
  }

  /** Reports of one study share it; the key where none is named. */
  get study(): string {
    return this.#file?.brief.study ?? this.key;
  }

  /** The study in the form in which studies are compared. */
  get studyKey(): string {
    this.#studyKey ??= this.study.toLowerCase();
    return this.#studyKey;
  }

  /** The kind of document, as its file says. */
  get type(): string | undefined {
    return this.#file?.brief.type;
  }

  /** When it was first read to its end: a date. */
  get read(): string | undefined {
    return this.#file?.brief.read;
  }

  /** The source's own richness, as its file says. */
  get richness(): string | undefined {
    return this.#file?.brief.richness;
  }

  /** All that its file says, read from the text. */
  get frontMatter(): FrontMatter | undefined {
    return this.#file?.read();
  }
}

interface File {
  readonly uri: string;
  readonly brief: FrontMatterBrief;
  readonly read: () => FrontMatter;
}

interface Listed {
  readonly uri: string;
  readonly entry: BibliographyEntry;
}

/** Files by path; entries by path and place. */
interface Known {
  readonly files: File[];
  readonly entries: Listed[];
  view: SourceView | undefined;
}

/** Sources by citation key; keys keep their case. */
export class SourceIndex {
  private readonly known = new Map<string, Known>();
  private readonly textOf: (uri: string) => string;
  private count = 0;
  /** All views by key, until a source is another. */
  private views: readonly SourceView[] | undefined;
  private last: { readonly uri: string; readonly text: string; readonly frontMatter: FrontMatter } | undefined;

  constructor(textOf: (uri: string) => string) {
    this.textOf = textOf;
  }

  setFile(uri: string, brief: FrontMatterBrief): void {
    if (brief.citekey === undefined) return;
    const { files } = this.changing(brief.citekey);
    this.countBarred(brief, 1);
    files.splice(placeOf(uri, files), 0, { uri, brief, read: () => this.read(uri, brief.span) });
  }

  /** Front matter as it stands now; several rules ask for that of one file in turn. */
  private read(uri: string, span: Span): FrontMatter {
    const text = this.textOf(uri);
    if (this.last?.uri !== uri || this.last.text !== text)
      this.last = { uri, text, frontMatter: readFrontMatter(text, span) };
    return this.last.frontMatter;
  }

  removeFile(uri: string, { citekey }: FrontMatterBrief): void {
    if (citekey === undefined) return;
    const { files } = this.changing(citekey);
    const at = files.findIndex((file) => file.uri === uri);
    const [gone] = at < 0 ? [] : files.splice(at, 1);
    if (gone) this.countBarred(gone.brief, -1);
    this.prune(citekey);
  }

  setEntry(uri: string, entry: BibliographyEntry): void {
    const { entries } = this.changing(entry.key);
    entries.push({ uri, entry });
    entries.sort((a, b) => (a.uri === b.uri ? a.entry.entry.start - b.entry.entry.start : a.uri < b.uri ? -1 : 1));
  }

  removeEntry(uri: string, entry: BibliographyEntry): void {
    const { entries } = this.changing(entry.key);
    const at = entries.findIndex((each) => each.uri === uri && each.entry === entry);
    if (at >= 0) entries.splice(at, 1);
    this.prune(entry.key);
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  /** How many files say that their source is excluded or awaits a decision. */
  get barred(): number {
    return this.count;
  }

  private countBarred({ status }: FrontMatterBrief, by: 1 | -1): void {
    if (status === "excluded" || status === "awaiting") this.count += by;
  }

  /** Every source, by key. */
  all(): readonly SourceView[] {
    this.views ??= [...this.known.keys()].sort().flatMap((key) => this.view(key) ?? []);
    return this.views;
  }

  view(key: string): SourceView | undefined {
    const known = this.known.get(key);
    if (!known) return undefined;
    known.view ??= new SourceView(key, known);
    return known.view;
  }

  private changing(key: string): Known {
    this.views = undefined;
    const known = this.known.get(key);
    if (known) {
      known.view = undefined;
      return known;
    }
    const made: Known = { files: [], entries: [], view: undefined };
    this.known.set(key, made);
    return made;
  }

  private prune(key: string): void {
    const known = this.known.get(key);
    if (known && known.files.length === 0 && known.entries.length === 0) this.known.delete(key);
  }
}

/** Where a file goes among others, in the order of paths. */
function placeOf(uri: string, files: readonly File[]): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle] as File).uri < uri) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NO_FILES: readonly string[] = [];
