import assert from "node:assert/strict";
import fc from "fast-check";
import { everyPart, type Part } from "../../../src/core/model/parts.ts";
import { runs } from "../../runs.ts";
import { anyRecord } from "../features/generate-records.ts";
import { reviewOf } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";
import { assertMeans, taken } from "./meaning.ts";

/** The tree of a text's first record in short: `field status[marker "-" label "status" value[choice "refined"]]`. */
function shape(text: string): string {
  const [piece] = taken(reviewOf({ "a.md": text }), "a.md");
  const short = (part: Part): string => {
    const inner = part.parts.map(short).join(" ");
    return `${part.kind}${inner === "" ? ` ${JSON.stringify(piece?.text.slice(part.start, part.end))}` : `[${inner}]`}`;
  };
  return (piece?.parts ?? [])
    .flatMap((part) => part.parts)
    .map(short)
    .join("\n");
}

describe("the parts of a record", () => {
  it("are its heading, fields, slots and links, each in its own range", () => {
    assert.equal(
      shape(
        "## CMO-4 – Old **trust**\r\n\r\n*  __Status__: Refined — two studies\r\n*  **M:**\r\n   * resource: a *desk*\r\n*  supports: @a#e1, [@b#e2](x.md#y) (C, M2) — said\r\n",
      ),
      [
        'heading[kind "CMO" id "4" title "Old **trust"]',
        'field[marker "*" label "Status" value[choice "Refined" reason "two studies"]]',
        'slot[marker "*" label "M" slot[marker "*" label "resource" value "a *desk*"]]',
        'field[marker "*" label "supports" value[item[reference "@a#e1"] item[link[reference "@b#e2" target "x.md#y"] slots[role "C" role "M2"]] reason "said"]]',
      ].join("\n"),
    );
  });

  it("are the codes and the words of a coding line", () => {
    const text = '---\ncitekey: a\n---\n## Extract e1\n\n> One.\n\n- **C2 trust:** "one", “two” (RM)\n- code open:\n';
    const piece = taken(reviewOf({ "a.md": text }), "a.md").find(({ text: own }) => own.startsWith("## E"));
    assert.deepEqual(
      [...everyPart(piece?.parts ?? [])]
        .filter(({ kind }) => ["role", "code", "words", "coder"].includes(kind))
        .map((part) => `${part.kind} ${piece?.text.slice(part.start, part.end)}`),
      ["role C2", "code trust", "words one", "words two", "coder RM", "code open"],
    );
  });

  it("mean what the model says, and with the text between them are the record", () => {
    fc.assert(
      fc.property(anyRecord, ({ text }) => {
        assertMeans(reviewOf({ "a.md": text }), "a.md");
      }),
      runs(3),
    );
  });

  it("lose nothing of any Markdown", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        assertMeans(reviewOf({ "a.md": `## CMOC TR1\n\n${text}` }), "a.md");
      }),
      runs(3),
    );
  });
});
