/** The files of a new review: one worked record of each kind, all invented, so that the first check finds nothing. */
export const STARTER: { readonly [path: string]: string } = {
  "review.yaml": `cmoc: 1
title: A new realist review
questions:
  - What works, for whom, in what circumstances, how and why?
configuration: CMO
appraisal:
  relevance: [low, moderate, high]
  richness: [thin, thick, rich]
  rigour: [low, moderate, high]
coders: { ME: your name }
bibliography: [references.bib]
texts: texts
`,
  "references.bib": `@misc{example2024,
  author = {Example, Ann},
  title = {An invented source, to be replaced},
  year = {2024}
}

@misc{sample2025,
  author = {Sample, Ben},
  title = {Another invented source, to be replaced},
  year = {2025}
}
`,
  "sources/example2024.md": `---
citekey: example2024
title: An invented source, to be replaced
year: 2024
type: case study
status: included
relevance: high
richness: thick
rigour: moderate
---

## Extract e1

> Teams that had worked together before were quick to trust one another.

- at: p. 1
- C shared-history: "had worked together before"
- M trust: "quick to trust one another"
- supports: CMOC1 (C, M)
- coder: ME
`,
  "sources/sample2025.md": `---
citekey: sample2025
title: Another invented source, to be replaced
year: 2025
type: interviews
status: included
relevance: high
richness: rich
rigour: high
---

## Extract e1

- paraphrase: where trust was there, plans were settled in fewer meetings
- at: p. 7
- O trust:
- supports: CMOC1 (O)
- coder: ME
`,
  "theory/trust.md": `# Theory PT1: How earlier work together bears fruit

- stage: initial
- configurations: CMOC1

Trust from earlier work lets partners settle plans sooner [[CMOC1]].

## CMOC 1: Shared history lets partners settle plans sooner

- status: candidate
- theme: Trust
- **C:** partners have worked together before
- **M:** they trust one another
- **O:** plans are settled in fewer meetings

## Demi-regularity D1: History breeds trust

- configurations: CMOC1
- counterexamples: none found
`,
  "codebook.md": `# Codebook

## Code shared-history: Partners have worked together before

- role: C
- definition: any earlier work in common, good or bad
- origin: deductive

## Code trust: Accepting to be vulnerable

- role: M
- definition: positive expectations of the other, acted on
- origin: deductive
`,
  "memos/memos.md": `# Memos

## Memo 2025-01-01: Why this review begins with trust

- about: CMOC1
- by: ME
- kind: analytic

Write here what you thought and when, so that a reader can follow how the theory grew.
`,
  "texts/README.md": `Full texts go here, named after their citation keys: \`example2024.pdf\`. They are read for checking quotes, never changed.
`,
};
