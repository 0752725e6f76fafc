import assert from "node:assert/strict";
import fc from "fast-check";
import { hasDigit, isId } from "../../src/core/ids.ts";
import { tokenEnd } from "../../src/core/syntax/references.ts";
import { runs } from "../runs.ts";

describe("the form of an id", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."aZ09._- ,@[é١٣ثक\u0301~{\u007f\u00a0", "\ud800", "𞥑"),
    maxLength: 8,
  });

  it("is that of its characters' classes", () => {
    fc.assert(
      fc.property(text, (id) => {
        const isForm = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u.test(id);
        assert.equal(isId(id), isForm);
        assert.equal(hasDigit(id), /\p{Nd}/u.test(id));
      }),
      runs(200),
    );
  });

  it("ends where its characters do, closing punctuation left out", () => {
    fc.assert(
      fc.property(text, (id) => {
        const characters = /^[\p{L}\p{M}\p{N}._-]*/u.exec(id)?.[0] ?? "";
        assert.equal(tokenEnd(id, 0), characters.replace(/[._-]+$/, "").length);
        assert.equal(tokenEnd(`, ${id}`, 2), 2 + characters.replace(/[._-]+$/, "").length);
      }),
      runs(200),
    );
  });
});
