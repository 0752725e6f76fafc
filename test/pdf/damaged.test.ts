import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import type { HeldText } from "../../src/core/texts/held-text.ts";
import { runs } from "../runs.ts";
import { handmade } from "./handmade.ts";
import { article, long } from "./made.ts";
import { textOfPdf } from "./read.ts";

interface Stream {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The deflated streams of a file. */
function streamsOf(bytes: Uint8Array): readonly Stream[] {
  const file = Buffer.from(bytes).toString("latin1");
  return [...file.matchAll(/FlateDecode\s*>>\s*stream\n/g)].map((found) => {
    const start = found.index + found[0].length;
    const end = file.indexOf("\nendstream", start);
    return { start, end, words: inflateSync(bytes.subarray(start, end)).toString("latin1") };
  });
}

const isPage = ({ words }: Stream): boolean => /\bBT\b/.test(words);

async function heldOf(bytes: Uint8Array): Promise<HeldText> {
  const held = await textOfPdf(new Uint8Array(bytes), "texts/a.pdf", "1");
  if (held?.is !== "text") throw new Error(JSON.stringify(held));
  return held.text;
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  change(copy);
  return copy;
}

describe("a page of a PDF that is damaged", () => {
  let bytes = new Uint8Array();
  let page: Stream = { start: 0, end: 0, words: "" };

  before(async () => {
    bytes = new Uint8Array(await article("They met every week, and much was said of it.".repeat(220).split(" ")));
    page = streamsOf(bytes).find(isPage) ?? page;
    assert.equal((await heldOf(bytes)).unread, undefined);
  });

  it("is one that could not be read: at its head, in the middle, at its end, or wherever it is blank", async () => {
    const { start, end } = page;
    const middle = Math.floor((start + end) / 2);
    for (const [from, to, byte] of [
      [start, start + 2, 0xff],
      [start, start + 1, 0x00],
      [middle, middle + 8, 0xa5],
      [middle, middle + 40, 0],
      [middle, middle + 1, 7],
      [end - 30, end, 0xff],
    ] as const) {
      const { unread } = await heldOf(changed(bytes, (copy) => copy.fill(byte, from, to)));
      assert.equal(unread, 1, `${from - start}–${to - start}: ${byte}`);
    }
  });

  it("is one that could not be read where the font tells no letters", async () => {
    const letters = streamsOf(bytes).find(
      ({ words }) => words.includes("beginbfchar") || words.includes("beginbfrange"),
    );
    assert.ok(letters);
    const damaged = changed(bytes, (copy) => copy.fill(0x55, letters.start + 20, letters.start + 40));
    const held = await textOfPdf(damaged, "texts/a.pdf", "1");
    assert.match(held?.is === "unreadable" ? held.why : "", /damaged/);
  });

  it("never loses or changes a word in silence", async () => {
    const { text } = await heldOf(bytes);
    const change = fc.array(fc.tuple(fc.nat(page.end - page.start - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(change, async (made) => {
        const damaged = changed(bytes, (copy) => {
          for (const [at, by] of made) copy[page.start + at] = ((copy[page.start + at] ?? 0) + by) % 256;
        });
        const held = await heldOf(damaged);
        assert.ok(held.text === text || held.unread === 1, JSON.stringify(held.text.slice(0, 200)));
      }),
      runs(25),
    );
  });

  it("leaves the others as they are", async () => {
    const whole = new Uint8Array(await long(12));
    const [, , third] = streamsOf(whole).filter(isPage);
    const { text, unread, pages } = await heldOf(
      changed(whole, (copy) => copy.fill(0, (third?.start ?? 0) + 1, third?.end)),
    );
    assert.equal(unread, 1);
    assert.equal(pages.length, 12);
    assert.equal(text.match(/On page \d+ they met/g)?.length, 11);
  });
});

describe("a PDF made of parts", () => {
  const words = "BT /T 9 Tf 60 700 Td (They met every week in the hall behind the church.) Tj ET";
  const font = "/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  const of = (contents: string, others: readonly string[]): Uint8Array =>
    handmade([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${font} /XObject << /F 5 0 R >> >> ${contents} >>`,
      ...others,
    ]);
  const stream = (entries: string, content: string): string =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const form = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${font} >>`;

  it("is read where its parts are there, and where a page has none", async () => {
    const whole = of("/Contents [4 0 R 6 0 R]", [stream("", words), stream(form, words), stream("", "/F Do")]);
    assert.equal((await heldOf(whole)).unread, undefined);
    const held = await textOfPdf(of("", []), "a.pdf", "1");
    assert.equal(held?.is, "scan");
  });

  it("has a page that could not be read where one of them is not, or is in no way that is known", async () => {
    for (const [contents, others] of [
      ["/Contents [4 0 R 9 0 R]", [stream("", words)]],
      ["/Contents [4 0 R 6 0 R]", [stream("", words), "null", stream("", "/F Do")]],
      [
        "/Contents [4 0 R 6 0 R]",
        [stream("", words), stream(`${form} /Filter /FlateDecode`, words), stream("", "/F Do")],
      ],
      ["/Contents [4 0 R 5 0 R]", [stream("", words), stream("/Filter /OwnDecode", words)]],
    ] as const) {
      const { text, unread } = await heldOf(of(contents, others));
      assert.equal(unread, 1, others.join("\n"));
      assert.match(text, /They met every week/);
    }
  });

  it("of which nothing could be read is damaged, and no picture", async () => {
    const held = await textOfPdf(of("/Contents 9 0 R", []), "a.pdf", "1");
    assert.equal(
      held?.is === "unreadable" && held.why,
      "It is no PDF, or damaged: save it again from where it came from.",
    );
  });

  it("fails in nothing that nobody waits for where its pages are in disorder", async () => {
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
    const failed: unknown[] = [];
    const note = (reason: unknown): void => void failed.push(reason);
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
    try {
      await textOfPdf(
        handmade([
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 3 /Kids [3 0 R 4 7 R 5 3 R] >>",
          page,
          page,
          page,
        ]),
        "a.pdf",
        "1",
      );
      await new Promise((done) => setTimeout(done, 5));
    } finally {
      process.removeAllListeners("unhandledRejection");
      for (const each of others) process.on("unhandledRejection", each);
    }
    assert.deepEqual(failed, []);
  });
});
