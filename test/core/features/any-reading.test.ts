import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal, type Outcome, setAppraisal } from "../../../src/core/features/edit.ts";
import { markRead, readingProgress, toRead } from "../../../src/core/features/reading.ts";
import { saturation } from "../../../src/core/report/saturation.ts";
import { saturationPage } from "../../../src/core/report/saturation-html.ts";
import { saturationMarkdown } from "../../../src/core/report/saturation-table.ts";
import { runs } from "../../runs.ts";
import { reviewOf } from "../reviews.ts";
import { anyMarkdown, anyUnits } from "../syntax/generate.ts";
import { filesAfter } from "./editing.ts";

describe("reading and appraising in any text", () => {
  it("writes what is meant and leaves the text below, or refuses; nothing throws", () => {
    fc.assert(
      fc.property(anyUnits, fc.oneof(anyMarkdown, anyUnits), fc.string({ unit: "binary" }), (front, body, words) => {
        const below = `\n## Extract e1\n\n> x\n\n- M ab: "x"\n\n${body}`;
        const text = `---\ncitekey: a1\n${front}\n---\n${below}`;
        const review = reviewOf({ "a.md": text, "b.md": body });
        const checked = (outcome: Outcome): string | undefined => {
          if (isRefusal(outcome)) return undefined;
          const made = filesAfter(review, outcome)["a.md"] ?? "";
          assert.ok(made.endsWith(body));
          return made;
        };
        readingProgress(review);
        toRead(review, () => true);
        if (review.source("a1")) {
          const read = checked(markRead(review, ["a1"], { date: "2026-01-02", coder: "JA" }));
          if (read !== undefined) assert.ok(reviewOf({ "a.md": read }).source("a1")?.read !== undefined);
          const value = { scale: "rigour", step: "low", reason: words };
          for (const coder of [undefined, "JA"]) checked(setAppraisal(review, "a1", coder, [value]));
        }
        const found = saturation(review);
        assert.doesNotMatch(saturationPage(found, words), /<script/i);
        saturationMarkdown(found);
      }),
      runs(8),
    );
  });
});
