/** The stripes of a source's full text: the passages that its extracts quote, and the coded words in them. */
import type { Extract } from "../../model/types.ts";
import type { Skipped } from "../../quotes/fold.ts";
import { Ground, type Run } from "../../quotes/ground.ts";
import type { Definition, Review } from "../../review.ts";
import { firstNot, type Span } from "../../text.ts";
import { type Look, looksOf } from "../marks.ts";
import { codedIn, inRows, stripeOf } from "./coded.ts";
import { byPlace, type Coded, type Stripe, spanOf } from "./stripe.ts";

/** Where the quote of an extract stands in the text of its source. */
export interface Quoted {
  readonly extract: Definition<Extract>;
  /** One for each part of the quote, in order: offsets in the text. */
  readonly parts: readonly Span[];
  /** Whether the words there are those of the quote, or only like them. */
  readonly isSame: boolean;
}

/** The text of a source, as it is compared. */
interface Text {
  readonly text: string;
  /** Heads and feet of pages, and marks: ascending and apart. */
  readonly skipped: readonly Skipped[];
}

/** Passages that overlap, and what is next to no other. */
interface Cluster extends Span {
  readonly quoted: readonly Quoted[];
  stripes?: readonly Stripe[];
}

/**
 * The stripes of one text at one time. Passages are put in order once; coded words are looked for where they are asked about, and remembered. What is asked of a stretch costs
 * the stripes there, however long the text is.
 */
export class TextStripes {
  private readonly text: Text;
  private readonly looks: ReadonlyMap<string, Look>;
  private readonly clusters: readonly Cluster[];

  constructor(review: Review, text: Text, quoted: readonly Quoted[]) {
    this.text = text;
    this.looks = looksOf(review.manifest.scheme);
    this.clusters = clustersOf(quoted);
  }

  /** Those that touch a stretch of the text, ascending; offsets in the text. */
  within({ start, end }: Span): readonly Stripe[] {
    const { clusters } = this;
    const found: Stripe[] = [];
    for (let at = firstNot(clusters.length, (index) => endOf(clusters[index]) <= start); at < clusters.length; at++) {
      const cluster = clusters[at] as Cluster;
      if (cluster.start >= end) break;
      cluster.stripes ??= this.stripesOf(cluster);
      for (const stripe of cluster.stripes) if (stripe.start < end && stripe.end > start) found.push(stripe);
    }
    return found;
  }

  /** The passages of all extracts, ascending. */
  passages(): readonly Span[] {
    return this.clusters.flatMap(({ quoted }) => quoted.map(({ parts }) => spanOf(parts)));
  }

  private stripesOf({ quoted }: Cluster): readonly Stripe[] {
    const passages: Stripe[] = [];
    const coded: (Omit<Coded, "row"> & { readonly of: Quoted })[] = [];
    for (const of of quoted) {
      const ground = passageGround(this.text, of.parts);
      passages.push(passageOf(of, ground.all()));
      for (const each of codedIn(of.extract.entity.codings, ground, !of.isSame)) coded.push({ ...each, of });
    }
    const ordered = coded.sort((a, b) => byPlace(spanOf(a.parts), spanOf(b.parts)));
    const stripes = inRows(ordered).map((each) => stripeOf(each, each.of.extract, this.looks, 0));
    return [...passages, ...stripes].sort(byPlace);
  }
}

const endOf = (span: Span | undefined): number => span?.end ?? 0;

function clustersOf(quoted: readonly Quoted[]): readonly Cluster[] {
  const ordered = quoted
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => byPlace(spanOf(a.parts), spanOf(b.parts)));
  const clusters: { start: number; end: number; quoted: Quoted[] }[] = [];
  for (const each of ordered) {
    const { start, end } = spanOf(each.parts);
    const last = clusters[clusters.length - 1];
    if (last && start < last.end) {
      last.quoted.push(each);
      last.end = Math.max(last.end, end);
    } else clusters.push({ start, end, quoted: [each] });
  }
  return clusters;
}

/** The parts of a passage as one text, joined as the quote's parts are. */
function passageGround({ text, skipped }: Text, parts: readonly Span[]): Ground {
  const runs: Run[] = [];
  const skips: Skipped[] = [];
  let made = "";
  for (const { start, end } of parts) {
    if (made !== "") made += "\n…\n";
    const from = made.length;
    runs.push({ from, at: start, length: end - start });
    made += text.slice(start, end);
    for (let at = firstNot(skipped.length, (index) => endOf(skipped[index]) <= start); at < skipped.length; at++) {
      const skip = skipped[at] as Skipped;
      // A passage of a note.
      if (skip.start <= start && end <= skip.end) break;
      if (skip.start >= end) break;
      skips.push({
        start: from + Math.max(start, skip.start) - start,
        end: from + Math.min(end, skip.end) - start,
        ...(skip.as !== undefined && { as: skip.as }),
      });
    }
  }
  return new Ground(made, runs, skips);
}

function passageOf({ extract }: Quoted, parts: readonly Span[]): Stripe {
  const coder = extract.entity.coder?.text;
  return {
    ...spanOf(parts),
    parts,
    is: "passage",
    coding: undefined,
    look: undefined,
    role: undefined,
    coder,
    extract,
    row: 0,
  };
}
