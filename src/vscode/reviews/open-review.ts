/** A review that is open: its documents as they are in editors or else on the disk, what is found in it, and what changed. */
import * as vscode from "vscode";
import { scanning } from "../../core/bibliography/keys.ts";
import type { Bibliography } from "../../core/bibliography/types.ts";
import { byProblem } from "../../core/check/kept.ts";
import { type Problem, reviewToCheck } from "../../core/check.ts";
import { type HoldsText, UnlinkedExtracts } from "../../core/features/tree.ts";
import { roleOfFile } from "../../core/membership.ts";
import { manifestChange } from "../../core/review/manifests.ts";
import type { Change, Review } from "../../core/review.ts";
import { ALL_RULES } from "../../core/rules/index.ts";
import { load } from "../loading.ts";
import { addressOf, documentAt, pathBelow } from "../places.ts";
import type { Proving } from "../proving/proving.ts";
import { Checking, MANY, type Noted } from "./checking.ts";
import { isManifest } from "./manifests.ts";
import { type LoadDecode, References } from "./references.ts";
import { Resting } from "./resting.ts";
import { atOnce, Turns } from "./turns.ts";
import { type Found, NOTHING_FOUND, readStored, stampNow, type Unread, walk, whyNotFound } from "./walk.ts";

/** What became different in a review. */
export interface ReviewChange extends Noted {
  readonly open: OpenReview;
}

/** A document this long, in UTF-16 units, is read again when nobody typed in it for a while, not at every letter. */
const LONG = 1_000_000;
/** So long, in UTF-16 units, that to look through it would be felt. */
const LONG_BIBLIOGRAPHY = 100_000;
/** The name under which a look at the disk waits. */
const LOOK = "";

export class OpenReview implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly review: Review = reviewToCheck(ALL_RULES);
  private readonly isOthers: (uri: vscode.Uri) => boolean;
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ReviewChange>();
  private readonly cancelling = new vscode.CancellationTokenSource();
  private readonly checking = new Checking(
    this.review,
    () => this.isCancelled,
    () => this.checked(),
  );
  private found: Found = NOTHING_FOUND;
  private ready = false;
  /** What reads the disk, one after another. */
  private work: Promise<unknown> = Promise.resolve();
  /** Of the files that were read from the disk. */
  private readonly stamps = new Map<string, string>();
  private readonly long = new Set<string>();
  private readonly resting = new Resting(() => this.tell());
  readonly onDidChange = this.changed.event;
  /** Extracts that hang loose. */
  readonly unlinked = new UnlinkedExtracts(this.review);
  /** Whether the text of a source is there, once somebody looks for that. */
  holdsText: HoldsText | undefined;
  /** Entries of its bibliographies, decoded. */
  readonly references: References;
  /** What compares its quotations with full texts, once that is loaded: see {@link proving}. */
  proven: Proving | undefined;
  private comingProving: Promise<Proving> | undefined;

  /** `isOthers` says whether an address belongs to a review inside this one. */
  constructor(
    root: vscode.Uri,
    isOthers: (uri: vscode.Uri) => boolean,
    load: LoadDecode,
    log: vscode.LogOutputChannel,
  ) {
    this.root = root;
    this.isOthers = isOthers;
    this.log = log;
    this.references = new References(this.review, load, log);
  }

  /** Whether all files were read and checked once. Before that, problems would be of half a review and are none. */
  get isReady(): boolean {
    return this.ready;
  }

  /** The path of an address in this review; undefined when it lies outside. */
  pathOf(uri: vscode.Uri): string | undefined {
    return pathBelow(this.root, uri);
  }

  addressOf(path: string): vscode.Uri {
    return addressOf(this.root, path);
  }

  /** Whether a file at a path is one that the review reads. */
  reads(path: string): boolean {
    return this.whyUnread(path) === undefined;
  }

  /** Why the review does not read a file at a path; undefined where it does. */
  whyUnread(path: string): Unread | undefined {
    const { manifest } = this.review;
    const why = whyNotFound(path, manifest, this.found);
    if (why !== undefined || roleOfFile(path, manifest) === "bibliography") return why;
    return this.isOthers(this.addressOf(path)) ? "review" : undefined;
  }

  /** Of a document, or of all; those of quotations among them, as far as these were compared. */
  problems(path?: string): readonly Problem[] {
    if (!this.ready) return [];
    const found = this.checking.problems(path);
    const { proven } = this;
    if (!proven) return found;
    if (path === undefined) return [...found, ...this.review.uris().flatMap((uri) => proven.problems(uri))];
    const more = proven.problems(path);
    return more.length === 0 ? found : [...found, ...more].sort(byProblem);
  }

  /** What compares its quotations with full texts, loaded when it is first asked for. */
  proving(): Promise<Proving> {
    this.comingProving ??= this.beginProving();
    this.comingProving.catch((error) => {
      this.log.error(error as Error);
      this.comingProving = undefined;
    });
    return this.comingProving;
  }

  private async beginProving(): Promise<Proving> {
    const { Proving } = await load("proving");
    const proven = new Proving(this, this.log);
    if (this.isCancelled) proven.dispose();
    this.proven = proven;
    proven.onDidChange((uris) => this.changed.fire({ open: this, uris, changes: [] }));
    return proven;
  }

  /** Whether there is a quotation in one of some documents. */
  private isQuoting(uris: Iterable<string>): boolean {
    for (const uri of uris)
      for (const { definitions } of this.review.placed(uri))
        if (definitions.some(({ brief }) => brief.kind === "extract" && brief.passageDigest !== 0)) return true;
    return false;
  }

  /** Reads the files from the disk, those that are open in an editor from there, and checks them. */
  load(manifest: string): Promise<void> {
    return this.enqueue(async () => {
      const begun = Date.now();
      // First, since it says which files there are, and how they are read.
      await this.take([manifest]);
      await this.look();
      if (this.isCancelled) return;
      this.takeEditors();
      this.checking.begin();
      await this.checking.settled();
      this.log.info(`${this.root.path}: ${this.review.uris().length} files in ${Date.now() - begun} ms`);
    });
  }

  /** A document's new text, from an editor. Before the files are read it waits: what editors hold is taken in then. */
  edited(path: string, document: vscode.TextDocument): void {
    if (!this.checking.isBegun || !this.reads(path)) return;
    if (this.long.has(path)) this.resting.add(path, () => this.put(path, this.review.text(path)));
    else {
      this.put(path, document.getText());
      this.tell();
    }
  }

  /** Files came, changed or went on the disk, or were closed in an editor. With `look`, others may belong to the review now. */
  touched(paths: ReadonlySet<string>, look: boolean): void {
    void this.enqueue(() => this.takeIn(paths, look));
  }

  /** Takes in whatever is different on the disk, told or not. */
  again(): void {
    void this.enqueue(async () => this.takeIn(await this.stale(), true));
  }

  private async takeIn(paths: ReadonlySet<string>, look: boolean): Promise<void> {
    this.proven?.texts.touched((path) => paths.has(path));
    if (paths.size > MANY) this.checking.pause();
    try {
      // The manifest first, since it says how the others are read.
      await this.take([...paths].filter(isManifest));
      await this.take([...paths].filter((path) => !isManifest(path)));
      if (look || this.resting.forget(LOOK)) await this.look();
    } finally {
      if (paths.size > MANY) this.checking.begin();
    }
    this.tell();
  }

  /** Files that are others than when they were read. */
  private async stale(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const one = async (path: string): Promise<void> => {
      if ((await stampNow(this.addressOf(path))) !== this.stamps.get(path)) found.add(path);
    };
    await atOnce(this.review.uris(), one, () => this.isCancelled);
    return found;
  }

  /** Resolves when everything that it was told of is taken in, checked and told. */
  async settled(): Promise<void> {
    for (let before: unknown; before !== this.work || this.resting.isWaiting; ) {
      this.resting.flush();
      before = this.work;
      await before;
      await this.checking.settled();
    }
  }

  private enqueue(run: () => Promise<void>): Promise<void> {
    const done = this.work
      .then(() => (this.isCancelled ? undefined : run()))
      .catch((error) => this.log.error(error as Error));
    this.work = done;
    return done;
  }

  private get isCancelled(): boolean {
    return this.cancelling.token.isCancellationRequested;
  }

  /** Looks at the disk for files that came or went; which ones belong to the review may be different. */
  private async look(): Promise<void> {
    const found = await walk(this.root, this.review.manifest, this.cancelling.token, this.log);
    if (this.isCancelled) return;
    this.found = found;
    const wanted = new Set(found.paths.filter((path) => this.reads(path)));
    const turns = new Turns();
    for (const path of this.review.uris()) {
      if (wanted.has(path) || (this.reads(path) && documentAt(this.addressOf(path))?.isDirty)) continue;
      this.note(this.review.delete(path));
      await turns.next();
    }
    await this.take([...wanted].filter((path) => this.review.document(path) === undefined));
    this.takeEditors();
  }

  /** Takes in what is at some paths now. */
  private take(paths: readonly string[]): Promise<void> {
    const turns = new Turns();
    const one = async (path: string): Promise<void> => {
      const stored = this.reads(path) ? await readStored(this.addressOf(path), this.log) : undefined;
      if (stored) this.stamps.set(path, stored.stamp);
      else this.stamps.delete(path);
      const scanned = stored && (await this.scannedOf(path, stored.text));
      // What was typed while the disk was read is newer.
      if (!this.isCancelled) this.put(path, stored?.text, scanned);
      await turns.next();
    };
    return atOnce(paths, one, () => this.isCancelled);
  }

  /** A long bibliography, looked through in short turns; undefined of anything else. */
  private async scannedOf(path: string, text: string): Promise<Bibliography | undefined> {
    if (text.length < LONG_BIBLIOGRAPHY || roleOfFile(path, this.review.manifest) !== "bibliography") return undefined;
    const turns = new Turns();
    const steps = scanning(path, text);
    for (let step = steps.next(); !this.isCancelled; step = steps.next()) {
      if (step.done) return step.value;
      await turns.next();
    }
    return undefined;
  }

  /** Takes in what editors hold: files that are known, and what is not saved. */
  private takeEditors(): void {
    for (const { uri, isDirty } of vscode.workspace.textDocuments) {
      const path = this.pathOf(uri);
      if (path === undefined || !this.reads(path)) continue;
      if (isDirty || this.review.document(path) !== undefined) this.put(path, this.review.text(path));
    }
  }

  /** Sets a document to what an editor holds; without one, or without a file below one that is saved, to the text on the disk. */
  private put(path: string, onDisk: string | undefined, scanned?: Bibliography): void {
    const document = this.reads(path) ? documentAt(this.addressOf(path)) : undefined;
    const isShown = document !== undefined && (document.isDirty || onDisk !== undefined);
    const text = isShown ? document.getText() : this.reads(path) ? onDisk : undefined;
    const { manifest } = this.review;
    if (text === undefined) this.note(this.review.delete(path));
    else {
      const version = isShown ? document.version : 0;
      this.note(this.review.set({ uri: path, version, text }, text === onDisk ? scanned : undefined));
    }
    if (text !== undefined && text.length >= LONG) this.long.add(path);
    else this.long.delete(path);
    const now = this.review.manifest;
    if (now !== manifest && this.found !== NOTHING_FOUND && manifestChange(manifest, now).files)
      this.resting.add(LOOK, () => this.touched(new Set(), true));
  }

  /** Checks what a change touched; what it found is told with the next {@link tell}. */
  private note(change: Change): void {
    this.unlinked.update(change);
    this.checking.note(change);
  }

  private checked(): void {
    if (this.isCancelled) return;
    this.ready = true;
    this.tell();
  }

  private tell(): void {
    const noted = this.isCancelled ? undefined : this.checking.take();
    if (!noted) return;
    this.changed.fire({ open: this, ...noted });
    // When there is something to prove, and only then.
    if (this.ready && !this.comingProving && this.isQuoting(noted.uris)) void this.proving();
  }

  dispose(): void {
    this.proven?.dispose();
    this.resting.stop();
    this.cancelling.cancel();
    this.cancelling.dispose();
    this.changed.dispose();
    this.references.dispose();
  }
}

/** What a review is called: its title, or its folder. */
export function titleOf({ review, root }: OpenReview): string {
  return review.manifest.title || root.path.slice(root.path.lastIndexOf("/") + 1);
}
