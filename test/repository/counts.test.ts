import assert from "node:assert/strict";
import { failuresIn, recap, said } from "../../scripts/failures.mjs";
import { matching } from "../../scripts/test.mjs";
import { countsOf, STEPS, summary } from "../../scripts/verify.mjs";

describe("the last line of npm test", () => {
  it("sums what passed and what failed", () => {
    assert.equal(summary([]), "0 passed, 0 failed");
    assert.equal(
      summary([
        { passed: 1, failed: 0 },
        { passed: 340, failed: 2 },
        { passed: 0, failed: 1 },
      ]),
      "341 passed, 3 failed",
    );
  });

  it("counts a step as one unless it counts for itself", () => {
    assert.deepEqual(countsOf(true, undefined, false), { passed: 1, failed: 0 });
    assert.deepEqual(countsOf(false, undefined, false), { passed: 0, failed: 1 });
    assert.deepEqual(countsOf(true, '{"passed":12,"failed":0}', true), { passed: 12, failed: 0 });
    assert.deepEqual(countsOf(false, '{"passed":12,"failed":3}', true), { passed: 12, failed: 3 });
  });

  it("never loses a failure: a step that broke down counts as failed", () => {
    assert.deepEqual(countsOf(false, '{"passed":12,"failed":0}', true), { passed: 12, failed: 1 });
    assert.deepEqual(countsOf(false, undefined, true), { passed: 0, failed: 1 });
    assert.deepEqual(countsOf(true, undefined, true), { passed: 0, failed: 1 });
    assert.deepEqual(countsOf(true, '{"passed":"many"}', true), { passed: 0, failed: 1 });
    assert.deepEqual(countsOf(true, '{"passed":', true), { passed: 0, failed: 1 });
  });

  it("covers type check, lint, build, tests, what was built and VS Code", () => {
    assert.deepEqual(
      STEPS.map((step) => step.title),
      ["type check", "lint", "build", "tests", "smoke of what was built", "in VS Code", "seen in VS Code", "npm start"],
    );
  });
});

describe("what failed", () => {
  it("is told again in some lines, however long its message", () => {
    const long = said("a title", new RangeError(`too far\n${"line\n".repeat(500)}`));
    assert.equal(long.title, "a title");
    assert.match(long.message, /^RangeError: too far\n/);
    assert.match(long.message, /…$/);
    assert.ok(long.message.split("\n").length < 30);
    assert.deepEqual(said("other", "a word"), { title: "other", message: "a word" });
    assert.equal(recap([{ title: "a", message: "b\nc" }]), "FAILED a\n    b\n    c");
    assert.equal(recap([]), "");
  });

  it("is taken from a counts file, whatever that holds", () => {
    const failure = { title: "a", message: "b" };
    assert.deepEqual(failuresIn({ passed: 1, failed: 1, failures: [failure, null, 3, { title: 2 }] }), [failure]);
    for (const other of [undefined, null, 3, [], {}, { failures: "many" }]) assert.deepEqual(failuresIn(other), []);
  });
});

describe("the test runner", () => {
  it("runs the files that a substring names, and all without one", () => {
    const files = ["test/core/text.test.ts", "test/cli/main.test.ts"];
    assert.deepEqual(matching(files, []), files);
    assert.deepEqual(matching(files, ["cli/"]), ["test/cli/main.test.ts"]);
    assert.deepEqual(matching(files, ["cli/", "text"]), files);
    assert.deepEqual(matching(files, ["absent"]), []);
  });
});
