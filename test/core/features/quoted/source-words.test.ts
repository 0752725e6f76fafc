import assert from "node:assert/strict";
import fc from "fast-check";
import { refusalWords } from "../../../../src/core/features/edit/refusal-words.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { withSourceWords } from "../../../../src/core/features/quoted/source-words.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import { checkQuote } from "../../../../src/core/quotes/check.ts";
import { applyEdits } from "../../../../src/core/text.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { FILE, quotedIn } from "./sources.ts";

const TEXT =
  "The partners met every week in the old mill, and little was hidden from any-\nbody who came. Trust grew, slowly.\n";

/** The record after the words were written, or why they were not. */
function mended(record: string, text = TEXT): string {
  const { review, extract, answer, source } = quotedIn(text, record);
  if (answer.is !== "near") return answer.is;
  const outcome = withSourceWords(review, extract, answer.passage, source);
  if (isRefusal(outcome)) return refusalWords(outcome);
  const after = applyEdits(review.text(FILE) ?? "", outcome.edits.get(FILE) ?? []);
  const [again] = reviewOf({ [FILE]: after }).extractsOf("lund2010");
  const quote = (again?.entity as Extract | undefined)?.quote?.text ?? "";
  assert.equal(checkQuote(quote, source).is, "exact", quote);
  return after.slice(after.indexOf("## Extract e1\n\n") + 15);
}

const PAIRED: Readonly<Record<string, string>> = { "“": "”", "(": ")", "‘": "’", "«": "»" };
const CANNOT = "The words of @lund2010#e1 cannot be written one by one. Copy them from the full text.";

describe("the source’s words", () => {
  it("take the place of those that are others, and nothing else is touched", () => {
    assert.equal(
      mended("> The partners met every *day* in the old mill,\n> and little was hidden\n\n- at: p. 1\n"),
      "> The partners met every *week* in the old mill,\n> and little was hidden\n\n- at: p. 1\n",
    );
    assert.equal(
      mended("> The partners met … and much was hidden from anybody [sic] who came.\n"),
      "> The partners met … and little was hidden from anybody [sic] who came.\n",
    );
    assert.equal(
      mended("> [t]he partners met every day in the old mill\n\n- note: [old]\n"),
      "> [t]he partners met every week in the old mill\n\n- note: [old]\n",
    );
    assert.equal(
      mended("> The partners met every week in the mill, and little was really hidden from anyone who came.\n"),
      "> The partners met every week in the old mill, and little was hidden from anybody who came.\n",
    );
  });

  it("are all there over what stands in their midst, which an ellipsis then says", () => {
    const table = "Table 2. Numbers of those who came in the\nfirst years\n2014 30 40 and the rest\n".repeat(9);
    const [one, two] = [
      "In the third year the boards had come to rely upon her, and where",
      "she was not to be had they put it off.",
    ];
    const text = `Before. ${one}\n${table}${two} After.\n`;
    assert.equal(mended(`> ${one} ${two}\n`, text), `> ${one} … ${two}\n`);
    assert.equal(mended(`> ${one}\n> ${two.replace("put", "took")}\n`, text), `> ${one} …\n> ${two}\n`);
  });

  it("keep the lines of the quotation, its marks and its ends of lines", () => {
    assert.equal(
      mended(">The partners met each single\r\n>week in the old\r\n> mill, and little was hidden\r\n"),
      ">The partners met every\r\n>week in the old\r\n> mill, and little was hidden\r\n",
    );
    assert.equal(
      mended("> The partners met every week\n> in the old\n> house, and little was hidden from\n"),
      "> The partners met every week\n> in the old\n> mill, and little was hidden from\n",
    );
  });

  it("leave no marks around nothing, and no line without words", () => {
    for (const [open, shut] of [
      ..."_ * ** __ *** “ ( ‘ «".split(" ").map((sign) => [sign, PAIRED[sign] ?? sign] as const),
      ["**_", "_**"],
      ["“*", "*”"],
      ["_", ",_"],
    ]) {
      assert.equal(
        mended(`> The partners ${open}not${shut} met every week in the old mill, and little\n`),
        "> The partners met every week in the old mill, and little\n",
      );
      assert.equal(
        mended(`> The partners met every week in the old mill ${open}not\n> so${shut}, and little was hidden\n`),
        "> The partners met every week in the old mill, and little was hidden\n",
        open,
      );
    }
    assert.equal(
      mended("> The partners _not met_ every week in the old mill, and little\n"),
      "> The partners _met_ every week in the old mill, and little\n",
    );
    assert.equal(
      mended("> The partners _met not_ every week in the old mill, and little\n"),
      "> The partners _met_ every week in the old mill, and little\n",
    );
    assert.equal(
      mended("> The partners met\r\n> never,\r\n> every week in the old mill, and little\r\n"),
      "> The partners met\r\n> every week in the old mill, and little\r\n",
    );
    assert.equal(
      mended("> Really\n> the partners met every week in the old mill, and little\n"),
      "> the partners met every week in the old mill, and little\n",
    );
  });

  it("become those of coding lines that stand there, and of no others", () => {
    const lines = (day: string, house: string, more = ""): string =>
      `> The partners met every ${day} in the ${house}, and ${more}little was hidden from anybody who came. Trust grew, slowly.\n\n- C meeting: "met every ${day} in", "little" (RM)\n- M trust: “${house}”\n- C other: "never there", "partners met"\n- O: "${more}little was"\n- note: ${day}\n`;
    assert.equal(
      mended(lines("_single_ day", "house", "_very_ ")),
      lines("_week_", "old mill").replace("note: _week_", "note: _single_ day"),
    );
  });

  it("leave coding lines that would say something else, and refuse nothing for them", () => {
    const text = 'The partners met every "good" week in the old mill, and little was hidden.\n';
    const coded = (word: string, in_: string): string =>
      `> The partners met every ${word} week in the old mill, and little was hidden\n\n- C meeting: "${in_} week"\n`;
    assert.equal(mended(coded("bad", "bad"), text), coded("good", "good"));
    assert.equal(
      mended('> The partners met every day in the old mill, and really little was hidden\n\n- M trust: "really"\n'),
      '> The partners met every week in the old mill, and little was hidden\n\n- M trust: "really"\n',
    );
    assert.equal(
      mended('> The partners met every day in the old mill\n\n- M trust: "day in the *old*"\n- C: "day, in"\n- C: \n'),
      '> The partners met every week in the old mill\n\n- M trust: "week in the *old*"\n- C: "week, in"\n- C: \n',
    );
  });

  it("are not written where it cannot be told which of the written words they stand for", () => {
    assert.equal(mended("> The partners met every day &amp; night in the old mill, and little was hidden\n"), CANNOT);
    assert.equal(mended("> The **part**ners met every day in the old mill, and little was hidden\n"), CANNOT);
  });

  it("make any quotation with a wrong word one that stands in its source, or change nothing", () => {
    const words = TEXT.replace("any-\nbody", "anybody").trim().split(" ");
    const wrong = fc.record({
      at: fc.nat(words.length - 1),
      word: fc.constantFrom(
        ...["", "often", "no", "a b", "…", "[x]", "Zeit.", "*and*", "who came", "_not_", "“so”", "**not\n> so**"],
      ),
      line: fc.nat(words.length - 1),
    });
    fc.assert(
      fc.property(wrong, ({ at, word, line }) => {
        const made = words.with(at, word).map((each, index) => (index === line ? `\n> ${each}` : each));
        const quoted = made
          .filter((each) => each !== "")
          .join(" ")
          .replaceAll(" \n", "\n");
        const coding = quoted.replace(/\s*\n> /g, " ").replaceAll('"', "");
        const told = mended(`> ${quoted}\n\n- C meeting: "${coding}"\n`);
        assert.ok(!/^> *$|__|\*\*\*\*|“”/m.test(told) || line === 0, told);
        assert.ok(told.startsWith(">") || ["exact", "absent", CANNOT].includes(told), told);
      }),
      runs(60),
    );
  });
});
