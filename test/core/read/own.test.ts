/** Where records of the language stand in a text, asked of each record, row and line of it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { within } from "../../../src/core/read/own.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { spent } from "../../hostile/growth.ts";

describe("spans that hold an offset", () => {
  it("are found whether they are apart, touch, lie in each other or are empty", () => {
    const place = fc.integer({ min: 0, max: 30 });
    const span = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const holds = within(spans);
        for (let offset = -1; offset < 32; offset++)
          assert.equal(
            holds(offset),
            spans.some(({ start, end }) => start <= offset && offset < end),
            String(offset),
          );
      }),
    );
  });

  it("are found in a few steps among two hundred thousand", () => {
    const spans = Array.from({ length: 200_000 }, (_, at) => ({ start: at * 10, end: at * 10 + 8 }));
    let held = 0;
    const took = spent(() => {
      const holds = within(spans);
      held = spans.filter((span) => holds(span.start + 3) && !holds(span.end)).length;
    }, 2000);
    assert.equal(held, 200_000);
    assert.ok(took < 2000, `${took} ms`);
  });
});

describe("headings over statements", () => {
  const statement = (pay: string): string => `When pay is ${pay} (C), staff feel used (M) and leave (O).`;
  const ids = (text: string): readonly string[] =>
    new ReadText(text, "page.md", {}).json().cmocs.map((cmoc) => `${cmoc.id} ${(cmoc.slots as unknown[]).length}`);

  it("name statements together that have ids of their own, and are no records", () => {
    const two = `CMOC 2: ${statement("low")}\n\nCMOC 3: ${statement("late")}`;
    const text = `## CMOC TR1: Trust\n\n${two}\n\n## CMOC 4\n\n${statement("odd")}\n`;
    assert.deepEqual(ids(text), ["CMOC2 3", "CMOC3 3", "CMOC4 3"]);
  });

  it("are records where a statement says their own id again", () => {
    const text = `## CMOC 2\n\nCMOC 2: ${statement("low")}\n\n## CMOC 4\n\n${statement("odd")}\n`;
    assert.deepEqual(ids(text), ["CMOC2 3", "CMOC4 3"]);
  });
});
