import assert from "node:assert/strict";
import { everyPart, type Part, partsOf, pieces } from "../../../src/core/model/parts.ts";
import type { Value } from "../../../src/core/model/types.ts";
import { isEvidence, type Review } from "../../../src/core/review.ts";
import type { Span } from "../../../src/core/text.ts";

export interface Taken {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Each piece of a document, taken apart. */
export function taken(review: Review, uri: string): readonly Taken[] {
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
export function assertMeans(review: Review, uri: string): void {
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
