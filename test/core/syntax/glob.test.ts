import assert from "node:assert/strict";
import fc from "fast-check";
import picomatch from "picomatch";
import { globMatcher, patternFault } from "../../../src/core/syntax/glob.ts";
import { runs } from "../../runs.ts";

describe("globMatcher", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["drafts/**", ["drafts/a.md", "drafts/b/c.md", "drafts"], ["a.md", "old/drafts/a.md", "drafts2/a.md"]],
    ["**/drafts/**", ["drafts/a.md", "old/drafts/a.md"], ["a/drafty/b.md"]],
    ["*.md", ["a.md", ".hidden.md"], ["a/b.md", "a.mdx"]],
    ["**/*.draft.md", ["a.draft.md", "x/y/a.draft.md"], ["a.md"]],
    ["a?c.md", ["abc.md"], ["ac.md", "a/c.md"]],
    ["[a-c]/[!x].md", ["b/y.md"], ["d/y.md", "b/x.md"]],
    ["{drafts,old/notes}/**", ["drafts/a.md", "old/notes/b.md"], ["old/a.md"]],
    ["notes[1.md", ["notes[1.md"], ["notes1.md"]],
    ["A.md", ["A.md"], ["a.md"]],
    ["entwürfe/*", ["entwürfe/a.md"], ["entwurfe/a.md"]],
  ];
  for (const [pattern, yes, no] of cases) {
    it(`matches ${pattern}`, () => {
      const matches = globMatcher(pattern);
      for (const path of yes) assert.equal(matches(path), true, path);
      for (const path of no) assert.equal(matches(path), false, path);
    });
  }

  it("matches as picomatch does", () => {
    const segment = fc.oneof(
      fc.constant("**"),
      fc
        .array(fc.constantFrom("a", "b", "*", "?", "[ab]", "[!a]", "{a,b}", "{a,b*}"), { minLength: 1, maxLength: 3 })
        .map((parts) => parts.join("").replace(/\*{2,}/g, "*")),
    );
    const name = fc.stringMatching(/^[abc]{1,3}$/);
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (segments, names) => {
          const pattern = segments.filter((part, index) => part !== "**" || segments[index - 1] !== "**").join("/");
          const path = names.join("/");
          const expected = [pattern, pattern.replace(/\/\*\*$/, "")].some((glob) =>
            picomatch(glob, { dot: true, posix: true })(path),
          );
          assert.equal(globMatcher(pattern)(path), expected, `${pattern} on ${path}`);
        },
      ),
      runs(20),
    );
  });

  it("matches whatever pattern and path are: a run that hangs is ended", () => {
    assert.equal(globMatcher(`${"*a".repeat(400)}b`)("a".repeat(4000)), false);
    assert.equal(globMatcher(`${"**/a/".repeat(200)}b`)("a/".repeat(2000)), false);
  });

  it("says which patterns it does not read", () => {
    assert.equal(patternFault("{a,b}/{c,d}/**"), false);
    assert.equal(patternFault("{a,b}".repeat(7)), true);
    assert.equal(patternFault("a".repeat(1001)), true);
    assert.equal(globMatcher("{a,b}".repeat(7))("aaaaaaa"), false);
  });
});
