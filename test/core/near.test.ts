import assert from "node:assert/strict";
import fc from "fast-check";
import { allowance, distance, isNear, nearest, probe } from "../../src/core/near.ts";
import { runs } from "../runs.ts";

describe("near words", () => {
  it("allow one edit in 4 to 7 letters, two from 8, none in fewer", () => {
    assert.deepEqual([1, 3, 4, 7, 8, 20].map(allowance), [0, 0, 1, 1, 2, 2]);
    assert.ok(isNear("staus", "status"));
    assert.ok(isNear("stauts", "status"), "two neighbours swapped are one edit");
    assert.ok(!isNear("stts", "status"));
    assert.ok(isNear("cofidnce", "confidence"));
    assert.ok(!isNear("at", "by"));
    assert.ok(!isNear("theme", "theme"));
  });

  it("give the nearest, the first of equals", () => {
    assert.equal(nearest("thema", ["theory", "theme", "themes"]), "theme");
    assert.equal(nearest("zzzzz", ["theory", "theme"]), undefined);
  });

  it("measure what a plain table measures, up to the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        assert.equal(distance(a, b, limit), Math.min(plainDistance(a, b), limit + 1));
      }),
      runs(30),
    );
  });
});

describe("probe", () => {
  it("finds every word one edit away, by asking", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "7", "-"), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (written, other) => {
        const found = probe(written, (asked) => asked === other);
        assert.deepEqual(found, plainDistance(written, other) === 1 ? [other] : []);
      }),
      runs(30),
    );
  });

  it("gives likelier slips first, and no more than were asked for", () => {
    const words = new Set(["okafor2015", "okafor2041", "okafor204", "okafro2014"]);
    assert.deepEqual(
      probe("okafor2014", (word) => words.has(word)),
      ["okafro2014", "okafor2041", "okafor204"],
    );
    assert.deepEqual(
      probe("okafor2014", (word) => words.has(word), 1),
      ["okafro2014"],
    );
  });

  it("asks about a thousand times at most for an ordinary name, and for a long one only for slips", () => {
    const asked = (written: string): number => {
      let times = 0;
      probe(written, () => {
        times++;
        return false;
      });
      return times;
    };
    assert.ok(asked("okafor2014") < 1000);
    assert.ok(asked("a".repeat(200)) < 500);
    assert.equal(asked("a".repeat(201)), 0);
    assert.equal(asked("tr9"), 0);
  });
});

/** Optimal string alignment over a whole table. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, table[i - 2]![j - 2]! + 1);
      table[i]![j] = value;
    }
  }
  return table[a.length]![b.length]!;
}
