/** A bibliographic reference as people read it: Unicode, no TeX, no markup, no control characters. */

export type ReferenceAuthor =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  /** An organisation, or a name that cannot be parted. */
  | { readonly literal: string };

export interface Reference {
  readonly key: string;
  /** A CSL type: `article-journal`, `book`, `chapter`, `report`, `thesis`, … ; `document` when it is not known. */
  readonly type: string;
  /** Empty when the entry has none. */
  readonly title: string;
  /** The authors; the editors where an entry has no author. */
  readonly authors: readonly ReferenceAuthor[];
  /** The list of authors ends in "and others". */
  readonly moreAuthors?: true;
  readonly year?: number;
  /** The journal, book or proceedings that it appeared in. */
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** A range is joined by a hyphen: `123-145`. */
  readonly page?: string;
  /** Bare: `10.1000/182`. */
  readonly doi?: string;
  /** With `http:`, `https:` or `ftp:` in front; any other address is left out. */
  readonly url?: string;
  readonly publisher?: string;
}

function surname(author: ReferenceAuthor): string {
  return "literal" in author ? author.literal : author.family;
}

const TITLE_WORDS = 5;

/** "Okafor 2014", "Okafor and Lind 2014", "Okafor et al. 2014"; without authors the first words of the title, or else the key. */
export function authorYear(reference: Reference): string {
  const [first, second, third] = reference.authors;
  const year = reference.year === undefined ? "" : ` ${reference.year}`;
  if (first === undefined) {
    const words = reference.title.split(" ");
    const title = words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).join(" ")} …` : reference.title;
    return (title || reference.key) + year;
  }
  if (third !== undefined || reference.moreAuthors) return `${surname(first)} et al.${year}`;
  return (second === undefined ? surname(first) : `${surname(first)} and ${surname(second)}`) + year;
}
