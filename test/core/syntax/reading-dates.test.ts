import assert from "node:assert/strict";
import fc from "fast-check";
import { withReason } from "../../../src/core/features/edit.ts";
import { readFrontMatter } from "../../../src/core/syntax/front-matter.ts";
import { firstRead, readReadings } from "../../../src/core/syntax/reading-dates.ts";
import { stepAndReason } from "../../../src/core/syntax/step-reason.ts";
import { runs } from "../../runs.ts";
import { problemsOf } from "../reviews.ts";

const source = (line: string): string =>
  `---\ncitekey: a1\nstatus: included\nrelevance: high\nrichness: rich\n${line}\n---\n`;
const isDate = (text: string): boolean => readReadings(text) !== undefined;
const values = (line: string, manifest = "cmoc: 1\n"): readonly string[] =>
  problemsOf({ "review.yaml": manifest, "a.md": source(line) })
    .filter(({ rule }) => rule === "field/value")
    .map(({ data }) => `${data.field}: ${data.value}`);

describe("when a source was read", () => {
  it("is a date, and by whom", () => {
    assert.deepEqual(readReadings("2026-03-02"), [{ date: "2026-03-02" }]);
    assert.deepEqual(readReadings("2026-03-09 (RM), 2026-03 ( JA ); 2025"), [
      { date: "2026-03-09", coder: "RM" },
      { date: "2026-03", coder: "JA" },
      { date: "2025" },
    ]);
    assert.equal(firstRead(readReadings("2026-03-09 (RM), 2026-03 (JA)") ?? []), "2026-03");
    for (const not of [
      "yes",
      "",
      "2026-02-30",
      "2026-13",
      "02.03.2026",
      "2026-03-02 JA",
      "2026-03-02 ()",
      "2026-03-02 (a) (b)",
    ])
      assert.equal(readReadings(not), undefined, not);
    assert.equal(readReadings("2026,".repeat(60)), undefined);
  });

  it("is a day of the calendar", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 31 }), (date, other) => {
        const text = date.toISOString().slice(0, 10);
        assert.ok(isDate(text));
        const made = `${text.slice(0, 8)}${String(other).padStart(2, "0")}`;
        const parsed = new Date(`${made}T00:00:00Z`);
        assert.equal(isDate(made), !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(made));
      }),
      runs(100),
    );
  });

  it("is read from front matter by line and by yaml alike, and told of where it is no date", () => {
    const at = (text: string) => readFrontMatter(text, { start: 4, end: text.length - 4 });
    for (const line of [
      "read: 2026-03-02 (JA)",
      'read: "2026-03-02 (JA)"',
      "read: '2026-03-02 (JA)' # so",
      "{}: x\nread: 2026-03-02 (JA)",
    ])
      assert.equal(at(source(line)).read?.value, "2026-03-02", line);
    assert.equal(at(source("read:")).read, undefined);
    assert.deepEqual(values("read: yes"), ["read: yes"]);
    assert.deepEqual(values("read: 2026-03-02\nrigour: low"), []);
    assert.match(
      problemsOf({ "a.md": source("read: soon") })
        .map(({ rule }) => rule)
        .join(),
      /field\/value/,
    );
  });
});

describe("the reason for a step of a scale", () => {
  it("stands after a spaced dash, or a long one", () => {
    assert.deepEqual(stepAndReason("high — two mechanisms"), { step: "high", reason: "two mechanisms" });
    assert.deepEqual(stepAndReason("high - a - b"), { step: "high", reason: "a - b" });
    assert.deepEqual(stepAndReason("very-low -- why"), { step: "very-low", reason: "why" });
    assert.deepEqual(stepAndReason("high—why"), { step: "high", reason: "why" });
    assert.deepEqual(stepAndReason("high —"), { step: "high" });
    assert.deepEqual(stepAndReason("— high"), { step: "— high" });
    assert.deepEqual(stepAndReason("low - medium", ["low", "Low - medium"]), { step: "low - medium" });
  });

  it("comes back as it was written", () => {
    const word = fc.stringMatching(/^[a-z][a-z-]{0,8}[a-z]$/);
    fc.assert(
      fc.property(word, word, (step, reason) => {
        assert.deepEqual(stepAndReason(withReason(step, reason)), { step, reason });
        assert.deepEqual(stepAndReason(withReason(step, "")), { step });
      }),
      runs(100),
    );
  });

  it("is no part of what a scale is asked for", () => {
    assert.deepEqual(values("rigour: low — one site"), []);
    assert.deepEqual(values("rigour: lowish — one site"), ["rigour: lowish"]);
    assert.deepEqual(values("rigour: low\nappraisals:\n  JA: { rigour: low — one site }"), []);
    assert.deepEqual(values("rigour: low\nappraisals:\n  JA: { rigour: lo — one site }"), ["rigour: lo"]);
    const own = "cmoc: 1\nappraisal: { rigour: [low - medium, high] }\n";
    assert.deepEqual(values("rigour: low - medium", own), []);
  });
});
