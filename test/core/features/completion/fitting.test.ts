import assert from "node:assert/strict";
import { type Fitting, fitting } from "../../../../src/core/features/completion/fitting.ts";
import { type CompletionItem, naturally } from "../../../../src/core/features/completion/item.ts";

const edit = { span: { start: 0, end: 0 }, newText: "" };
const item = (id: string, title: string): CompletionItem => ({
  label: id,
  kind: "record",
  filterText: `${id} ${title}`,
  sortText: naturally(id),
  edit,
});
const labels = ({ items }: Fitting): readonly string[] => items.map(({ label }) => label);

const items = [
  item("TR20", "Distrust grows"),
  item("TR3", "Trust"),
  item("TR100", "Old trust and new"),
  item("FN3", "Trials that run"),
  item("TR1", "A walk in town"),
];

describe("items that fit", () => {
  it("are all of them when they are few, whatever was typed", () => {
    assert.deepEqual(fitting(items, "zzz", 5), { items, isWhole: true });
  });

  it("stand with what begins so before what holds it, and leave out what does not", () => {
    assert.deepEqual(labels(fitting(items, "trust", 4)), ["TR3", "TR100", "TR20"]);
    assert.deepEqual(labels(fitting(items, "TR", 4)), ["TR20", "TR3", "TR100", "TR1"]);
    assert.deepEqual(labels(fitting(items, "tr1", 4)), ["TR100", "TR1"]);
    assert.deepEqual(labels(fitting(items, "tzk", 4)), []);
    assert.deepEqual(labels(fitting(items, "awtwn", 4)), ["TR1"]);
    assert.deepEqual(labels(fitting(items, "a w", 4)), ["TR1", "TR100"]);
  });

  it("say whether others were left out, so that they are asked for again", () => {
    assert.equal(fitting(items, "tr", 4).isWhole, false);
    assert.equal(fitting(items, "trust", 4).isWhole, true);
  });

  it("are the first in order when nothing was typed", () => {
    const shown = fitting(items, "", 2);
    assert.deepEqual(labels(shown), ["FN3", "TR1"]);
    assert.equal(shown.isWhole, false);
  });
});
