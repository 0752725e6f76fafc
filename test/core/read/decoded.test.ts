import assert from "node:assert/strict";
import fc from "fast-check";
import { decoded } from "../../../src/core/read/decoded.ts";

const read = (bytes: Uint8Array): { readonly text: string; readonly encoding: string } => decoded(bytes, TextDecoder);
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("bytes as text", () => {
  it("reads the quotes and dashes that Windows saves", () => {
    const { text, encoding } = read(latin("\x93caf\xe9\x94 \x96 it\x92s \x80 5\x85"));
    assert.equal(text, "“café” – it’s € 5…");
    assert.equal(encoding, "Windows-1252");
    const page = latin('<meta charset="iso-8859-1"><p>\x93caf\xe9\x94');
    assert.match(read(page).text, /“café”$/);
    // Every other byte is as in Latin-1.
    const others = Buffer.from([...Array(256).keys()].filter((byte) => byte !== 0 && (byte < 0x80 || byte > 0x9f)));
    assert.equal(read(others).text, others.toString("latin1"));
  });

  it("reads a page as it says, in HTML or XML, and as nothing that it cannot be", () => {
    const cyrillic = Buffer.concat([
      latin("<html><META http-equiv=x content='text/html; charset=windows-1251'>"),
      Buffer.from([0xcc, 0xe8, 0xf0]),
    ]);
    assert.match(read(cyrillic).text, /Мир$/);
    assert.equal(read(cyrillic).encoding, "windows-1251");
    const japanese = Buffer.concat([
      latin('<?xml version="1.0" encoding="Shift_JIS"?>'),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    ]);
    assert.match(read(japanese).text, /日本$/);
    const escaped = latin("<meta charset=iso-2022-jp>\x1b$BF|K\\\x1b(B");
    assert.match(read(escaped).text, /日本$/);
    for (const said of ["x-none", "utf-16", "replacement", "utf-8"])
      assert.match(read(latin(`<meta charset=${said}>caf\xe9`)).text, /café$/, said);
    assert.match(read(Buffer.from("<meta charset=windows-1251>café")).text, /café$/);
    assert.match(read(latin("<!-- <meta charset=windows-1251> -->caf\xe9")).text, /café$/);
  });

  it("keeps UTF-8 that is cut inside a sign, or that lost a sign and says what it is", () => {
    const bytes = Buffer.from("Küste – “a”");
    const cut = read(bytes.subarray(0, bytes.length - 1));
    assert.deepEqual(cut, { text: "Küste – “a\ufffd", encoding: "UTF-8" });
    assert.equal(read(latin("caf\xe9")).text, "café");
    const broken = Buffer.concat([Buffer.from("<meta charset=utf-8>“a” – “b”"), Buffer.from([0xe9, 0x20])]);
    assert.match(read(broken).text, /“a” – “b”\ufffd $/);
  });

  it("keeps UTF-8 in whose midst a byte is another, and what Windows saves with a zero in it", () => {
    const words = "El año pasado la confianza creció – según dijeron – en las reuniones. ".repeat(20);
    const bytes = Buffer.from(words);
    const odd = read(Buffer.concat([bytes.subarray(0, 700), Buffer.from([0x9b]), bytes.subarray(700)]));
    assert.equal(odd.encoding, "UTF-8");
    assert.equal(odd.text.replace("\ufffd", ""), words);
    const chinese = Buffer.from("研究表明护士信任经理。".repeat(40));
    assert.match(read(chinese.subarray(1)).text, /研究表明护士信任经理。$/);
    assert.equal(read(latin(`caf\xe9\0 ${"and more of it ".repeat(40)}`)).encoding, "Windows-1252");
  });

  it("reads UTF-16 by its mark or by its zeros, and says what is no text", () => {
    const little = Buffer.from("Context: Küste", "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, Buffer.from("\ufeffContext: Küste", "utf16le")])
      assert.deepEqual(read(bytes), { text: "Context: Küste", encoding: "UTF-16" });
    for (const bytes of [latin("%PDF-1.7"), latin("PK\x03\x04"), latin("\xff\xfe\0\0a\0\0\0"), latin("a\0\0b\0\0c")])
      assert.equal(read(bytes).encoding, "binary");
  });

  it("keeps a text that holds a zero by mistake", () => {
    const text = `When beds are few (C), nurses\0 hurry (M), ${"and errors rise ".repeat(8)}(O).`;
    assert.deepEqual(read(Buffer.from(text)), { text, encoding: "UTF-8" });
    const chinese = "我们知道护士信任经理。\n".repeat(20);
    assert.deepEqual(read(Buffer.from(chinese, "utf16le")), { text: chinese, encoding: "UTF-16" });
  });

  it("reads whatever bytes there are, and UTF-8 as it is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        assert.equal(typeof read(bytes).text, "string");
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!["\ufeff", "%PDF", "PK\u0003"].some((start) => text.startsWith(start)) && !text.includes("\0"));
        assert.deepEqual(read(Buffer.from(text)), { text, encoding: "UTF-8" });
      }),
    );
  });
});
