/** `cmoc codes` in all that it prints. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { HOSTILE } from "./hostile.ts";
import { cmoc, folder } from "./run.ts";

const INVENTED = "examples/community-falls-prevention";
interface Codes {
  readonly codes: readonly { readonly id: string; readonly uses: number }[];
}
const isCodes = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/codes.schema.json", "utf8")),
);

describe("cmoc codes", () => {
  it("lists codes with their counts, narrower ones set in, and pairs of them", async () => {
    const { out, code } = await cmoc("codes", INVENTED);
    assert.equal(code, 0);
    assert.match(out, /^id +role +state +uses +extracts +sources +configurations +coders +title\n/);
    assert.match(
      out,
      /^belonging +M +used +3 +3 +2 +2 +NW, PS +Belonging\n {2}being-missed +M +used +2 +2 +2 +1 +NW +Being missed$/m,
    );
    const pairs = await cmoc("codes", INVENTED, "--pairs");
    assert.match(pairs.out, /^code +with +extracts +sharing words\n[\s\S]*^being-missed +belonging +1 +1$/m);
  });

  it("is data for other programs: JSON in its contract, CSV, a Markdown table that no review reads", async () => {
    const { out } = await cmoc("codes", INVENTED, "--format", "json");
    const read: Codes = JSON.parse(out);
    assert.ok(isCodes(JSON.parse(out)), JSON.stringify(isCodes.errors?.slice(0, 3)));
    const listed = JSON.parse((await cmoc("list", "codes", INVENTED, "--format", "json")).out).codes;
    const counts = (all: Codes["codes"]) => all.map(({ id, uses }) => `${id} ${uses}`).sort();
    assert.deepEqual(counts(read.codes), counts(listed), "as cmoc list counts them");
    const csv = (await cmoc("codes", INVENTED, "--format", "csv")).out;
    assert.match(csv, /^\ufeffid,role,state,uses,extracts,sources,configurations,coders,title\r\n/);
    assert.match(csv, /\r\nbeing-missed,M,used,2,2,2,1,NW,Being missed\r\n/);
    const md = (await cmoc("codes", INVENTED, "--format", "md", "--pairs")).out;
    assert.match(
      md,
      /^---\ncmoc: off\n---\n\n\| code \| with \| extracts \| sharing words \|\n\|---\|---\|---\|---\|\n\| known-face \| /,
    );
  });

  it("writes the codebook as a page", async () => {
    const { out } = await cmoc("codes", INVENTED, "--format", "html");
    assert.match(out, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(out, /<title>Codebook: Invented example/);
    assert.match(out, /“an absence was remarked on within minutes”/);
    assert.doesNotMatch(out, /<script|command:/);
  });

  it("holds for a review in which nearly all is wrong", async () => {
    const made = folder(HOSTILE);
    try {
      const { out } = await cmoc("codes", made.path, "--format", "json");
      const read: Codes = JSON.parse(out);
      assert.ok(isCodes(JSON.parse(out)), JSON.stringify(isCodes.errors?.slice(0, 3)));
      assert.ok(read.codes.length > 0);
      for (const format of ["table", "csv", "md", "html"])
        assert.equal((await cmoc("codes", made.path, "--format", format)).code, 0);
    } finally {
      made.done();
    }
  });
});
