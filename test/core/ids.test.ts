import assert from "node:assert/strict";
import fc from "fast-check";
import { hasDigit, idsOfRange, isId, nextId, numbered, rangeOf } from "../../src/core/ids.ts";
import { tokenEnd } from "../../src/core/syntax/references.ts";
import { runs } from "../runs.ts";

const ids = (text: string, bare = false): readonly string[] => {
  const range = rangeOf(text, bare);
  return range ? idsOfRange(range) : [];
};

describe("ranges of ids", () => {
  it("keep the digits of the script that they are written in", () => {
    assert.deepEqual(ids("ثقة١–ثقة٣"), ["ثقة١", "ثقة٢", "ثقة٣"]);
    assert.deepEqual(ids("क१–क२"), ["क१", "क२"]);
    assert.deepEqual(ids("١–٣", true), ["١", "٢", "٣"]);
    assert.deepEqual(ids("ثقة٠٩–ثقة١٠"), ["ثقة٠٩", "ثقة١٠"]);
    assert.deepEqual(ids("TR09–TR10"), ["TR09", "TR10"]);
  });

  it("are written with any dash", () => {
    for (const dash of ["-", "‐", "‑", "‒", "–", "—", "―", "−", "--", " -- ", " – "])
      assert.deepEqual(ids(`TR1${dash}TR2`), ["TR1", "TR2"], dash);
  });
});

describe("the number of an id", () => {
  it("is read in any script", () => {
    assert.deepEqual(numbered("ثقة٩"), { prefix: "ثقة", number: 9, width: 1, zero: 0x660 });
    assert.deepEqual(numbered("TR12"), { prefix: "TR", number: 12, width: 2, zero: 48 });
    assert.deepEqual(numbered("a𞥑𞥒"), { prefix: "a", number: 12, width: 2, zero: 0x1e950 });
    assert.equal(numbered("ثقة"), undefined);
    assert.equal(numbered(""), undefined);
  });

  it("is followed by the next free one, in the script of the highest", () => {
    assert.equal(nextId(["ثقة١", "ثقة٣", "TR7"], "ثقة"), "ثقة٤");
    assert.equal(nextId(["TR7", "TR3"], "TR"), "TR8");
    assert.equal(nextId([], "TR"), "TR1");
  });
});

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
