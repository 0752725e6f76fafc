import assert from "node:assert/strict";
import { split } from "../../../src/core/syntax/split.ts";

/** Front matter and sections, joined, are the text. */
export function assertCovers(text: string): void {
  const { frontMatter, sections } = split(text);
  let at = text.startsWith("\ufeff") ? 1 : 0;
  if (frontMatter !== undefined) {
    assert.equal(frontMatter.span.start, at);
    at = frontMatter.span.end;
  }
  assert.ok(sections.length > 0);
  for (const section of sections) {
    assert.equal(section.start, at);
    assert.ok(section.headingEnd >= section.start && section.headingEnd <= section.end);
    at = section.end;
  }
  assert.equal(at, text.length);
}
