import assert from "node:assert/strict";
import type { Inline } from "../../../src/core/syntax/blocks.ts";
import { citationsOf, isCitable } from "../../../src/core/syntax/citations.ts";
import { readBlocks } from "../../../src/core/syntax/read-blocks.ts";

function cited(markdown: string): readonly string[] {
  const found: string[] = [];
  const take = (inline: Inline): void => {
    for (const { key, extract } of citationsOf(inline)) found.push(extract === undefined ? key : `${key}#${extract}`);
  };
  for (const block of readBlocks(markdown)) {
    if (block.type === "paragraph") take(block.inline);
    else if (block.type === "list")
      for (const item of block.items) for (const each of item.blocks) if (each.type === "paragraph") take(each.inline);
  }
  return found;
}

describe("citations", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["@a1 and (@b2) and [@c3; @d4#e1, p. 2] and [-@e5]", ["a1", "b2", "c3", "d4#e1", "e5"]],
    ["@a1#e1,@b2#e2;@c3", ["a1#e1", "b2#e2", "c3"]],
    ["（@a1，@b2、@c3；@d4）", ["a1", "b2", "c3", "d4"]],
    ["a\n@b2", ["b2"]],
    ["**@a1** *@b2* ***@c3*** [@d4](x.md) <b>@e5</b>", ["a1", "b2", "c3", "d4", "e5"]],
    ["a&nbsp;@b2 \\* @c3 \\[@d4\\]", ["b2", "c3", "d4"]],
    ["one\\\n@b2", ["b2"]],
    // No citations.
    ["\\@a1 and \\@b2 (\\@c3) [\\@d4]", []],
    ["**\\@a1** *\\@b2* ***\\@c3*** [\\@d4](x.md)", []],
    ["&commat;a1 &#64;b2 &#x40;c3", []],
    ["“@a1” ‘@b2’ \"@c3\" '@d4' «@e5» —@f6 –@g7 n@h8 a-@i9", []],
    ["`@a1` ![@b2](c.png)", []],
    ['[@a1]: https://example.org\n[@b2]: <c.md> "A title"', []],
    ["- \\@a1\n- x \\@b2", []],
    ["[@a1]: they met again", ["a1"]],
    ["[@a1]: yes", ["a1"]],
    ["see [@a1]: https://example.org", ["a1"]],
  ];
  for (const [text, want] of cases) it(JSON.stringify(text), () => assert.deepEqual(cited(text), want));

  it("have keys that end as they begin", () => {
    for (const key of ["okafor2014", "a-b", "a.b:c", "_x", "10.1186/1748", "Ü1"])
      assert.equal(isCitable(key), true, key);
    for (const key of ["a1.", "a-", "-a", "", "a--b", "a b"]) assert.equal(isCitable(key), false, key);
  });
});
