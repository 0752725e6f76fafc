import assert from "node:assert/strict";
import fc from "fast-check";
import { addLink, appendRecord, isRefusal, type Outcome, rename, setField } from "../../../src/core/features/edit.ts";
import { fixesOf } from "../../../src/core/features/fixes.ts";
import type { Review } from "../../../src/core/review.ts";
import { runs } from "../../runs.ts";
import { problemsOf, reviewOf, sourceFile } from "../reviews.ts";
import { anyMarkdown, anyUnits } from "../syntax/generate.ts";
import { filesAfter, filesOf, recordIn } from "./editing.ts";

const BEFORE = "## CMOC TR1\n\n- **C:** x\n";
const AFTER = "\n\n## CMOC TR2: Two\n\n- **M:** y\n- leads to: TR1\n";
const LUND = sourceFile("lund2010", "## Extract e1\n\n> x\n");

/** Ids of all records, and what each says in short. */
function told(review: Review): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const uri of review.uris()) {
    for (const { definitions } of review.placed(uri)) {
      for (const { entity, name } of definitions) {
        const links = "evidence" in entity ? entity.evidence.map((each) => `${each.stance} ${each.name}`) : [];
        const slots = entity.kind === "cmoc" ? entity.slots.map((slot) => `${slot.role} ${slot.text}`) : [];
        found.set(
          name,
          JSON.stringify([entity.title, links, slots, entity.refs.map((ref) => `${ref.field} ${ref.name}`)]),
        );
      }
    }
  }
  return found;
}

/** The review after the edit, if there is one; other records than those named say what they said. */
function assertKeeps(review: Review, outcome: Outcome, ...but: readonly string[]): Review | undefined {
  if (isRefusal(outcome)) return undefined;
  const after = reviewOf(filesAfter(review, outcome));
  const now = told(after);
  for (const [name, says] of told(review)) if (!but.includes(name)) assert.equal(now.get(name), says, name);
  return after;
}

describe("edits of any text", () => {
  it("say what they were asked to, change no other record, and never throw", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, anyUnits), fc.constantFrom("\n", "\r\n", "\r"), (words, eol) => {
        const text = `${BEFORE}${words}${AFTER}`.replace(/\r\n|\r|\n/g, eol);
        const review = reviewOf({ "a.md": text, "lund.md": LUND });
        const at = recordIn(review, "a.md");
        if (at.name !== "r:tr1" || review.definitions("r:tr1").length > 1) return;
        const theme = assertKeeps(review, setField(review, at, "theme", "Q", 0), "r:tr1");
        if (theme) {
          const { entity } = recordIn(theme, "a.md");
          assert.equal(entity.kind === "cmoc" ? entity.theme?.text : "", "Q");
        }
        const link = assertKeeps(
          review,
          addLink(review, at, "x:lund2010#e1", { stance: "refines", reason: "so" }),
          "r:tr1",
        );
        if (link)
          assert.ok(link.evidenceFor("r:tr1").some((each) => each.stance === "refines" && each.reasons.includes("so")));
        const made = assertKeeps(
          review,
          appendRecord(review, { uri: "a.md", after: at }, { kind: "cmoc", id: "XX1", fields: [["C", "z"]] }),
        );
        if (made) assert.equal(made.definitions("r:xx1").length, 1);
        const other = rename(review, "r:tr1", "XX2");
        if (!isRefusal(other)) assert.ok(reviewOf(filesAfter(review, other)).isDefined("r:xx2"));
      }),
      runs(1),
    );
  });

  it("and its fixes never throw", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, anyUnits), anyUnits, (words, other) => {
        const files = { "a.md": `${BEFORE}${words}${AFTER}`, "lund.md": `${LUND}${words}` };
        const review = reviewOf(files);
        const moved = reviewOf({ ...filesOf(review), "a.md": other });
        for (const problem of problemsOf(files)) {
          for (const fix of fixesOf(problem, review)) filesAfter(review, { edits: new Map([[fix.uri, fix.edits]]) });
          fixesOf(problem, moved);
        }
      }),
      runs(1),
    );
  });
});
