import assert from "node:assert/strict";
import { fill, speak, t } from "../../src/core/l10n.ts";

describe("words for people", () => {
  afterEach(() => speak());

  it("are English, and filled in, where no language was chosen", () => {
    assert.equal(t("{0} bears on {1}.", "e1", 2), "e1 bears on 2.");
    assert.equal(t("{1} before {0}, {1} again", "a", "b"), "b before a, b again");
  });

  it("leave what is filled in alone, and holes that nothing is for", () => {
    assert.equal(fill("{0} and {1}", "{1}"), "{1} and {1}");
    assert.equal(fill("{0}", "$&"), "$&");
    assert.equal(fill("{}"), "{}");
  });

  it("are those of the language that was chosen", () => {
    speak((message, ...args) => fill(message === "{0} is taken." ? "{0} ya existe." : message, ...args));
    assert.equal(t("{0} is taken.", "TR2"), "TR2 ya existe.");
    assert.equal(t("Other words."), "Other words.");
  });
});
