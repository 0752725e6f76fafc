/** Every rule with its page. Only what tells of rules imports this, so that a door can load it later than the rules: see `scripts/options.mjs`. */
import { bibDuplicateKeyPage } from "./bib-duplicate-key.ts";
import { bibJsonPage } from "./bib-json.ts";
import { bibMissingKeyPage } from "./bib-missing-key.ts";
import { bibNoEntriesPage } from "./bib-no-entries.ts";
import { bibSharedKeyPage } from "./bib-shared-key.ts";
import { bibUncitableKeyPage } from "./bib-uncitable-key.ts";
import { bibUnclosedEntryPage } from "./bib-unclosed-entry.ts";
import { cmocDuplicatePage } from "./cmoc-duplicate.ts";
import { cmocEmptySlotPage } from "./cmoc-empty-slot.ts";
import { cmocNoEvidencePage } from "./cmoc-no-evidence.ts";
import { cmocNoReasonPage } from "./cmoc-no-reason.ts";
import { cmocNoTheoryPage } from "./cmoc-no-theory.ts";
import { cmocRefutedPage } from "./cmoc-refuted.ts";
import { cmocRestatedPage } from "./cmoc-restated.ts";
import { cmocRivalPage } from "./cmoc-rival.ts";
import { cmocSingleSourcePage } from "./cmoc-single-source.ts";
import { cmocSwallowedPage } from "./cmoc-swallowed.ts";
import { cmocTableRowsPage } from "./cmoc-table-rows.ts";
import { cmocThinEvidencePage } from "./cmoc-thin-evidence.ts";
import { codeUnknownPage } from "./code-unknown.ts";
import { codeUnusedPage } from "./code-unused.ts";
import { codingWordsNotInQuotePage } from "./coding-words-not-in-quote.ts";
import { evidenceExcludedPage } from "./evidence-excluded.ts";
import { evidenceUnlocatedPage } from "./evidence-unlocated.ts";
import { extractDuplicatePage } from "./extract-duplicate.ts";
import { extractEmptyPage } from "./extract-empty.ts";
import { extractNoLocatorPage } from "./extract-no-locator.ts";
import { extractOutsidePage } from "./extract-outside.ts";
import { extractStanceConflictPage } from "./extract-stance-conflict.ts";
import { extractUnlinkedPage } from "./extract-unlinked.ts";
import { fieldTwicePage } from "./field-twice.ts";
import { fieldUnknownPage } from "./field-unknown.ts";
import { fieldValuePage } from "./field-value.ts";
import { fileEncodingPage } from "./file-encoding.ts";
import { fileTooLargePage } from "./file-too-large.ts";
import { idDuplicatePage } from "./id-duplicate.ts";
import { idFormPage } from "./id-form.ts";
import { ALL_RULES } from "./index.ts";
import { linkStalePage } from "./link-stale.ts";
import { linkTwicePage } from "./link-twice.ts";
import { manifestPathPage } from "./manifest-path.ts";
import { manifestTwicePage } from "./manifest-twice.ts";
import { manifestVersionPage } from "./manifest-version.ts";
import { quoteMovedPage } from "./quote-moved.ts";
import { quoteNearPage } from "./quote-near.ts";
import { quoteNotFoundPage } from "./quote-not-found.ts";
import { quoteUnverifiablePage } from "./quote-unverifiable.ts";
import { refAmbiguousPage } from "./ref-ambiguous.ts";
import { refInReasonPage } from "./ref-in-reason.ts";
import { refUnknownPage } from "./ref-unknown.ts";
import type { Rule, RulePage } from "./rule.ts";
import { slotNoEvidencePage } from "./slot-no-evidence.ts";
import { sourceNoAppraisalPage } from "./source-no-appraisal.ts";
import { sourceNoExtractPage } from "./source-no-extract.ts";
import { sourceNoReasonPage } from "./source-no-reason.ts";
import { sourceUnknownKeyPage } from "./source-unknown-key.ts";
import { theoryNoCounterexamplePage } from "./theory-no-counterexample.ts";
import { theoryRetiredCmocPage } from "./theory-retired-cmoc.ts";
import { wordingActivityPage } from "./wording-activity.ts";
import { wordingLongPage } from "./wording-long.ts";
import { wordingPlanPage } from "./wording-plan.ts";
import { wordingSamePage } from "./wording-same.ts";
import { yamlKeyPage } from "./yaml-key.ts";
import { yamlSyntaxPage } from "./yaml-syntax.ts";
import { yamlValuePage } from "./yaml-value.ts";

const PAGES: ReadonlyMap<string, RulePage> = new Map([
  ["id/duplicate", idDuplicatePage],
  ["id/form", idFormPage],
  ["ref/unknown", refUnknownPage],
  ["ref/ambiguous", refAmbiguousPage],
  ["ref/in-reason", refInReasonPage],
  ["link/stale", linkStalePage],
  ["link/twice", linkTwicePage],
  ["evidence/excluded", evidenceExcludedPage],
  ["evidence/unlocated", evidenceUnlocatedPage],
  ["source/unknown-key", sourceUnknownKeyPage],
  ["extract/unlinked", extractUnlinkedPage],
  ["extract/no-locator", extractNoLocatorPage],
  ["extract/empty", extractEmptyPage],
  ["extract/duplicate", extractDuplicatePage],
  ["extract/outside", extractOutsidePage],
  ["extract/stance-conflict", extractStanceConflictPage],
  ["cmoc/no-evidence", cmocNoEvidencePage],
  ["cmoc/empty-slot", cmocEmptySlotPage],
  ["slot/no-evidence", slotNoEvidencePage],
  ["cmoc/refuted", cmocRefutedPage],
  ["cmoc/single-source", cmocSingleSourcePage],
  ["cmoc/thin-evidence", cmocThinEvidencePage],
  ["cmoc/no-theory", cmocNoTheoryPage],
  ["cmoc/no-reason", cmocNoReasonPage],
  ["cmoc/duplicate", cmocDuplicatePage],
  ["cmoc/rival", cmocRivalPage],
  ["cmoc/restated", cmocRestatedPage],
  ["cmoc/swallowed", cmocSwallowedPage],
  ["cmoc/table-rows", cmocTableRowsPage],
  ["theory/retired-cmoc", theoryRetiredCmocPage],
  ["theory/no-counterexample", theoryNoCounterexamplePage],
  ["source/no-extract", sourceNoExtractPage],
  ["source/no-appraisal", sourceNoAppraisalPage],
  ["source/no-reason", sourceNoReasonPage],
  ["code/unknown", codeUnknownPage],
  ["code/unused", codeUnusedPage],
  ["quote/not-found", quoteNotFoundPage],
  ["quote/near", quoteNearPage],
  ["quote/moved", quoteMovedPage],
  ["quote/unverifiable", quoteUnverifiablePage],
  ["coding/words-not-in-quote", codingWordsNotInQuotePage],
  ["field/unknown", fieldUnknownPage],
  ["field/value", fieldValuePage],
  ["field/twice", fieldTwicePage],
  ["wording/activity", wordingActivityPage],
  ["wording/plan", wordingPlanPage],
  ["wording/long", wordingLongPage],
  ["wording/same", wordingSamePage],
  ["yaml/syntax", yamlSyntaxPage],
  ["yaml/value", yamlValuePage],
  ["yaml/key", yamlKeyPage],
  ["manifest/version", manifestVersionPage],
  ["manifest/path", manifestPathPage],
  ["manifest/twice", manifestTwicePage],
  ["file/encoding", fileEncodingPage],
  ["file/too-large", fileTooLargePage],
  ["bib/json", bibJsonPage],
  ["bib/shared-key", bibSharedKeyPage],
  ["bib/no-entries", bibNoEntriesPage],
  ["bib/duplicate-key", bibDuplicateKeyPage],
  ["bib/missing-key", bibMissingKeyPage],
  ["bib/uncitable-key", bibUncitableKeyPage],
  ["bib/unclosed-entry", bibUnclosedEntryPage],
]);

/** A rule with all that is told of it. */
export type ExplainedRule = Rule & RulePage;

/** Every rule that has a page, in the order of the documentation: a test holds that all have one. */
export const EXPLAINED_RULES: readonly ExplainedRule[] = ALL_RULES.flatMap((rule) => {
  const page = PAGES.get(rule.id);
  return page ? [{ ...rule, ...page }] : [];
});

export function explainedRule(id: string): ExplainedRule | undefined {
  return EXPLAINED_RULES.find((rule) => rule.id === id);
}
