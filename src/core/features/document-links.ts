/**
 * What can be clicked in a document that VS Code's own features know nothing of: the full text and the DOI of a source, the files that `review.yaml` names, wikilinks
 * that name a record. Ids and keys in fields are no links: they lead to their records as definitions do.
 */
import { isNearlyManifest, MANIFEST_NAME } from "../membership.ts";
import type { Name } from "../model/types.ts";
import { eachRef } from "../review/placed.ts";
import type { Review } from "../review.ts";
import type { FrontMatterField } from "../syntax/front-matter.ts";
import { safePath } from "../syntax/paths.ts";
import { readYaml } from "../syntax/yaml.ts";
import type { Span } from "../text.ts";
import { type Place, placesOf } from "./definition.ts";

export interface DocumentLink {
  /** Offsets in the document. */
  readonly span: Span;
  readonly to:
    | { readonly file: string; readonly start?: number }
    | { readonly folder: string }
    | { readonly web: string };
}

const MOST = 2000;

export function documentLinks(review: Review, uri: string): readonly DocumentLink[] {
  const isManifest = uri === MANIFEST_NAME || (isNearlyManifest(uri) && !review.document(MANIFEST_NAME));
  if (isManifest) return ofManifest(review, review.text(uri) ?? "");
  return [...ofFrontMatter(review, uri), ...wikilinks(review, uri)];
}

function ofManifest({ manifest }: Review, text: string): readonly DocumentLink[] {
  const files = [...manifest.bibliography, ...manifest.decisions];
  const found: DocumentLink[] = files
    .filter(({ span, path }) => span.end > span.start && path !== "")
    .map(({ path, span }) => ({ span: unquoted(text, span), to: { file: path } }));
  const node = readYaml(text).root?.entries?.find(({ key }) => key === "texts")?.node;
  if (node?.text && safePath(node.text) === manifest.texts && manifest.texts !== "")
    found.push({ span: unquoted(text, node), to: { folder: manifest.texts } });
  return found;
}

function ofFrontMatter(review: Review, uri: string): readonly DocumentLink[] {
  const frontMatter = review.frontMatter(uri);
  if (!frontMatter?.citekey) return [];
  const text = review.text(uri) ?? "";
  const found: DocumentLink[] = [];
  if (frontMatter.text && frontMatter.text.value !== "")
    found.push({ span: unquoted(text, frontMatter.text.span), to: { file: frontMatter.text.value } });
  for (const [key, field] of frontMatter.fields) {
    const web = key.toLowerCase() === "doi" ? doiOf(field) : undefined;
    if (web !== undefined) found.push({ span: unquoted(text, field.span), to: { web } });
  }
  return found;
}

/** The address of a bare DOI; of one that is an address already, which editors find themselves, none. */
function doiOf({ value }: FrontMatterField): string | undefined {
  const found = /^(?:doi:\s*)?(10\.\d{4,9}\/[^\s<>"]{1,300})$/i.exec(value.trim())?.[1];
  if (found === undefined) return undefined;
  // Half of a sign, as an escape in YAML may leave it, has no place in an address.
  return /\p{Cs}/u.test(found) ? undefined : `https://doi.org/${encodeURI(found).replace(/[?#]/g, encodeURIComponent)}`;
}

/** The words of a value without the quotation marks around them. */
function unquoted(text: string, { start, end }: Span): Span {
  const isMarked = /^["']/.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start) && end - start > 1;
  return isMarked ? { start: start + 1, end: end - 1 } : { start, end };
}

/** `[[TR3]]`, `[[TR3|as it was said]]`; not a range, whose ends lead to their own records, and not what is the text of a Markdown link. */
function wikilinks(review: Review, uri: string): readonly DocumentLink[] {
  const found: DocumentLink[] = [];
  const taken = new Set<number>();
  const places = new Map<Name, Place | undefined>();
  const placeOf = (name: Name): Place | undefined => {
    if (!places.has(name)) places.set(name, placesOf(name, review)[0]);
    return places.get(name);
  };
  for (const { facts, home, start } of review.placed(uri)) {
    eachRef(facts, (ref) => {
      if (!ref.weak || ref.range !== undefined || ref.link || found.length >= MOST) return;
      const from = start + ref.start;
      if (home.slice(from - 2, from) !== "[[" || taken.has(from)) return;
      const tail = /^(?:\|[^\]\r\n]{0,300})?\]\]/.exec(home.slice(start + ref.end, start + ref.end + FAR))?.[0];
      const place = tail === undefined ? undefined : placeOf(ref.name);
      if (!place || tail === undefined) return;
      taken.add(from);
      found.push({
        span: { start: from - 2, end: start + ref.end + tail.length },
        to: { file: place.uri, start: place.selection.start },
      });
    });
  }
  return found;
}

const FAR = 310;
