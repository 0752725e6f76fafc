/** The rules that are on, by what they look at. */
import type { Definition, Reference, Review, SourceView } from "../review.ts";
import type { Report, Rule } from "../rules/rule.ts";
import type { Kind } from "../vocabulary.ts";

/** One rule's look at one sort of thing. All have the same shape, whatever their rules are made of: they are called a million times. */
export interface Look<At> {
  readonly rule: Rule;
  readonly at: (at: At, review: Review, report: Report) => void;
}

/** In the order of the rules. */
export interface Active {
  readonly records: { readonly [kind in Kind]: readonly Look<Definition>[] };
  readonly source: readonly Look<SourceView>[];
  readonly reference: readonly Look<Reference>[];
  readonly oddReference: readonly Look<Reference>[];
}

export function activeOf(rules: readonly Rule[]): Active {
  const looks = <At>(lookOf: (rule: Rule) => Look<At>["at"] | undefined): readonly Look<At>[] =>
    rules.flatMap((rule) => {
      const at = lookOf(rule);
      return at ? [{ rule, at }] : [];
    });
  return {
    records: {
      cmoc: looks((rule) => rule.cmoc) as readonly Look<Definition>[],
      theory: looks((rule) => rule.theory) as readonly Look<Definition>[],
      "demi-regularity": looks((rule) => rule.demiRegularity) as readonly Look<Definition>[],
      extract: looks((rule) => rule.extract) as readonly Look<Definition>[],
      code: looks((rule) => rule.code) as readonly Look<Definition>[],
      memo: looks((rule) => rule.memo) as readonly Look<Definition>[],
    },
    source: looks((rule) => rule.source),
    reference: looks((rule) => rule.reference),
    oddReference: looks((rule) => rule.oddReference),
  };
}
