import assert from "node:assert/strict";
import { asStored, fromStored, type Storable } from "../../../src/core/proof/stored.ts";

const held: Storable = {
  is: "text",
  stamp: "ab",
  text: {
    text: "They met.\n\fTrust grew.\n",
    isPaged: true,
    pages: [
      { start: 0, label: "407" },
      { start: 11, label: undefined },
    ],
    skipped: [{ start: 0, end: 4 }],
  },
};

describe("what a cache gives back", () => {
  it("is what was stored, under its own stamp alone", () => {
    assert.deepEqual(JSON.stringify(fromStored("ab", asStored("ab", held))), JSON.stringify(held));
    assert.deepEqual(fromStored("ab", asStored("ab", { is: "scan", file: "a.pdf" })), { is: "scan", file: "a.pdf" });
    assert.equal(fromStored("cd", asStored("ab", held)), undefined);
  });

  it("is nothing where anything in it is odd", () => {
    const stored = asStored("ab", held);
    const odd = (change: (text: Record<string, unknown>) => void): string => {
      const made = JSON.parse(stored) as { held: { text: Record<string, unknown> } };
      change(made.held.text);
      return JSON.stringify(made);
    };
    for (const change of [
      (text: Record<string, unknown>) => Object.assign(text, { pages: [null] }),
      (text: Record<string, unknown>) => Object.assign(text, { pages: [{ start: 0, label: 1 }] }),
      (text: Record<string, unknown>) => Object.assign(text, { pages: [{ start: 9 }, { start: 2 }] }),
      (text: Record<string, unknown>) => Object.assign(text, { pages: [{ start: 1e9 }] }),
      (text: Record<string, unknown>) => Object.assign(text, { skipped: [{ start: 4 }] }),
      (text: Record<string, unknown>) => Object.assign(text, { folio: "7" }),
      (text: Record<string, unknown>) => Object.assign(text, { unread: "1" }),
      (text: Record<string, unknown>) => Object.assign(text, { text: 7 }),
      (text: Record<string, unknown>) => Object.assign(text, { isPaged: "yes" }),
    ])
      assert.equal(fromStored("ab", odd(change)), undefined, String(change));
    for (const other of [
      "{",
      "null",
      "7",
      '{"form":2,"stamp":"ab","held":null}',
      '{"form":2,"stamp":"ab","held":{"is":"text","text":null}}',
    ])
      assert.equal(fromStored("ab", other), undefined, other);
  });
});
