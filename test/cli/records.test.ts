import assert from "node:assert/strict";
import { csv } from "../../src/cli/format/csv.ts";
import { table, widthOf } from "../../src/cli/format/table.ts";
import { cmoc, folder, plainOutput } from "./run.ts";

const INVENTED = "examples/community-falls-prevention";

const REVIEW = {
  "review.yaml": "cmoc: 1\n",
  "theory.md": [
    "# Theory PT1: All",
    "- stage: refined",
    "- configurations: TR1",
    "## CMOC TR1: One",
    "- status: supported",
    "- theme: Working / Trust",
    "- confidence: moderate — two studies",
    "- **C:** a place",
    "- leads to: TR2",
    "- refutes: @lund2010#e1 (C)",
    "- tags: core",
    "## CMOC TR2: Two",
    "- status: retired",
    "- **C:** a time",
    "- leads to: TR1",
    "## CMOC 4: Four",
    "- status: merged",
    "- merged into: TR1",
    "## Code TR1",
    "- role: C",
    "## Memo 2026-03-02: First",
    "- by: JA",
    "## Memo 2026-03-02: Second",
    "- kind: decision",
  ].join("\n"),
  "tables.md": "# Rows\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |\n",
  "lund.md":
    '---\ncitekey: lund2010\nstatus: included\nstudy: leeds\nappraisals: { RM: { rigour: low } }\ncountry: NO\n---\n## Extract e1\n> They met.\n- C meeting: "They met" (RM)\n- coder: JA\n## Extract e2\n> Again.\n- parked: later\n',
};

describe("cmoc show", () => {
  it("calls the rows without an id that an extract bears on by their places", async () => {
    const made = folder({
      "review.yaml": "cmoc: 1\n",
      "t.md": "| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c [@x#e1] |\n| d | e | f [@x#e1] |\n",
      "x.md": "---\ncitekey: x\n---\n## Extract e1\n> Words.\n",
    });
    assert.match(
      (await cmoc("show", "@x#e1", made.path)).out,
      /✓ supports t\.md:3 \(O\)\n {2}✓ supports t\.md:4 \(O\)/,
    );
    made.done();
  });
});

describe("cmoc check", () => {
  it("counts the sources that cmoc list shows: those with a file, and those of the bibliography alone", async () => {
    const made = folder({
      "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
      "a.md": "---\ncitekey: a\n---\n",
      "refs.bib": "@misc{a, title={A}}\n@misc{b, title={B}}\n@misc{c, title={C}}\n",
    });
    assert.match(
      (await cmoc("check", made.path)).out,
      /^0 configurations, 1 source \(2 more in the bibliography\), 0 extracts: /m,
    );
    const { counts } = JSON.parse((await cmoc("check", made.path, "--format", "json")).out);
    const { sources } = JSON.parse((await cmoc("list", "sources", made.path, "--format", "json")).out);
    assert.deepEqual([counts.sources, counts.bibliographyOnly, sources.length], [1, 2, 3]);
    made.done();
  });
});

describe("cmoc list --where", () => {
  let made: ReturnType<typeof folder>;
  before(() => {
    made = folder(REVIEW);
  });
  after(() => made.done());

  const ids = async (what: string, ...where: readonly string[]): Promise<readonly string[]> => {
    const words = where.flatMap((each) => ["--where", each]);
    const { out, err } = await cmoc("list", what, made.path, ...words, "--format", "json");
    assert.equal(err, "");
    return JSON.parse(out)[what].map((record: { id: string }) => record.id);
  };

  const CASES: readonly (readonly [what: string, where: readonly string[], ids: readonly string[]])[] = [
    ["cmocs", ["status=Supported"], ["TR1"]],
    ["cmocs", ["theme=trust"], ["TR1"]],
    ["cmocs", ["theme=Working/Trust"], ["TR1"]],
    ["cmocs", ["theme="], ["tables.md:5", "TR2", "CMOC4"]],
    ["cmocs", ["stance=refutes"], ["TR1"]],
    ["cmocs", ["stance=supports"], []],
    ["cmocs", ["source=@lund2010"], ["TR1"]],
    ["cmocs", ["extract=@lund2010#e1"], ["TR1"]],
    ["cmocs", ["confidence=moderate"], ["TR1"]],
    ["cmocs", ["theory=pt1"], ["TR1"]],
    ["cmocs", ["link=TR1"], ["TR2", "CMOC4"]],
    ["cmocs", ["role=M"], ["tables.md:5"]],
    ["cmocs", ["tags=core"], ["TR1"]],
    ["cmocs", ["kind=cmoc", "status=retired"], ["TR2"]],
    ["cmocs", ["ID=cmoc4"], ["CMOC4"]],
    ["extracts", ["coder=RM"], ["@lund2010#e1"]],
    ["extracts", ["coder=ja"], ["@lund2010#e1"]],
    ["extracts", ["code=meeting"], ["@lund2010#e1"]],
    ["extracts", ["stance=refutes"], ["@lund2010#e1"]],
    ["extracts", ["bearsOn="], ["@lund2010#e2"]],
    ["extracts", ["source=lund2010"], ["@lund2010#e1", "@lund2010#e2"]],
    ["sources", ["status=included"], ["lund2010"]],
    ["sources", ["coder=RM"], ["lund2010"]],
    ["sources", ["country=no"], ["lund2010"]],
    ["codes", ["role=C"], ["TR1"]],
    ["memos", ["by=JA"], ["2026-03-02"]],
    ["memos", ["kind=decision"], ["2026-03-02"]],
    ["theories", ["stage=refined"], ["PT1"]],
  ];
  for (const [what, where, wanted] of CASES) {
    it(`${what} ${where.join(" ")}`, async () => {
      assert.deepEqual([...(await ids(what, ...where))].sort(), [...wanted].sort());
    });
  }

  it("names the keys that there are for one that is not", async () => {
    const { err, code } = await cmoc("list", "cmocs", made.path, "--where", "colour=red");
    assert.equal(code, 2);
    assert.match(err, /^cmocs have no “colour” to ask by\. They have .*status.*theme/);
    assert.equal((await cmoc("list", "cmocs", made.path, "--where", "theme")).code, 2);
  });

  it("shows what bears a name, all of it", async () => {
    const shown = async (id: string): Promise<readonly string[]> => {
      const { out, code } = await cmoc("show", id, made.path, "--format", "json");
      assert.equal(code, 0, id);
      return JSON.parse(out).records.map((record: { kind: string; id: string }) => `${record.kind} ${record.id}`);
    };
    assert.deepEqual(await shown("TR1"), ["cmoc TR1", "code TR1"]);
    assert.deepEqual(await shown("CMOC tr1"), ["cmoc TR1"]);
    assert.deepEqual(await shown("Code TR1"), ["code TR1"]);
    for (const four of ["4", "CMOC 4", "cmoc4", "Configuration 4", "[[CMOC 4]]"])
      assert.deepEqual(await shown(four), ["cmoc CMOC4"]);
    assert.deepEqual(await shown("2026-03-02"), ["memo 2026-03-02", "memo 2026-03-02"]);
    assert.deepEqual(await shown("Memo 2026-03-02"), ["memo 2026-03-02", "memo 2026-03-02"]);
    for (const key of ["lund2010", "@lund2010"]) assert.deepEqual(await shown(key), ["source lund2010"]);
    assert.deepEqual(await shown("@lund2010#E1"), ["extract @lund2010#e1"]);
    assert.deepEqual(await shown("tables.md:5"), ["cmoc tables.md:5"]);
  });

  it("offers near names for one that nothing bears", async () => {
    const { err, code } = await cmoc("show", "lnud2010", made.path);
    assert.equal(code, 2);
    assert.equal(err, "Nothing in this review is called lnud2010. Did you mean lund2010?\n");
    assert.match((await cmoc("show", "e1", made.path)).err, /Did you mean @lund2010#e1\?/);
    assert.match((await cmoc("show", "@lund2010#e9", made.path)).err, /Did you mean @lund2010#e1 or @lund2010#e2\?/);
    assert.doesNotMatch((await cmoc("show", "nothing-like-it", made.path)).err, /Did you mean/);
  });

  it("draws loops, merged and retired records, groups in order", async () => {
    const { out } = await cmoc("tree", made.path, "--by", "status");
    assert.deepEqual(
      out.split("\n").filter((line) => /^\S/.test(line)),
      ["candidate  1", "supported  1", "merged  1", "retired  1"],
    );
    assert.match(
      out,
      /● TR1 {2}One {2}supported · ✗1 · 1 source\n {6}C {2}a place {2}✗1\n {6}refutes @lund2010#e1 \(C\)\n {6}leads to TR2/,
    );
    assert.match(out, /◌ CMOC4 {2}Four {2}merged · no evidence\n {6}merged into TR1/);
    const bySource = (await cmoc("tree", made.path, "--by", "source")).out;
    assert.ok(bySource.indexOf("@lund2010  1") < bySource.indexOf("No evidence  3"));
  });
});

describe("tables and CSV", () => {
  it("keep a formula from running, and quote what wants it", () => {
    const cells = ["=1+1", "+1", "-1", "-a", "@SUM(1)", "@lund2010#e1", "\t=1", "＝1", 'a "b", c', "a\r\nb", "x=1"];
    assert.equal(csv([cells]), `\ufeff'=1+1,'+1,-1,'-a,'@SUM(1),@lund2010#e1,'\t=1,'＝1,"a ""b"", c","a\r\nb",x=1\r\n`);
  });

  it("are one row a record in the example, as wide as the head", async () => {
    const { out } = await cmoc("list", "cmocs", INVENTED, "--format", "csv");
    const [head, ...rows] = out.trimEnd().split("\r\n");
    assert.equal(head, "\ufeffid,status,theme,title,slots,evidence,file");
    assert.equal(rows.length, 12);
  });

  it("fit the terminal, never cut an id, and take many rows", () => {
    const id = `@${"x".repeat(50)}#e1`;
    const rows = [[id, "word ".repeat(40), "信".repeat(60)], ...Array.from({ length: 130_000 }, () => ["a"])];
    const lines = table(["id", "title", "theme"], rows, { ...plainOutput(), width: 90 }).split("\n");
    assert.equal(lines.length, 130_002);
    assert.ok(lines[1]?.startsWith(id));
    assert.ok(widthOf(lines[1] ?? "") <= 90);
    assert.match(lines[1] ?? "", /…/);
    assert.equal(widthOf("信頼 e\u0301"), 6);
  });
});

describe("cmoc explain", () => {
  it("says for each rule why, what is reported and how, and what is not", async () => {
    const { out } = await cmoc("explain");
    const rules = out
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0] ?? "");
    assert.ok(rules.length >= 50);
    for (const rule of rules) {
      const page = (await cmoc("explain", rule)).out;
      assert.match(
        page,
        /^Is reported:\n( {2,}.*\n|\n)+The check says:\n {2}\S+:\d+: \S.*\n[\s\S]*^Is not reported:\n {2}\S/m,
        rule,
      );
      assert.ok(page.split("\n").length < 80, rule);
    }
  });
});
