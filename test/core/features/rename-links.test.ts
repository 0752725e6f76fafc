import assert from "node:assert/strict";
import { rename, renumber } from "../../../src/core/features/edit.ts";
import { reviewOf, sourceFile } from "../reviews.ts";
import { filesAfter } from "./editing.ts";

const heading = "## CMOC TR1: One & all\n\n- C: x\n\n";
const OLD = "cmoc-tr1-one--all";
const NEW = "cmoc-x9-one--all";

/** Ways in which Markdown leads to a heading of `a/b.md`, written in `to`. */
function ways(to: string, slug: string): string {
  const target = `${to}#${slug}`;
  return [
    `See [the chair](${target}), [**it** and more](<${target}> "of #${OLD}"), ![a picture]( ${target} ).`,
    `> Said in [a quote](${target}).`,
    `- and [a list](${target})\n  1. and [another](${target})`,
    `| A | B |\n|---|---|\n| [a table](${target}) | b |`,
    `Said in <a class="of #${OLD}" href="${target}">HTML</a> and <A HREF = '${target}'>here</A>.`,
    `<div>\n<a href="${target}">a block</a>\n</div>`,
    `### A heading with [a link](${target})\n\nWords.`,
    `[one]: ${target}\n[two]: <${target}> 'title'\n[three]: ${target} "of\ntwo lines"`,
  ].join("\n\n");
}

describe("links to the heading of what is renamed", () => {
  it("follow it in all files, whatever their words are", () => {
    const files = (id: string, slug: string): { readonly [path: string]: string } => ({
      "a/b.md": `${heading.replace("TR1", id)}See ${ways("", slug)}\n\n${ways("./b.md", slug)}\n`,
      "c.md": `# Log\n\n${ways("a/b.md", slug)}\n`,
      "a/d.md": `## Memo m1\n\n- about: [${id}](b.md#${slug})\n\n${ways("../a/b.md", slug)}\n`.replaceAll("\n", "\r\n"),
    });
    const review = reviewOf(files("TR1", OLD));
    assert.deepEqual(filesAfter(review, rename(review, "r:tr1", "X9")), files("X9", NEW));
  });

  it("stay where they lead elsewhere, and where they are none", () => {
    const other = [
      `[a](a/b.md#${OLD}-1), [a](b.md#${OLD}), [a](https://x.org/a/b.md#${OLD}), [a](#${OLD}), [a](/a/b.md#${OLD})`,
      `\`[a](a/b.md#${OLD})\`, <!-- [a](a/b.md#${OLD}) -->, a/b.md#${OLD}`,
      `\`\`\`\n[a](a/b.md#${OLD})\n[r]: a/b.md#${OLD}\n\`\`\``,
      `Words before [r]: a/b.md#${OLD}`,
      `\`<a href="a/b.md#${OLD}">\`, <!-- <a href="a/b.md#${OLD}"> -->, <a href="/a/b.md#${OLD}">a</a>`,
      `[a](a/b.md#${OLD.toUpperCase()}), [[a/b#CMOC TR1: One & all]]`,
    ].join("\n\n");
    const files = { "a/b.md": heading, "c.md": `# Log\n\n${other}\n` };
    const review = reviewOf(files);
    assert.equal(filesAfter(review, rename(review, "r:tr1", "X9"))["c.md"], files["c.md"]);
  });

  it("follow headings of every kind, and those that only mention it", () => {
    const cases = [
      ["## Theory PT1\n\n- stage: initial\n", "r:pt1", "X9", "theory-pt1", "theory-x9"],
      ["## Code trust\n\n- role: M\n", "c:trust", "faith", "code-trust", "code-faith"],
      ["Memo m1\n-------\n\nWords.\n", "m:m1", "m2", "memo-m1", "memo-m2"],
      [`${heading}### On [[TR1]]\n\nWords.\n`, "r:tr1", "X9", "on-tr1", "on-x9"],
      [sourceFile("l1", "## Extract e1\n\n> Met.\n"), "x:l1#e1", "e7", "extract-e1", "extract-e7"],
      [`${sourceFile("l1", "# Of @l1\n\n## Extract e1\n\n> Met.\n")}`, "s:l1", "l2", "of-l1", "of-l2"],
      ["## CMOC É1\n\n- C: x\n", "r:é1", "Ü2", "cmoc-é1", "cmoc-ü2"],
      ["## CMOC É1\n\n- C: x\n", "r:é1", "Ü2", "cmoc-%C3%A91", "cmoc-%C3%BC2"],
    ] as const;
    for (const [text, name, id, old, made] of cases) {
      const links = (slug: string): string => `# Log\n\nSee [it](a.md#${slug}) and [that][r].\n\n[r]: a.md#${slug}\n`;
      const review = reviewOf({ "a.md": text, "log.md": links(old) });
      assert.equal(filesAfter(review, rename(review, name, id))["log.md"], links(made), old);
    }
  });

  it("follow headings that are numbered otherwise now", () => {
    const links = (...slugs: readonly string[]): string =>
      `# Log\n\n${slugs.map((slug) => `[a](a.md#${slug})`).join(", ")}\n`;
    const text = "## Code x: a\n\n- role: C\n\n## Code x a\n\nWords.\n\n## Code x  a\n\nWords.\n";
    const review = reviewOf({ "a.md": text, "log.md": links("code-x-a", "code-x-a-1", "code-x--a") });
    assert.equal(filesAfter(review, rename(review, "c:x", "y"))["log.md"], links("code-y-a", "code-x-a", "code-x--a"));
    const twice = "## CMOC TR1\n\n- C: x\n\n## CMOC TR1\n\n- C: y\n";
    const both = reviewOf({ "a.md": twice, "log.md": links("cmoc-tr1", "cmoc-tr1-1") });
    const [first] = both.definitions("r:tr1");
    assert.ok(first);
    assert.equal(filesAfter(both, renumber(both, first, "TR5"))["log.md"], links("cmoc-tr5", "cmoc-tr1"));
  });

  it("follow it where a range in a link is written out", () => {
    const text = ["TR1", "TR2", "TR3"].map((id) => `## CMOC ${id}\n\n- C: in ${id}\n\n`).join("");
    const review = reviewOf({ "a.md": text, "b.md": "# Theory PT1\n\n- configurations: [TR1–TR3](a.md#cmoc-tr2)\n" });
    assert.equal(
      filesAfter(review, rename(review, "r:tr2", "X9"))["b.md"],
      "# Theory PT1\n\n- configurations: [TR1](a.md#cmoc-x9), [X9](a.md#cmoc-x9), [TR3](a.md#cmoc-x9)\n",
    );
  });

  it("are found in linear time", () => {
    const many = `[a](a.md#cmoc-tr1) #cmoc-tr1 ${"#cmoc-tr".repeat(9)}\n[r${"[".repeat(20)}]: a.md#cmoc-tr1\n\n`.repeat(
      9000,
    );
    const review = reviewOf({ "a.md": "## CMOC TR1\n\n- C: x\n", "log.md": `# Log\n\n${many}` });
    const start = performance.now();
    const files = filesAfter(review, rename(review, "r:tr1", "X9"));
    assert.equal(files["log.md"]?.split("](a.md#cmoc-x9)").length, 9001);
    assert.ok(performance.now() - start < 20_000);
  });
});
