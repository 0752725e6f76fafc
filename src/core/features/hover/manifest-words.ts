/** What the words below the keys of `review.yaml` mean: schemes, slots, scales, checks and their levels. */
import type { Words } from "./words.ts";

/** The schemes that have a name. */
export const SCHEME_MEANS: Words = {
  CMO: "Context, mechanism, outcome.",
  CIMO: "Context, intervention, mechanism, outcome.",
  ICAMO: "Intervention, context, actor, mechanism, outcome.",
  SCMO: "Strategy, context, mechanism, outcome.",
  ICMO: "Intervention, context, mechanism, outcome.",
};

/** The keys of a slot of one’s own. */
export const SLOT_KEYS_MEAN: Words = {
  letter: "One capital letter, which labels the slot.",
  label: "The word for it: Process.",
};

/** The scales that a review may have, and their usual steps. */
export const USUAL_SCALES: { readonly [scale: string]: readonly string[] } = {
  relevance: ["low", "moderate", "high"],
  richness: ["thin", "thick", "rich"],
  rigour: ["low", "moderate", "high"],
  confidence: ["low", "moderate", "high"],
};

export const SCALE_MEANS: Words = {
  relevance: "What a source can add to the theory.",
  richness: "How much a source says of how and why.",
  rigour: "Whether a source’s methods bear what is taken from it.",
  confidence: "How sure the team is of a configuration.",
};

/** Families of checks: one level for all of them. */
export const FAMILY_MEANS: Words = {
  bib: "The bibliography: keys that stand twice, entries that are not closed.",
  cmoc: "Checks of configurations: evidence, empty slots, theory, rivals.",
  code: "Checks of the codebook.",
  coding: "Checks of coding lines.",
  evidence: "Checks of what configurations rest on.",
  extract: "Checks of extracts: locator, stance, whether they bear on anything.",
  field: "Labels and values of fields.",
  file: "Files that are not text, or too long to be read.",
  id: "Ids that two records share, or that have a form of their own.",
  link: "References that are Markdown links, and links written twice.",
  manifest: "This file: its paths and its version.",
  quote: "Quotes held against the full texts.",
  ref: "References that name nothing, or two things.",
  slot: "Slots that no extract speaks to.",
  source: "Sources: appraisal, extracts, reasons for exclusion.",
  theory: "Theories: retired configurations, counterexamples.",
  wording: "Hints about wording; experts differ, so they can be switched off.",
  yaml: "Front matter and this file, as YAML.",
};

export const LEVEL_MEANS: Words = {
  off: "It is not looked for.",
  hint: "A quiet remark, in the text alone.",
  info: "Said, and no fault.",
  warning: "Something to mend.",
  error: "Something that is wrong: `cmoc check` fails.",
};
