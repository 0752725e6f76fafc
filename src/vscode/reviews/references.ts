/** Entries of bibliographies, decoded a few at a time once somebody asked for one. */
import * as vscode from "vscode";
import type { Reference } from "../../core/bibliography/reference.ts";
import { ownCopy } from "../../core/bibliography/strings.ts";
import type { Bibliography, BibliographyEntry } from "../../core/bibliography/types.ts";
import type { Review } from "../../core/review.ts";
import { Turns } from "./turns.ts";

/** What decodes an entry: 200 KB that are loaded on first use. */
export type Decode = (text: string, bibliography: Bibliography, entry: BibliographyEntry) => Reference;
export type LoadDecode = () => Promise<Decode>;

/** Who asks for an entry waits for so many milliseconds at most. */
const SOON_MS = 1500;

interface Decoded {
  readonly text: string;
  readonly reference: Reference;
}

export class References implements vscode.Disposable {
  private readonly review: Review;
  private readonly load: LoadDecode;
  private readonly log: vscode.LogOutputChannel;
  /** By citation key; an entry whose text is another now counts as not decoded. */
  private readonly decoded = new Map<string, Decoded>();
  private running: Promise<void> | undefined;
  private checked: number | undefined;
  private readonly decodedSome = new vscode.EventEmitter<void>();
  /** Entries were decoded that were not before, or are gone. */
  readonly onDidDecode = this.decodedSome.event;

  constructor(review: Review, load: LoadDecode, log: vscode.LogOutputChannel) {
    this.review = review;
    this.load = load;
    this.log = log;
  }

  /** An entry if it is decoded by now; the first time that one is asked for, all begin to be. */
  readonly known = (key: string): Reference | undefined => {
    if (this.checked !== this.review.revision) void this.all();
    return this.decoded.get(key)?.reference;
  };

  /** An entry that was decoded for somebody else: for what is nice to have, and not worth the library. */
  readonly already = (key: string): Reference | undefined => this.decoded.get(key)?.reference;

  /** Resolves when every entry was decoded. */
  all(): Promise<void> {
    this.running ??= this.decodeAll()
      .catch((error) => this.log.error(error as Error))
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  /** Resolves when every entry was decoded, or when that takes longer than anybody waits for a card. */
  async soon(): Promise<void> {
    if (this.checked === this.review.revision && !this.running) return;
    await Promise.race([this.all(), new Promise((done) => setTimeout(done, SOON_MS))]);
  }

  dispose(): void {
    this.decodedSome.dispose();
  }

  /** Forgets the entries that are in no bibliography any more; whether there were any. */
  private forget(there: ReadonlySet<string>): boolean {
    const gone = [...this.decoded.keys()].filter((key) => !there.has(key));
    for (const key of gone) this.decoded.delete(key);
    return gone.length > 0;
  }

  private async decodeAll(): Promise<void> {
    const { review } = this;
    const { revision } = review;
    const wanted = review.sources().flatMap(({ bibliography }) => (bibliography ? [bibliography] : []));
    const texts = new Map(wanted.map(({ uri }) => [uri, review.text(uri) ?? ""]));
    // Of these texts: while what decodes them is loaded, the review may get others.
    const scanned = new Map([...texts.keys()].map((uri) => [uri, review.bibliography(uri)]));
    const textOf = (uri: string, { entry: { start, end } }: BibliographyEntry): string =>
      (texts.get(uri) ?? "").slice(start, end);
    const stale = wanted.filter(({ uri, entry }) => this.decoded.get(entry.key)?.text !== textOf(uri, entry));
    this.checked = revision;
    const isGone = this.forget(new Set(wanted.map(({ entry }) => entry.key)));
    if (stale.length === 0) {
      if (isGone) this.decodedSome.fire();
      return;
    }
    const decode = await this.load();
    const turns = new Turns();
    for (const { uri, entry } of stale) {
      const bibliography = scanned.get(uri);
      const reference = bibliography && decode(texts.get(uri) ?? "", bibliography, entry);
      // A slice would keep the whole of a text that may be replaced.
      if (reference) this.decoded.set(entry.key, { text: ownCopy(textOf(uri, entry)), reference });
      await turns.next();
    }
    this.decodedSome.fire();
  }
}
