/** Texts of sources, found inside the review alone and read when they are asked for, one after another. What was read is kept small, until its file is another. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import type { Held } from "../../core/proof/held.ts";
import { keptText } from "../../core/proof/kept-text.ts";
import { isPdf, readingBytes } from "../../core/proof/text-of-bytes.ts";
import {
  heldNowhere,
  heldOutside,
  MOST_BYTES,
  MOST_TEXT_BYTES,
  type TextPaths,
  textPathsOf,
} from "../../core/proof/text-paths.ts";
import type { Review } from "../../core/review.ts";
import { addressOf } from "../places.ts";
import { isBehindLink } from "../reviews/links.ts";
import { inTurns } from "../reviews/turns.ts";
import type { Cache } from "./cache.ts";
import { textOfPdf } from "./pdf.ts";

interface Entry {
  /** What was looked for. */
  readonly wanted: string;
  readonly held: Held;
  /** The file that holds it, or would. */
  readonly path?: string | undefined;
  /** It may be another by now. */
  isStale: boolean;
}

/** A text that is being read, or will be. */
interface Running {
  readonly held: Promise<Held>;
  readonly stop: AbortController;
  /** How many wait for it. */
  waiting: number;
}

interface Looked {
  readonly held: Held;
  readonly path?: string | undefined;
}

export class Texts implements vscode.Disposable {
  private readonly root: vscode.Uri;
  private readonly review: Review;
  private readonly cache: Cache;
  private readonly log: vscode.LogOutputChannel;
  private readonly entries = new Map<string, Entry>();
  private readonly reading = new Map<string, Running>();
  private readonly changed = new vscode.EventEmitter<ReadonlySet<string>>();
  private work: Promise<unknown> = Promise.resolve();
  private isDisposed = false;
  /** Citation keys of texts that are others than before, or were read for the first time. */
  readonly onDidChange = this.changed.event;

  constructor(root: vscode.Uri, review: Review, cache: Cache, log: vscode.LogOutputChannel) {
    this.root = root;
    this.review = review;
    this.cache = cache;
    this.log = log;
  }

  /** What is held of a source; what was not read yet is said to be coming, and is read. While a file is read again, what was in it before. */
  readonly heldOf = (key: string): Held => {
    const entry = this.entries.get(key);
    const isKnown = entry?.wanted === this.wanted(key);
    if (!isKnown || entry.isStale) void this.read(key);
    return isKnown ? entry.held : { is: "coming" };
  };

  /**
   * Reads a text that was not read, or may be another by now. "coming" only when the review was closed meanwhile, or `signal` said that it is not wanted any more;
   * when none of those who asked for it want it, it is not read on.
   */
  async read(key: string, signal?: AbortSignal): Promise<Held> {
    const entry = this.entries.get(key);
    if (entry && !entry.isStale && entry.wanted === this.wanted(key)) return entry.held;
    if (signal?.aborted) return { is: "coming" };
    const known = this.reading.get(key);
    const running = known && !known.stop.signal.aborted ? known : this.begin(key);
    running.waiting++;
    if (!signal) return running.held;
    return new Promise((done, fail) => {
      const leave = (): void => {
        if (--running.waiting === 0) running.stop.abort();
        done({ is: "coming" });
      };
      signal.addEventListener("abort", leave, { once: true });
      running.held.then(done, fail).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  private begin(key: string): Running {
    const stop = new AbortController();
    const held = this.work.then(() => this.take(key, stop.signal));
    const running: Running = { held, stop, waiting: 0 };
    this.reading.set(key, running);
    this.work = held
      .catch((error) => this.log.error(error as Error))
      .finally(() => {
        if (this.reading.get(key) === running) this.reading.delete(key);
      });
    return running;
  }

  /** The path of the file that holds the text of a source, or that would; undefined while that is not known, and where none does. */
  pathOf(key: string): string | undefined {
    return this.entries.get(key)?.path;
  }

  /** The source whose text a file of the review is; undefined where it is none that was read. */
  keyOf(path: string): string | undefined {
    for (const [key, entry] of this.entries) if (entry.path === path) return key;
    return undefined;
  }

  /** Files came, changed or went: what may be another is read again when it is asked for, and told. */
  touched(isTouched: (path: string) => boolean): void {
    const stale = new Set<string>();
    for (const [key, entry] of this.entries) {
      const wanted = this.pathsOf(key);
      if (!("paths" in wanted) || !wanted.paths.some(isTouched)) continue;
      entry.isStale = true;
      stale.add(key);
    }
    if (stale.size > 0) this.changed.fire(stale);
  }

  private pathsOf(key: string): TextPaths {
    return textPathsOf(this.review, key);
  }

  private wanted(key: string): string {
    const wanted = this.pathsOf(key);
    return "paths" in wanted ? wanted.paths.join("\n") : `!${"own" in wanted ? wanted.own : wanted.outside}`;
  }

  private async take(key: string, signal: AbortSignal): Promise<Held> {
    // Another may have waited longer, and nobody waits for this one any more.
    if (signal.aborted) return { is: "coming" };
    const wanted = this.wanted(key);
    const before = this.entries.get(key);
    // Before it is read: what changes meanwhile makes it stale again.
    if (before) before.isStale = false;
    const { held, path } = await this.find(this.pathsOf(key), signal);
    if (this.isDisposed || held.is === "coming") {
      if (before) before.isStale = true;
      return { is: "coming" };
    }
    const isStale = before?.isStale === true;
    const same = before?.wanted === wanted && isSame(before.held, held);
    this.entries.set(key, { wanted, held: same ? before.held : keptText(held), path, isStale });
    if (!same) this.changed.fire(new Set([key]));
    return this.entries.get(key)?.held ?? held;
  }

  private async find(found: TextPaths, signal: AbortSignal): Promise<Looked> {
    if (!("paths" in found)) return { held: heldOutside(found) };
    for (const path of found.paths) {
      const bytes = await this.bytesOf(path);
      if (bytes === undefined) continue;
      return {
        path,
        held:
          typeof bytes === "string"
            ? { is: "unreadable", file: path, why: bytes }
            : await this.textOf(path, bytes, signal),
      };
    }
    return { held: heldNowhere(found), path: found.named ? found.paths[0] : undefined };
  }

  /** The bytes of a file; why they are not read; undefined where there is no file. */
  private async bytesOf(path: string): Promise<Uint8Array | string | undefined> {
    const uri = addressOf(this.root, path);
    const { fs } = vscode.workspace;
    let stat: vscode.FileStat;
    try {
      stat = await fs.stat(uri);
    } catch {
      return undefined;
    }
    const { type, size } = stat;
    if ((type & vscode.FileType.SymbolicLink) !== 0 || (await isBehindLink(this.root, uri)))
      return t("It is a link, which may lead out of the review: put the file itself there.");
    if ((type & vscode.FileType.File) === 0) return t("It is no ordinary file.");
    const most = isPdf(path) ? MOST_BYTES : MOST_TEXT_BYTES;
    if (size > most) return t("It has more than {0} MB: keep the part of it that is quoted.", most / 1024 / 1024);
    try {
      return await fs.readFile(uri);
    } catch (error) {
      this.log.warn(`${uri.path} was not read: ${String(error)}`);
      return t("It cannot be read: {0}", error instanceof Error ? error.message : String(error));
    }
  }

  private async textOf(path: string, bytes: Uint8Array, signal: AbortSignal): Promise<Held> {
    const stamp = await stampOf(bytes);
    if (!isPdf(path)) return await inTurns(readingBytes(bytes, path, stamp, TextDecoder));
    const known = await this.cache.get(stamp);
    if (known) return { ...known, file: path };
    const held = await textOfPdf(bytes, path, stamp, signal);
    if (held.is === "text" || held.is === "scan") await this.cache.set(stamp, held);
    return held;
  }

  dispose(): void {
    this.isDisposed = true;
    for (const { stop } of this.reading.values()) stop.abort();
    this.changed.dispose();
  }
}

function isSame(one: Held, other: Held): boolean {
  if (one.is === "text") return other.is === "text" && one.stamp === other.stamp && one.file === other.file;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Of bytes; where the host has no way to hash them, another each time, so that nothing is kept by it. */
async function stampOf(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return `${bytes.length}:${Date.now()}:${Math.random()}`;
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
