import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { slotsIn } from "../../src/core/read/written.ts";
import { CMO } from "../../src/core/vocabulary.ts";
import { cmoc, folder } from "./run.ts";

const PAGE = `<html><body><p>We found this.</p>
<table>
<tr><th>No.</th><th>Contexts (where?)</th><th>Mechanisms</th><th>Outcomes</th><th>Source</th></tr>
<tr><td colspan="5">Theme A</td></tr>
<tr><td>1</td><td>Small wards</td><td>Pride<sup>4</sup></td><td>They stay</td><td>Lund 2014</td></tr>
<tr><td></td><td></td><td></td><td>They teach</td><td></td></tr>
</table></body></html>`;

describe("cmoc read", () => {
  it("gives records in the contract of cmoc list cmocs, and what it left aside", async () => {
    const made = folder({ "page.html": PAGE });
    const file = join(made.path, "page.html");
    const { out, err, code } = await cmoc("read", file, "--format", "json");
    made.done();
    const json = JSON.parse(out);
    const schema: object = JSON.parse(readFileSync("schemas/read.schema.json", "utf8"));
    const records: object = JSON.parse(readFileSync("schemas/records.schema.json", "utf8"));
    const ajv = new Ajv({ strict: true, allowUnionTypes: true }).addSchema(records, "records.schema.json");
    const isValid: boolean = ajv.validate(schema, json as unknown);
    assert.ok(isValid, ajv.errorsText());
    assert.equal(code, 0);
    assert.deepEqual(
      json.cmocs.map(({ id, theme, slots, notes, range, file: at }: Record<string, unknown>) => ({
        id,
        theme,
        slots,
        notes,
        range,
        at,
      })),
      [
        {
          id: "CMOC1",
          theme: "Theme A",
          slots: [
            { role: "C", text: "Small wards" },
            { role: "M", text: "Pride" },
            { role: "O", text: "They stay" },
            { role: "O", text: "They teach" },
          ],
          notes: ["Source: Lund 2014", "Cited: 4"],
          range: { start: { line: 4, character: 0 }, end: { line: 5, character: 64 } },
          at: file,
        },
      ],
    );
    assert.deepEqual(json.aside, [{ line: 1, text: "We found this." }]);
    assert.match(err, /Left aside: 1 passage\.\n {2}1: We found this\./);
  });

  it("calls a record without an id by its place, and numbers it in Markdown", async () => {
    const made = folder({ "a.txt": "CMOC1: When a (C), b (M), so c (O).\n\nWhen d (C), e (M), so f (O).\n" });
    const file = join(made.path, "a.txt");
    const { out } = await cmoc("read", file, "--format", "json");
    assert.deepEqual(
      JSON.parse(out).cmocs.map(({ id }: { id: string }) => id),
      ["CMOC1", `${file}:3`],
    );
    const markdown = await cmoc("read", file);
    made.done();
    assert.deepEqual(
      slotsIn(markdown.out, CMO).map(
        ({ id, slots }) => `${id} ${slots.map(({ role, text }) => `${role}: ${text}`).join(" | ")}`,
      ),
      ["CMOC1 C: a | M: b | O: c", "CMOC2 C: d | M: e | O: f"],
    );
  });

  it("leaves what is in the language as it is", async () => {
    const text =
      "# Mine\n\n## CMOC TR1: One\n\n- **C:** a [@lund2010#e1]\n- **M:** b\n  - resource: c\n- supports: @lund2010\n\n# Rows\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR2 | d | e | f |\n";
    const made = folder({ "a.md": text });
    const { out } = await cmoc("read", join(made.path, "a.md"));
    assert.ok(out.startsWith("# Mine\n\n## CMOC TR1: One\n\n- **C:** a [@lund2010#e1]"), out);
    const json = JSON.parse((await cmoc("read", join(made.path, "a.md"), "--format", "json")).out);
    made.done();
    assert.deepEqual(json.cmocs[0].slots, [
      { role: "C", text: "a" },
      { role: "M", text: "b" },
      { role: "M", part: "resource", text: "c" },
    ]);
    assert.equal(json.cmocs[0].evidence.length, 2);
    assert.equal(json.cmocs[1].id, "TR2");
  });

  it("reads the bytes that programs save, and says in which encoding", async () => {
    const text = "Context;Mechanism;Outcome\nKüste;Stolz;Bleiben\n";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const made = folder({
      "bom.csv": `\ufeff${text}`,
      "wide.csv": utf16,
      "old.csv": Buffer.from(text, "latin1"),
      "paper.pdf": "%PDF-1.7 \u0000\u0001",
    });
    for (const name of ["bom.csv", "wide.csv", "old.csv"]) {
      const { out, err } = await cmoc("read", join(made.path, name), "--format", "json");
      assert.equal(JSON.parse(out).cmocs[0]?.slots[0]?.text, "Küste", name);
      assert.equal(err.includes("was read as"), name !== "bom.csv", name);
    }
    const pdf = await cmoc("read", join(made.path, "paper.pdf"));
    made.done();
    assert.equal(pdf.code, 2);
    assert.match(pdf.err, /paper\.pdf is no text/);
  });

  it("says which scheme a review needs for slots that others lack", async () => {
    const page =
      "<table><tr><th>Intervention<th>Context<th>Mechanism<th>Outcome<tr><td>Cash<td>a town<td>habit<td>calm</table>";
    const made = folder({ "page.html": page });
    const asked = async (...more: readonly string[]): Promise<string> =>
      (await cmoc("read", join(made.path, "page.html"), ...more)).err;
    assert.match(
      await asked(),
      /Its slots are those of ICMO: a review has them with `configuration: ICMO` in its review\.yaml\./,
    );
    assert.doesNotMatch(await asked("--scheme", "ICMO"), /configuration: ICMO/);
    made.done();
  });

  it("says what it cannot do, with exit code 2, and that it found nothing", async () => {
    const made = folder({ "a.md": "Words.\n" });
    assert.equal((await cmoc("read", join(made.path, "none.md"))).code, 2);
    assert.equal((await cmoc("read", made.path)).code, 2);
    const scheme = await cmoc("read", join(made.path, "a.md"), "--scheme", "1");
    assert.equal(scheme.code, 2);
    assert.match(scheme.err, /1 is no scheme/);
    const nothing = await cmoc("read", join(made.path, "a.md"), "--format", "json");
    made.done();
    assert.equal(nothing.code, 0);
    assert.match(nothing.err, /No configuration was found in a\.md/);
    assert.deepEqual(JSON.parse(nothing.out).cmocs, []);
  });

  it("takes the scheme that is given: a letter outside it is no slot", async () => {
    const made = folder({
      "a.tsv": "Intervention\tContext\tMechanism\tOutcome\na\tb\tc\td\n",
      "b.tsv": "Process\tContext\tMechanism\tOutcome\na\tb\tc\td\n",
    });
    const roles = async (...words: readonly string[]): Promise<string> =>
      JSON.parse((await cmoc("read", ...words, "--format", "json")).out)
        .cmocs[0].slots.map(({ role }: { role: string }) => role)
        .join("");
    assert.equal(await roles(join(made.path, "a.tsv")), "ICMO");
    assert.equal(await roles(join(made.path, "a.tsv"), "--scheme", "cmo"), "CMO");
    assert.equal(await roles(join(made.path, "b.tsv"), "--scheme", "P=Process,C,M,O"), "PCMO");
    made.done();
  });

  it("reads the example of its page in the docs as that page says", async () => {
    const page = readFileSync("docs/read.md", "utf8");
    const text = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const wanted = /```markdown\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const made = folder({ "page.txt": text });
    const { out } = await cmoc("read", join(made.path, "page.txt"));
    made.done();
    assert.ok(wanted !== "" && out.startsWith(wanted), out);
  });
});
