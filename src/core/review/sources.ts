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
  /** Ids of its extracts are in the name space of this source. */
  readonly type: string | undefined;
}

interface Known {
  readonly files: Map<string, FrontMatter>;
  readonly entries: { readonly uri: string; readonly entry: BibliographyEntry }[];
}

/** Sources by citation key; keys keep their case. */
export class SourceIndex {
  private readonly known = new Map<string, Known>();

  setFile(uri: string, frontMatter: FrontMatter): void {
    const key = frontMatter.citekey?.value;
    if (key !== undefined) this.of(key).files.set(uri, frontMatter);
  }

  removeFile(uri: string, frontMatter: FrontMatter): void {
    const key = frontMatter.citekey?.value;
    if (key === undefined) return;
    this.known.get(key)?.files.delete(uri);
    this.prune(key);
  }

  setEntry(uri: string, entry: BibliographyEntry): void {
    this.of(entry.key).entries.push({ uri, entry });
  }

  removeEntry(uri: string, entry: BibliographyEntry): void {
    const entries = this.known.get(entry.key)?.entries;
    const at = entries?.findIndex((each) => each.uri === uri && each.entry === entry) ?? -1;
    if (at >= 0) entries?.splice(at, 1);
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
    const files = [...known.files.keys()].sort();
    const uri = files[0];
    const frontMatter = uri === undefined ? undefined : known.files.get(uri);
    const entry = known.entries[0];
    return {
      key,
      ...(uri !== undefined && { uri, frontMatter }),
      others: files.slice(1),
      ...(entry && { bibliography: { uri: entry.uri, span: entry.entry.span, entry: entry.entry } }),
      status: frontMatter?.status?.value as SourceView["status"],
      study: frontMatter?.study?.value ?? key,
      type: frontMatter?.type?.value,
    };
  }

  private of(key: string): Known {
    const known = this.known.get(key);
    if (known) return known;
    const made: Known = { files: new Map(), entries: [] };
    this.known.set(key, made);
    return made;
  }

  private prune(key: string): void {
    const known = this.known.get(key);
    if (known && known.files.size === 0 && known.entries.length === 0) this.known.delete(key);
  }
}
