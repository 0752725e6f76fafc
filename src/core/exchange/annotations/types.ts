/** Highlights that somebody made in another program, as its Markdown tells of them. */

export interface Annotation {
  /** The highlighted words; a line a paragraph. */
  readonly quote: string;
  /** Where the program says that they stand, as `at` has it: `p. 412`, `location 96`. */
  readonly at?: string | undefined;
  /** The page of the file, from 1: no printed page. */
  readonly page?: number | undefined;
  /** What the reader wrote at it; a line a paragraph. */
  readonly comment?: string | undefined;
  readonly tags: readonly string[];
  /** A word for its colour, or what the program calls highlights of it. */
  readonly colour?: string | undefined;
  /** What the program calls it, which stays when the words are changed: `zotero KQ3PT7WD`. */
  readonly id?: string | undefined;
  readonly cited?: Cited | undefined;
  /** The file that it was made in: `okafor2014.pdf`. */
  readonly file?: string | undefined;
  /** Where it begins, from 1. */
  readonly line: number;
}

/** How a program names a source: `Okafor et al., 2014`. */
export interface Cited {
  /** The surname of the first author, or words of the title. */
  readonly author?: string | undefined;
  readonly year?: number | undefined;
  readonly key?: string | undefined;
}

/** Words that tell of a highlight which cannot be taken: a picture, a note to a page. */
export interface Aside {
  readonly line: number;
  readonly text: string;
}

/** What a file of annotations says. */
export interface Annotations {
  readonly all: readonly Annotation[];
  readonly aside: readonly Aside[];
  /** Quotations of which no place is told. */
  readonly unplaced?: readonly Aside[];
  /** Passages that tell of nothing, or of a highlight behind words that are none: somebody's own. */
  readonly passed?: readonly Aside[];
  /** What it says of the source that it is about, as far as it does. */
  readonly about: About;
}

export interface About {
  readonly key?: string | undefined;
  readonly title?: string | undefined;
  readonly doi?: string | undefined;
}
