import assert from "node:assert/strict";
import { definition } from "../../../src/core/features/definition.ts";
import { renameable } from "../../../src/core/features/edit.ts";
import { hover } from "../../../src/core/features/hover.ts";
import { highlights, references } from "../../../src/core/features/references.ts";
import type { Files } from "../reviews.ts";
import { cursorIn, SMALL } from "./places.ts";

const BIB =
  "@book{moreau2005,\n title={A book},\n}\n\n@article{okafor2014,\n title={Working together again},\n}\n\n@misc{unused}\n";

/** The small review with a cursor in the bibliography. */
function within(marked: string): Files {
  const key = marked.replace("¦", "");
  assert.ok(BIB.includes(key), key);
  return { ...SMALL, "refs.bib": BIB.replace(key, marked), "more.md": "As [@moreau2005] and @okafor2014#e4 say.\n" };
}

describe("an entry of a bibliography", () => {
  it("is told of as its source", () => {
    const told = (marked: string): unknown => {
      const { review, uri, offset } = cursorIn(within(marked));
      return hover(review, uri, offset)?.told;
    };
    assert.deepEqual(told("{mor¦eau2005"), { source: "moreau2005" });
    assert.deepEqual(told("{¦okafor2014"), { source: "okafor2014" });
    assert.deepEqual(told("okafor2014¦,"), { source: "okafor2014" });
    assert.equal(told("title={A b¦ook"), undefined);
  });

  it("leads to the source's file where it has one", () => {
    const led = (marked: string): readonly string[] | undefined => {
      const { review, uri, offset } = cursorIn(within(marked));
      return definition(review, uri, offset)?.places.map((place) => place.uri);
    };
    assert.deepEqual(led("oka¦for2014"), ["sources/okafor.md"]);
    assert.equal(led("mor¦eau2005"), undefined);
  });

  it("has the places where it is cited, with its extracts", () => {
    const placesOf = (marked: string): readonly string[] => {
      const { review, uri, offset } = cursorIn(within(marked));
      const found = references(review, uri, offset) ?? assert.fail("a name");
      return [
        ...found.declarations.map((place) => `= ${place.uri}`),
        ...found.mentions.map(
          ({ uri: file, span }) => `${file}: ${(review.text(file) ?? "").slice(span.start, span.end)}`,
        ),
      ];
    };
    assert.deepEqual(placesOf("mor¦eau2005"), ["= refs.bib", "more.md: moreau2005"]);
    assert.deepEqual(placesOf("oka¦for2014"), ["= sources/okafor.md", "more.md: okafor2014"]);
    assert.deepEqual(placesOf("unu¦sed"), ["= refs.bib"]);
    const { review, uri, offset } = cursorIn(within("mor¦eau2005"));
    assert.deepEqual(
      highlights(review, uri, offset)?.map(({ span, is }) => `${is} ${BIB.slice(span.start, span.end)}`),
      ["write moreau2005"],
    );
  });

  it("is renamed in the reference manager alone", () => {
    const { review, uri, offset } = cursorIn(within("mor¦eau2005"));
    const refused = renameable(review, uri, offset);
    assert.ok(refused && "refused" in refused);
    assert.equal(refused.refused, "bibliography");
  });
});
