/** Which source of the review a file of annotations, or one of them, is about. */
import type { Reference } from "../bibliography/reference.ts";
import type { About, Annotation, Cited } from "../exchange/annotations/types.ts";
import { sourceNamed } from "../features/joining-files.ts";
import { fold } from "../quotes/fold.ts";
import type { Review } from "../review.ts";

/** What a bibliography says of a source, decoded. */
export type ReferenceOf = (key: string) => Reference | undefined;

/** Finds sources by key, by file, by DOI, by title, by author and year: only where one source alone is meant. */
export class SourcesMeant {
  private readonly review: Review;
  private readonly byKey = new Map<string, string | undefined>();
  private readonly byDoi = new Map<string, string | undefined>();
  private readonly byTitle = new Map<string, string | undefined>();
  private readonly byCitation = new Map<string, string | undefined>();
  private readonly byFile = new Map<string, string | undefined>();
  /** By what a source can be cited: names, and its year. */
  private readonly names = new Map<string, { readonly names: readonly string[]; readonly year: number }>();

  constructor(review: Review, referenceOf: ReferenceOf) {
    this.review = review;
    for (const { key, frontMatter } of review.sources()) {
      const reference = referenceOf(key);
      const own = (field: string): string => frontMatter?.fields.get(field)?.value ?? "";
      add(this.byKey, key.normalize("NFC").toLowerCase(), key);
      add(this.byDoi, doiOf(reference?.doi || own("doi")), key);
      for (const title of new Set([reference?.title ?? "", own("title")].map(titleOf))) add(this.byTitle, title, key);
      const text = own("text").split("/").at(-1)?.toLowerCase() ?? "";
      add(this.byFile, text, key);
      const year = reference?.year ?? Number(own("year"));
      const [first] = reference?.authors ?? [];
      const author = first ? ("literal" in first ? first.literal : first.family) : own("author").split(/,|;/)[0];
      const names = [...new Set([author ?? "", reference?.title ?? own("title")].map(titleOf))];
      this.names.set(key, { names: names.filter((name) => name !== ""), year });
      for (const name of names) if (name !== "" && Number.isInteger(year)) add(this.byCitation, `${name} ${year}`, key);
    }
  }

  /** The source that a file is about as a whole; `name` is what the file is called. */
  ofFile({ key, doi, title }: About, name: string): string | undefined {
    const stem = name.replace(/\.[a-z]{1,8}$/i, "").replace(/^@/, "");
    return (
      this.key(key) ??
      this.byDoi.get(doiOf(doi)) ??
      this.byTitle.get(titleOf(title)) ??
      this.key(stem) ??
      this.byTitle.get(titleOf(stem))
    );
  }

  /** The source of one annotation. */
  ofAnnotation({ cited, file }: Annotation): string | undefined {
    const own =
      file === undefined ? undefined : (this.byFile.get(file.toLowerCase()) ?? sourceNamed(this.review, file));
    return own ?? this.cited(cited);
  }

  cited(cited: Cited | undefined): string | undefined {
    if (!cited) return undefined;
    const { key, author, year } = cited;
    const own = this.key(key);
    if (own !== undefined || author === undefined || year === undefined) return own;
    return this.byCitation.get(`${titleOf(author)} ${year}`);
  }

  /** Whether a citation is of another source than this one, as far as both say whose they are and of which year. */
  citesOther(key: string, cited: Cited | undefined): boolean {
    const own = this.cited(cited);
    if (own !== undefined) return own !== key;
    // A key that no source of the review has.
    if (cited?.key !== undefined && cited.author === undefined) return true;
    const known = this.names.get(key);
    if (!known || cited?.author === undefined || cited.year === undefined) return false;
    if (known.year > 0 && known.year !== cited.year) return true;
    const author = titleOf(cited.author);
    return known.names.length > 1 && !known.names.some((name) => name.includes(author) || author.includes(name));
  }

  private key(key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.byKey.get(key.normalize("NFC").toLowerCase());
  }
}

/** What two sources share means neither. */
function add(map: Map<string, string | undefined>, name: string, key: string): void {
  if (name !== "") map.set(name, map.has(name) && map.get(name) !== key ? undefined : key);
}

function titleOf(title: string | undefined): string {
  return fold((title ?? "").slice(0, 1000), "loose").text;
}

function doiOf(doi: string | undefined): string {
  return /10\.\d{4,9}\/\S+/.exec(doi ?? "")?.[0].toLowerCase() ?? "";
}
