import assert from "node:assert/strict";
import { preview } from "../../../../src/core/features/preview.ts";
import type { Files } from "../../reviews.ts";
import { reviewOf } from "../../reviews.ts";
import { SMALL } from "../places.ts";
import { shownOf } from "./engines.ts";

/** `words -> address` of each link of a document. */
function links(text: string, more: Files = {}, uri = "notes/a.md"): readonly string[] {
  const review = reviewOf({ ...SMALL, ...more, [uri]: text });
  return (preview(review, uri)?.links ?? []).map(({ start, end, href }) => `${text.slice(start, end)} -> ${href}`);
}

/** The links that are shown, each as `words -> address`. */
function shown(text: string, more: Files = {}): readonly string[] {
  const html = shownOf(reviewOf({ ...SMALL, ...more, "a.md": text }), "a.md");
  return [...html.matchAll(/<a href="([^"]*)" class="cmoc-ref"[^>]*>(.*?)<\/a>/g)].map(
    ([, href, words]) => `${words} -> ${href}`,
  );
}

describe("references in the preview", () => {
  it("lead to what they name, by a path and a line", () => {
    assert.deepEqual(links("See [[TR1]], [[Theory PT1]] and [[Code shared-history]].\n"), [
      "TR1 -> ../theory.md#cmoc-tr1-one",
      "Theory PT1 -> ../theory.md",
      "Code shared-history -> ../codebook.md",
    ]);
    assert.deepEqual(links("As [@okafor2014#e4, p. 2; @moreau2005] and [@okafor2014#e9] say.\n"), [
      "@okafor2014#e4 -> ../sources/okafor.md#extract-e4",
      "@moreau2005 -> ../refs.bib",
      "@okafor2014#e9 -> ../sources/okafor.md",
    ]);
    const record =
      "## CMOC X1\n\n- C: x\n- leads to: TR1–TR2, 5, X2\n- supports: @okafor2014#e4\n\n## CMOC X2\n\n- C: y\n";
    assert.deepEqual(links(record), [
      "TR1 -> ../theory.md#cmoc-tr1-one",
      "TR2 -> ../theory.md#cmoc-tr2-two",
      "X2 -> #L7",
      "@okafor2014#e4 -> ../sources/okafor.md#extract-e4",
    ]);
  });

  it("lead nowhere where nothing bears the name, or where it is somebody's own", () => {
    assert.deepEqual(links("See [[TR77]], [[Somebody]], @jdoe and `[[TR1]]`.\n"), []);
  });

  it("lead to paths as addresses are written", () => {
    const odd = { "d e(1)/b#? \"'&<é.md": "## CMOC OD1\n\n- C: x\n" };
    const [link = ""] = links("[[OD1]]\n", odd, "a.md");
    assert.equal(link, "OD1 -> d%20e%281%29/b%23%3F%20%22'%26%3Cé.md");
    const html = shownOf(reviewOf({ ...odd, "a.md": "[[OD1]]\n" }), "a.md");
    assert.match(html, /<a href="d%20e%281%29\/b%23%3F%20%22'%26%3Cé\.md"/);
  });

  it("are shown as links in every kind of block, and only once", () => {
    const text = [
      "# About [[TR1]]",
      "",
      "TR1 is not meant, [[TR1]] is, *[[TR2]]* and **[@okafor2014]** too; [TR1](theory.md) is a link, `[[TR1]]` none.",
      "> - [[TR1]]",
      "lazy [[TR2]]",
      "",
      "1. one",
      "   [[PT1]]",
      "",
      "| a | b |",
      "|---|:-:|",
      "| x \\| y | [[TR1]] |",
      "| [[TR2]] | TR2 [[TR2]]",
      "",
      "- [ ] do \\*[[TR1]]\\* &amp; [[TR2]]",
      "",
      "Setext [[TR1]]",
      "===",
      "",
    ].join("\n");
    const one = "TR1 -> theory.md#cmoc-tr1-one";
    const two = "TR2 -> theory.md#cmoc-tr2-two";
    const wanted = [
      one,
      one,
      two,
      "@okafor2014 -> sources/okafor.md",
      one,
      two,
      "PT1 -> theory.md",
      one,
      two,
      two,
      one,
      two,
      one,
    ];
    assert.deepEqual(shown(text), wanted);
    assert.deepEqual(shown(text.replace(/\n/g, "\r\n")), wanted);
    assert.deepEqual(shown(`\ufeff${text}`), wanted);
  });

  it("are no links where markup begins or ends within them", () => {
    assert.deepEqual(shown("See [[TR*1* ]], [[Theory **PT1**]] and [[TR2]].\n"), ["TR2 -> theory.md#cmoc-tr2-two"]);
  });

  it("tell what they lead to", () => {
    const html = shownOf(reviewOf({ ...SMALL, "a.md": "[[TR1]] [@okafor2014#e4] [@okafor2014]\n" }), "a.md");
    assert.match(html, /title="TR1 {2}One"/);
    assert.match(html, /title="@okafor2014#e4, p. 1 “They met.”"/);
    assert.match(html, /title="@okafor2014: Working together again"/);
  });
});
