import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { LETTERS } from "../grammar/tokens.ts";

const page = readFileSync("docs/highlighting.md", "utf8");

describe("the page on highlighting and snippets", () => {
  it("names each scope that colours something, and no other", () => {
    const named = [...page.matchAll(/\| `([\w.]+\.cmoc)`/g)].map(([, scope]) => scope);
    assert.deepEqual(named.sort(), Object.keys(LETTERS).sort());
  });

  it("names the prefix of each snippet, and no other", () => {
    const prefixes = readdirSync("snippets").flatMap((name) =>
      Object.values(
        JSON.parse(readFileSync(`snippets/${name}`, "utf8")) as Record<string, { readonly prefix: string }>,
      ).map(({ prefix }) => prefix),
    );
    const rows = page
      .slice(page.indexOf("| Prefix"))
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`([a-z-]+)`/g)].map(([, prefix]) => prefix),
    );
    assert.deepEqual(named.sort(), prefixes.sort());
  });
});
