import assert from "node:assert/strict";
import { source, told } from "./telling.ts";

const form = (text: string): readonly string[] => told("id/form", { "a.md": text }, true);
const slots = "\n\n- **C:** a place\n- **M:** trust\n";

describe("id/form of a heading", () => {
  it("is an error for a character or a range, a warning else", () => {
    assert.match(form(`## CMOC TR1/2: x${slots}`)[0] ?? "", /^error a\.md:.*“TR1\/2” cannot be an id\./);
    assert.match(form(`## CMOC TR1–TR4: x${slots}`)[0] ?? "", /^error a\.md:.*“TR1–TR4” reads as a range/);
    assert.match(form(`## CMOC TR1-TR4: x${slots}`)[0] ?? "", /^error .*“TR1-TR4” reads as a range/);
    assert.match(form(`## CMOC: TR1${slots}`)[0] ?? "", /^warning .*nearly the heading of a configuration/);
    assert.match(form(`## 1. CMOC TR9: x${slots}`)[0] ?? "", /^warning .*Write it as “CMOC TR1: title”/);
  });

  it("tells of other kinds only where a field of theirs stands under it", () => {
    assert.match(form("## Theory PT/1: x\n\n- stage: refined\n")[0] ?? "", /^error .*“PT\/1” cannot be an id/);
    assert.match(
      form("## Theory: PT1\n\n- stage: refined\n")[0] ?? "",
      /nearly the heading of a theory.*“Theory PT1: title”/,
    );
    assert.match(form("## Demi-regularity D,1\n\n- moderators: size\n")[0] ?? "", /“D,1” cannot be an id/);
    assert.match(form("## Memo 2026/03/02: x\n\n- about: TR1\n")[0] ?? "", /“2026\/03\/02” cannot be an id/);
    for (const heading of ["Theory 2 and 3", "Theory PT/1", "Memo 3/4", "1. CMOC TR9: x", "CMO: 2020", "Code 2/3"])
      assert.deepEqual(form(`## ${heading}\n\nWords, and a list:\n\n- a\n- note: b\n`), [], heading);
  });

  it("tells of an extract in a source's file that holds a passage", () => {
    const at = (heading: string, body: string): readonly string[] =>
      told("id/form", { "lund.md": source("lund2010", `## ${heading}\n\n${body}`) }, true);
    for (const heading of ["Extract e1, p. 4", "Extract: e1", "Extract e/1"]) {
      assert.equal(at(heading, "> Here.\n").length, 1, heading);
      assert.equal(at(heading, "- at: p. 4\n").length, 1, heading);
      assert.deepEqual(at(heading, "Words.\n"), []);
      assert.deepEqual(form(`## ${heading}\n\n> Here.\n`), []);
    }
  });
});
