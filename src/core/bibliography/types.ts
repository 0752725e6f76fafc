/** What a bibliography file holds, as far as it can be known without decoding its entries. All spans are of the file's text. */
import type { Span } from "../text.ts";

export type BibliographyFormat = "bibtex" | "csl-json" | "ris";

export interface BibliographyEntry {
  /** The citation key, in the case in which it stands in the file. */
  readonly key: string;
  /** The key itself; for a generated key the line that begins the record. Escapes in JSON make the text there differ from `key`. */
  readonly span: Span;
  /** The whole entry, from `@`, `{` or `TY` to the end of its closing mark. */
  readonly entry: Span;
  /** Bare and without a resolver in front of it: `10.1000/182`. */
  readonly doi?: string;
  /** The record has no key of its own; this one was made from author and year (RIS only). */
  readonly generated?: true;
}

/**
 * What is wrong with a bibliography, for an edge to word:
 *
 * - `duplicate-key`: an earlier entry, at `first`, has this key
 * - `missing-key`: an entry that nothing can cite, so it is not among the entries
 * - `uncitable-key`: neither `@key` nor `@{key}` can spell the key: it has white space or `}` in it, or over 199 units
 * - `shared-key`: a generated key needed a letter because another record has the same author and year; it may change when the file does
 * - `unclosed-entry`: the entry has no closing mark; it was ended where the next one begins
 * - `json`: the first place where the file is not JSON, and what was expected there
 * - `no-entries`: the file is not blank, and nothing in it is an entry of its format
 */
export type BibliographyProblem =
  | { readonly code: "duplicate-key"; readonly span: Span; readonly key: string; readonly first: Span }
  | { readonly code: "missing-key" | "no-entries"; readonly span: Span }
  | { readonly code: "uncitable-key" | "shared-key" | "unclosed-entry"; readonly span: Span; readonly key: string }
  | { readonly code: "json"; readonly span: Span; readonly expected: JsonExpectation };

export type JsonExpectation = "value" | "name" | "colon" | "comma" | "close" | "quote" | "end" | "less-depth";

export interface Bibliography {
  readonly format: BibliographyFormat;
  /** In the order of the file, entries with a repeated key among them. */
  readonly entries: readonly BibliographyEntry[];
  /** The abbreviations that `@string` defines, by name in lower case, with TeX as it stands; empty in other formats. */
  readonly macros: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly problems: readonly BibliographyProblem[];
}

/** What a reader of one format returns; keys are compared and judged for all formats alike. */
export interface ScannedEntries {
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
  readonly macros?: ReadonlyMap<string, string>;
  /** The text is of this format though it may hold no entry: an empty list, abbreviations or comments alone. */
  readonly isRecognised: boolean;
}
