/** What the quotations of a document are told of, as problems like those of any rule. */
import type { Problem } from "../check.ts";
import type { Extract } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { calledOf } from "../rules/about.ts";
import { ruleOf } from "../rules/index.ts";
import type { FindingData } from "../syntax/finding.ts";
import { levelOf } from "../syntax/manifest.ts";
import type { Span } from "../text.ts";
import type { Proof, Proofs } from "./proofs.ts";

/** The longest passage that is told in full, in units. */
const LONGEST = 240;

/** The problems of the quotations of one document, by place. Quotations that were not compared yet are compared now. */
export function quoteProblems(review: Review, proofs: Proofs, uri: string): readonly Problem[] {
  const found: Problem[] = [];
  for (const placed of review.placed(uri)) {
    for (const definition of placed.definitions) {
      if (definition.brief.kind !== "extract") continue;
      const extract = definition as Definition<Extract>;
      const proof = proofs.of(extract);
      const told = proof && toldOf(extract.entity, proof, proofs);
      const rule = told && ruleOf(told.rule);
      const level = rule ? levelOf(review.manifest, rule.id, rule.level) : "off";
      if (!told || level === "off") continue;
      const { start, end } = told.span;
      const span = { start: placed.start + start, end: placed.start + end };
      found.push({ rule: told.rule, level, uri, span, data: told.data, related: [] });
    }
  }
  return found;
}

interface Told {
  readonly rule: string;
  /** Relative to the piece. */
  readonly span: Span;
  readonly data: FindingData;
}

function toldOf(extract: Extract, proof: Proof, proofs: Proofs): Told | undefined {
  const { quote, at, source } = extract;
  if (!quote) return undefined;
  const id = calledOf(extract);
  switch (proof.is) {
    case "exact":
      return undefined;
    case "absent":
      return { rule: "quote/not-found", span: quote, data: { id, key: source } };
    case "near": {
      const { start, end } = proof.passage.span;
      const words = proofs.text(source)?.text.slice(start, end) ?? "";
      return {
        rule: "quote/near",
        span: quote,
        data: { id, passage: asLine(words), alike: Math.floor(proof.score * 100) },
      };
    }
    case "moved":
      return { rule: "quote/moved", span: at ?? quote, data: { id, at: at?.text ?? "", pages: proof.pages } };
    case "unverifiable": {
      const { held } = proof;
      const file = held.is === "none" ? "" : held.file;
      const reason = held.is === "unreadable" ? held.why : "";
      return { rule: "quote/unverifiable", span: quote, data: { id, key: source, why: held.is, file, reason } };
    }
  }
}

/** The words of a passage on one line, the middle of a long one left out. */
function asLine(words: string): string {
  const line = words
    .replace(/-\s*\n\s*(?=\p{Ll})/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST / 2)} … ${line.slice(-LONGEST / 2)}`;
}
