/** Long documents in the preview: shown in time that grows with their length. */
import assert from "node:assert/strict";
import { weave } from "../../src/core/features/preview/weave.ts";
import { type Preview, preview } from "../../src/core/features/preview.ts";
import { SMALL } from "../core/features/places.ts";
import { engineOf } from "../core/features/preview/engines.ts";
import { reviewOf } from "../core/reviews.ts";
import { growth } from "./growth.ts";

const plain = engineOf();

/** Of a section that is too long to be read, as if it were. */
function linked(text: string): Preview {
  const links = [...text.matchAll(/TR1/g)].map(({ index }) => ({
    start: index,
    end: index + 3,
    href: "#L1",
    title: "",
  }));
  return { links, marks: [], records: [] };
}

/** What is done for a document beyond what markdown-it does. */
function workOf(text: string): () => void {
  const review = reviewOf({ ...SMALL, "sources/a.md": text });
  const tokens = plain.parse(text);
  return () => {
    const found = preview(review, "sources/a.md") ?? linked(text);
    assert.ok(weave(tokens, text, found).length >= tokens.length);
  };
}

const HEAD = "---\ncitekey: a2020\n---\n\n";
const LONG: { readonly [what: string]: (count: number) => string } = {
  "references in a paragraph, between signs that are escaped": (count) => "\\*[[TR1]] &amp; *b* ".repeat(count),
  "references in a heading": (count) => `# ${"[[TR1]] ".repeat(count)}`,
  "references in the cells of a row": (count) =>
    `|${"a|".repeat(count)}\n|${"-|".repeat(count)}\n|${" [[TR1]] |".repeat(count)}\n`,
  configurations: (count) =>
    Array.from({ length: count }, (_, n) => `## CMOC X${n}\n\n- C: a ${n}\n- leads to: X${n + 1}\n\n`).join(""),
  rows: (count) =>
    `| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n${Array.from({ length: count }, (_, n) => `| X${n} | a ${n} | b | c |\n`).join("")}`,
  "coded words that are nowhere": (count) =>
    `${HEAD}## Extract e1\n\n${"> Here they met *again*.\n>\n".repeat(count)}\n\n${Array.from({ length: count }, (_, n) => `- C x: "not ${n}"\n`).join("")}- supports: TR1\n`,
  "words that are shown otherwise than they are written": (count) =>
    `[[TR1]] ${"&#97;".repeat(count)} ${"\\*a*b*".repeat(count)}`,
};

describe("the preview of a long document", () => {
  for (const [what, textOf] of Object.entries(LONG))
    it(`with very many ${what} takes time that grows with them`, () => {
      assert.ok(growth((count) => workOf(textOf(count)), 500, 8, 20) <= 20);
    });
});
