import assert from "node:assert/strict";
import fc from "fast-check";
import { type Shelf, Shelves } from "../../../src/core/review/shelf.ts";
import { runs } from "../../runs.ts";

interface Thing {
  readonly at: number;
}

const inOrder = (a: Thing, b: Thing): number => a.at - b.at;

/** What is done in turn: things of these places are put, as many times as is said, or taken off again. */
const doings = fc.array(
  fc.record({
    at: fc.nat(40),
    twice: fc.boolean(),
    sorted: fc.boolean(),
    takesOff: fc.constantFrom(false, false, false, true),
    asks: fc.constantFrom(false, false, true),
  }),
  { maxLength: 40 },
);

describe("a shelf", () => {
  it("holds each thing once and gives all in order, in whatever order they come and go", () => {
    fc.assert(
      fc.property(doings, fc.nat(30), (turns, rising) => {
        const shelves = new Shelves<Thing>(inOrder);
        let shelf: Shelf<Thing> | undefined;
        const held: Thing[] = [];
        const put = (thing: Thing, sorted: boolean, twice: boolean): void => {
          shelves.begin(thing, sorted);
          shelf = shelves.put(shelf, thing);
          if (twice) shelf = shelves.put(shelf, thing);
          held.push(thing);
        };
        for (let at = 0; at < rising; at++) put({ at }, false, at % 3 === 0);
        for (const { at, twice, sorted, takesOff, asks } of turns) {
          const [gone] = takesOff ? held.splice(at % Math.max(1, held.length), 1) : [];
          if (gone) shelf = shelves.remove(shelf, gone);
          else put({ at }, sorted, twice);
          if (asks) shelves.all(shelf);
        }
        const all = shelves.all(shelf);
        assert.equal(new Set(all).size, all.length);
        assert.deepEqual(new Set(all), new Set(held));
        assert.deepEqual(
          all.map(({ at }) => at),
          held.map(({ at }) => at).sort((a, b) => a - b),
        );
      }),
      runs(40),
    );
  });
});
