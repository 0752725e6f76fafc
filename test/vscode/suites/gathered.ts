import { assert } from "chai";
import { Gathered } from "../../../src/vscode/tree/gathered.ts";
import { until } from "../workspace.ts";

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe("changes of rows", () => {
  it("are told together, each row once", async () => {
    const told: (string[] | undefined)[] = [];
    const news = new Gathered<string>((rows) => told.push(rows));
    for (const row of ["a", "b", "a"]) news.add(row);
    assert.deepEqual(told, []);
    await until(
      () => told.length,
      (count) => count > 0,
    );
    assert.deepEqual(told, [["a", "b"]]);
    news.add("c");
    news.all();
    await until(
      () => told.length,
      (count) => count > 1,
    );
    assert.deepEqual(told, [["a", "b"], undefined]);
    news.dispose();
  });

  it("wait while rows are asked for, but not for ever", async () => {
    const told: number[] = [];
    const begun = Date.now();
    const news = new Gathered<string>(() => told.push(Date.now() - begun));
    news.all();
    while (Date.now() - begun < 1300) {
      if (Date.now() - begun < 300) assert.deepEqual(told, []);
      news.wait();
      await rest(10);
    }
    assert.lengthOf(told, 1);
    assert.isAtLeast(told[0] ?? 0, 900);
    news.dispose();
  });
});
