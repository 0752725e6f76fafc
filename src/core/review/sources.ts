/** A source as the review knows it: what its own file says, and its entry in a bibliography. */
import type { BibliographyEntry } from "../bibliography/types.ts";
import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Span } from "../text.ts";

export interface SourceView {
  readonly key: string;
  /** The source's own file, when there is one. */
  readonly uri?: string;
  readonly frontMatter?: FrontMatter;
  /** Further files with the same citekey, in order. */
  readonly others: readonly string[];
  readonly bibliography?: { readonly uri: string; readonly span: Span; readonly entry: BibliographyEntry };
  /** As its file says; undefined when it says nothing, or when only the bibliography knows the source. */
  readonly status: "included" | "excluded" | "awaiting" | undefined;
  /** Reports of one study share it; the key where none is named. */
  readonly study: string;
  /** The kind of document, as its file says. */
  readonly type: string | undefined;
}

interface File {
  readonly uri: string;
  readonly frontMatter: FrontMatter;
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

  setFile(uri: string, frontMatter: FrontMatter): void {
    const key = frontMatter.citekey?.value;
    if (key === undefined) return;
    const { files } = this.changing(key);
    files.push({ uri, frontMatter });
    files.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  removeFile(uri: string, frontMatter: FrontMatter): void {
    const key = frontMatter.citekey?.value;
    if (key === undefined) return;
    const { files } = this.changing(key);
    const at = files.findIndex((file) => file.uri === uri);
    if (at >= 0) files.splice(at, 1);
    this.prune(key);
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

  keys(): Iterable<string> {
    return this.known.keys();
  }

  view(key: string): SourceView | undefined {
    const known = this.known.get(key);
    if (!known) return undefined;
    known.view ??= viewOf(key, known);
    return known.view;
  }

  private changing(key: string): Known {
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

const NO_FILES: readonly string[] = [];

function viewOf(key: string, { files, entries }: Known): SourceView {
  const [file] = files;
  const [listed] = entries;
  const frontMatter = file?.frontMatter;
  return {
    key,
    ...(file && { uri: file.uri, frontMatter: file.frontMatter }),
    others: files.length < 2 ? NO_FILES : files.slice(1).map(({ uri }) => uri),
    ...(listed && { bibliography: { uri: listed.uri, span: listed.entry.span, entry: listed.entry } }),
    status: frontMatter?.status?.value as SourceView["status"],
    study: frontMatter?.study?.value ?? key,
    type: frontMatter?.type?.value,
  };
}
