import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { cmoc, folder } from "./run.ts";

const PUBLISHED = "examples/inter-organisational-collaboration";
const INVENTED = "examples/community-falls-prevention";
const schema = (name: string): object => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));

describe("cmoc check", () => {
  it("finds nothing in the invented review", async () => {
    const { code, out } = await cmoc("check", INVENTED);
    assert.equal(out, "12 configurations, 6 sources, 30 extracts: no problems\n");
    assert.equal(code, 0);
  });

  it("prints what it always printed of the published review", async () => {
    const { code, out } = await cmoc("check", PUBLISHED);
    assert.equal(code, 1);
    assert.equal(out, readFileSync("test/golden/published-check.txt", "utf8"));
  });

  it("exits 1 for problems at the level, 0 below it, 2 when it cannot run", async () => {
    const made = folder({ "review.yaml": "cmoc: 1\n", "a.md": "## CMOC TR1: One\n\n- **C:** a place\n" });
    assert.equal((await cmoc("check", made.path)).code, 1);
    assert.equal((await cmoc("check", made.path, "--level", "error")).code, 0);
    assert.equal((await cmoc("check", made.path, "--max-warnings", "1")).code, 0);
    assert.equal((await cmoc("check", made.path, "--max-warnings", "0")).code, 1);
    assert.equal((await cmoc("check", made.path, "--level", "info", "--max-warnings", "1")).code, 1);
    const { problems, counts } = JSON.parse(
      (await cmoc("check", made.path, "--level", "error", "--format", "json")).out,
    );
    assert.deepEqual(problems, []);
    assert.equal(counts.warnings, 1);
    for (const words of [["--format", "word"], ["--level", "off"], ["--max-warnings", "-1"], ["--watched"]])
      assert.equal((await cmoc("check", made.path, ...words)).code, 2);
    assert.equal((await cmoc("chekc")).code, 2);
    for (const words of [["--help"], ["--version"], ["help"], ["help", "check"], ["check", "--help"]])
      assert.equal((await cmoc(...words)).code, 0);
    made.done();
    const empty = folder({ "a.md": "x" });
    const { code, err } = await cmoc("check", empty.path);
    assert.equal(code, 2);
    assert.match(err, /No review here/);
    empty.done();
  });

  it("prints JSON that its schema describes, rules in `rule` alone", async () => {
    const { out } = await cmoc("check", PUBLISHED, "--format", "json");
    const report: { readonly problems: readonly { readonly rule: string; readonly message: string }[] } =
      JSON.parse(out);
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema("problems"));
    const valid: boolean = validate(report as unknown);
    assert.ok(valid, JSON.stringify(validate.errors));
    const { problems } = report;
    assert.ok(problems.length > 50);
    for (const problem of problems) assert.ok(!problem.message.includes(problem.rule));
  });

  it("shows the other place of a problem, and a caret below the words", async () => {
    const made = folder({
      "review.yaml": "cmoc: 1\n",
      "a.md": "## CMOC TR1: One\n\n- **C:** 場所 [[TR9]]\n",
      "b.md": "## CMOC TR1: Two\n\n- **C:** b\n",
    });
    const { out } = await cmoc("check", made.path, "--level", "error");
    assert.match(
      out,
      /^ {2}1:9 +error +TR1 is the id of another record too\..*\n.*\n.*\n {10}→ b\.md:1:9 {2}also TR1$/m,
    );
    assert.match(out, /^ {10}│ - \*\*C:\*\* 場所 \[\[TR9\]\]\n {10}│ {17}\^\^\^$/m);
    made.done();
  });

  it("escapes what would break a workflow command", async () => {
    const made = folder({
      "review.yaml": "cmoc: 1\n",
      "a, 100%.md": "## CMOC TR1: One\n\n- theme: a\n- theme: b, 5%::c\n",
    });
    const { out } = await cmoc("check", made.path, "--format", "github", "--level", "warning");
    for (const line of out.trimEnd().split("\n"))
      assert.match(line, /^::warning file=a%2C 100%25\.md,line=\d+,[^:]*::[^\r\n]+$/);
    made.done();
  });

  it("prints workflow commands", async () => {
    const { out } = await cmoc("check", PUBLISHED, "--format", "github");
    for (const line of out.trim().split("\n"))
      assert.match(line, /^::(?:error|warning|notice) file=examples\/inter-[^,]+,line=\d+,.*::.+$/);
  });
});

describe("cmoc list, show and tree", () => {
  it("list every kind as its schema describes it", async () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema("records"));
    for (const review of [PUBLISHED, INVENTED]) {
      for (const what of ["cmocs", "sources", "extracts", "codes", "theories", "demi-regularities", "memos"]) {
        const { code, out } = await cmoc("list", what, review, "--format", "json");
        assert.equal(code, 0);
        assert.ok(validate(JSON.parse(out)), `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
      }
    }
  });

  it("count what the reviews hold", async () => {
    const count = async (what: string, review: string): Promise<number> =>
      JSON.parse((await cmoc("list", what, review, "--format", "json")).out)[what].length;
    assert.equal(await count("cmocs", PUBLISHED), 22);
    assert.equal(await count("cmocs", INVENTED), 12);
    assert.equal(await count("extracts", INVENTED), 30);
    assert.equal(await count("theories", INVENTED), 2);
  });

  it("keep only records with a value", async () => {
    const { out } = await cmoc("list", "cmocs", PUBLISHED, "--where", "theme=Trust", "--format", "json");
    assert.deepEqual(
      JSON.parse(out).cmocs.map((record: { id: string }) => record.id),
      ["TR1", "TR2", "TR3", "TR4"],
    );
    assert.equal((await cmoc("list", "cmocs", PUBLISHED, "--where", "theme")).code, 2);
  });

  it("write CSV that a spreadsheet does not run", async () => {
    const made = folder({ "review.yaml": "cmoc: 1\n", "a.md": "## CMOC TR1: =cmd()\n\n- **C:** a, place\n" });
    const { out } = await cmoc("list", "cmocs", made.path, "--format", "csv");
    assert.match(out, /,'=cmd\(\),"C: a, place",/);
    made.done();
  });

  it("show a record by any of its names", async () => {
    for (const id of ["TR2", "tr2", "CMOC TR2"]) assert.match((await cmoc("show", id, PUBLISHED)).out, /^TR2 {2}/);
    assert.match((await cmoc("show", "@aunger2021#e1", PUBLISHED)).out, /paraphrase/);
    const missing = await cmoc("show", "TR99", PUBLISHED);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /called TR99/);
  });

  it("draw the tree by each grouping", async () => {
    for (const by of ["theme", "theory", "status", "source"]) {
      const { code, out } = await cmoc("tree", PUBLISHED, "--by", by);
      assert.equal(code, 0);
      assert.match(out, /TR2/);
    }
    assert.match((await cmoc("tree", PUBLISHED)).out, /leads to SY3/);
  });
});

describe("cmoc init and explain", () => {
  it("make a review that has no problem at any level, and touch nothing that exists", async () => {
    const made = folder({});
    assert.equal((await cmoc("init", made.path)).code, 0);
    const { code, out } = await cmoc("check", made.path, "--level", "hint");
    assert.equal(out, "1 configuration, 2 sources, 2 extracts: no problems\n");
    assert.equal(code, 0);
    assert.equal((await cmoc("init", made.path)).code, 2);
    made.done();
  });

  it("explain each rule, and a family", async () => {
    assert.match((await cmoc("explain", "cmoc/no-evidence")).out, /Is reported:[\s\S]*Is not reported:/);
    assert.match((await cmoc("explain", "wording")).out, /wording\/activity/);
    assert.equal((await cmoc("explain", "cmoc/no-evidense")).code, 2);
  });
});
