/**
 * PDFs read in a thread, so that no file delays what else is done, or ends it: a file for which the thread fails, or gives no sign of life for too long, is one that
 * cannot be read. The thread is started for the first file, and ends when nobody needs it.
 */
import type { Reading, Unreadable } from "./reading.ts";
import type { Told } from "./serve.ts";

/** A thread as Node has them, in which `serve` runs. */
export interface Thread {
  postMessage(bytes: Uint8Array, transferred: readonly ArrayBuffer[]): void;
  on(event: "message", heard: (told: Told) => void): unknown;
  on(event: "error", heard: (error: { readonly code?: unknown }) => void): unknown;
  on(event: "exit", heard: () => void): unknown;
  terminate(): Promise<unknown>;
  /** Whether the process waits for it. */
  ref(): void;
  unref(): void;
}

/** So long no sign of life is waited for, in milliseconds: a page is given up after a third of it (`scripts/pdfjs.mjs`), and the machine may be busy. */
const SILENT_MS = 15_000;
/** So long a thread without work is kept for the next file. */
const IDLE_MS = 10_000;

interface Limits {
  readonly silentMs?: number;
  readonly idleMs?: number;
}

export class PdfThread {
  private readonly start: () => Thread;
  private readonly limits: Required<Limits>;
  private thread: Thread | undefined;
  private work: Promise<unknown> = Promise.resolve();
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => Thread, { silentMs = SILENT_MS, idleMs = IDLE_MS }: Limits = {}) {
    this.start = start;
    this.limits = { silentMs, idleMs };
  }

  /**
   * One after another; undefined when `signal` said that it is not wanted any more. Rejects where no thread can be started. The bytes are taken over: a copy has to be
   * given where they are needed later.
   */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<Reading | undefined> {
    const reading = this.work.then(() => (signal?.aborted ? undefined : this.one(bytes, signal)));
    this.work = reading.catch(() => {});
    return reading;
  }

  private one(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Reading | undefined> {
    clearTimeout(this.idle);
    const thread = this.thread ?? this.start();
    const isNew = thread !== this.thread;
    this.thread = thread;
    thread.ref();
    return new Promise((done, fail) => {
      let silence: ReturnType<typeof setTimeout> | undefined;
      const end = (reading: Reading | undefined): void => {
        clearTimeout(silence);
        signal?.removeEventListener("abort", cancel);
        this.heard = undefined;
        if (this.thread === thread) this.rest(thread);
        done(reading);
      };
      const give = (reading: Reading | undefined): void => {
        this.drop(thread);
        end(reading);
      };
      const cancel = (): void => give(undefined);
      const wait = (): void => {
        clearTimeout(silence);
        silence = setTimeout(() => give(unreadable("slow")), this.limits.silentMs);
      };
      this.heard = (told) => {
        if (typeof told === "object") end(told);
        else if (told === "alive") wait();
        else if (told === "unborn") {
          fail(new Error("No thread could be started."));
          end(undefined);
        } else give(unreadable(told));
      };
      signal?.addEventListener("abort", cancel);
      if (isNew) this.hear(thread);
      wait();
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      thread.postMessage(own, [own.buffer as ArrayBuffer]);
    });
  }

  /** What the thread that is at work tells, or why it ended: before it gave a sign of life, that is no fault of the file. */
  private heard: ((told: Told | Unreadable | "unborn") => void) | undefined;

  /** Listens to a thread as long as it is this one's, also while it rests: what fails in it late ends it, and nothing else. */
  private hear(thread: Thread): void {
    let isBorn = false;
    const ended = (why: Unreadable): void => {
      if (this.thread !== thread) return;
      const { heard } = this;
      this.drop(thread);
      heard?.(isBorn ? why : "unborn");
    };
    thread.on("message", (told) => {
      isBorn = true;
      if (this.thread === thread) this.heard?.(told);
    });
    // A page that asks for more memory than there is asks for work without end.
    thread.on("error", ({ code }) => ended(code === "ERR_WORKER_OUT_OF_MEMORY" ? "slow" : "damaged"));
    thread.on("exit", () => ended("damaged"));
  }

  /** Without work, the process does not wait for it, and after a while it ends. */
  private rest(thread: Thread): void {
    thread.unref();
    this.idle = setTimeout(() => this.drop(thread), this.limits.idleMs);
    (this.idle as { unref?: () => void }).unref?.();
  }

  private drop(thread: Thread): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    void thread.terminate();
  }
}

function unreadable(why: Unreadable): Reading {
  return { is: "unreadable", why };
}
