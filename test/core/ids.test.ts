import assert from "node:assert/strict";
import fc from "fast-check";
import { idKey, idsOfRange, nextId, numbered, numberStart, rangeOf } from "../../src/core/ids.ts";
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

describe("an id", () => {
  it("is compared without case and in NFC", () => {
    const id = fc.array(fc.constantFrom("T", "R", "z", "9", "-", "É", "e\u0301", "ß", "İ"), { maxLength: 24 });
    fc.assert(
      fc.property(id, (parts) => {
        const written = parts.join("");
        assert.equal(idKey(written), written.normalize("NFC").toLowerCase().normalize("NFC"));
      }),
      runs(20),
    );
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

  it("begins after the prefix", () => {
    for (const id of ["ثقة٩", "TR12", "a𞥑𞥒", "ثقة", "TR", "", "7", "a-1234567890"])
      assert.equal(numberStart(id), numbered(id)?.prefix.length ?? id.length, id);
  });

  it("is followed by the next free one, in the script of the highest", () => {
    assert.equal(nextId(["ثقة١", "ثقة٣", "TR7"], "ثقة"), "ثقة٤");
    assert.equal(nextId(["TR7", "TR3"], "TR"), "TR8");
    assert.equal(nextId([], "TR"), "TR1");
  });
});
