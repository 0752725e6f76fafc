/** Moving a record to another document, with everything that leads from it and to it. */
import { t } from "../../l10n.ts";
import { roleOfFile } from "../../membership.ts";
import { relativePath, resolvePath } from "../../model/paths.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { applyEdits, lineEnding, type TextEdit } from "../../text.ts";
import { type Heading, type Led, LinksLed } from "../edit/heading-links.ts";
import { editsOf, type Refusal, refuse } from "../edit/outcome.ts";
import { isHeld, isRow } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { lineEnd } from "../edit/style.ts";
import { slugsOf } from "../links.ts";
import { withFootnotes } from "./carried-notes.ts";
import { anchorsIn, destinationsIn, writtenAs } from "./destinations.ts";
import { Draft, spotOf } from "./draft.ts";
import type { Refactored } from "./merge.ts";
import { withoutNews } from "./news.ts";
import { withTargets } from "./reference-links.ts";

/** Why a record cannot be moved there; undefined where it may be tried. `to` need not exist. */
export function whyNotMoved(review: Review, at: Definition, to: string): Refusal | undefined {
  const { brief, placed } = at;
  const words = (text: string): Refusal => refuse("told", { words: text });
  if (!isHeld(review, placed)) return notHeld(review, at);
  if (brief.kind === "extract")
    return words(t("{0} is an extract, and an extract stands in the file of its source.", called(at)));
  if (isRow(brief))
    return words(t("{0} is a row of a table. Convert it to fields first, then it can be moved.", called(at)));
  if (placed.uri === to) return words(t("{0} stands in {1} already.", called(at), to));
  if (!/\.md$/i.test(to) || roleOfFile(to, review.manifest) !== "markdown" || /(^|\/)\.{0,2}(\/|$)|\\/.test(to))
    return words(t("{0} is no file in which the review reads records. Choose one that ends in .md.", to));
  const text = review.text(to);
  const kept = text !== undefined && review.facts(to) === undefined;
  return kept
    ? words(t("{0} is no file in which the review reads records. Choose one that ends in .md.", to))
    : undefined;
}

/**
 * Moves a record, with the ordinary headings below it, to the end of another document, which is begun where it does not exist. Relative links in it, and links of the
 * review to its headings and anchors, lead where they led; footnotes are whole in both.
 */
export function moveRecord(review: Review, at: Definition, to: string, anyway = false): Refactored {
  const wrong = whyNotMoved(review, at, to);
  if (wrong) return { outcome: wrong, notes: [] };
  const from = at.placed.uri;
  const notes = withFootnotes(review, at, to);
  if (!notes)
    return refused(
      t(
        "Footnotes of {0}, or of what stands beside it, cannot be kept whole in {1}. Write each on lines of its own, outside lists and quotes and under a label of its own, first.",
        called(at),
        to,
      ),
    );
  const draft = new Draft(review);
  const spot = spotOf(review, at);
  if (notes.length > 0) draft.take(editsOf(from, review.text(from) ?? "", notes));
  return movedIn(draft, draft.at(spot) ?? at, to, slugsOf(review.text(from) ?? ""), anyway);
}

function movedIn(draft: Draft, at: Definition, to: string, before: Slugs, anyway: boolean): Refactored {
  const { review } = draft;
  const from = at.placed.uri;
  const parts = partsOf(review, at, to);
  if (!parts)
    return refused(
      t(
        "Without {0}, or with it at the end of {1}, other records would be read otherwise. Move it by hand.",
        called(at),
        to,
      ),
    );
  const whole = withTargets(review, at, to);
  if (whole === undefined)
    return refused(
      t(
        "{0} or what stands beside it has links by reference, such as “[words][label]”, that would lead elsewhere in {1}. Write their targets in round brackets first.",
        called(at),
        to,
      ),
    );
  const [document, target] = [review.text(from) ?? "", review.text(to) ?? ""];
  // The label of a footnote in a heading may be another one now, and the words to which links lead with it.
  const places = [...slugsOf(document).keys()];
  const oldSlugs = new Map([...before.values()].map((slug, index) => [places[index] ?? document.length, slug]));
  const newSlugs = slugsOf(target);
  const anchors = anchorsThatGo(document, at);
  const [twice] = inBoth(anchors, [...newSlugs.values(), ...anchorsIn(target).map((each) => each.target)]);
  if (twice !== undefined)
    return refused(
      t(
        "{0} has an anchor “{1}”, and links to it would lead elsewhere in {2}. Rename it first.",
        called(at),
        twice,
        to,
      ),
    );
  const own = new Set([...slugsWithin(oldSlugs, at), ...anchors]);
  const moved = parts.write(applyEdits(whole, linksFrom(at, own, whole, to)));
  draft.take(editsOf(from, document, [parts.removal]));
  draft.take(editsOf(to, target, [moved]));
  const led = ledTo(draft.review, at, to, oldSlugs, newSlugs, anchors);
  const links = new LinksLed(led);
  // A bare fragment in the record is that of a heading in it.
  const start = draft.review.placed(to).at(-1)?.start ?? 0;
  for (const uri of draft.review.uris()) {
    if (!draft.review.facts(uri)) continue;
    const text = draft.review.text(uri) ?? "";
    const homeOf = (offset: number): string => (uri === to && offset >= start ? from : uri);
    draft.take(editsOf(uri, text, links.edits(text, uri, homeOf)));
  }
  return { outcome: withoutNews(draft, undefined, anyway), notes: [] };
}

type Slugs = ReadonlyMap<number, string>;

/** Anchors that links lead to in the record: of several that are alike in a document, to the first. */
function anchorsThatGo(document: string, { placed }: Definition): ReadonlySet<string> {
  const first = new Map<string, number>();
  for (const { target, span } of anchorsIn(document)) if (!first.has(target)) first.set(target, span.start);
  const end = placed.start + placed.facts.length;
  return new Set([...first].flatMap(([target, start]) => (start >= placed.start && start < end ? [target] : [])));
}

function inBoth(one: ReadonlySet<string>, other: readonly string[]): readonly string[] {
  return other.filter((each) => one.has(each));
}

function slugsWithin(slugs: Slugs, { placed }: Definition): readonly string[] {
  const end = placed.start + placed.facts.length;
  return [...slugs].flatMap(([start, slug]) => (start >= placed.start && start < end ? [slug] : []));
}

function refused(words: string): Refactored {
  return { outcome: refuse("told", { words }), notes: [] };
}

interface Parts {
  readonly removal: TextEdit;
  readonly write: (words: string) => TextEdit;
}

/** What is taken out and put in; undefined where another record would be another one, or hold more or less than it did. */
function partsOf(review: Review, { placed }: Definition, to: string): Parts | undefined {
  const document = review.text(placed.uri) ?? "";
  const { start } = placed;
  const end = start + placed.facts.length;
  const isLast = document.slice(end).trim() === "";
  // The white space before what is last goes with it, but for the end of the line before.
  let from = start;
  if (isLast) while (from > 0 && /\s/.test(document.charAt(from - 1))) from--;
  const removal = {
    span: {
      start: isLast && from > 0 ? lineEnd(document, from) : start,
      end: isLast ? document.trimEnd().length : end,
    },
    newText: "",
  };
  const target = review.text(to);
  const isNew = (target ?? "").replace(/^\ufeff/, "").trim() === "";
  const eol = isNew ? lineEnding(document) : lineEnding(target ?? "");
  const place = isNew ? (target ?? "").length : lineEnd(target ?? "", (target ?? "").trimEnd().length);
  const write = (words: string): TextEdit => {
    const own = words.trim().replace(/\r\n|\r|\n/g, eol);
    return { span: { start: place, end: place }, newText: isNew ? own + eol : eol + eol + own };
  };
  const { scheme } = review.manifest;
  const pieces = (text: string): readonly string[] => {
    const read = readDocument(text, scheme);
    let at = read.from;
    return read.pieces
      .map(({ length, records }) => {
        const words = text.slice(at, at + length).trim();
        at += length;
        return `${records.map(({ kind, name }) => `${kind} ${name}`).join(",")}\n${words}`;
      })
      .filter((each) => each.trim() !== "");
  };
  const own = pieces(document);
  const left = pieces(applyEdits(document, [removal]));
  const before = target === undefined ? [] : pieces(target);
  const after = pieces(applyEdits(target ?? "", [write(placed.text)]));
  const index = review.placed(placed.uri).filter((each) => each.start < start && each.text.trim() !== "").length;
  const stay = [...own.slice(0, index), ...own.slice(index + 1)];
  const isMeant = same(left, stay) && same(after.slice(0, -1), before) && after.length === before.length + 1;
  return isMeant && after.at(-1)?.split("\n")[0] === own[index]?.split("\n")[0] ? { removal, write } : undefined;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** The edits, in the piece, of links that lead from it to files, or to headings that stay. */
function linksFrom({ placed }: Definition, own: ReadonlySet<string>, words: string, to: string): readonly TextEdit[] {
  const from = placed.uri;
  return destinationsIn(words)
    .flatMap((destination) => {
      const { span, target } = destination;
      const lead = (newText: string): TextEdit[] => [{ span, newText: writtenAs(destination, newText) }];
      const hash = target.indexOf("#");
      const fragment = hash < 0 ? "" : target.slice(hash);
      const path = resolvePath(from, target);
      if (!isRelative(target) || path === undefined) return [];
      if (hash === 0) return own.has(fragment.slice(1)) ? [] : lead(relativePath(to, from) + fragment);
      // Links to what moves with it are seen to with all others. A file's name stays: without it, a link is no reference.
      return lead(relativePath(to, path) + fragment);
    })
    .filter(({ span, newText }) => words.slice(span.start, span.end) !== newText);
}

function isRelative(target: string): boolean {
  return target !== "" && !/^[a-z][a-z\d+.-]*:|^\/|^\?/i.test(target);
}

function ledTo(
  after: Review,
  { placed }: Definition,
  to: string,
  oldSlugs: Slugs,
  newSlugs: Slugs,
  anchors: ReadonlySet<string>,
): Led {
  const from = placed.uri;
  const led = new Map<string, Heading>();
  for (const anchor of anchors) led.set(`${from}#${anchor}`, { uri: to, slug: anchor });
  const end = placed.start + placed.facts.length;
  const left = [...slugsOf(after.text(from) ?? "")].map(([, slug]) => slug);
  const there = [...slugsOf(after.text(to) ?? "")].map(([, slug]) => slug);
  let stay = 0;
  let moved = newSlugs.size;
  for (const [start, slug] of oldSlugs) {
    const goes = start >= placed.start && start < end;
    const now = goes ? { uri: to, slug: there[moved++] ?? slug } : { uri: from, slug: left[stay++] ?? slug };
    if (now.uri !== from || now.slug !== slug) led.set(`${from}#${slug}`, now);
  }
  return led;
}

/** Files to which a record may be moved: those of the review without extracts first. */
export function filesToMoveTo(review: Review, at: Definition): readonly string[] {
  const files = review.uris().filter((uri) => uri !== at.placed.uri && review.facts(uri) !== undefined);
  const isSource = (uri: string): boolean => review.facts(uri)?.frontMatter?.citekey !== undefined;
  return [...files.filter((uri) => !isSource(uri)), ...files.filter(isSource)].filter(
    (uri) => !whyNotMoved(review, at, uri),
  );
}
