/** What spans rows and columns fills a grid so far only, whatever a page says. */
import assert from "node:assert/strict";
import { type Grid, GridMaker } from "../../../src/core/read/grid.ts";

function places(grid: Grid | undefined): number {
  return (grid?.rows ?? []).reduce((sum, row) => sum + row.cells.length, 0);
}

describe("the grid of a table", () => {
  it("is not filled without end by cells that span rows", () => {
    const maker = new GridMaker();
    maker.beginRow(0);
    for (let at = 0; at < 63; at++) maker.add("x", false, 65_534, 1, at, at);
    for (let row = 1; row < 12_000; row++) {
      maker.beginRow(row * 100);
      maker.add("y", false, 1, 1, row * 100, row * 100);
    }
    const filled = places(maker.done(2_000_000));
    assert.ok(filled > 300_000 && filled < 450_000, `${filled}`);
  });

  it("is not filled without end by cells that span columns", () => {
    const maker = new GridMaker();
    for (let row = 0; row < 12_000; row++) {
      maker.beginRow(row * 100);
      maker.add("y", false, 1, 64, row * 100, row * 100);
    }
    const filled = places(maker.done(2_000_000));
    assert.ok(filled > 300_000 && filled < 450_000, `${filled}`);
  });
});
