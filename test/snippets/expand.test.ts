import assert from "node:assert/strict";
import { expand } from "./expand.ts";

const VARIABLES = { CURRENT_YEAR: "2026", CURRENT_DATE: "02" };

describe("the expander of snippets", () => {
  it("takes defaults, first choices and variables, and keeps what is escaped", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a snippet
    const { text, stops } = expand("a ${1:b ${2|c,d|}} $3 \\$4 ${5:$CURRENT_YEAR} } $CURRENT_DATE", VARIABLES);
    assert.equal(text, "a b c  $4 2026 } 02");
    assert.deepEqual(
      stops.map(({ number }) => number),
      [1, 2, 3, 5],
    );
  });

  it("refuses what VS Code would show as it stands", () => {
    for (const body of ["$", "${1:a", "${1|a", "$" + "{a}", "$NO_SUCH_NAME"])
      assert.throws(() => expand(body, VARIABLES), body);
  });
});
