import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { everyPart, type Part, partsOf, pieces } from "../../../src/core/model/parts.ts";
import type { Value } from "../../../src/core/model/types.ts";
import { isEvidence, type Review } from "../../../src/core/review.ts";
import type { Span } from "../../../src/core/text.ts";
import { anyRecord } from "../features/generate-records.ts";
import { reviewOf } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";

interface Taken {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Each piece of a document, taken apart. */
function taken(review: Review, uri: string): readonly Taken[] {
  const document = review.text(uri) ?? "";
  const placed = review.placed(uri);
  return placed.map((piece, at) => {
    const text = document.slice(piece.start, placed[at + 1]?.start ?? document.length);
    const records = piece.definitions.map(({ entity }) => entity);
    return { text, parts: partsOf(text, records, review.manifest.scheme, piece.facts.refs) };
  });
}

function rejoined(text: string, span: Span, parts: readonly Part[]): string {
  let whole = "";
  for (const piece of pieces(text, span, parts))
    whole += typeof piece === "string" ? piece : rejoined(text, piece, piece.parts);
  return whole;
}

function assertTree(parts: readonly Part[], within: Span): void {
  let at = within.start;
  for (const part of parts) {
    assert.ok(
      part.start >= at && part.end > part.start && part.end <= within.end,
      `${part.kind} ${part.start}–${part.end}`,
    );
    assertTree(part.parts, part);
    at = part.end;
  }
}

/** What the parts of a piece must be, by what the model read in it. */
function assertMeans(review: Review, uri: string): void {
  for (const [at, { text, parts }] of taken(review, uri).entries()) {
    assertTree(parts, { start: 0, end: text.length });
    assert.equal(rejoined(text, { start: 0, end: text.length }, parts), text);
    const all = [...everyPart(parts)];
    const trimmedEnd = ({ start, end }: Span): number => start + text.slice(start, end).trimEnd().length;
    const places = new Set(
      all.flatMap(({ kind, start, end, is }) => [`${kind} ${start} ${end}`, `${kind} ${start} ${end} ${is}`]),
    );
    const has = (kind: string, span: Span, is?: string): void => {
      const place = `${kind} ${span.start} ${trimmedEnd(span)}${is === undefined ? "" : ` ${is}`}`;
      if (!places.has(place)) assert.fail(`no ${place} in ${JSON.stringify(text)}`);
    };
    const placed = review.placed(uri)[at];
    for (const { entity } of placed?.definitions ?? []) {
      has(entity.kind === "cmoc" && entity.row ? "row" : "record", entity, entity.id);
      if (entity.id !== "" && entity.idSpan.end > entity.idSpan.start) has("id", entity.idSpan, entity.id);
      if (entity.title !== "") assert.ok(all.some((part) => part.kind === "title" && part.is === entity.title));
      for (const ref of [...entity.refs, ...("evidence" in entity ? entity.evidence : [])]) {
        has("reference", ref, ref.range ?? ref.id);
        if (ref.link) has("link", ref.link);
        const inField =
          isEvidence(ref) && all.some((part) => part.kind === "field" && part.is === ref.field && holds(part, ref));
        if (inField)
          assert.ok(
            all.some((part) => part.kind === "item" && holds(part, ref)),
            "an item of a list of links",
          );
      }
      if (entity.kind === "cmoc") {
        for (const slot of entity.slots) {
          const own = all.filter((part) => part.kind === "slot" && part.is.includes(slot.role) && holds(part, slot));
          assert.ok(own.length > 0, `no slot ${slot.role}`);
        }
        for (const label of ["status", "theme"] as const) {
          const value: Value | undefined = entity[label];
          if (!value || entity.row) continue;
          const field = all.find((part) => part.kind === "field" && part.is === label);
          const part = [...everyPart(field?.parts ?? [])].find(
            ({ kind }) => kind === (label === "status" ? "choice" : "value"),
          );
          assert.ok(part);
          assert.equal(label === "status" ? part.is : text.slice(part.start, part.end), value.text);
        }
      }
      if (entity.kind === "extract") {
        for (const coding of entity.codings) {
          has("coding", coding, coding.code ?? "");
          if (coding.codeSpan) has("code", coding.codeSpan, coding.code);
          for (const words of coding.words) has("words", words);
          if (coding.coder !== undefined)
            assert.ok(all.some((part) => part.kind === "coder" && text.slice(part.start, part.end) === coding.coder));
        }
        if (entity.quote) assert.ok(all.some((part) => part.kind === "quote" && part.start === entity.quote?.start));
      }
    }
  }
}

function holds(part: Span, span: Span): boolean {
  return part.start <= span.start && Math.min(span.end, span.start + 1) <= part.end;
}

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
      { numRuns: 25 },
    );
  });

  it("lose nothing of any Markdown", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        assertMeans(reviewOf({ "a.md": `## CMOC TR1\n\n${text}` }), "a.md");
      }),
      { numRuns: 25 },
    );
  });

  it("are those of both examples' files", () => {
    for (const example of ["community-falls-prevention", "inter-organisational-collaboration"]) {
      const root = join("examples", example);
      const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
      const review = reviewOf(Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), "utf8")])));
      for (const uri of files) assertMeans(review, uri);
    }
  });
});
