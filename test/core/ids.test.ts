import assert from "node:assert/strict";
import fc from "fast-check";
import { idKey, idsOfRange, isId, nextId, numbered, numberStart, rangeOf, usualPrefix } from "../../src/core/ids.ts";
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
    assert.equal(nextId(["क्ष1"], "क्ष"), "क्ष2");
    assert.equal(nextId(["e\u03011", "\u00c92"], "e\u0301"), "e\u03013");
    assert.equal(nextId(["TR-08", "TR-09", "TR12"], "TR-"), "TR-10");
  });

  it("keeps its zeros", () => {
    assert.equal(nextId(["TR01"], "TR"), "TR02");
    assert.equal(nextId(["TR099"], "TR"), "TR100");
    assert.equal(nextId(["TR9"], "TR"), "TR10");
    assert.equal(nextId(["ثقة٠٩"], "ثقة"), "ثقة١٠");
    assert.equal(nextId(["TR0"], "TR"), "TR1");
  });

  it("follows a prefix of any letters, which most of the ids have", () => {
    assert.equal(usualPrefix(["क्ष1"]), "क्ष");
    assert.equal(usualPrefix(["A1", "e\u03011", "\u00c92"]), "e\u0301");
    assert.equal(usualPrefix(["TR-09", "SY1", "tr-10", "SY2", "TR-11"]), "TR-");
    assert.equal(usualPrefix(["TR1", "SY1"]), "TR");
    assert.equal(usualPrefix(["trust", "2014-1", "TR1.2", ""]), undefined);
  });

  it("of a new one is free, and read as one of the same letters", () => {
    const letter = fc.constantFrom("T", "r", "\u00e9", "e\u0301", "क्ष", "信");
    const prefix = fc
      .tuple(letter, fc.array(fc.oneof(letter, fc.constantFrom("-", ".", "_")), { maxLength: 3 }))
      .map(([first, rest]) => first + rest.join(""));
    const number = fc.constantFrom("0", "1", "09", "010", "99", "٩", "٠٩", "१०", "999999999");
    fc.assert(
      fc.property(fc.array(fc.tuple(prefix, number), { minLength: 1, maxLength: 6 }), (parts) => {
        const ids = parts.map((each) => each.join(""));
        const usual = usualPrefix(ids);
        assert.ok(usual !== undefined && parts.some(([each]) => each === usual));
        const next = nextId(ids, usual);
        assert.ok(next.startsWith(usual) && isId(next), next);
        assert.ok(!ids.map(idKey).includes(idKey(next)), next);
      }),
      runs(20),
    );
  });
});
