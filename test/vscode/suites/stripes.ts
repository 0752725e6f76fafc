/** Stripes: coded words in the quotes of a source's file and in its full text, whose they are, what is told of them. */
import { assert } from "chai";
import * as vscode from "vscode";
import { COLORS } from "../../../src/vscode/stripes/margin.ts";
import { answering } from "../answering.ts";
import { Striped } from "../striped.ts";
import {
  at,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  saveByHand,
  show,
  takeAway,
  type,
  until,
} from "../workspace.ts";

const BELOW = "stripes";
const SOURCE = `---
citekey: okafor2014
---

## Extract e1

> Partners that had met before were quick to trust,
> and shared plans early.

- at: p. 1
- C history: "had met before"
- M trust: "quick to trust, and shared plans"
- O plans: "shared plans early" (RM)
- code early: "plans early"
- supports: TR1 (C)
- coder: JA

## Extract e2

> They parted in the end.

- O:
- coder: RM
`;
const TEXT =
  "Before.\nPartners that had met before were quick to\ntrust, and shared plans early.\n\fHEAD\nThey parted in the end.\n";

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
}

describe("stripes", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string) => vscode.commands.executeCommand(command) as Promise<unknown>;
  const settings = () => vscode.workspace.getConfiguration("cmoc");

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\ncoders: { JA: first coder, RM: second coder }\n",
      "okafor.md": SOURCE,
      "t.md": "## CMOC TR1: Trust comes of it\n\n- C: a\n\n## Code trust: They rely on one another\n\n- role: M\n",
      "texts/okafor2014.txt": TEXT,
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(async () => {
    await settings().update("stripes", undefined, vscode.ConfigurationTarget.Global);
    await takeAway(api, BELOW);
  });

  it("are in a quote lines of roles in rows, letters in the margin and initials, and follow typing", async () => {
    const editor = await show(`${BELOW}/okafor.md`);
    const striped = await Striped.of(api, editor);
    const first = await striped.until((seen) => "context under" in seen);
    assert.deepEqual(first, {
      coder: ["fore:JA", "lans:JA", "arly:RM JA", "end.:RM"],
      "context under": ["had met before"],
      "margin C": ["7"],
      "margin M": ["7", "8"],
      "margin O": ["8", "20"],
      "margin •": ["8"],
      "mechanism under": ["quick to trust,", "and shared plans"],
      "outcome over": ["shared plans early"],
      "outcome under": ["They parted in the end."],
      "descriptionForeground foot": ["plans early"],
    });
    const { sent } = striped;
    await vscode.commands.executeCommand("editorScroll", { to: "down", by: "line", value: 2 });
    await type(editor.document, 'C history: "before"', 'C history: "had met before"');
    await striped.until((seen) => seen["context under"]?.[0] === "before");
    assert.isAbove(striped.sent, sent);
    await striped.stripes.coders.hide(api.reviews.of(editor.document.uri) as never, ["RM"]);
    striped.stripes.soon();
    const own = await striped.until((seen) => !("outcome over" in seen));
    assert.notProperty(own, "coder");
    assert.property(own, "mechanism under");
    striped.dispose();
  });

  it("are in a full text the passages of extracts and the coded words in them, and follow the source's file", async () => {
    const source = await vscode.workspace.openTextDocument(at(`${BELOW}/okafor.md`));
    const striped = await Striped.of(api, await show(`${BELOW}/texts/okafor2014.txt`));
    const seen = await striped.until((each) => "passage" in each && "context under" in each);
    assert.deepEqual(seen.passage, [
      "Partners that had met before were quick to",
      "trust, and shared plans early.",
      "They parted in the end.",
    ]);
    assert.deepEqual(seen["context under"], ["had met before"]);
    assert.deepEqual(seen["mechanism under"], ["quick to", "trust, and shared plans"]);
    assert.deepEqual(seen["passage begin"], ["P", "T"]);
    assert.deepEqual(seen["passage end"], [".", "."]);
    assert.deepEqual(seen["outcome under"], ["They parted in the end."]);
    assert.deepEqual(
      ["C", "M", "O", "•", "|"].map((each) => seen[`margin ${each}`]),
      [["2"], ["2", "3"], ["3", "5"], ["3"], ["2", "5"]],
    );
    assert.lengthOf(seen.ruler ?? [], 2);
    await type(source, '- M end: "parted"\n', "- O:\n");
    await striped.until((each) => each["mechanism under"]?.includes("parted") === true);
    await type(source, "> They left.", "> They parted in the end.");
    await striped.until((each) => each.passage?.length === 2);
    striped.dispose();
  });

  it("are told of under the pointer, explained in a legend that leads to them, of chosen coders, and switched off", async () => {
    const editor = await show(`${BELOW}/okafor.md`);
    const told = async (): Promise<string> => {
      const place = editor.document.positionAt(SOURCE.indexOf("plans early") + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        editor.document.uri,
        place,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
        .join("\n")
        .replace(/\\(?=[^\w\s])/g, "");
    };
    const words = await until(told, (now) => now.includes("Outcome"));
    assert.match(words, /\[@okafor2014#e1\]\([^)]+okafor\.md#L5\S+\)\*\* · p\. 1 · coded by JA \(first coder\)/);
    assert.match(words, /\*\*Outcome\*\* plans “shared plans early” · coded by RM \(second coder\)/);
    assert.match(words, /\*\*Mechanism\*\* \[trust\]\([^)]+t\.md#L5\S+\) {2}They rely on one another/);
    assert.match(words, /supports \[TR1\]\([^)]+t\.md#L1\S+\)/);
    const [legend] = await answering(["Mechanism"], () => run("cmoc.showLegend"));
    assert.deepEqual(legend?.labels.slice(0, 4), ["Context", "Mechanism", "Outcome", "Code without a role"]);
    assert.equal(legend?.beside?.[1], "M, double line, 1 place here");
    assert.equal(editor.document.getText(editor.selection), "quick to trust,");
    await answering([["JA"]], () => run("cmoc.chooseCoders"));
    await until(told, (now) => !now.includes("Outcome") && now.includes("trust"));
    const [asked] = await answering([["JA", "RM"]], () => run("cmoc.chooseCoders"));
    assert.deepEqual(asked?.labels, ["JA (first coder)", "RM (second coder)"]);
    await until(told, (now) => now.includes("Outcome"));
    const striped = await Striped.of(api, editor);
    await striped.until((seen) => "context under" in seen);
    await run("cmoc.toggleStripes");
    assert.isFalse(settings().get("stripes"));
    await striped.until((seen) => Object.keys(seen).length === 0);
    striped.dispose();
  });

  it("have the colours of package.json in the margin", () => {
    const manifest = vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Manifest;
    const { colors } = manifest.contributes;
    const names = { C: "context", M: "mechanism", O: "outcome", I: "intervention", A: "actor", S: "strategy" } as const;
    const themes = { light: "light", dark: "dark", hcDark: "highContrast", hcLight: "highContrastLight" } as const;
    for (const [look, name] of Object.entries(names) as [keyof typeof names, string][])
      for (const [theme, key] of Object.entries(themes) as [keyof typeof themes, string][])
        assert.equal(
          COLORS[theme][look],
          colors.find(({ id }) => id === `cmoc.${name}`)?.defaults[key],
          `${name} in ${theme}`,
        );
  });
});
