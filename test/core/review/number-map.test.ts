import assert from "node:assert/strict";
import fc from "fast-check";
import { NameMap } from "../../../src/core/review/name-map.ts";
import { NumberMap } from "../../../src/core/review/number-map.ts";
import { runs } from "../../runs.ts";

interface Thing {
  readonly name: string;
}

/** Few keys, so that they come and go; many that belong side by side, or all at one place. */
const keys = fc.oneof(
  fc.integer({ min: -3, max: 40 }),
  fc.integer(),
  fc.nat(300).map((step) => step << 20),
);
const doings = fc.array(fc.record({ key: keys, does: fc.constantFrom("set", "set", "set", "delete") }), {
  maxLength: 400,
});

describe("a map by numbers", () => {
  it("holds what a map does, whatever comes and goes", () => {
    fc.assert(
      fc.property(doings, (turns) => {
        const map = new NumberMap<Thing>();
        const model = new Map<number, Thing>();
        for (const [turn, { key, does }] of turns.entries()) {
          const thing = { name: `${turn}` };
          if (does === "set") map.set(key, thing);
          else map.delete(key);
          if (does === "set") model.set(key, thing);
          else model.delete(key);
          assert.equal(map.get(key), model.get(key));
        }
        for (const { key } of turns) assert.equal(map.get(key), model.get(key));
        assert.equal(map.size, model.size);
        assert.deepEqual(new Set(map.values()), new Set(model.values()));
      }),
      runs(60),
    );
  });

  it("gives what it holds in the order in which keys came", () => {
    const map = new NumberMap<Thing>();
    const things = Array.from({ length: 1000 }, (_, at) => ({ name: `${at}` }));
    for (const [at, thing] of things.entries()) map.set(Math.imul(at, 7919), thing);
    assert.deepEqual([...map.values()], things);
  });

  it("finds keys that belong at one place", () => {
    const map = new NumberMap<Thing>();
    const thing = { name: "" };
    const same: number[] = [];
    for (let key = 0; same.length < 500; key++) if (belonging(key) === 0) same.push(key);
    for (const key of same) map.set(key, thing);
    assert.ok(same.every((key) => map.get(key) === thing));
    for (const key of same) map.delete(key);
    assert.equal(map.size, 0);
    for (let key = 0; key < 3000; key++) map.set(key, thing);
    assert.deepEqual([map.size, map.get(2999)], [3000, thing]);
  });
});

/** As in the map, of the first thousand pairs. */
function belonging(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) << 1) & 2047;
}

describe("a map by names", () => {
  it("tells names of one hash apart", () => {
    const [one, other] = ["r:tr36597", "r:tr239000"].map((name) => ({ name })) as [Thing, Thing];
    const map = new NameMap<Thing>();
    map.add(one);
    assert.equal(map.get(other.name), undefined);
    map.add(other);
    assert.deepEqual([map.get(one.name), map.get(other.name)], [one, other]);
    map.delete(one.name);
    assert.deepEqual([map.get(one.name), map.get(other.name)], [undefined, other]);
    assert.deepEqual([...map.values()], [other]);
    map.add(one);
    map.delete(other.name);
    assert.deepEqual([map.get(one.name), map.get(other.name)], [one, undefined]);
  });
});
