/** What is large: a file that is not read, a text that is read when typing rests, work that is parted into turns. */
import { assert } from "chai";
import * as vscode from "vscode";
import { Resting } from "../../../src/vscode/reviews/resting.ts";
import { Turns } from "../../../src/vscode/reviews/turns.ts";
import { MAX_BYTES, readStored } from "../../../src/vscode/reviews/walk.ts";
import { quietLog, replacing } from "../replacing.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway, type, until } from "../workspace.ts";

const BELOW = "large";
const LONG = 1_000_000;
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n`;
/** As fast as few people type. */
const KEY_MS = 60;

/** Runs something at once with timers and a clock that stand still, until they are told to go on. */
function withClock<T>(run: (pass: (milliseconds: number) => void) => T): T {
  const { Date: RealDate, setTimeout: setReal, clearTimeout: clearReal } = globalThis;
  const { now } = RealDate;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let time = now();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, after = 0) => {
      timers.set(++last, { at: time + after, run });
      return last;
    },
    clearTimeout: (timer: number) => timers.delete(timer),
  });
  RealDate.now = () => time;
  try {
    return run((milliseconds) => {
      time += milliseconds;
      for (const [timer, { at, run }] of timers) {
        if (at > time) continue;
        timers.delete(timer);
        run();
      }
    });
  } finally {
    RealDate.now = now;
    Object.assign(globalThis, { setTimeout: setReal, clearTimeout: clearReal });
  }
}

describe("what is large", function () {
  this.timeout(LIMIT_MS);

  it("is not read as a file beyond 64 MB, which the log says", async () => {
    assert.equal(MAX_BYTES, 64 * 1024 * 1024);
    const warnings: string[] = [];
    const log = quietLog(warnings) as unknown as vscode.LogOutputChannel;
    const uri = at("not-there.md");
    let size = MAX_BYTES + 1;
    let reads = 0;
    const fs = {
      stat: async () => ({ type: vscode.FileType.File, size, ctime: 1, mtime: 2 }),
      readFile: async () => {
        reads++;
        return new TextEncoder().encode("words");
      },
    };
    await replacing(vscode.workspace, { fs }, async () => {
      assert.isUndefined(await readStored(uri, log));
      assert.equal(reads, 0);
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], "not-there.md");
      assert.include(warnings[0], String(MAX_BYTES));
      size = MAX_BYTES;
      assert.deepEqual(await readStored(uri, log), { text: "words", stamp: `${MAX_BYTES}:2` });
      assert.lengthOf(warnings, 1);
    });
  });

  it("waits as work until nobody types for a while, and is done once", () => {
    const done: string[] = [];
    const resting = new Resting(() => done.push("told"));
    withClock((pass) => {
      for (const letter of ["a", "b", "c"]) {
        resting.add("text", () => done.push(letter));
        pass(300);
        assert.deepEqual(done, [], "while somebody types");
      }
      assert.isTrue(resting.isWaiting);
      pass(300);
      assert.deepEqual(done, ["c", "told"]);
      assert.isFalse(resting.isWaiting);
      pass(1000);
      assert.deepEqual(done, ["c", "told"]);
    });
  });

  it("is parted as work into turns, each over before a picture of the screen is late", () => {
    withClock((pass) => {
      const turns = new Turns();
      assert.isFalse(turns.isOver);
      pass(4);
      assert.isFalse(turns.isOver);
      pass(12);
      assert.isTrue(turns.isOver);
    });
  });
});

describe("a text of more than a million letters", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const path = `${BELOW}/long.md`;
  const version = (): number | undefined => api.reviews.of(at(path))?.review.document("long.md")?.version;

  before(async () => {
    api = await extension();
    await saveByHand();
    const words = "Words that go on and on, line by line.\n";
    const long = cmoc("LA1") + words.repeat(Math.ceil(LONG / words.length));
    assert.isAtLeast(long.length, LONG);
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "long.md": long, "short.md": cmoc("LA2") });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("is read when typing rests, not at every letter, and one that is shorter at once", async () => {
    const document = await vscode.workspace.openTextDocument(at(path));
    // What is typed first makes the text one that is not saved, which is looked at by itself.
    await type(document, "LA1: .", "LA1: ");
    await api.settled();
    await new Promise((done) => setTimeout(done, 500));
    await api.settled();
    /** When each version was there, and how long it rested before it was read. */
    const there = new Map<number, number>();
    const rests: number[] = [];
    let told = 0;
    const listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(() => {
        if (!there.has(document.version)) there.set(document.version, Date.now());
      }),
      api.reviews.onDidChange(() => {
        told++;
        if (version() === document.version)
          rests.push(Date.now() - (there.get(document.version) ?? Number.POSITIVE_INFINITY));
      }),
    );
    for (const letter of "key") {
      await type(document, `LA1: ${letter}`, "LA1: ");
      await new Promise((done) => setTimeout(done, KEY_MS));
    }
    await until(version, (is) => is === document.version);
    assert.isAtLeast(Math.min(...rests), 300, `rested: ${rests.join(", ")} ms`);
    assert.isTrue(api.reviews.of(at(path))?.review.text("long.md")?.startsWith("## CMOC LA1: yek.A title\n"));
    told = 0;
    const short = await vscode.workspace.openTextDocument(at(`${BELOW}/short.md`));
    for (const letter of "key") await type(short, `LA2: ${letter}`, "LA2: ");
    assert.equal(api.reviews.of(short.uri)?.review.document("short.md")?.version, short.version);
    assert.isAtLeast(told, 3);
    listening.dispose();
  });
});
