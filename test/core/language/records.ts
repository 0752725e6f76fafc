/** One record of any kind in a small review around it, and what the language reads in it. */
import { Checker } from "../../../src/core/check.ts";
import type { Entity } from "../../../src/core/model/types.ts";
import { type RecordJson, recordJson } from "../../../src/core/report/json.ts";
import { Review } from "../../../src/core/review.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import type { Kind } from "../../../src/core/vocabulary.ts";

const HEADS: { readonly [kind in Kind]: string } = {
  cmoc: "## CMOC X1: A record\n\n- C: a place\n",
  theory: "# Theory X1: A record\n\n",
  "demi-regularity": "# Demi-regularity X1: A record\n\n",
  extract: "---\ncitekey: own2020\n---\n\n## Extract x1\n\n",
  code: "## Code x1: A record\n\n",
  memo: "## Memo x1: A record\n\n",
};

const OTHERS = `${["TR1", "TR2", "CMOC 3", "CMOC 4"].map((id) => `## CMOC ${id}\n\n- C: in ${id}\n\n`).join("")}# Theory PT1

- stage: initial

# Theory 2

- stage: initial

## Code trust

- role: M

## Memo 2026-03-02

- by: JA
`;
const SOURCE = `---\ncitekey: l1\n---\n\n${["e1", "e2"].map((id) => `## Extract ${id}\n\n> In ${id}.\n\n`).join("")}`;

/** The text of `own.md`: the record with these lines in it. */
export function textOf(kind: Kind, ...lines: readonly string[]): string {
  return `${HEADS[kind]}${lines.join("\n")}\n`;
}

export interface Read {
  readonly entity: Entity;
  readonly json: RecordJson;
  /** What the readers and checks say of fields and references in it: `rule: words that are marked`. */
  readonly said: readonly string[];
}

const ABOUT_FIELDS = /^(?:field|ref|source\/unknown-key|code\/unknown)/;

/** One review for all: only `own.md` is another each time. */
const review = new Review(ALL_RULES.map((rule) => rule.id));
for (const [uri, text] of [
  ["review.yaml", "cmoc: 1\n"],
  ["others.md", OTHERS],
  ["l1.md", SOURCE],
] as const)
  review.set({ uri, version: 0, text });
const checker = new Checker(review, ALL_RULES);

/** The record of that kind that these lines make. */
export function readRecord(kind: Kind, ...lines: readonly string[]): Read {
  const text = textOf(kind, ...lines);
  const change = review.set({ uri: "own.md", version: 0, text });
  checker.update(change);
  const at = [...review.records(kind)].find((each) => each.placed.uri === "own.md");
  if (!at) throw new Error(`No ${kind} was read.`);
  const said = checker
    .problems()
    .filter((problem) => problem.uri === "own.md" && ABOUT_FIELDS.test(problem.rule))
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
  return { entity: at.entity, json: recordJson(at, review), said };
}

/** The ids that a record names in a field. */
export function named({ entity }: Read, field: string): readonly string[] {
  const evidence = "evidence" in entity ? entity.evidence : [];
  return [...entity.refs, ...evidence].filter((ref) => ref.field === field).map((ref) => ref.id);
}
