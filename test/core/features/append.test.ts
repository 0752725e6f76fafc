import assert from "node:assert/strict";
import { appendRecord, type NewRecord } from "../../../src/core/features/edit.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { filesAfter, record, refusal } from "./editing.ts";

/** `a.md` after the record was written into it. */
function append(text: string | undefined, made: NewRecord, after?: string, citekey?: string): string {
  const review = reviewOf({ "z.md": "", ...(text !== undefined && { "a.md": text }) });
  const place = {
    uri: "a.md",
    ...(after !== undefined && { after: record(review, after) }),
    ...(citekey !== undefined && { citekey }),
  };
  return filesAfter(review, appendRecord(review, place, made))["a.md"] ?? "";
}

const TR9: NewRecord = {
  kind: "cmoc",
  id: "TR9",
  title: "A  title",
  fields: [
    ["status", "candidate"],
    ["C", "a place"],
    ["note", "one\ntwo"],
  ],
};

describe("writing a new record", () => {
  it("begins a file", () => {
    const text = "## CMOC TR9: A title\n\n- status: candidate\n- **C:** a place\n- note: one\n\n  two\n";
    assert.equal(append(undefined, TR9), text);
    assert.equal(append("", TR9), text);
    assert.equal(
      append(undefined, { kind: "theory", id: "2", fields: [["stage", "initial"]] }),
      "# Theory 2\n\n- stage: initial\n",
    );
    assert.equal(
      append(undefined, { kind: "code", id: "trust", fields: [["definition", "x"]] }),
      "## Code trust\n\n- definition: x\n",
    );
  });

  it("begins a source's file from front matter", () => {
    const extract: NewRecord = {
      kind: "extract",
      id: "e1",
      quote: "One.\nTwo.",
      fields: [
        ["at", "p. 1"],
        ["C trust", '"One"'],
        ["supports", "TR1"],
      ],
    };
    const body = '## Extract e1\n\n> One.\n>\n> Two.\n\n- at: p. 1\n- C trust: "One"\n- supports: TR1\n';
    assert.equal(append(undefined, extract, undefined, "lund2010"), `---\ncitekey: lund2010\n---\n\n${body}`);
    assert.equal(append(undefined, extract, undefined, "2010"), `---\ncitekey: "2010"\n---\n\n${body}`);
    assert.equal(
      append("---\r\ncitekey: a1\r\n---\r\n", { kind: "extract", id: "e1", fields: [["at", "p. 1"]] }),
      "---\r\ncitekey: a1\r\n---\r\n\r\n## Extract e1\r\n\r\n- at: p. 1\r\n",
    );
  });

  it("goes to the end, in its neighbours' level and hand, and leaves the end of the file as it is", () => {
    const made: NewRecord = {
      kind: "cmoc",
      id: "TR9",
      fields: [
        ["C", "y"],
        ["theme", "T"],
      ],
    };
    assert.equal(
      append("# T\n\n### CMOC TR1\n\n* C: x\n", made),
      "# T\n\n### CMOC TR1\n\n* C: x\n\n### CMOC TR9\n\n* C: y\n* theme: T\n",
    );
    assert.equal(
      append("## CMOC TR1\r\n\r\n- **C**: x", made),
      "## CMOC TR1\r\n\r\n- **C**: x\r\n\r\n## CMOC TR9\r\n\r\n- **C**: y\r\n- theme: T",
    );
    assert.equal(
      append("# Theory PT1\n\n- **Stage:** initial\n\n", made),
      "# Theory PT1\n\n- **Stage:** initial\n\n## CMOC TR9\n\n- **C:** y\n- **Theme:** T\n\n",
    );
  });

  it("follows the record that it is to follow", () => {
    const made: NewRecord = { kind: "cmoc", id: "TR9", fields: [["C", "y"]] };
    const text =
      "# Theory PT1\n\n- stage: initial\n\n## CMOC TR1\n\n- C: x\n\n### More\n\nWords.\n\n<!-- cmoc: off -->\n## CMOC TR2\n\n- C: z\n\n# Theory PT2\n\n- stage: initial\n";
    assert.equal(append(text, made, "TR1"), text.replace("Words.\n", "Words.\n\n## CMOC TR9\n\n- C: y\n"));
    assert.equal(
      append(text, { kind: "theory", id: "PT9", fields: [["stage", "final"]] }, "PT1"),
      text.replace("# Theory PT2", "# Theory PT9\n\n- stage: final\n\n# Theory PT2"),
    );
  });

  it("refuses values and prose that would be read as something else", () => {
    const review = reviewOf({ "z.md": "" });
    const tried = (made: Partial<NewRecord>): string | undefined =>
      refusal(appendRecord(review, { uri: "b.md" }, { ...TR9, ...made }));
    for (const value of ["x\n- y", "x\n# y", "x\n---", "x\n> y"]) {
      assert.equal(tried({ fields: [["C", value]] }), "form", value);
      assert.equal(tried({ fields: [["note", value]] }), "form", value);
    }
    for (const title of ["Grade C#", "#x", "x ##", "#", "Phase #", "x \\##", "a # #"]) {
      const made = filesAfter(review, appendRecord(review, { uri: "b.md" }, { ...TR9, title }));
      assert.equal(record(reviewOf(made)).entity.title, title.replace("\\", ""), title);
    }
    for (const prose of ["<!-- x", "```\nopen", "Words.\n\n<script>"]) assert.equal(tried({ prose }), "form", prose);
    for (const prose of ["# Big\n- O: q", "- O: q", "Words.\n\n- status: refined", "Words.\n\nBig\n===", "## Same"])
      assert.equal(tried({ prose }), "form", prose);
    for (const prose of ["Words.", "- words\n- more: of them", "### Below\n\nWords.", "> quoted"])
      assert.equal(tried({ prose }), undefined, prose);
    const source = { uri: "x.md", citekey: "x" };
    const extract: NewRecord = { kind: "extract", id: "e1", quote: "One.\n- two", fields: [["C trust", '"One"']] };
    assert.equal(refusal(appendRecord(review, source, extract)), undefined);
    assert.equal(refusal(appendRecord(review, source, { ...extract, prose: '- M: "two"' })), "form");
  });

  it("refuses an id that cannot be, and a place where it would not be read", () => {
    const files: Files = {
      "a.md": "## CMOC TR1\n\n- C: x\n\n```\nopen\n",
      "lund.md": sourceFile("lund2010", "## Extract e1\n"),
    };
    const review = reviewOf(files);
    const tried = (made: Partial<NewRecord>, uri = "b.md", citekey?: string): string | undefined =>
      refusal(appendRecord(review, { uri, ...(citekey !== undefined && { citekey }) }, { ...TR9, ...made }));
    assert.equal(tried({ id: "tr1" }), "taken");
    assert.equal(tried({ id: "TR1-TR4" }), "range");
    assert.equal(tried({ id: "TR 9" }), "form");
    assert.equal(tried({ fields: [["stage", "x"]] }), "form");
    assert.equal(tried({ id: "nine", fields: [] }), "form");
    assert.equal(tried({}, "a.md"), "form");
    assert.equal(tried({ kind: "extract", id: "e1", fields: [] }), "form");
    assert.equal(tried({ kind: "extract", id: "e1", fields: [] }, "lund.md"), "taken");
    assert.equal(tried({ kind: "extract", id: "e2", fields: [] }, "b.md", "lund2010"), "taken");
    assert.equal(refusal(appendRecord(review, { uri: "b.md", after: record(review, "TR1") }, TR9)), "unknown");
    for (const outside of ["texts/lund2010.md", "b.txt", "../b.md"])
      assert.equal(tried({}, outside), "unknown", outside);
  });
});
