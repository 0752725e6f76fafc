/**
 * What the words of the language mean, in the field's own: shown where one is pointed at, and beside it in a list to choose from. After Pawson and
 * Tilley 1997 and the RAMESES project; the continuum of resource and reasoning after Dalkin 2015.
 */
import { t } from "../../l10n.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { KINDS, type Kind, type Scheme } from "../../vocabulary.ts";

export type Words = { readonly [word: string]: string };

export const KIND_MEANS: { readonly [kind in Kind]: string } = {
  cmoc: "In this context these resources change people’s reasoning in this way, which leads to that outcome: a causal proposition that can be tested.",
  theory: "What the programme is thought to do, how, for whom and when: the configurations taken together.",
  "demi-regularity": "A recurrent pattern of contexts and outcomes, with what strengthens it and where it stops.",
  extract: "A passage of a source, in its own words or restated, that bears on a configuration.",
  code: "A word of the codebook that passages are marked with.",
  memo: "Why the review thinks what it thinks: the trail from the data to the theory.",
};

/** The roles of the schemes that have a name. */
export const ROLE_MEANS: Words = {
  C: "A condition, apart from the intervention, that affects whether and how a mechanism works.",
  M: "How people respond, in reasoning, feeling or choice, to the resources on offer; usually unseen.",
  O: "What comes of it, intended or not; patterns matter more than amounts.",
  I: "What is done or offered: the programme or a part of it.",
  A: "Those in whom the mechanism works.",
  S: "What is done to bring the change about.",
};

export const PART_MEANS: Words = {
  resource: "What the programme offers.",
  reasoning: "How people respond to what is offered.",
};

export const POSITION_MEANS: Words = {
  immediate: "An outcome that follows at once.",
  intermediate: "An outcome on the way to another.",
  final: "An outcome at the end of the chain.",
};

export const ABSENT_MEANS = "What happens, or holds, when the mechanism does not fire.";

const LAYER_MEANS: Words = {
  individual: "What people bring: characters, capacities, views.",
  interpersonal: "Relations between those who take part.",
  institutional: "Rules, customs and leadership of the place.",
  infrastructural: "The wider social, economic and cultural setting.",
  micro: "The people.",
  meso: "The organisation.",
  macro: "The society around it.",
};

const STEPS: Words = {
  low: "The lowest step of the scale.",
  moderate: "The middle step of the scale.",
  high: "The highest step of the scale.",
};

const ORIGINS: Words = {
  deductive: "From theory that was there before the data.",
  inductive: "From the data.",
  retroductive: "Inferred: what must be so for the pattern to be as it is.",
};

/** Of each field with a fixed vocabulary, what its values mean. */
export const VALUE_MEANS: { readonly [field: string]: Words } = {
  status: {
    candidate: "Put forward, not yet held against the evidence.",
    supported: "Evidence from sources affirms it.",
    refined: "Changed in the light of evidence.",
    refuted: "Evidence speaks against it, and it is not held any more.",
    merged: "Taken in by another configuration.",
    retired: "Not held any more, and kept for the record.",
  },
  stage: {
    initial: "From scoping: theory papers, stakeholders, hunches.",
    candidate: "Put forward for testing.",
    refined: "Changed in the light of evidence.",
    final: "As the review leaves it.",
  },
  scope: {
    programme: "About this programme or family of programmes.",
    "middle-range": "Abstract enough to hold beyond the programme, close enough to data to be tested.",
  },
  confidence: STEPS,
  origin: ORIGINS,
  layer: LAYER_MEANS,
  voice: {
    author: "The words are the author’s interpretation.",
    participant: "The words are a participant’s.",
    finding: "The words report a finding.",
  },
  kind: {
    analytic: "What the data seem to say.",
    method: "How the review was done, or done otherwise than planned.",
    decision: "What was decided, and why.",
    consensus: "What the team agreed on where it had differed.",
  },
};

/** Keys of a source’s front matter, in the order in which they are written. */
export const FRONT_MATTER_MEANS: Words = {
  citekey: "The key that cites this source: it makes the file a source’s.",
  title: "The title of the work.",
  author: "Who wrote it.",
  year: "When it appeared.",
  type: "The kind of document: article, report, thesis, interview.",
  status: "Whether the source is included, excluded or awaits a decision.",
  reason: "Why it was excluded.",
  read: "When it was read to its end, and by whom: `2026-03-02`, or `2026-03-02 (JA)`. Without it the source is still to be read.",
  relevance: "What it can add to the theory.",
  richness: "How much it says of how and why.",
  rigour: "Whether its methods bear what is taken from it.",
  appraisals: "What each coder made of it, by initials.",
  text: "Where its full text lies, below the review’s folder.",
  study: "Shared by the reports of one study.",
  cmoc: "`off` keeps the file out of the review.",
};

export const SOURCE_STATUS_MEANS: Words = {
  included: "The review draws on it.",
  excluded: "The review does not draw on it; a reason says why.",
  awaiting: "Not yet decided.",
};

/** Keys of `review.yaml`. */
export const MANIFEST_MEANS: Words = {
  cmoc: "The version of the language: 1.",
  title: "What the review is called.",
  questions: "What it asks.",
  registration: "Where its protocol is registered.",
  configuration: "Which slots its configurations have: CMO, CIMO, ICAMO, SCMO, or a list of your own letters.",
  appraisal: "Its scales and their steps, lowest first.",
  coders: "Initials, and who they stand for.",
  bibliography: "Files of references: BibTeX, CSL-JSON or RIS.",
  texts: "The folder of full texts.",
  exclude:
    "Files that are no part of the review, as globs: `drafts/**` is all that lies below the folder drafts, `**/*.tmp.md` files of that end in any folder, `!drafts/kept.md` takes one back in.",
  decisions: "Files with decisions of screening.",
  checks: "Which checks run, and how grave what they find is: off, hint, info, warning or error.",
};

/** What a role means; one of the review’s own letters says no more than that it is one. */
export function roleMeans(letter: string, scheme: Scheme): string {
  const words = scheme.slots.find((slot) => slot.letter === letter);
  const isUsual = words === undefined || USUAL[letter] === words.label;
  return (isUsual ? meaning(ROLE_MEANS, letter) : undefined) ?? t("A slot of this review’s own scheme.");
}

/** A role in words: `Mechanism (resource)`, `Outcome (final, absent)`. */
export function roleName(mention: RoleMention, scheme: Scheme): string {
  const { role, part, position, absent, layer } = mention;
  const label = scheme.slots.find(({ letter }) => letter === role)?.label ?? role;
  const named = [part, position, absent ? "absent" : undefined, layer].filter((word) => word !== undefined);
  return named.length === 0 ? label : `${label} (${named.join(", ")})`;
}

const USUAL: Words = {
  C: "Context",
  M: "Mechanism",
  O: "Outcome",
  I: "Intervention",
  A: "Actor",
  S: "Strategy",
};

/** What a word in a table means; a word such as `constructor` is none of its own. */
export function meaning(words: Words | undefined, word: string): string | undefined {
  const means = words !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
  return means && t(means);
}

export function kindTitle(kind: Kind): string {
  return KINDS.find((words) => words.kind === kind)?.heading ?? kind;
}
