import assert from "node:assert/strict";
import fc from "fast-check";
import { codesReport } from "../../../src/core/report/codes.ts";
import { saturation } from "../../../src/core/report/saturation.ts";
import { chartWords, niceStep, PAPER_STYLE, saturationSvg } from "../../../src/core/report/saturation-chart.ts";
import { saturationBody, saturationPage } from "../../../src/core/report/saturation-html.ts";
import { orderWords, saturationMarkdown } from "../../../src/core/report/saturation-table.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf } from "../reviews.ts";

interface Coded {
  readonly read?: string;
  readonly status?: string;
  readonly codes?: readonly string[];
  readonly bears?: readonly string[];
}

function sourceOf(key: string, { read, status, codes = [], bears = [] }: Coded): string {
  const front = [`citekey: ${key}`, ...(status ? [`status: ${status}`] : []), ...(read ? [`read: ${read}`] : [])];
  const extract =
    codes.length + bears.length === 0
      ? ""
      : `\n## Extract e1\n\n> They met and agreed.\n\n${codes.map((code) => `- M ${code}: "met"\n`).join("")}${bears.map((id) => `- supports: ${id}\n`).join("")}`;
  return `---\n${front.join("\n")}\n---\n${extract}`;
}

const cmoc = (id: string, more = ""): string => `## CMOC ${id}: Title of ${id}\n\n- C: a place\n${more}\n`;
const THEORY = [
  cmoc("TR1"),
  cmoc("TR2"),
  cmoc("TR3", "- status: retired\n"),
  cmoc("TR4"),
  "## Theory PT1: All\n\n- stage: initial\n",
].join("\n");

function reviewWith(sources: { readonly [key: string]: Coded }, more: Files = {}) {
  const files = Object.entries(sources).map(([key, coded]) => [`sources/${key}.md`, sourceOf(key, coded)] as const);
  return reviewOf({ "theory.md": THEORY, ...Object.fromEntries(files), ...more });
}

const SOURCES = {
  ade2010: { codes: ["trust", "Power"], bears: ["TR1", "TR3", "PT1"] },
  bo2011: { read: "2026-03-09 (RM), 2026-03-02 (JA)", codes: ["trust"], bears: ["TR1"] },
  cy2012: { read: "2026-01-15", codes: ["power", "time"], bears: ["TR1", "TR2"] },
  di2013: { read: "2026-03-05" },
  ed2014: { status: "excluded", read: "2026-01-01", codes: ["gone"], bears: ["TR4"] },
  fay2015: { status: "included" },
};

describe("saturation", () => {
  it("tells what each source added, in the order in which sources were read", () => {
    const found = saturation(reviewWith(SOURCES));
    assert.deepEqual(
      found.rows.map(({ key, read, extracts, newCodes, codes, newConfigurations, configurations }) =>
        [key, read ?? "-", extracts, newCodes.join("+"), codes, newConfigurations.join("+"), configurations].join(" "),
      ),
      [
        "cy2012 2026-01-15 1 power+time 2 TR1+TR2 2",
        "bo2011 2026-03-02 1 trust 3  2",
        "di2013 2026-03-05 0  3  2",
        "ade2010 - 1  3  2",
      ],
    );
    assert.deepEqual([found.dated, found.codes, found.configurations], [3, 3, 2]);
    assert.deepEqual(found.run, { codes: 2, configurations: 3 });
    assert.match(orderWords(found), /in which they were read; 1 that does not say when/);
  });

  it("leaves out sources that are awaited, and puts a month or a year behind its days", () => {
    const found = saturation(
      reviewWith({
        a: { read: "2026" },
        b: { read: "2026-01-01" },
        c: { read: "2026-01" },
        d: { read: "2026-01-31" },
        e: { read: "2026-12-31" },
        f: { read: "2027-01-01" },
        g: { read: "2025" },
        h: { read: "2026-02-01", status: "awaiting", codes: ["trust"], bears: ["TR1"] },
      }),
    );
    assert.equal(found.rows.map(({ key }) => key).join(""), "gbdceaf");
    assert.deepEqual([found.codes, found.configurations], [0, 0]);
  });

  it("counts the configurations that the report of codes counts", () => {
    const table =
      "| Context | Mechanism | Outcome | Evidence | Status |\n| --- | --- | --- | --- | --- |\n| a | b | c | @ade2010#e1 | retired |\n";
    const merged = `${cmoc("X1", "- status: merged\n- replaced by: TR1\n")}\n${table}`;
    const review = reviewWith({ ade2010: { codes: ["trust"], bears: ["TR1", "TR3", "X1"] } }, { "more.md": merged });
    assert.deepEqual(codesReport(review).codes[0]?.configurations, ["TR1"]);
    assert.equal(saturation(review).configurations, 1);
  });

  it("counts a source that is cited as a whole, a row without an id, and a codebook's spelling", () => {
    const table =
      "| Context | Mechanism | Outcome | Evidence |\n| --- | --- | --- | --- |\n| a | b | c | @zed2000#e1 |\n";
    const found = saturation(
      reviewWith(
        { zed2000: { codes: ["TRUST"] }, yul2001: { read: "2026-01-01" } },
        {
          "rows.md": table,
          "codes.md": "## Code Trust\n\n- definition: x\n",
          "more.md": cmoc("X1", "- refutes: @yul2001\n"),
        },
      ),
    );
    assert.deepEqual(
      found.rows.map(({ key, newCodes, newConfigurations }) => [key, ...newCodes, ...newConfigurations]),
      [
        ["yul2001", "X1"],
        ["zed2000", "Trust", "rows.md:3"],
      ],
    );
  });

  const coded = fc.record(
    {
      read: fc.constantFrom("2026-01-01", "2026-01-02", "2026-02"),
      status: fc.constantFrom("included", "excluded"),
      codes: fc.uniqueArray(fc.constantFrom("a1", "b1", "c1", "d1"), { maxLength: 4 }),
      bears: fc.uniqueArray(fc.constantFrom("TR1", "TR2", "TR3", "TR4", "TR9"), { maxLength: 4 }),
    },
    { requiredKeys: [] },
  );

  it("adds up to what is there, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.array(coded, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.constantFrom("2026-01-01", "2026-01-09", undefined)),
        (all, dates) => {
          const keyed = Object.fromEntries(all.map((one, at) => [`k${at}`, one]));
          const found = saturation(reviewWith(keyed));
          const kept = all.filter(
            ({ status, read, codes = [], bears = [] }) =>
              status !== "excluded" && (read !== undefined || codes.length + bears.length > 0),
          );
          const distinct = (of: (one: Coded) => readonly string[]): number => new Set(kept.flatMap(of)).size;
          assert.equal(found.rows.length, kept.length);
          assert.equal(
            found.codes,
            distinct(({ codes = [] }) => codes),
          );
          assert.equal(
            found.configurations,
            distinct(({ bears = [] }) => bears.filter((id) => id !== "TR3" && id !== "TR9")),
          );
          let sum = 0;
          for (const row of found.rows) {
            sum += row.newCodes.length;
            assert.equal(row.codes, sum);
          }
          const reads = found.rows.map(({ read = "~" }) => read);
          assert.deepEqual(reads, [...reads].sort());
          const others = Object.fromEntries(
            kept.map((one, at) => {
              const { read: _, ...rest } = one;
              const { value: read } = dates.next();
              const isSeen = (rest.codes ?? []).length + (rest.bears ?? []).length > 0;
              return [`k${at}`, read === undefined && isSeen ? rest : { ...rest, read: read ?? "2026" }];
            }),
          );
          const again = saturation(reviewWith(others));
          assert.deepEqual(
            [again.codes, again.configurations, again.rows.length],
            [found.codes, found.configurations, found.rows.length],
          );
        },
      ),
      runs(60),
    );
  });

  it("is drawn so that no colour is needed, and says in words what it draws", () => {
    const found = saturation(reviewWith(SOURCES));
    const svg = saturationSvg(found, PAPER_STYLE);
    assert.match(svg, /<svg [^>]*role="img" aria-labelledby="cmoc-chart-title cmoc-chart-words"/);
    assert.match(svg, /\.configurations\.line\{stroke-dasharray/);
    assert.equal(svg.match(/<circle class="codes"/g)?.length, 5);
    assert.equal(svg.match(/<rect class="configurations"/g)?.length, 5);
    assert.match(svg, />Codes 3<\/text>/);
    assert.match(svg, />Configurations 2<\/text>/);
    assert.equal(
      chartWords(found),
      "4 sources: codes 3, configurations 2. The last 2 sources brought no new code. The last 3 sources brought no new configuration. Sources stand in the order in which they were read; 1 that does not say when stands last.",
    );
    assert.deepEqual(
      [1, 4, 7, 23, 60, 1000].map((most) => niceStep(most, 5)),
      [1, 1, 2, 5, 20, 200],
    );
  });

  it("is a page without scripts, whatever a review says", () => {
    const odd = "<script>alert(1)</script>\u0000&\"'";
    const page = saturationPage(saturation(reviewWith({ "a<b": { codes: ["x"] }, ok1: { codes: ["x", "y"] } })), odd);
    assert.ok(!page.includes("<script") && !page.includes("\u0000"));
    assert.match(page, /&lt;script&gt;/);
    assert.match(page, /default-src 'none'/);
    assert.match(page, /<th scope="row">ok1<\/th>/);
    const linked = saturationBody(
      saturation(reviewWith(SOURCES)),
      "T",
      ({ key }) => `command:x?${encodeURIComponent(JSON.stringify([key]))}`,
    );
    assert.match(linked, /<a href="command:x\?%5B%22cy2012%22%5D">cy2012<\/a>/);
    const many = { one: { codes: [..."abcdefghij"].map((letter) => `staying-away-${letter}`) } };
    const names = saturationBody(saturation(reviewWith(many)), "T");
    assert.match(names, /<td class="new">10 <span class="names"><span>staying-away-a<\/span>, <span>staying-away-b</);
    assert.match(names, /<span>staying-away-h<\/span> and 2 more<\/span><\/td>/);
    assert.match(names, /<div class="scroll"><table>/);
    const none = saturationBody(saturation(reviewOf({})), "T");
    assert.match(none, /No source has been read or coded yet/);
    assert.doesNotMatch(none, /<svg|<table/);
  });

  it("stays small where sources are many, and is a table in Markdown", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      key: `k${at}`,
      read: undefined,
      extracts: 1,
      newCodes: ["a"],
      codes: at + 1,
      newConfigurations: [],
      configurations: 0,
    }));
    const found = {
      rows,
      dated: 0,
      codes: rows.length,
      configurations: 0,
      run: { codes: 0, configurations: rows.length },
    };
    assert.ok(saturationSvg(found).length < 60_000);
    const table = saturationMarkdown(
      saturation(reviewWith({ "a|b": {}, a_b: { codes: ["xy"], read: "2026-01-01" } })),
    ).split("\n");
    assert.equal(
      table[0],
      "| No. | Source | Read on | Extracts | New codes | All codes | New configurations | All configurations |",
    );
    assert.equal(table[2], "| 1 | a\\_b | 2026-01-01 | 1 | 1 | 1 | 0 | 0 |");
  });
});
