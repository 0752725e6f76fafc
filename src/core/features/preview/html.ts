/** Lines of cards as HTML. Nothing that stands in a review can make markup, a script or an address of its own there. */

import { relativePath } from "../../model/paths.ts";
import type { Review } from "../../review.ts";
import { inMarkup } from "../../text.ts";
import type { CardLine, Run } from "../card/lines.ts";
import type { Place } from "../card/naming.ts";
import { plain } from "../card/words.ts";
import { slugsOf } from "../links.ts";
import type { Look } from "../marks.ts";
import { roleLook } from "./roles.ts";

/** What the HTML of a document is made with. */
export interface Setting {
  readonly review: Review;
  /** The document in which it stands. */
  readonly uri: string;
  readonly looks: ReadonlyMap<string, Look>;
}

/**
 * Where a click leads: a path relative to the document, with the heading, which previews and editors go to, or else the line; in the document itself the line alone. Never
 * an address with a scheme.
 */
export function hrefOf({ uri, span }: Place, from: string, review: Review): string {
  const line = review.lines(uri).position(span.start).line + 1;
  const fragment = `#L${line}`;
  if (uri === from) return fragment;
  const path = encoded(relativePath(from, uri));
  if (line === 1) return path;
  const slug = slugAt(uri, span.start, review);
  return path + (slug === undefined || slug === "" ? fragment : encoded(`#${slug}`));
}

function encoded(address: string): string {
  return address.replace(/^#|[^\w\-.~/%!$'*+,;=@\u00a1-\ud7ff\ue000-\uffef]+/g, (odd, at: number) =>
    odd === "#" && at === 0 ? odd : encodeURIComponent(odd.replace(LONE, "\ufffd")),
  );
}

type Slugs = ReadonlyMap<number, string>;
const slugs = new WeakMap<Review, { readonly revision: number; readonly byUri: Map<string, Slugs> }>();

/** The slug of the heading at an offset; undefined of what is no heading. */
function slugAt(uri: string, offset: number, review: Review): string | undefined {
  let known = slugs.get(review);
  if (known?.revision !== review.revision) {
    known = { revision: review.revision, byUri: new Map() };
    slugs.set(review, known);
  }
  const found = known.byUri.get(uri) ?? slugsOf(review.text(uri) ?? "");
  known.byUri.set(uri, found);
  return found.get(offset);
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A line of a card; its class tells what part of it it is. */
export function lineHtml({ part, runs }: CardLine, setting: Setting): string {
  const [first] = runs;
  const under = part === "slot" && first?.text === "· " ? " cmoc-under" : "";
  return `<div class="cmoc-line cmoc-${part}${under}">${runs.map((run) => runHtml(run, setting)).join("")}</div>`;
}

function runHtml({ text, style, tone, to }: Run, { review, uri, looks }: Setting): string {
  const words = inMarkup(plainRun(text));
  const inner = to ? `<a class="cmoc-ref" href="${inMarkup(hrefOf(to, uri, review))}">${words}</a>` : words;
  if (style === undefined) return inner;
  const look = style === "role" ? looks.get(tone ?? "") : undefined;
  const named = look ? roleLook(look) : style === "stance" ? `cmoc-stance cmoc-${stanceOf(tone)}` : `cmoc-${style}`;
  return `<span class="${named}">${inner}</span>`;
}

const STANCE = /^(?:supports|refutes|refines)$/;

function stanceOf(tone: string | undefined): string {
  return tone !== undefined && STANCE.test(tone) ? tone : "none";
}

/** Runs are plain already; white space at their ends parts them. */
function plainRun(text: string): string {
  const lead = text.slice(0, text.length - text.trimStart().length);
  const bare = plain(text);
  return bare === "" ? lead : lead + bare + text.slice(text.trimEnd().length);
}

/** A few words beside others, told in full when they are pointed at. */
export function chip(look: string, words: string, title = ""): string {
  return `<span class="cmoc-chip ${look}"${title === "" ? "" : ` title="${inMarkup(title)}"`}>${inMarkup(words)}</span>`;
}
