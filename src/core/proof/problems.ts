/** What the quotations of a document are told of, as problems like those of any rule. */
import type { Problem } from "../check.ts";
import { passageOf, told } from "../quotes/compared.ts";
import type { Review } from "../review.ts";
import { ruleOf } from "../rules/index.ts";
import type { FindingData } from "../syntax/finding.ts";
import { levelOf } from "../syntax/manifest.ts";
import type { Span } from "../text.ts";
import type { Proof, Proofs } from "./proofs.ts";
import { type Quoted, quotedIn } from "./quoted.ts";

/** The longest passage that is told in full, in units. */
const LONGEST = 240;

/** The problems of the quotations of one document, by place. Those that were not compared yet are compared now, or with `"known"` are left out. */
export function quoteProblems(
  review: Review,
  proofs: Proofs,
  uri: string,
  how: "compare" | "known" = "compare",
): readonly Problem[] {
  const found: Problem[] = [];
  for (const placed of review.placed(uri)) {
    const quoted = quotedIn(placed);
    if (quoted.size === 0) continue;
    for (const definition of placed.definitions) {
      const words = quoted.get(definition.index);
      const proof = words && (how === "known" ? proofs.known(definition) : proofs.of(definition));
      const told = proof && toldOf(words, proof);
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

function toldOf({ id, source, quote, at }: Quoted, proof: Proof): Told | undefined {
  switch (proof.is) {
    case "exact":
      return undefined;
    case "absent":
      return { rule: "quote/not-found", span: quote, data: { id, key: source } };
    case "near": {
      const words = proof.words.map((run) => SIGNS[run.is] + told(run));
      const passage = shortened(passageOf(proof.words));
      return { rule: "quote/near", span: quote, data: { id, passage, alike: Math.floor(proof.score * 100), words } };
    }
    case "moved":
      return {
        rule: "quote/moved",
        span: at ?? quote,
        data: { id, at: at?.text ?? "", pages: proof.pages, others: proof.others },
      };
    case "unverifiable": {
      const { held } = proof;
      const file = held.is === "none" ? "" : held.file;
      const reason = held.is === "unreadable" ? held.why : "";
      return { rule: "quote/unverifiable", span: quote, data: { id, key: source, why: held.is, file, reason } };
    }
  }
}

/** What stands before words that both have, that the source has alone, that the quotation has, and that it left out. */
const SIGNS = { same: "=", source: "+", quote: "-", between: "~" } as const;

/** The middle of a long passage is left out. */
function shortened(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST / 2)} … ${line.slice(-LONGEST / 2)}`;
}
