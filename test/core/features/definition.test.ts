import assert from "node:assert/strict";
import { definition } from "../../../src/core/features/definition.ts";
import type { Files } from "../reviews.ts";
import { cursorIn, SMALL } from "./places.ts";

/** Where the cursor leads, as `path: what is selected there`. */
function led(marked: string, more: Files = {}): readonly string[] {
  const { review, uri, offset } = cursorIn({ ...SMALL, ...more, "a.md": marked });
  const found = definition(review, uri, offset);
  return (found?.places ?? []).map((place) => {
    const text = review.text(place.uri) ?? "";
    assert.ok(place.span.start <= place.selection.start && place.selection.end <= place.span.end);
    return `${place.uri}: ${text.slice(place.selection.start, place.selection.end)}`;
  });
}

describe("going to a definition", () => {
  it("leads to the record, the extract, the code", () => {
    assert.deepEqual(led("See [[T¦R1]].\n"), ["theory.md: TR1"]);
    assert.deepEqual(led("## CMOC X1\n\n- C: x\n- supports: @okafor2014#e¦4\n"), ["sources/okafor.md: e4"]);
    assert.deepEqual(led("## Code other\n\n- parent: shared¦-history\n"), ["codebook.md: shared-history"]);
    assert.deepEqual(led("## CMOC X1\n\n- C: x\n- leads to: TR1–T¦R2\n"), ["theory.md: TR2"]);
  });

  it("leads to a source’s file, or to its entry where it has none", () => {
    assert.deepEqual(led("As [@okafor¦2014] says.\n"), ["sources/okafor.md: okafor2014"]);
    assert.deepEqual(led("As [@moreau¦2005] says.\n"), ["refs.bib: moreau2005"]);
    assert.deepEqual(led("As [@okafor2014#e¦9] says.\n"), ["sources/okafor.md: okafor2014"]);
  });

  it("leads to every record that bears the name, and from a row that restates one to the record", () => {
    assert.deepEqual(led("See [[T¦R1]].\n", { "b.md": "## CMOC TR1: Again\n\n- C: z\n" }), [
      "b.md: TR1",
      "theory.md: TR1",
    ]);
    const table = "| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| T¦R1 | a place | trust | peace |\n";
    assert.deepEqual(led(table), ["theory.md: TR1"]);
  });

  it("leads nowhere from a definition, plain links and headings, or a name that nothing bears", () => {
    assert.deepEqual(led("## CMOC T¦R8: Eight\n"), []);
    assert.deepEqual(led("# A plain hea¦ding\n\nSee [this](#a-plain-hea¦ding).\n".replace("¦ding)", "ding)")), []);
    assert.deepEqual(led("See [this](the¦ory.md#cmoc-tr1).\n"), []);
    assert.deepEqual(led("See [[TR¦99]].\n"), []);
    assert.deepEqual(led("As [@nobody¦1999] says.\n"), []);
  });
});
