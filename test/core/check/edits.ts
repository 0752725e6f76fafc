/** Edits of small reviews in which names are borne by several things, and come and go. */
import fc from "fast-check";
import type { Change, Review } from "../../../src/core/review.ts";

/** Small texts that name, restate, link and contradict one another. */
const SNIPPETS: readonly string[] = [
  "## CMOC TR1: Trust\n\n- status: supported\n- **C:** a shared past\n- **M:** trust grows\n- **O:** faith\n- supports: @okafor2014#e1 (C, M)\n- leads to: TR2\n\n",
  "## CMOC TR2: Faith\n\n- **C:** a shared past\n- **M:** trust grows\n- **O:** quarrels\n- refutes: @lund2010#e1 — another setting\n- theory: PT1\n\n",
  "## CMOC TR1: Again\n\n- status: retired\n- **C:** a shared past\n- **M:** trust grows\n- **O:** faith\n- rival of: TR2\n\n",
  "## CMOC SY1: Synergy\n\n- status: refined\n- **C:** faith [@okafor2014#e2]\n- **M:** synergy\n  - resource: time\n  - supports: @lund2010#e1\n- moderates: TR1\n- supports: @okafor2014, @moreau2005#e1\n\n",
  "# Theory PT1: Trust\n\n- stage: final\n- configurations: TR1–TR3, SY1\n\nSee [[TR2]], [[TR9]] and [[ZZ4]].\n\n",
  "## Demi-regularity D1: History\n\n- configurations: TR1, TR2\n- moderators: time\n- counterexamples: @okafor2014#e1\n\n",
  '## Extract e1\n\n> They trusted one another early on.\n\n- at: p. 4\n- C history: "trusted one another"\n- supports: TR1 (C, M)\n- coder: JA\n\n',
  '## Extract e1\n\n> They trusted one another early on.\n\n- at: p. 4\n- C history: "never said"\n- refutes: TR1–TR2\n- coder: RM\n\n',
  '## Extract e2\n\n> They quarrelled.\n\n- O: "quarrelled"\n- richness: thin\n\n',
  "## Code history: A shared past\n\n- role: C\n- definition: worked together before\n- parent: past\n\n",
  "## Code past: The past\n\n- definition: what was\n\n",
  "## Memo 2026-03-02: Why TR2 was split\n\n- about: TR2, history\n\n",
  "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a shared past | trust grows | faith | @okafor2014#e1 |\n| | a shared past | trust grows | hope | @lund2010 |\n| TR3 | a town | pride | work | |\n\n",
  "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| XY1 | a town | pride | work |\n| XY1 | a shared past | trust grows | faith |\n\n",
  "## CMOC TR2: Past\n\n- **M:** past\n- supports: @lund2010#e2 (M), @lund2010#e2 (M1)\n- refines: @okafor2014#e1 (M1)\n\n",
  "## CMOC TR4: Hope\n\n- status: refined\n- **C:** a town\n- moderates: TR3\n\n",
  "## Theory TR2: Past\n\n- configurations: TR4\n\n",
  "## Demi-regularity TR1: History\n\n- configurations: TR2, TR4\n- supports: @okafor2014#e2\n\n",
  "## Extract e2\n\n> They hoped.\n\n- richness: rich\n\n",
  "## Extract e2\n\n> They hoped.\n\n- richness: thin\n- supports: TR4\n\n",
  "## Extract e1\n\n> They went.\n\n- refines: TR2 (M)\n\n",
  "Some [[XY6]] and [[SY7]].\n\n",
  "Prose with @okafor2014#e1, @jdoe, [@lund2010, p. 3] and [TR1](b.md#trust).\n\n",
  "# Notes\n\n",
  "```\n## CMOC TR4: Not one\n",
  "- configurations: TR2\n",
  "\n",
];

const BOM = "\ufeff";

const HEADS: readonly string[] = [
  "",
  "",
  "---\ncitekey: okafor2014\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n---\n\n",
  "---\ncitekey: okafor2014\nstatus: excluded\nreason: off topic\n---\n\n",
  "---\ncitekey: lund2010\nstudy: leeds\nrichness: thin\n---\n\n",
  "---\ncitekey: moreau2005\nstudy: leeds\nstatus: awaiting\n---\n\n",
  "---\ncmoc: off\n---\n\n",
  BOM,
  `${BOM}---\ncitekey: lund2010\nstatus: included\n---\n\n`,
];

const MANIFESTS: readonly string[] = [
  "title: One\n",
  "title: Two\n",
  "configuration: CIMO\n",
  "exclude: [c.md]\n",
  "bibliography: [references.bib]\n",
  "bibliography: [references.bib]\nchecks: { cmoc: off, ref/unknown: hint }\n",
];

const BIBLIOGRAPHIES: readonly string[] = [
  "@article{okafor2014,\n title = {A}\n}\n",
  "@article{lund2010,\n title = {B}\n}\n@article{jdoe,\n title = {C}\n}\n",
  "@article{lund2010,\n title = {D}\n}\n@article{lund2010,\n title = {D}\n}\n",
];

export const FILES = ["a.md", "b.md", "c.md", "sources/d.md"];

export type Step =
  | { readonly do: "set"; readonly uri: string; readonly text: string }
  | { readonly do: "delete"; readonly uri: string }
  /** A byte order mark comes or goes. */
  | { readonly do: "mark"; readonly uri: string }
  /** One of the sections goes elsewhere in its file, or away, or under another id. */
  | { readonly do: "move"; readonly uri: string; readonly section: number; readonly to: number }
  | { readonly do: "drop"; readonly uri: string; readonly section: number }
  | { readonly do: "rename"; readonly uri: string; readonly section: number; readonly to: number }
  | {
      readonly do: "splice";
      readonly uri: string;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    };

const snippet = fc.constantFrom(...SNIPPETS);
const text = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(snippet, { maxLength: 6 }))
  .map(([head, parts]) => head + parts.join(""));

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("set" as const), uri: fc.constantFrom(...FILES), text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("splice" as const),
      uri: fc.constantFrom(...FILES),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 0, 1, 7, 60),
      text: fc.oneof(fc.constant(""), snippet, fc.constantFrom("x", "\n", "\n\n", "TR2", "- ", "#")),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("mark" as const), uri: fc.constantFrom(...FILES) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("move" as const, "drop" as const, "rename" as const),
      uri: fc.constantFrom(...FILES),
      section: fc.nat(5),
      to: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("delete" as const), uri: fc.constantFrom(...FILES, "review.yaml") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      uri: fc.constant("review.yaml"),
      text: fc.constantFrom(...MANIFESTS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      uri: fc.constant("references.bib"),
      text: fc.constantFrom(...BIBLIOGRAPHIES),
    }),
  },
);

/** Does to a review what the step says. */
export function take(review: Review, step: Step): Change {
  const { uri } = step;
  if (step.do === "delete") return review.delete(uri);
  return review.set({ uri, version: 0, text: step.do === "set" ? step.text : edited(review.text(uri) ?? "", step) });
}

function edited(before: string, step: Exclude<Step, { readonly do: "set" | "delete" }>): string {
  if (step.do === "mark") return before.startsWith(BOM) ? before.slice(1) : BOM + before;
  if (step.do === "splice") {
    const at = Math.floor(step.at * before.length);
    return before.slice(0, at) + step.text + before.slice(at + step.length);
  }
  const sections = before.split(/^(?=#)/m);
  const at = step.section % sections.length;
  const section = sections[at] ?? "";
  if (step.do === "rename")
    return sections.map((each, index) => (index === at ? each.replace(/[0-9]/, String(1 + step.to)) : each)).join("");
  sections.splice(at, 1);
  if (step.do === "move") sections.splice(step.to % (sections.length + 1), 0, section);
  return sections.join("");
}
