/** Every rule, in the order of the documentation. */
import type { Review } from "../review.ts";
import type { FindingData } from "../syntax/finding.ts";
import { bibDuplicateKey } from "./bib-duplicate-key.ts";
import { bibJson } from "./bib-json.ts";
import { bibMissingKey } from "./bib-missing-key.ts";
import { bibNoEntries } from "./bib-no-entries.ts";
import { bibSharedKey } from "./bib-shared-key.ts";
import { bibUncitableKey } from "./bib-uncitable-key.ts";
import { bibUnclosedEntry } from "./bib-unclosed-entry.ts";
import { cmocDuplicate } from "./cmoc-duplicate.ts";
import { cmocEmptySlot } from "./cmoc-empty-slot.ts";
import { cmocNoEvidence } from "./cmoc-no-evidence.ts";
import { cmocNoReason } from "./cmoc-no-reason.ts";
import { cmocNoTheory } from "./cmoc-no-theory.ts";
import { cmocRefuted } from "./cmoc-refuted.ts";
import { cmocRestated } from "./cmoc-restated.ts";
import { cmocRival } from "./cmoc-rival.ts";
import { cmocSingleSource } from "./cmoc-single-source.ts";
import { cmocSwallowed } from "./cmoc-swallowed.ts";
import { cmocTableRows } from "./cmoc-table-rows.ts";
import { cmocThinEvidence } from "./cmoc-thin-evidence.ts";
import { codeUnknown } from "./code-unknown.ts";
import { codeUnused } from "./code-unused.ts";
import { codingWordsNotInQuote } from "./coding-words-not-in-quote.ts";
import { evidenceExcluded } from "./evidence-excluded.ts";
import { evidenceUnlocated } from "./evidence-unlocated.ts";
import { extractDuplicate } from "./extract-duplicate.ts";
import { extractEmpty } from "./extract-empty.ts";
import { extractNoLocator } from "./extract-no-locator.ts";
import { extractOutside } from "./extract-outside.ts";
import { extractStanceConflict } from "./extract-stance-conflict.ts";
import { extractUnlinked } from "./extract-unlinked.ts";
import { fieldTwice } from "./field-twice.ts";
import { fieldUnknown } from "./field-unknown.ts";
import { fieldValue } from "./field-value.ts";
import { fileEncoding } from "./file-encoding.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { idDuplicate } from "./id-duplicate.ts";
import { idForm } from "./id-form.ts";
import { linkStale } from "./link-stale.ts";
import { linkTwice } from "./link-twice.ts";
import { manifestPath } from "./manifest-path.ts";
import { manifestTwice } from "./manifest-twice.ts";
import { manifestVersion } from "./manifest-version.ts";
import { nearNames } from "./near-names.ts";
import { quoteMoved } from "./quote-moved.ts";
import { quoteNear } from "./quote-near.ts";
import { quoteNotFound } from "./quote-not-found.ts";
import { quoteUnverifiable } from "./quote-unverifiable.ts";
import { refAmbiguous } from "./ref-ambiguous.ts";
import { refInReason } from "./ref-in-reason.ts";
import { refUnknown } from "./ref-unknown.ts";
import type { Rule } from "./rule.ts";
import { slotNoEvidence } from "./slot-no-evidence.ts";
import { sourceNoAppraisal } from "./source-no-appraisal.ts";
import { sourceNoExtract } from "./source-no-extract.ts";
import { sourceNoReason } from "./source-no-reason.ts";
import { sourceUnknownKey } from "./source-unknown-key.ts";
import { theoryNoCounterexample } from "./theory-no-counterexample.ts";
import { theoryRetiredCmoc } from "./theory-retired-cmoc.ts";
import { wordingActivity } from "./wording-activity.ts";
import { wordingLong } from "./wording-long.ts";
import { wordingPlan } from "./wording-plan.ts";
import { wordingSame } from "./wording-same.ts";
import { yamlKey } from "./yaml-key.ts";
import { yamlSyntax } from "./yaml-syntax.ts";
import { yamlValue } from "./yaml-value.ts";

export const ALL_RULES: readonly Rule[] = [
  idDuplicate,
  idForm,
  refUnknown,
  refAmbiguous,
  refInReason,
  linkStale,
  linkTwice,
  evidenceExcluded,
  evidenceUnlocated,
  sourceUnknownKey,
  extractUnlinked,
  extractNoLocator,
  extractEmpty,
  extractDuplicate,
  extractOutside,
  extractStanceConflict,
  cmocNoEvidence,
  cmocEmptySlot,
  slotNoEvidence,
  cmocRefuted,
  cmocSingleSource,
  cmocThinEvidence,
  cmocNoTheory,
  cmocNoReason,
  cmocDuplicate,
  cmocRival,
  cmocRestated,
  cmocSwallowed,
  cmocTableRows,
  theoryRetiredCmoc,
  theoryNoCounterexample,
  sourceNoExtract,
  sourceNoAppraisal,
  sourceNoReason,
  codeUnknown,
  codeUnused,
  quoteNotFound,
  quoteNear,
  quoteMoved,
  quoteUnverifiable,
  codingWordsNotInQuote,
  fieldUnknown,
  fieldValue,
  fieldTwice,
  wordingActivity,
  wordingPlan,
  wordingLong,
  wordingSame,
  yamlSyntax,
  yamlValue,
  yamlKey,
  manifestVersion,
  manifestPath,
  manifestTwice,
  fileEncoding,
  fileTooLarge,
  bibJson,
  bibSharedKey,
  bibNoEntries,
  bibDuplicateKey,
  bibMissingKey,
  bibUncitableKey,
  bibUnclosedEntry,
];

const byId = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** The family of a rule: what stands before the slash. */
export function familyOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

export interface Worded {
  readonly rule: string;
  readonly data: FindingData;
}

/** What a problem says to a person. With the review, names near to one that is unknown are offered. */
export function messageOf(problem: Worded, review?: Review): string {
  const rule = byId.get(problem.rule);
  return rule?.message(review ? withNear(problem, review) : problem.data) ?? problem.rule;
}

/** The data of a problem with `near`, the names that an unknown one may have meant; they are not there before somebody asks. */
export function withNear({ data }: Worded, review: Review): FindingData {
  return typeof data.name === "string" && data.near === undefined
    ? { ...data, near: nearNames(data.name, review) }
    : data;
}
