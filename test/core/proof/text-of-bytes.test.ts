import assert from "node:assert/strict";
import { textOfBytes } from "../../../src/core/proof/text-of-bytes.ts";

const held = (bytes: Uint8Array) => textOfBytes(bytes, "texts/a.txt", "1", TextDecoder);

describe("the text of a file", () => {
  it("is one that cannot be read where nothing tells how its letters are saved", () => {
    const cyrillic = Buffer.from([0xd3, 0xcb, 0xc1, 0xda, 0xc1, 0xcc, 0x20, 0xde, 0xd4, 0xcf]);
    const read = held(Buffer.concat(Array.from({ length: 20 }, () => cyrillic)));
    assert.equal(read.is, "unreadable");
    assert.match(read.is === "unreadable" ? read.why : "", /Save it as UTF-8/);
    assert.equal(held(Buffer.from("Die K\xfcste und die \xc4rzte dort", "latin1")).is, "text");
    assert.equal(held(Buffer.from("\u7814\u7a76\u8868\u660e")).is, "text");
  });
});
