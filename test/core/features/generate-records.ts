/** Records to edit: every kind, every spelling, in the hands of several people. */
import fc from "fast-check";

const WORDS = [
  "trust",
  "partners meet",
  "a place",
  "time",
  "more faith",
  "[@lund2010]",
  "[[TR1]]",
  "**bold** word",
  "`code`",
  "é",
];
const value = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const item = fc.constantFrom(
  "@lund2010#e1",
  "@lund2010#e2 (C, M)",
  "@moreau2005",
  "[@lund2010#e1; @moreau2005#e1]",
  "@{odd key}",
  "[@lund2010#e1](../sources/lund.md#extract-e1)",
);
const target = fc.constantFrom(
  "TR1",
  "TR2 (C)",
  "TR1–TR3",
  "CMOC 4",
  "[TR1](b.md#cmoc-tr1)",
  "5",
  "TR2 (M resource; O1)",
);
const list = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(one, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(", ", "; "),
      fc.constantFrom("", " — as said", " - seen before; TR2", "."),
    )
    .map(([items, gap, end]) => items.join(gap) + end);

const role = fc.constantFrom("**C:**", "C:", "**M**:", "Mechanism:", "**O1:**", "Outcome (final):", "**C1, C2:**");
const nested = fc.constantFrom(
  "resource: a desk",
  "reasoning: they feel safe",
  "supports: @lund2010#e2 — yes",
  "from: C1",
  "words alone",
  "layer: macro",
  "**inferred:** why",
);
const slot = fc
  .tuple(role, value, fc.array(nested, { maxLength: 2 }))
  .map(([label, words, under]) => [`${label} ${words}`, ...under.map((one) => `  ${one}`)]);

const one = (label: string, values: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  values.map((words) => [`${label}: ${words}`]);
const every = [
  one("note", value),
  one("tags", fc.constantFrom("a, b", "one")),
  one("Note", value),
  value.map((words) => [words]),
  fc.constant(["note: first", "", "  second"]),
];
const evidence = [one("supports", list(item)), one("refutes", list(item)), one("**refines**", list(item))];

const BULLETS: { readonly [kind: string]: readonly fc.Arbitrary<readonly string[]>[] } = {
  "CMOC TR1": [
    slot,
    slot,
    one("status", fc.constantFrom("candidate", "supported — two studies", "Refined")),
    one("theme", fc.constantFrom("Trust / Early", "Trust")),
    one("leads to", list(target)),
    ...evidence,
    ...every,
  ],
  "Theory PT1": [
    one("stage", fc.constant("refined")),
    one("configurations", list(target)),
    one("draws on", list(item)),
    ...evidence,
    ...every,
  ],
  "Demi-regularity D1": [
    one("configurations", list(target)),
    one("counterexamples", fc.constantFrom("none found", "@lund2010#e1")),
    ...every,
  ],
  "Code trust2": [
    one("role", fc.constant("C")),
    one("definition", value),
    one("parent", fc.constant("other")),
    ...every,
  ],
  "Memo 2026-03-02": [one("about", list(fc.oneof(item, target))), one("by", fc.constant("JA")), ...every],
  "Extract e1": [
    one("at", fc.constant("p. 3")),
    one("supports", list(target)),
    one("refutes", list(target)),
    fc.constantFrom(['C trust: "partners meet" (RM)'], ["**M**: “time”, “trust”"], ["code open:"], ["C trust:"]),
    ...every,
  ],
};

const SPELT = [
  [],
  ["When partners meet (C), they trust (M) [@lund2010#e1], so that it lasts (O1).", ""],
  [
    "| Context | Mechanism | Outcome | Evidence |",
    "|---|---|---|---|",
    "| a place | a desk → trust | peace; calm | @lund2010#e1 |",
    "",
  ],
  ["> Partners meet [[TR1]]", "> often.", ""],
  ["Some prose [@lund2010#e1, p. 3] and [TR1](b.md#x).", ""],
];

/** A record of one document, its lines joined by one of the three line endings. `source` says whether it is an extract's file. */
export interface Generated {
  readonly text: string;
  readonly source: boolean;
}

export const anyRecord: fc.Arbitrary<Generated> = fc
  .tuple(
    fc.constantFrom(...Object.keys(BULLETS)),
    fc.constantFrom("", ": A title", " – Another **title**", ": [x](y) "),
    fc.constantFrom(...SPELT),
    fc.constantFrom("-", "*", "+"),
    fc.constantFrom(" ", " ", "\t", "   "),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
    fc.constantFrom("", "\n", "\n\n### Deeper\n\n- note: below\n\n1. ordered\n", "\n\n<!-- a -->\n\ntext\\\n"),
  )
  .chain(([head, title, spelt, sign, gap, eol, end]) =>
    fc.array(fc.oneof(...(BULLETS[head] ?? [])), { maxLength: 5 }).map((bullets): Generated => {
      const width = " ".repeat(sign.length + (gap === "\t" ? 3 : gap.length));
      const lines = bullets.flatMap(([first, ...rest]) => [
        sign + gap + first,
        ...rest.map((line) =>
          line === ""
            ? ""
            : line.startsWith("  ") && !line.startsWith("  second")
              ? `${width}${sign} ${line.trim()}`
              : width + line.trim(),
        ),
      ]);
      const source = head.startsWith("Extract");
      const front = source ? ["---", "citekey: lund2010", "---", ""] : [];
      const text = [...front, `## ${head}${title}`, "", ...spelt, ...lines].join("\n") + end;
      return { text: text.replace(/\n/g, eol), source };
    }),
  );
