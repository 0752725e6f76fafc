/**
 * References as Markdown links that a forge can follow: made, refreshed, and taken out again. The text of a link is the reference as written, its
 * target the record's file relative to the document, its fragment the forge's slug of the record's whole heading.
 */
import GithubSlugger from "github-slugger";
import { isRow } from "../model/brief.ts";
import { keyOfName } from "../model/names.ts";
import { relativePath, resolvePath } from "../model/paths.ts";
import { isRelativeMarkdown } from "../model/prose.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import { eachRef } from "../review/placed.ts";
import type { Definition, Review } from "../review.ts";
import { readBlocks } from "../syntax/read-blocks.ts";
import { split } from "../syntax/split.ts";
import type { TextEdit } from "../text.ts";
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

/**
 * The edits that wrap every reference in a field and every `[[…]]` in running words, and refresh every link that is one. Names that nothing defines,
 * citations in running words, and ranges that are no links, stay as they are.
 */
export function linkEdits(review: Review): EditsByUri {
  const fragments = new Fragments(review);
  return editsBy(review, (uri, text, { ref, names, start }) => {
    const target = fragments.targetOfRef(uri, ref, names);
    if (target === undefined) return undefined;
    if (ref.link && ref.target !== undefined) {
      return refreshed(text, ref, start, target);
    }
    if (ref.range !== undefined) return undefined;
    const from = start + ref.start;
    const to = start + ref.end;
    if (ref.field === "prose" && text.startsWith("[[", from - 2) && text.startsWith("]]", to)) {
      return { span: { start: from - 2, end: to + 2 }, newText: `[${text.slice(from, to)}](${target})` };
    }
    if (LEFT.has(ref.field) || ref.inReason) return undefined;
    if (/[[(]/.test(text.charAt(from - 1)) || /[\])]/.test(text.charAt(to))) return undefined;
    return { span: { start: from, end: to }, newText: `[${text.slice(from, to)}](${target})` };
  });
}

/**
 * The edits that leave only the text of every link that is a reference; in running words an id is put into `[[…]]`, without which it would be none. A
 * link there whose text names nothing of the review is somebody's own.
 */
export function plainEdits(review: Review): EditsByUri {
  return editsBy(review, (_uri, text, { ref, names, start }) => {
    if (!ref.link || ref.target === undefined || !isRelativeMarkdown(ref.target)) return undefined;
    if (ref.weak && !names.some((name) => review.isDefined(name))) return undefined;
    const whole = { start: start + ref.link.start, end: start + ref.link.end };
    const words = text.slice(whole.start, whole.end);
    const close = words.lastIndexOf("](");
    if (close < 0) return undefined;
    const inner = words.slice(1, close);
    return { span: whole, newText: ref.weak && keyOfName(ref.name) === undefined ? `[[${inner.trim()}]]` : inner };
  });
}

/** The edit that gives a link its right target; undefined when it has it. */
export function refreshed(text: string, ref: Ref, start: number, target: string): TextEdit | undefined {
  if (!ref.link || !isRelativeMarkdown(ref.target ?? "")) return undefined;
  const whole = { start: start + ref.link.start, end: start + ref.link.end };
  const words = text.slice(whole.start, whole.end);
  const close = words.lastIndexOf("](");
  if (close < 0 || words.slice(close + 2, -1) === target) return undefined;
  return { span: whole, newText: `${words.slice(0, close)}](${target})` };
}

function editsBy(
  review: Review,
  edit: (uri: string, text: string, placed: Placed) => TextEdit | undefined,
): EditsByUri {
  const all = new Map<string, readonly TextEdit[]>();
  for (const uri of review.uris()) {
    const text = review.text(uri) ?? "";
    const seen = new Set<number>();
    const edits: TextEdit[] = [];
    for (const placed of referencesOf(review, uri)) {
      const one = edit(uri, text, placed);
      if (!one || seen.has(one.span.start)) continue;
      seen.add(one.span.start);
      edits.push(one);
    }
    if (edits.length > 0)
      all.set(
        uri,
        edits.sort((a, b) => a.span.start - b.span.start),
      );
  }
  return all;
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
