/** Every word of the language where it stands, and what the pointer is told of it. */
import assert from "node:assert/strict";
import {
  FAMILY_MEANS,
  LEVEL_MEANS,
  SCALE_MEANS,
  SCHEME_MEANS,
  USUAL_SCALES,
} from "../../../src/core/features/hover/manifest-words.ts";
import {
  MANIFEST_MEANS,
  meaning,
  PART_MEANS,
  ROLE_MEANS,
  VALUE_MEANS,
} from "../../../src/core/features/hover/words.ts";
import { hover } from "../../../src/core/features/hover.ts";
import { DEFAULT_MANIFEST, LEVELS } from "../../../src/core/syntax/manifest.ts";
import { RULE_FAMILIES } from "../../../src/core/syntax/manifest-keys.ts";
import { FIELDS, KINDS, SCHEME_NAMES, SLOT_FIELDS } from "../../../src/core/vocabulary.ts";
import type { Files } from "../reviews.ts";
import { cursorIn, SMALL } from "./places.ts";

/** The words pointed at, and what is told of them. */
function told(marked: Files): string {
  const { review, uri, offset } = cursorIn({ ...SMALL, ...marked });
  const found = hover(review, uri, offset);
  if (!found) return "nothing";
  const at = (review.text(uri) ?? "").slice(found.span.start, found.span.end);
  const it = found.told;
  if ("record" in it) return `${at}: record ${it.record.name}`;
  if ("source" in it) return `${at}: source ${it.source}`;
  return "words" in it ? `${at}: ${it.means}` : `${at}: ${it.says}`;
}

const inRecord = (line: string): string => told({ "a.md": `## CMOC X1: Ex\n\n${line}\n` });
const inExtract = (line: string): string =>
  told({
    "review.yaml": "coders: { JA: first coder }\n",
    "a.md": `---\ncitekey: a1\n---\n\n## Extract e1\n\n> They met.\n\n${line}\n`,
  });

describe("each word under the pointer", () => {
  it("is told of, every field of every kind", () => {
    for (const { kind, heading } of KINDS)
      for (const { label, means } of FIELDS[kind]) {
        const front = kind === "extract" ? "---\ncitekey: a1\n---\n\n" : "";
        const field = kind === "cmoc" ? "- C: x\n" : "";
        const text = `${front}## ${heading} X1\n\n${field}- ¦${label}: TR1\n`;
        assert.equal(told({ "a.md": text }), `${label}: ${means}`, text);
      }
    for (const { label, means } of SLOT_FIELDS)
      assert.equal(inRecord(`- M: x\n  - ¦${label}: y`), `${label}: ${means}`, label);
  });

  it("is told of, every role wherever it is named", () => {
    const mechanism = ROLE_MEANS.M ?? assert.fail();
    for (const line of [
      "- **¦M:** x",
      "- Mech¦anism: x",
      "When a (C), b (¦M), c (O).",
      "| ID | Context | Mech¦anism | Outcome |\n|-|-|-|-|\n| X1 | a | b | c |",
      "- supports: @okafor2014#e4 (C, ¦M)",
      "- C: x\n- M: y\n- O: z\n  - from: C, ¦M",
    ])
      assert.ok(inRecord(line).endsWith(mechanism), `${line}: ${inRecord(line)}`);
    assert.ok(inExtract('- ¦M shared-history: "met"').endsWith(mechanism));
    assert.ok(inExtract("- supports: TR1 (¦M)").endsWith(mechanism));
    assert.ok(inRecord("- M (res¦ource): x").endsWith(PART_MEANS.resource ?? ""));
  });

  it("is told of, references of every form", () => {
    assert.equal(inRecord("- leads to: TR¦1–TR2"), "TR1: record r:tr1");
    assert.equal(inRecord("- leads to: TR1–TR¦2"), "TR2: record r:tr2");
    assert.equal(inRecord("- leads to: [T¦R1](theory.md)"), "TR1: record r:tr1");
    assert.equal(inRecord("In [[Code sha¦red-history]]"), "Code shared-history: record c:shared-history");
    assert.equal(inRecord("- C: x [@okafor2014#¦e4]"), "@okafor2014#e4: record x:okafor2014#e4");
    assert.equal(inRecord("- supports: @okafor¦2014"), "@okafor2014: source okafor2014");
  });

  it("is told of, values, codes and people", () => {
    for (const { label, values = [] } of FIELDS.cmoc)
      for (const value of values)
        assert.equal(inRecord(`- ${label}: ¦${value}`), `${value}: ${meaning(VALUE_MEANS[label], value)}`);
    const table = (row: string, head = "Status"): string =>
      `| ID | Context | Mechanism | Outcome | ${head} |\n|-|-|-|-|-|\n| X1 | a | b | c | ${row} |`;
    assert.equal(inRecord(table("refu¦ted")), `refuted: ${VALUE_MEANS.status?.refuted}`);
    assert.equal(inRecord(table("x", "Sta¦tus")), "Status: Where the configuration stands.");
    assert.equal(inRecord(table("x", "Evi¦dence")), "Evidence: Evidence that affirms it.");
    assert.equal(inExtract("- coder: J¦A"), "JA: first coder");
    assert.equal(inExtract('- C shared-history: "met" (J¦A)'), "JA: first coder");
    assert.equal(inExtract("- coder: X¦Y"), "nothing");
    assert.equal(inExtract('- co¦de shared-history: "met"'), "code: A code without a role.");
  });

  it("is told of, keys and values of front matter", () => {
    const at = (text: string): string =>
      told({
        "review.yaml": "appraisal: { relevance: [low, high], depth: [flat, deep] }\ncoders: { JA: first coder }\n",
        "a.md": `---\ncitekey: a1\n${text}\n---\n\nx\n`,
      });
    assert.match(at("apprai¦sals:\n  JA: { relevance: high }"), /^appraisals: What each coder made of it/);
    assert.equal(at("appraisals:\n  J¦A: { relevance: high }"), "JA: first coder");
    assert.equal(at("appraisals:\n  JA: { rele¦vance: high }"), `relevance: ${SCALE_MEANS.relevance}`);
    assert.equal(at("appraisals:\n  JA:\n    relevance: hi¦gh"), "high: One of low, high.");
    assert.equal(at("de¦pth: flat"), "depth: A scale of this review: flat, deep.");
    assert.equal(at("depth: fl¦at"), "flat: One of flat, deep.");
    assert.equal(at("colour: r¦ed"), "nothing");
  });

  it("is told of, keys and values of review.yaml", () => {
    const at = (text: string): string => told({ "review.yaml": text });
    assert.equal(at("configuration: ic¦amo\n"), `icamo: ${SCHEME_MEANS.ICAMO}`);
    assert.match(at("configuration: [{ let¦ter: P, label: Process }]\n"), /^letter: One capital letter/);
    assert.equal(at("appraisal:\n  rig¦our: [a, b]\n"), `rigour: ${SCALE_MEANS.rigour}`);
    assert.equal(at("appraisal:\n  own: [a, b¦]\n"), "b: Step 2 of 2, counted from the lowest.");
    assert.equal(at("coders: { J¦A: first coder }\n"), "JA: first coder");
    assert.equal(at("bibliography: [re¦fs.bib]\n"), "refs.bib: 1 entry");
    assert.equal(
      at("exclude: [dra¦fts/**]\n"),
      `drafts/**: All files below the folder drafts. ${MANIFEST_MEANS.exclude}`,
    );
    assert.match(at("exclude: ['!a¦.md']\n"), /takes back in what a glob before it left out\. Files/);
    assert.equal(at("checks: { word¦ing: off }\n"), `wording: ${FAMILY_MEANS.wording}`);
    assert.equal(at("checks: { wording: o¦ff }\n"), `off: ${LEVEL_MEANS.off}`);
    assert.equal(at("unk¦nown: x\n"), "nothing");
  });

  it("has words for all that a manifest may hold", () => {
    assert.deepEqual(Object.keys(FAMILY_MEANS), [...RULE_FAMILIES]);
    assert.deepEqual(Object.keys(LEVEL_MEANS), [...LEVELS]);
    assert.deepEqual(Object.keys(SCHEME_MEANS), [...SCHEME_NAMES]);
    assert.deepEqual(Object.keys(SCALE_MEANS), Object.keys(USUAL_SCALES));
    for (const [scale, steps] of Object.entries(DEFAULT_MANIFEST.appraisal))
      assert.deepEqual(USUAL_SCALES[scale], steps);
  });
});
