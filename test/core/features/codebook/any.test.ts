/** Whatever stands in the files, a change of codes loses no word and no use, brings no problem, and can be taken back byte for byte. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  mergeCodes,
  moveCodes,
  renameCode,
  retireCode,
  splitCode,
  usesOfCode,
} from "../../../../src/core/features/codebook.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { applyEdits, type TextEdit } from "../../../../src/core/text.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, filesOf } from "../editing.ts";
import { anyRecord } from "../generate-records.ts";
import { newsIn, wordsOf } from "../refactor/news.ts";

const CODES = ["trust", "faith", "hope", "unheard"] as const;
const name = fc.constantFrom(...CODES);
const line = fc
  .tuple(
    fc.constantFrom("M ", "C ", "M (resource) ", "**O** ", "code "),
    name,
    fc.constantFrom(
      '"met"',
      '"met", "parted"',
      "",
      '"parted" (RM)',
      '"met" <!-- so -->',
      '"met"\n  - and more',
      "that they met",
    ),
  )
  .map(([role, code, words]) => `- ${role}${code}: ${words}\n`);
const record = fc
  .tuple(
    name,
    fc.array(
      fc.constantFrom(
        "- role: M\n",
        "- definition: they\n  rely\n",
        "- parent: hope — so far\n",
        "- parent: faith\n",
        "- definition: **all**\n",
        "- replaced by: trust\n",
        "- note: see [[Code trust]]\n",
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([code, fields]) => `## Code ${code}: A ${code}\n\n${[...new Set(fields)].join("")}`);
const files = fc
  .tuple(
    fc.uniqueArray(record, { maxLength: 4, selector: (text) => text.slice(8, 12) }),
    fc.array(line, { maxLength: 6 }),
    anyRecord,
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([codes, lines, other, eol]): Files => {
    const all = {
      "codebook.md": `# Codebook\n\n${codes.join("\n")}`,
      "a.md": sourceFile(
        "alpha2020",
        `## Extract e1\n\n> They met and parted.\n\n- at: p. 1\n${lines.join("")}- parked: so\n`,
      ),
      "memos/log.md": "## Memo 2020-01-01: Why\n\n- about: Code trust, Code hope\n",
      [other.source ? "l.md" : "o.md"]: other.text,
    };
    return Object.fromEntries(Object.entries(all).map(([path, text]) => [path, text.replaceAll("\n", eol)]));
  });

/** The edits that take edits back. */
function takingBack(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  let moved = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + moved;
    moved += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}

const uses = (of: Files, code: string): number => usesOfCode(reviewOf(of), `c:${code}`).length;

describe("any change of codes", () => {
  it("loses no word and no use, brings no problem, and is taken back", () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(files, name, name, (before, one, other) => {
        const review = reviewOf(before);
        const memo = { date: "2026-03-02", reason: "So it is." };
        const [c, d] = [`c:${one}`, `c:${other}`];
        const own = usesOfCode(review, c);
        const made = {
          merge: mergeCodes(review, d, c, { memo }),
          split: splitCode(review, c, { into: [{ id: "new", uses: own.slice(1) }], rest: "beside", memo }),
          rename: renameCode(review, c, { id: "new", memo }),
          retire: retireCode(review, c, { reason: "it is enough", replacedBy: d, memo }),
          move: moveCodes(review, [c], { parent: one === other ? undefined : d, memo }),
        };
        for (const [what, { outcome, notes }] of Object.entries(made)) {
          if (isRefusal(outcome)) continue;
          done.set(what, (done.get(what) ?? 0) + 1);
          const after = filesAfter(review, outcome);
          assert.deepEqual(
            newsIn(before, after, { new: one, "c:new": c, ...(what === "merge" && { [one]: other, [c]: d }) }),
            [],
            what,
          );
          const held = filesOf(review);
          for (const [uri, edits] of outcome.edits) {
            const text = held[uri] ?? "";
            assert.equal(applyEdits(after[uri] ?? "", takingBack(edits, text)), text);
          }
          const [had, has] = [wordsOf(before), wordsOf(after)];
          const isOwn = /^(?:trust|faith|hope|unheard|code|codebook|md|a|parent|alpha2020)$/;
          // The words of lines that became one stand in the other.
          for (const [word, count] of had)
            if (!isOwn.test(word)) {
              const left = has.get(word) ?? 0;
              assert.ok(what === "merge" ? left > 0 : left >= count, `${what}: ${word} is lost`);
            }
          if (what === "merge" && one !== other) {
            const united = Number(/^(\d+) use/.exec(notes[0] ?? "")?.[1] ?? 0);
            assert.equal(uses(after, other), uses(before, other) + own.length - united);
            assert.equal(uses(after, one), 0);
          } else if (what === "split") assert.equal(uses(after, "new") + uses(after, one), own.length);
          else if (what === "rename") assert.equal(uses(after, "new"), own.length);
          else assert.equal(uses(after, one), own.length);
        }
      }),
      runs(60),
    );
    for (const what of ["merge", "split", "rename", "retire", "move"]) assert.ok(done.has(what), [...done].join(" "));
  });
});
