/** The value of a field of links: items, slots, reasons; and the plain reader against the one for any form. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { plainInline } from "../../../src/core/syntax/blocks.ts";
import { type LinkList, readAnyLinks, readLinks } from "../../../src/core/syntax/links.ts";
import { readPlainLinks } from "../../../src/core/syntax/links-plain.ts";
import type { Target } from "../../../src/core/syntax/references.ts";
import { CMO, type Kind, schemeOf } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";

function nameOf(target: Target): string {
  if (target.type === "citation") {
    const { key, extract } = target.citation;
    return extract === undefined ? `@${key}` : `@${key}#${extract}`;
  }
  return target.type === "range" ? `${target.range.prefix}${target.range.from}..${target.range.to}` : target.id;
}

/** Items as `TR3 (C M) — reason`, then what is told: `other: …`, `in reason: …`. */
function read(text: string, expects: Kind | undefined = "cmoc"): readonly string[] {
  const list: LinkList = readLinks(plainInline(text), 0, text.length, expects, CMO);
  return [
    ...list.items.map(({ target, slots, reason }) => {
      const named = slots.length === 0 ? "" : ` (${slots.map((slot) => `${slot.role}${slot.n ?? ""}`).join(" ")})`;
      return `${nameOf(target)}${named}${reason === undefined ? "" : ` — ${reason}`}`;
    }),
    ...list.inReason.map(({ target }) => `in reason: ${nameOf(target)}`),
    ...list.other.map(({ from, to }) => `other: ${text.slice(from, to)}`),
    ...list.brackets.map(({ from, to }) => `bracket: ${text.slice(from, to)}`),
  ];
}

describe("a list of links", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["TR1, TR4; TR5", ["TR1", "TR4", "TR5"]],
    ["TR1 -- TR4", ["TR1..4"]],
    ["TR1 --- TR4", ["TR1..4"]],
    ["TR1 ‒ TR4", ["TR1..4"]],
    ["TR1 − TR4", ["TR1..4"]],
    ["TR1 ― 4", ["TR1..4"]],
    ["TR1 -- here it held", ["TR1 — here it held"]],
    ["TR1 ‒ here it held", ["TR1 — here it held"]],
    ["TR1 -- TR4 held here", ["TR1 — TR4 held here", "in reason: TR4"]],
    ["信任1，信任2", ["信任1", "信任2"]],
    ["信任1、信任2；信任3", ["信任1", "信任2", "信任3"]],
    ["ثقة1، ثقة2؛ ثقة3", ["ثقة1", "ثقة2", "ثقة3"]],
    ["TR1 — 原因；TR2", ["TR1 — 原因", "TR2"]],
    ["TR1 — 一，二", ["TR1 — 一，二"]],
    ["@lund2010#e1 @moe2011#e2", ["@lund2010#e1", "@moe2011#e2"]],
    ["@lund2010#e1 (C) [@moe2011#e2] — why", ["@lund2010#e1 (C) — why", "@moe2011#e2 — why"]],
    ["@lund2010#e1,@moe2011#e2;@okafor2014#e3", ["@lund2010#e1", "@moe2011#e2", "@okafor2014#e3"]],
    ["TR1 in some words", ["TR1", "other: in some words"]],
    ["TR1（C，M）、TR2", ["TR1 (C M)", "TR2"]],
    ["TR1 [C]; TR2 [[TR3]]", ["TR1 (C)", "TR2", "TR3"]],
    ["TR1 (nowhere)", ["TR1", "bracket: (nowhere)"]],
  ];
  for (const [text, want] of cases) it(JSON.stringify(text), () => assert.deepEqual(read(text), want));
});

describe("the plain reader of links", () => {
  const key = fc.constantFrom("lund2010", "moe-2011", "a_b", "x", "1999a", "a--b", "p12", "é");
  const id = fc.constantFrom(
    "TR3",
    "tr-3",
    "SY12",
    "CMOC4",
    "CMOC",
    "5",
    "p12",
    "s4",
    "Theory2",
    "sec2",
    "a",
    "e1.",
    "TR1-TR4",
    "Ü1",
    "none",
    "na1",
  );
  const slots = fc.constantFrom(
    "(C)",
    "(C, M)",
    "(M1)",
    "(O final)",
    "()",
    "(p. 3)",
    "(x)",
    "(C",
    "[C]",
    "(C1–C3)",
    "(resource)",
  );
  const sign = fc.constantFrom(
    ", ",
    "; ",
    ",",
    " ",
    "  ",
    "\n",
    " — ",
    " - ",
    "–",
    ".",
    ":",
    "，",
    "、",
    " and ",
    " & ",
    "p. 3",
    "#e1",
  );
  const item = fc.oneof(
    key.map((each) => `@${each}`),
    fc.tuple(key, fc.constantFrom("e1", "e12", "1", "a.b", "")).map(([each, extract]) => `@${each}#${extract}`),
    id,
  );
  const value = fc
    .array(fc.oneof({ weight: 4, arbitrary: item }, slots, { weight: 4, arbitrary: sign }), { maxLength: 8 })
    .map((parts) => parts.join(""));
  const plain = fc.constantFrom("TR3", "SY12", "x9", "@lund2010#e1", "@moe-2011", "@a_b#e12", "@x#4");
  const plainList = fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 5, arbitrary: plain }, item),
        fc.constantFrom("", " (C)", " (C, M)", " (M)"),
        fc.constantFrom(", ", "; ", ",\n", ","),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => parts.map((each) => each.join("")).join(""));
  const expects = fc.constantFrom<Kind | undefined>(undefined, "cmoc", "theory", "code");
  const scheme = fc.constantFrom(CMO, schemeOf("ICAMO") ?? CMO);

  it("gives what the other gives, wherever it accepts", () => {
    const often = runs(100);
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(value, fc.string({ unit: fc.constantFrom(..."@#aTe3C,; (M)p.-_2\n—O"), maxLength: 14 }), {
          weight: 3,
          arbitrary: plainList,
        }),
        fc.constantFrom("", "x: ", "supports: "),
        expects,
        scheme,
        (words, lead, kind, letters) => {
          const text = lead + words;
          const plain = readPlainLinks(text, lead.length, text.length, letters);
          if (!plain) return;
          accepted++;
          const any = readAnyLinks(plainInline(text), lead.length, text.length, kind, letters);
          const whole = JSON.parse(
            JSON.stringify({ items: plain, inReason: [], other: [], brackets: [], none: false }),
          );
          assert.deepEqual(JSON.parse(JSON.stringify(any)), whole);
        },
      ),
      often,
    );
    assert.ok(accepted > often.numRuns / 5, `${accepted} of ${often.numRuns}`);
  });
});
