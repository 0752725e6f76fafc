/**
 * References as Markdown links that a forge can follow: made, refreshed, and taken out again. The text of a link is the reference as written, its
 * target the record's file relative to the document, its fragment the forge's slug of the record's whole heading.
 */
import GithubSlugger from "github-slugger";
import { isRow } from "../model/brief.ts";
import { keyOfName } from "../model/names.ts";
import { relativePath, resolvePath } from "../model/paths.ts";
import { isRelativeMarkdown } from "../model/prose.ts";
import { readDocument } from "../model/read-document.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import { eachRef } from "../review/placed.ts";
import { type Definition, isEvidence, type Review } from "../review.ts";
import { readBlocks } from "../syntax/read-blocks.ts";
import { wholeReference } from "../syntax/references.ts";
import { split } from "../syntax/split.ts";
import { applyEdits, type Span, type TextEdit } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import type { EditsByUri } from "./edit/outcome.ts";

/** Fields whose references are not wrapped where they are not in `[[…]]`: a citation in prose has its own brackets, and a slot's or a coding line's words stay as they are. */
const LEFT = new Set([
  "prose",
  "slot",
  "coding",
  "coding-prose",
  "note",
  "draws on",
  "counterexamples",
  "boundary",
  "moderators",
]);

interface Placed {
  readonly ref: Ref | Evidence;
  /** What it names; of a range, all. */
  readonly names: readonly Name[];
  /** Offset of the piece that holds it. */
  readonly start: number;
}

/** Every reference of a document, each place once. */
function referencesOf(review: Review, uri: string): readonly Placed[] {
  const found = new Map<number, Placed & { readonly names: Name[] }>();
  for (const placed of review.placed(uri)) {
    eachRef(placed.facts, (ref) => {
      const at = placed.start + ref.start;
      const known = found.get(at);
      if (known && ref.range !== undefined && known.ref.range === ref.range) known.names.push(ref.name);
      // What may be somebody's own is read again where a field's list was read.
      else if (known && ref.weak && !known.ref.weak) return;
      else found.set(at, { ref, names: [ref.name], start: placed.start });
    });
  }
  return [...found.values()];
}

/** An edit at a reference that counts only if the edited text reads as is meant. */
interface Sought {
  readonly edit: TextEdit;
  /** Where the reference begins in the new text. */
  readonly at: number;
  /** Whether the new text is to be its link, from end to end; else it is to stand in none. */
  readonly isLink: boolean;
}

/**
 * The edits that wrap every reference in a field and every `[[…]]` in running words, and refresh every link that is one. Names that nothing defines,
 * citations in running words, ranges that are no links, what stands in a link of somebody's own, and what would be no link once it is wrapped
 * (`![[…]]`, `\[[…]]`), stay as they are.
 */
export function linkEdits(review: Review): EditsByUri {
  const fragments = new Fragments(review);
  return editsBy(review, (uri, text, { ref, names, start }) => {
    const target = fragments.targetOfRef(uri, ref, names);
    if (target === undefined) return undefined;
    if (ref.link) {
      const edit = ref.target === undefined ? undefined : refreshed(text, ref, start, target);
      return edit && { edit, at: ref.start - ref.link.start, isLink: true };
    }
    if (ref.range !== undefined) return undefined;
    const from = start + ref.start;
    const to = start + ref.end;
    const wrapped = (span: Span): Sought | undefined =>
      isInBracketsOfLink(text, span)
        ? undefined
        : { edit: { span, newText: `[${text.slice(from, to)}](${target})` }, at: 1, isLink: true };
    if (ref.field === "prose" && text.startsWith("[[", from - 2) && text.startsWith("]]", to)) {
      // An embed's mark would make it an image.
      return text.charAt(from - 3) === "!" ? undefined : wrapped({ start: from - 2, end: to + 2 });
    }
    if (LEFT.has(ref.field) || ref.inReason) return undefined;
    if (/[[(!]/.test(text.charAt(from - 1)) || /[\])]/.test(text.charAt(to))) return undefined;
    return wrapped({ start: from, end: to });
  });
}

/**
 * The edits that leave only the text of every link that is a reference; in running words an id is put into `[[…]]`, without which it would be none. A
 * link there whose text names nothing of the review is somebody's own. A link whose text alone would not be the same reference stays.
 */
export function plainEdits(review: Review): EditsByUri {
  return editsBy(review, (_uri, text, { ref, names, start }) => {
    const target = destinationOf(text, ref, start);
    if (!ref.link || !target || !isRelativeMarkdown(ref.target ?? "")) return undefined;
    if (ref.weak && !names.some((name) => review.isDefined(name))) return undefined;
    const span = { start: start + ref.link.start, end: start + ref.link.end };
    const from = start + ref.start;
    const to = start + ref.end;
    const lead = text.slice(span.start + 1, from);
    const tail = text.slice(to, target.close);
    const words = text.slice(from, to);
    if (!ref.weak || keyOfName(ref.name) !== undefined || lead.includes("[["))
      return { edit: { span, newText: lead + words + tail }, at: lead.length, isLink: false };
    // Brackets go round what is a reference without its markup.
    if (!wholeReference(words, undefined)) return undefined;
    const before = lead.trimStart();
    return {
      edit: { span, newText: `${before}[[${words}]]${tail.trimEnd()}` },
      at: before.length + 2,
      isLink: false,
    };
  });
}

/** The edit that gives a link its right target, its title kept; undefined when it has it, and for a link that is more than the reference. */
export function refreshed(text: string, ref: Ref, start: number, target: string): TextEdit | undefined {
  const edit = retargeted(text, ref, start, target);
  if (!ref.link || !edit) return undefined;
  const span = { start: start + ref.link.start, end: start + ref.link.end };
  return { span, newText: text.slice(span.start, edit.span.start) + target + text.slice(edit.span.end, span.end) };
}

/** As {@link refreshed}, at the target alone. */
export function retargeted(text: string, ref: Ref, start: number, target: string): TextEdit | undefined {
  const old = destinationOf(text, ref, start);
  if (!old || !isRelativeMarkdown(ref.target ?? "")) return undefined;
  if (text.slice(old.start, old.end) === target) return undefined;
  return { span: { start: old.start, end: old.end }, newText: target };
}

/**
 * Where the destination of the link stands whose text a reference is, in the document, angle brackets and title left out; `close` is where the link's
 * text ends. Undefined where it has none in round brackets, and for a link of more words than the reference.
 */
export function destinationOf(text: string, ref: Ref, start: number): (Span & { readonly close: number }) | undefined {
  if (!ref.link || ref.target === undefined) return undefined;
  const end = start + ref.link.end;
  const tail = text.slice(start + ref.end, end);
  const close = tail.indexOf("](");
  if (close < 0 || !isWhole(text.slice(start + ref.link.start, start + ref.start), ref, tail.slice(0, close)))
    return undefined;
  const match = /^(\s*)(?:<((?:\\.|[^<>\\\r\n])*)>|([^\s<]\S*))/.exec(tail.slice(close + 2, -1));
  if (!match) return undefined;
  const [, space = "", angled, bare = ""] = match;
  const at = start + ref.end + close + 2 + space.length + (angled === undefined ? 0 : 1);
  return { start: at, end: at + (angled ?? bare).length, close: start + ref.end + close };
}

/** How far on either side of a reference the brackets of a link or an image are looked for. */
const MOST_AROUND = 1000;

/**
 * Whether a place is the text of a link by reference (`[[TR1]][log]`), or stands in brackets that are one's or an image's: a link made there would
 * undo them. Goes by the brackets alone, so that it may leave a reference without a link, never spoil one.
 */
function isInBracketsOfLink(text: string, { start, end }: Span): boolean {
  if (text.charAt(end) === "[") return true;
  const least = Math.max(0, start - MOST_AROUND);
  const most = Math.min(text.length, end + MOST_AROUND);
  let opened = 0;
  let closed = 0;
  for (let at = start - 1; at >= least; at--) {
    const character = text.charAt(at);
    if (/[[\]]/.test(character) && isEscaped(text, at)) continue;
    if (character === "]") closed++;
    else if (character === "[" && closed > 0) closed--;
    else if (character === "[") opened++;
    else if (BLANK_LINE.test(text.slice(at - 3, at + 1))) break;
  }
  closed = 0;
  for (let at = end; opened > 0 && at < most; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === "[") closed++;
    else if (character === "]" && closed > 0) closed--;
    else if (character === "]") {
      if (/[[(]/.test(text.charAt(at + 1))) return true;
      opened--;
    } else if (BLANK_LINE.test(text.slice(at - 3, at + 1))) break;
  }
  return false;
}

const BLANK_LINE = /(?:\n\r?\n|\r\r)$/;

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (slashes < MOST_AROUND && text.charAt(at - 1 - slashes) === "\\") slashes++;
  return slashes % 2 === 1;
}

/** Whether only markup and brackets stand in a link before and after its reference, of `[[…|words]]` the words, and the locator of a citation. */
function isWhole(before: string, ref: Ref | Evidence, after: string): boolean {
  // Before the code of a coding line its role may stand in the link.
  const lead = ref.field === "coding" ? /^[[\s*_~`]*[^[\]]{0,80}$/ : /^[[\s*_~`]*$/;
  if (!lead.test(before.replace(TAG, ""))) return false;
  if (isEvidence(ref) && ref.locator !== undefined) return true;
  return /^[*_~`]*(?:\|[^\]]*)?[\]\s*_~`]*$/.test(after.replace(TAG, ""));
}

const TAG = /<[^<>]{0,200}>/g;

function editsBy(review: Review, seek: (uri: string, text: string, placed: Placed) => Sought | undefined): EditsByUri {
  const all = new Map<string, readonly TextEdit[]>();
  for (const uri of review.uris()) {
    const text = review.text(uri) ?? "";
    const sought = new Map<number, Meant>();
    for (const placed of referencesOf(review, uri)) {
      const one = seek(uri, text, placed);
      if (one && !sought.has(one.edit.span.start)) sought.set(one.edit.span.start, { ...one, placed });
    }
    const sure = readAsMeant(
      text,
      [...sought.values()].sort((a, b) => a.edit.span.start - b.edit.span.start),
      review.manifest.scheme,
    );
    if (sure.length > 0) all.set(uri, sure);
  }
  return all;
}

interface Meant extends Sought {
  readonly placed: Placed;
}

/** How often a document is read again without the edits that were not read as they were meant; then it stays as it is. */
const MOST_READINGS = 8;

/** Those of the edits, ascending, after which each reference is read as the same one, in a link or in none as is meant. */
function readAsMeant(text: string, edits: readonly Meant[], scheme: Scheme): readonly TextEdit[] {
  let left = edits;
  for (let reading = 0; left.length > 0 && reading < MOST_READINGS; reading++) {
    const own = left.map(({ edit }) => edit);
    const found = refsByStart(applyEdits(text, own), scheme);
    let shift = 0;
    const sure = left.filter(({ edit: { span, newText }, at, isLink, placed }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      const refs = (found.get(start + at) ?? []).filter(({ ref: { field, link, target }, piece }) => {
        if (field !== placed.ref.field) return false;
        if (!isLink) return target === undefined;
        return target !== undefined && link?.start === start - piece && link.end === start - piece + newText.length;
      });
      return placed.names.every((name) => refs.some(({ ref }) => ref.name === name));
    });
    if (sure.length === left.length) return own;
    left = sure;
  }
  return [];
}

/** The references of a text by where they begin, each with the offset of its piece. */
function refsByStart(
  text: string,
  scheme: Scheme,
): ReadonlyMap<number, readonly { readonly ref: Ref; readonly piece: number }[]> {
  const found = new Map<number, { readonly ref: Ref; readonly piece: number }[]>();
  const { from, pieces } = readDocument(text, scheme);
  let piece = from;
  for (const facts of pieces) {
    const start = piece;
    eachRef(facts, (ref) => {
      const known = found.get(start + ref.start);
      if (known) known.push({ ref, piece: start });
      else found.set(start + ref.start, [{ ref, piece: start }]);
    });
    piece += facts.length;
  }
  return found;
}

/** Where links go: the slugs of a document are made once, since headings that are alike are numbered in order. */
export class Fragments {
  private readonly review: Review;
  private readonly slugs = new Map<string, ReadonlyMap<number, string>>();

  constructor(review: Review) {
    this.review = review;
  }

  /** The target of a link in the document `from` to what a name means; undefined when nothing, or more than one thing, defines it. */
  targetOf(from: string, name: Name): string | undefined {
    if (name.startsWith("s:")) {
      const uri = this.review.source(name.slice(2))?.uri;
      return uri === undefined ? undefined : relativePath(from, uri);
    }
    const [record, ...others] = this.review.definitions(name);
    if (!record || others.length > 0) return undefined;
    const slug = this.slugOf(record);
    return relativePath(from, record.placed.uri) + (slug === undefined ? "" : `#${slug}`);
  }

  /**
   * The target of the link that a reference is the text of, or would be. A range has that of any of its records: the one it has already, else of
   * one in the file that it goes to, else of the first.
   */
  targetOfRef(from: string, { name, range, target }: Ref, names: readonly Name[]): string | undefined {
    if (range === undefined || target === undefined) return this.targetOf(from, name);
    const targets = names.flatMap((each) => this.targetOf(from, each) ?? []);
    if (targets.includes(target)) return target;
    const file = resolvePath(from, target);
    return targets.find((each) => resolvePath(from, each) === file) ?? targets[0];
  }

  private slugOf({ placed, brief }: Definition): string | undefined {
    if (brief.kind === "cmoc" && isRow(brief)) return undefined;
    let slugs = this.slugs.get(placed.uri);
    if (!slugs) {
      slugs = slugsOf(this.review.text(placed.uri) ?? "");
      this.slugs.set(placed.uri, slugs);
    }
    return slugs.get(placed.start);
  }
}

/** The slug of each heading by its offset. */
export function slugsOf(text: string): ReadonlyMap<number, string> {
  const slugger = new GithubSlugger();
  const found = new Map<number, string>();
  for (const section of split(text).sections) {
    if (section.depth === 0) continue;
    const block = readBlocks(text.slice(section.start, section.headingEnd))[0];
    if (block?.type === "heading") found.set(section.start, slugger.slug(block.inline.text));
  }
  return found;
}
