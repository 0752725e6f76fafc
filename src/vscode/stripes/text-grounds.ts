/** The stripes of full texts: where quotations stand in them is put together in short turns, once for each revision of the review, and shown as far as it is known. */
import * as vscode from "vscode";
import { type Quoted, TextStripes } from "../../core/features/stripes.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Definition } from "../../core/review.ts";
import type { Span } from "../../core/text.ts";
import { type FullText, fullTextOf } from "../fulltext/full-text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { Turns } from "../reviews/turns.ts";
import type { Ground } from "./ground.ts";

/** What is known is shown after so many milliseconds, while more is looked for. */
const MEANWHILE_MS = 80;

interface Known {
  /** Of the document. */
  readonly version: number;
  /** When it was looked at. */
  readonly round: number;
  readonly full: FullText | undefined;
  /** Of one revision of the review. */
  index?: { readonly revision: number; readonly ground: Ground };
  /** Whether it is being put together. */
  isIndexing: boolean;
}

export class TextGrounds implements vscode.Disposable {
  private readonly reviews: Reviews;
  private readonly soon: () => void;
  private readonly known = new WeakMap<vscode.TextDocument, Known>();
  private readonly asking = new WeakSet<vscode.TextDocument>();
  private readonly heard = new WeakSet<OpenReview>();
  private readonly own: vscode.Disposable[] = [];
  /** Counts what may have made a document, or its text, another. */
  private round = 0;
  private isDisposed = false;

  /** `soon` is called when something else is to be shown. */
  constructor(reviews: Reviews, soon: () => void) {
    this.reviews = reviews;
    this.soon = soon;
    this.own.push(reviews.onDidChange(() => this.again()));
  }

  /** The ground of a full text; "coming" while it is not known, or not as it is now; undefined of any other document. */
  of(document: vscode.TextDocument): Ground | "coming" | undefined {
    const known = this.known.get(document);
    const isNow = known?.version === document.version;
    if (!isNow || known.round !== this.round) void this.ask(document);
    if (!isNow) return "coming";
    const { full, index } = known;
    if (!full) return undefined;
    if (index?.revision !== full.open.review.revision) void this.put(document, known, full);
    return index && index.revision === full.open.review.revision ? index.ground : "coming";
  }

  private again(): void {
    this.round++;
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    if (this.asking.has(document)) return;
    this.asking.add(document);
    const { round } = this;
    const { version } = document;
    try {
      const full = await fullTextOf(this.reviews, document).catch(() => undefined);
      if (this.isDisposed) return;
      if (full) this.hear(full.open);
      const before = this.known.get(document);
      if (before && before.version === version && before.full === full)
        this.known.set(document, Object.assign(before, { round }));
      else this.known.set(document, { version, round, full, isIndexing: false });
      if (before?.full !== full || round !== this.round || before === undefined) this.soon();
    } finally {
      this.asking.delete(document);
    }
  }

  private hear(open: OpenReview): void {
    if (this.heard.has(open) || !open.proven) return;
    this.heard.add(open);
    const again = (): void => {
      this.again();
      this.soon();
    };
    this.own.push(open.proven.texts.onDidChange(again), open.proven.onDidChange(again));
  }

  /** Puts together where the quotations stand; begins again when the review becomes another meanwhile, with what is compared already. */
  private async put(document: vscode.TextDocument, known: Known, full: FullText): Promise<void> {
    if (known.isIndexing) return;
    known.isIndexing = true;
    try {
      const { open, key } = full;
      const { proofs } = await open.proving();
      const { review } = open;
      const turns = new Turns();
      for (let isDone = false; !isDone && !this.isDisposed; ) {
        const { revision } = review;
        const found: Quoted[] = [];
        let told = Date.now();
        isDone = true;
        for (const extract of review.extractsOf(key) as readonly Definition<Extract>[]) {
          const proof = proofs.of(extract);
          if (proof && "passage" in proof)
            found.push({ extract, parts: proof.passage.parts, isSame: proof.is !== "near" });
          await turns.next();
          isDone = review.revision === revision && !this.isDisposed;
          if (!isDone) break;
          if (Date.now() - told < MEANWHILE_MS) continue;
          told = Date.now();
          known.index = { revision, ground: groundOf(document, full, new TextStripes(review, full.text, found)) };
          this.soon();
        }
        if (isDone)
          known.index = { revision, ground: groundOf(document, full, new TextStripes(review, full.text, found)) };
      }
    } finally {
      known.isIndexing = false;
    }
    this.soon();
  }

  dispose(): void {
    this.isDisposed = true;
    for (const each of this.own) each.dispose();
  }
}

function groundOf(document: vscode.TextDocument, full: FullText, stripes: TextStripes): Ground {
  let passages: readonly vscode.Range[] | undefined;
  const rangeOf = ({ start, end }: Span): vscode.Range => {
    const first = full.fromSource(start);
    // What stands behind the last letter of a page is the next page, below its heading.
    const last = end > start ? full.fromSource(end - 1) + 1 : first;
    return new vscode.Range(document.positionAt(first), document.positionAt(last));
  };
  return {
    open: full.open,
    within: (window) => stripes.within(window),
    passages: () => {
      passages ??= stripes.passages().map(rangeOf);
      return passages;
    },
    rangeOf,
    offsetOf: (position) => full.toSource(document.offsetAt(position)),
  };
}
