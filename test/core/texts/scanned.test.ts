import assert from "node:assert/strict";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import { unreadOf } from "../../../src/core/texts/scanned.ts";
import { line, pageOf } from "./set.ts";

describe("pages without text", () => {
  const cover = pageOf(
    Array.from({ length: 14 }, (_, at) => line("Your use of the archive is your consent.", 50, 200 + at * 12)),
  );
  const picture = pageOf([line("Downloaded from the archive on 3 May 2020", 50, 820, 7), line("412", 500, 40, 8)]);

  it("are those of a scan behind a cover page, with an archive's stamp on each", () => {
    const held = textOfPages([cover, ...Array.from({ length: 20 }, () => picture)]);
    assert.deepEqual(unreadOf(held), { pages: 20, of: 21 });
  });

  it("are a few empty ones, or none, of a text that holds what it says", () => {
    assert.equal(unreadOf(textOfPages([...Array.from({ length: 12 }, () => cover), pageOf([])])), undefined);
    assert.equal(unreadOf({ text: "", isPaged: false, pages: [], skipped: [] }), undefined);
  });

  it("are any that could not be read, and all where a file names none", () => {
    const bad = { width: 0, height: 0, pieces: [] };
    assert.deepEqual(unreadOf(textOfPages([...Array.from({ length: 30 }, () => cover), bad])), { pages: 1, of: 31 });
    assert.deepEqual(unreadOf(textOfPages([])), { pages: 0, of: 0 });
  });

  it("are those of which a part could not be read, and none that hold but a table on its side", () => {
    const cut = { ...cover, isCut: true };
    const held = textOfPages([...Array.from({ length: 30 }, () => cover), cut, cut]);
    assert.equal(held.unread, 2);
    assert.deepEqual(unreadOf(held), { pages: 2, of: 32 });
    const turned = [[line("Nurses in Leeds trusted the managers at once.", 60, 100)]];
    const aside = { ...pageOf([line("412", 500, 40, 8)]), turned };
    assert.equal(unreadOf(textOfPages([cover, aside, aside, aside])), undefined);
  });
});
