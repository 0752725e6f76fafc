import assert from "node:assert/strict";
import fc from "fast-check";
import { textOfPages } from "../../src/core/texts/pdf-text.ts";
import { type Placed, setUpright } from "../../src/pdf/turned.ts";
import { runs } from "../runs.ts";

const [WIDTH, HEIGHT] = [595, 842];

const upright = (text: string, x: number, y: number, height = 10): Placed => ({
  text,
  x,
  y,
  width: text.length * 5,
  height,
  along: [height, 0],
});

/** As it stands on a page that is `width` wide when it was turned to be read upwards. */
const upwards = (piece: Placed): Placed => ({ ...piece, x: piece.y, y: HEIGHT - piece.x, along: [0, -piece.height] });
const downwards = (piece: Placed): Placed => ({ ...piece, x: WIDTH - piece.y, y: piece.x, along: [0, piece.height] });
const over = (piece: Placed): Placed => ({
  ...piece,
  x: WIDTH - piece.x,
  y: HEIGHT - piece.y,
  along: [-piece.height, 0],
});

const TABLE = [
  "nurses in Leeds trusted the managers at once",
  "and stayed on for 9 years",
  "porters in Hull did not trust them",
].map((text, at) => upright(text, 80, 120 + at * 14));
const TEXT = ["They met every week, and where", "somebody was ill they went round."].map((text, at) =>
  upright(text, 60, 700 + at * 12),
);

const textOf = (pieces: readonly Placed[]): string => {
  const page = setUpright(WIDTH, HEIGHT, pieces);
  return textOfPages([page]).text.trim().replace(/\s+/g, " ");
};
const words = (pieces: readonly Placed[]): string => pieces.map(({ text }) => text).join(" ");

describe("words that do not stand upright on their page", () => {
  it("are read in their own direction where they are a table on its side, behind the upright words", () => {
    for (const turn of [upwards, downwards, over])
      assert.equal(textOf([...TABLE.map(turn), ...TEXT]), `${words(TEXT)} ${words(TABLE)}`);
  });

  it("are a page that is turned where nothing else stands on it", () => {
    for (const turn of [upwards, downwards]) {
      const page = setUpright(WIDTH, HEIGHT, TABLE.map(turn));
      assert.deepEqual([page.width, page.height, page.turned], [HEIGHT, WIDTH, undefined]);
      assert.equal(textOf(TABLE.map(turn)), words(TABLE));
    }
  });

  it("are not in the way of a sentence that goes on over them", () => {
    const first = setUpright(WIDTH, HEIGHT, [...TEXT.slice(0, 1), ...TABLE.map(upwards)]);
    const { text, skipped } = textOfPages([first, setUpright(WIDTH, HEIGHT, TEXT.slice(1))]);
    const notes = skipped.filter(({ isNote }) => isNote).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(notes.join("").trim().replace(/\s+/g, " "), words(TABLE));
  });

  it("are left out where they are a stamp in the margin, or name an axis", () => {
    const stamps = [
      "arXiv:2004.12345v2 [cs.CL] 24 Apr 2020",
      "13652648, 2020, 5, Downloaded from https://library.example/doi/10.1111/jan.14321 by University College on [12/03/2023]. See the Terms and Conditions on the library for rules of use; articles are governed by the applicable licence",
      "Number of participants",
    ];
    for (const stamp of stamps)
      for (const turn of [upwards, downwards])
        assert.equal(textOf([turn(upright(stamp, 200, 20, 6)), ...TEXT]), words(TEXT));
  });

  it("stand, turned upright, where they stood before the page was turned", () => {
    const piece = fc.record({ x: fc.nat(500), y: fc.nat(500), text: fc.constantFrom("they met", "in the hall", "9") });
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(upwards, downwards, over),
        (made, turn) => {
          const pieces = [...made.map(({ text, x, y }) => upright(text, x, y)), ...TABLE];
          const { pieces: found } = setUpright(WIDTH, HEIGHT, pieces.map(turn));
          assert.deepEqual(
            found,
            pieces.map(({ along: _, ...others }) => others),
          );
        },
      ),
      runs(60),
    );
  });

  it("are as they were where they are set as in a mirror", () => {
    const mirrored = TEXT.map((piece): Placed => ({ ...piece, along: [-10, 0], isMirrored: true }));
    assert.equal(setUpright(WIDTH, HEIGHT, mirrored).pieces.length, 2);
    assert.equal(setUpright(WIDTH, HEIGHT, mirrored).turned, undefined);
  });
});
