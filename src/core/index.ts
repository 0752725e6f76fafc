/** The core as a library: a review in memory, its checks, its records as data, changes to its texts as edits. No Node, no DOM. */
export { scanBibliography } from "./bibliography/keys.ts";
export { Checker, type Problem, reviewToCheck } from "./check.ts";
export * from "./features/edit.ts";
export { type Fix, fixesOf, fixOf, safeFixes } from "./features/fixes.ts";
export { linkEdits, plainEdits } from "./features/links.ts";
export type * from "./model/brief.ts";
export { everyPart, type Part, type PartKind, partsOf, pieces } from "./model/parts.ts";
export { readDocument } from "./model/read-document.ts";
export type * from "./model/types.ts";
export { displayId, JSON_VERSION, recordJson, sourceJson } from "./report/json.ts";
export {
  type Change,
  type Definition,
  isEvidence,
  type Link,
  type Placed,
  type Reference,
  Review,
  type SourceView,
} from "./review.ts";
export { ALL_RULES, messageOf, ruleOf } from "./rules/index.ts";
export type { Rule } from "./rules/rule.ts";
export { LEVELS, type Level, type Manifest, readManifest } from "./syntax/manifest.ts";
export * from "./text.ts";
export * from "./vocabulary.ts";
