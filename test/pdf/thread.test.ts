import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import { textOfPdf } from "../../src/cli/pdf.ts";
import { FILE, IS_THREAD } from "../../src/cli/pdf-thread.ts";
import type { Told } from "../../src/pdf/serve.ts";
import { PdfThread, type Thread } from "../../src/pdf/thread.ts";
import { endless } from "./handmade.ts";
import { article, long } from "./made.ts";
import { textOfPdf as hereText } from "./read.ts";

type Event = "message" | "error" | "exit";

/** A thread that does what a test says. */
class Staged implements Thread {
  readonly given: Uint8Array[] = [];
  isOver = false;
  isBorn = true;
  isAwaited = true;
  private readonly heard = new Map<Event, (told: never) => void>();

  on(event: Event, heard: (told: never) => void): void {
    this.heard.set(event, heard);
  }
  postMessage(bytes: Uint8Array): void {
    this.given.push(bytes);
    if (this.isBorn) this.tell("alive");
  }
  tell(told: Told): void {
    this.heard.get("message")?.(told as never);
  }
  fail(code?: string): void {
    this.heard.get("error")?.({ code } as never);
    this.heard.get("exit")?.(1 as never);
  }
  async terminate(): Promise<void> {
    this.isOver = true;
    this.heard.get("exit")?.(1 as never);
  }
  ref(): void {
    this.isAwaited = true;
  }
  unref(): void {
    this.isAwaited = false;
  }
}

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const pdf = (): Uint8Array => new Uint8Array([1, 2, 3]);
const SCAN = { is: "scan" } as const;
const damaged = { is: "unreadable", why: "damaged" } as const;
const slow = { is: "unreadable", why: "slow" } as const;

describe("the thread in which PDFs are read", () => {
  const started: Staged[] = [];
  const last = (): Staged => started[started.length - 1] ?? assert.fail("none was started");
  const reader = (silentMs = 40, idleMs = 40): PdfThread => {
    started.length = 0;
    return new PdfThread(
      () => {
        started.push(new Staged());
        return last();
      },
      { silentMs, idleMs },
    );
  };

  it("is started for the first file, reads one after another, and is not waited for in between", async () => {
    const thread = reader();
    assert.equal(started.length, 0);
    const [first, second] = [thread.read(pdf()), thread.read(pdf())];
    await rest(0);
    assert.equal(last().given.length, 1);
    last().tell(SCAN);
    assert.deepEqual(await first, SCAN);
    assert.ok(!last().isAwaited);
    await rest(0);
    assert.equal(last().given.length, 2);
    assert.ok(last().isAwaited);
    last().tell(damaged);
    assert.deepEqual(await second, damaged);
    assert.equal(started.length, 1);
  });

  it("ends when nobody needs it, and another is started when one is needed", async () => {
    const thread = reader(40, 10);
    for (const count of [1, 2]) {
      const reading = thread.read(pdf());
      await rest(0);
      last().tell(SCAN);
      await reading;
      await rest(20);
      assert.ok(last().isOver);
      assert.equal(started.length, count);
    }
  });

  it("ends with the file for which it fails, which is damaged, or asks for more than there is", async () => {
    const thread = reader();
    for (const [code, why] of [
      [undefined, damaged],
      ["ERR_WORKER_OUT_OF_MEMORY", slow],
    ] as const) {
      const [failing, next] = [thread.read(pdf()), thread.read(pdf())];
      await rest(0);
      last().fail(code);
      assert.deepEqual(await failing, why);
      await rest(0);
      last().tell(SCAN);
      assert.deepEqual(await next, SCAN);
    }
    assert.equal(started.length, 3);
  });

  it("ends without a sign of life, and not as long as it gives some", async () => {
    const thread = reader(50);
    const reading = thread.read(pdf());
    for (let page = 0; page < 6; page++) {
      await rest(20);
      last().tell("alive");
    }
    last().tell(SCAN);
    assert.deepEqual(await reading, SCAN);
    assert.deepEqual(await thread.read(pdf()), slow);
    assert.ok(last().isOver);
  });

  it("ends when what it reads is not wanted any more; what was not begun is not begun", async () => {
    const thread = reader();
    const [one, other] = [new AbortController(), new AbortController()];
    const [first, second, third] = [
      thread.read(pdf(), one.signal),
      thread.read(pdf(), other.signal),
      thread.read(pdf()),
    ];
    await rest(0);
    other.abort();
    one.abort();
    assert.equal(await first, undefined);
    assert.equal(await second, undefined);
    await rest(0);
    assert.deepEqual(
      started.map(({ isOver, given }) => [isOver, given.length]),
      [
        [true, 1],
        [false, 1],
      ],
    );
    last().tell(SCAN);
    assert.deepEqual(await third, SCAN);
  });

  it("may fail late, between two files, and takes none with it", async () => {
    const thread = reader();
    const reading = thread.read(pdf());
    await rest(0);
    last().tell(SCAN);
    await reading;
    last().fail();
    const next = thread.read(pdf());
    await rest(0);
    assert.equal(started.length, 2);
    last().tell(SCAN);
    assert.deepEqual(await next, SCAN);
  });

  it("that cannot be started is no fault of a file", async () => {
    const none = new PdfThread(() => {
      const thread = new Staged();
      thread.isBorn = false;
      setTimeout(() => thread.fail(), 1);
      return thread;
    });
    await assert.rejects(none.read(pdf()), /No thread could be started/);
    await assert.rejects(none.read(pdf()), /No thread could be started/);
  });

  it("takes bytes over that are a part of others without taking those", async () => {
    const thread = reader();
    const all = new Uint8Array(100).fill(7);
    const reading = thread.read(all.subarray(10, 20));
    await rest(0);
    assert.deepEqual([...(last().given[0] ?? [])], new Array(10).fill(7));
    last().tell(SCAN);
    await reading;
    assert.equal(all.length, 100);
  });
});

describe("a PDF that is read in a thread", () => {
  const inThread = (silentMs?: number): PdfThread =>
    new PdfThread(
      (): Thread => new Worker(FILE, { workerData: IS_THREAD }),
      silentMs === undefined ? {} : { silentMs },
    );

  it("says what it says elsewhere", async () => {
    const words = "They met every week, and much was said of it.".repeat(20).split(" ");
    const [one, none] = await Promise.all([
      textOfPdf(await article(words), "texts/a.pdf", "1"),
      textOfPdf(new TextEncoder().encode("%PDF-1.7\nno more"), "texts/c.pdf", "3"),
    ]);
    assert.deepEqual(one, await hereText(await article(words), "texts/a.pdf", "1"));
    assert.match(none.is === "unreadable" ? none.why : none.is, /^It is no PDF, or damaged/);
  });

  it("is given up where a page asks for work without end, and others have their turn meanwhile", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 20);
    assert.deepEqual(await inThread(1200).read(endless(40)), slow);
    clearInterval(counting);
    assert.ok(turns > 20, `${turns} turns`);
  });

  it("is not read on when it is not wanted any more", async () => {
    const thread = inThread();
    const stop = new AbortController();
    const reading = thread.read(await long(600), stop.signal);
    setTimeout(() => stop.abort(), 50);
    assert.equal(await reading, undefined);
    const next = await thread.read(await long(3));
    assert.equal(next?.is, "text");
  });
});
