/** What VS Code's extension host is given as its tests, where it runs in a web worker. */
import { assert } from "chai";
import { loadSuites, runSuites } from "./run.ts";

export const run = (): Promise<void> =>
  runSuites(async () => {
    describe("the web host", () => {
      it("is a web worker, without Node", () => {
        const { importScripts, process } = globalThis as Record<string, unknown>;
        assert.equal(typeof importScripts, "function");
        assert.isUndefined((process as { versions?: unknown } | undefined)?.versions);
      });
    });
    await loadSuites();
  });
