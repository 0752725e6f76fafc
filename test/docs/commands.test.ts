/** The page of commands has what package.json contributes, and nothing else. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly views: { readonly cmoc: readonly { readonly name: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

describe("the page of commands", () => {
  const page = readFileSync("docs/commands.md", "utf8");
  const words: Readonly<Record<string, string>> = JSON.parse(readFileSync("package.nls.json", "utf8"));
  const { contributes }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const said = (text: string): string => words[text.replace(/^%|%$/g, "")] ?? text;
  const rows = [...page.matchAll(/^\| ([^|]+?) +\|([^|]*)\|([^|]*)\|$/gm)]
    .map(([, title = "", key = "", does = ""]) => ({ title, key: key.replace(/[`\s]/g, "").toLowerCase(), does }))
    .filter(({ title }) => title !== "Command" && !title.startsWith("-"));

  it("has each command once, and says what it does", () => {
    const titles = contributes.commands.map(({ title }) => said(title)).sort();
    assert.deepEqual(rows.map(({ title }) => title).sort(), titles);
    for (const { title, does } of rows) assert.ok(does.trim().length > 10, title);
  });

  it("has their keys", () => {
    for (const { command, title } of contributes.commands) {
      const keys = contributes.keybindings.filter((each) => each.command === command).map(({ key }) => key);
      const row = rows.find((each) => each.title === said(title));
      assert.equal(row?.key, keys[0]?.replace(/\s/g, "") ?? "", said(title));
    }
  });

  it("has the views and the settings", () => {
    for (const { name } of contributes.views.cmoc) assert.ok(page.includes(`**${said(name)}**`), said(name));
    const settings = [...page.matchAll(/^\| `(cmoc\.\w+)`/gm)].map(([, setting]) => setting);
    assert.deepEqual(settings.sort(), Object.keys(contributes.configuration.properties).sort());
  });

  it("has pictures that are there", () => {
    const pictures = [...page.matchAll(/^!\[[^\]]{10,}\]\((.+)\)$/gm)].map(([, path]) => path);
    assert.ok(pictures.length >= 8);
    for (const path of pictures) assert.ok(existsSync(`docs/${path}`), path);
  });
});
