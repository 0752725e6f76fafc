/** Headings in and beside lists, quotes, code and HTML: every text of a few lines. */
import { assertPlaces } from "../core/syntax/placing.ts";

const LINES = ["- a", "-", "  b", "b", "===", "# c", "> a", ">", "", "    d", "```", "<x>", "2. f", "- - e"];

describe("headings", () => {
  it("are those that remark finds, in every text of three such lines", () => {
    for (const one of LINES)
      for (const two of LINES) for (const three of LINES) assertPlaces(`${one}\n${two}\n${three}\n# end`);
  });
});
