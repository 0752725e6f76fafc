/** The quotations of an open review, compared with the texts of their sources: in short turns, after nobody typed for a while, and only those that are others. */
import * as vscode from "vscode";
import type { Problem } from "../../core/check.ts";
import { quoteProblems } from "../../core/proof/problems.ts";
import { Proofs } from "../../core/proof/proofs.ts";
import { quotedBy, quotedIn } from "../../core/proof/quoted.ts";
import { firstPageOf } from "../../core/proof/text-paths.ts";
import type { Definition, Placed } from "../../core/review.ts";
import type { Manifest } from "../../core/syntax/manifest.ts";
import { asksForRange } from "../../core/texts/printed-pages.ts";
import type { OpenReview, ReviewChange } from "../reviews/open-review.ts";
import { Turns } from "../reviews/turns.ts";
import { Cache } from "./cache.ts";
import { Texts } from "./texts.ts";

/** What changed is compared after nobody typed for so many milliseconds. */
const QUIET_MS = 150;
/** Reading so many texts is shown. */
const MANY = 8;
const PASSES = 2;

/** Of a document, what was found while nothing was different that bears on it. */
interface Kept {
  readonly placed: readonly Placed[];
  readonly manifest: Manifest;
  readonly round: number;
  readonly problems: readonly Problem[];
}

export class Proving implements vscode.Disposable {
  readonly texts: Texts;
  readonly proofs: Proofs;
  private readonly open: OpenReview;
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ReadonlySet<string>>();
  private readonly own: vscode.Disposable[];
  /** Citation keys of sources of which quotations are to be compared. */
  private readonly waiting = new Set<string>();
  private readonly kept = new Map<string, Kept>();
  /** Counts what became different beside the review. */
  private round = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private isDisposed = false;
  /** Paths of documents of whose quotations something else is said. */
  readonly onDidChange = this.changed.event;

  constructor(open: OpenReview, log: vscode.LogOutputChannel) {
    const { review, references, root } = open;
    this.open = open;
    this.log = log;
    this.texts = new Texts(root, review, new Cache(root), log);
    this.proofs = new Proofs(review, this.texts.heldOf, (key) => ({
      first: firstPageOf(review, key),
      range: references.already(key)?.page,
    }));
    this.own = [
      this.texts,
      this.changed,
      this.texts.onDidChange((keys) => this.soon(keys)),
      open.onDidChange((change) => this.noted(change)),
      references.onDidDecode(() => this.soon(this.quotedKeys())),
    ];
    this.soon(this.quotedKeys(), 0);
  }

  /** What is said of the quotations of a document, by place. What was not compared yet is not among it. */
  problems(path: string): readonly Problem[] {
    const { review } = this.open;
    const { manifest } = review;
    const placed = review.placed(path);
    const known = this.kept.get(path);
    if (known?.placed === placed && known.manifest === manifest && known.round === this.round) return known.problems;
    const problems = quoteProblems(review, this.proofs, path, "known");
    this.kept.set(path, { placed, manifest, round: this.round, problems });
    return problems;
  }

  /** Resolves when everything that is known to have changed was compared. */
  async settled(): Promise<void> {
    while (!this.isDisposed && (this.timer !== undefined || this.running)) {
      if (this.timer !== undefined) this.begin();
      await this.running;
    }
  }

  /** Citation keys of the sources that are quoted, in their order. */
  private quotedKeys(): readonly string[] {
    const { review } = this.open;
    return review
      .sources()
      .map(({ key }) => key)
      .filter((key) =>
        review.extractsOf(key).some(({ brief }) => brief.kind === "extract" && brief.passageDigest !== 0),
      );
  }

  private noted({ uris, changes }: ReviewChange): void {
    if (changes === undefined) this.soon(this.quotedKeys());
    // What this says itself changes nothing.
    if (!changes?.length) return;
    const keys = new Set<string>();
    for (const uri of uris) {
      const own = this.open.review.frontMatter(uri)?.fields.get("citekey")?.value;
      if (own !== undefined) keys.add(own);
      for (const placed of this.open.review.placed(uri))
        for (const { source } of quotedIn(placed).values()) keys.add(source);
    }
    this.soon(keys);
  }

  private soon(keys: Iterable<string>, ms = QUIET_MS): void {
    for (const key of keys) this.waiting.add(key);
    if (this.waiting.size === 0 || this.isDisposed) return;
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(), ms);
  }

  private begin(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    this.running ??= this.everything()
      .catch((error) => this.log.error(error as Error))
      .finally(() => {
        this.running = undefined;
      });
  }

  private async everything(): Promise<void> {
    const begun = Date.now();
    const total = this.waiting.size;
    let done = 0;
    const step = async (say?: (message: string) => void): Promise<void> => {
      for (const key of this.waiting) {
        if (this.isDisposed) return;
        this.waiting.delete(key);
        say?.(`${++done}/${Math.max(total, done)}`);
        // One that fails leaves the others their turn.
        await this.one(key).catch((error) => this.log.error(error as Error));
      }
    };
    // Shown only where there is much to read.
    if (total < MANY) await step();
    else
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Comparing quotations with full texts") },
        (progress) => step((message) => progress.report({ message })),
      );
    if (total >= MANY)
      this.log.info(`${this.open.root.path}: quotations of ${done} sources in ${Date.now() - begun} ms`);
  }

  /** Compares what was not compared of one source, and tells where something else is said of it now. */
  private async one(key: string): Promise<void> {
    const { review } = this.open;
    if (review.extractsOf(key).length === 0) return;
    const held = await this.texts.read(key);
    if (held.is === "text" && asksForRange(held.text, firstPageOf(review, key))) await this.open.references.all();
    const turns = new Turns();
    // Once more: where words stand several times, those beside them are to be known.
    for (let passes = 0; passes < PASSES && !this.isDisposed; passes++) {
      const unknown = this.unknown(key);
      if (unknown.length > 0) for (const _ of this.proofs.text(key)?.preparing() ?? []) await turns.next();
      const { revision } = review;
      for (const extract of this.unknown(key)) {
        this.proofs.of(extract);
        await turns.next();
        // Places are those of a revision.
        if (review.revision !== revision || this.isDisposed) break;
      }
      if (unknown.length === 0) break;
      if (review.revision !== revision) passes = -1;
    }
    this.tell(key);
  }

  private unknown(key: string): readonly Definition[] {
    const { proofs } = this;
    return this.open.review
      .extractsOf(key)
      .filter((extract) => quotedBy(extract) !== undefined && proofs.known(extract) === undefined);
  }

  private tell(key: string): void {
    if (this.isDisposed) return;
    const uris = new Set(this.open.review.extractsOf(key).map(({ placed }) => placed.uri));
    const before = new Map([...uris].map((uri) => [uri, this.kept.get(uri)?.problems]));
    this.round++;
    const told = new Set([...uris].filter((uri) => !isSame(before.get(uri), this.problems(uri))));
    if (told.size > 0) this.changed.fire(told);
  }

  dispose(): void {
    this.isDisposed = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const one of this.own) one.dispose();
  }
}

function isSame(before: readonly Problem[] | undefined, now: readonly Problem[]): boolean {
  return before === undefined ? now.length === 0 : JSON.stringify(before) === JSON.stringify(now);
}
