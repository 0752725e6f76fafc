/** The core as a library: a review in memory, its checks, its records as data, changes to its texts as edits. No Node, no DOM. */
export { scanBibliography } from "./bibliography/keys.ts";
export { Checker, type Problem, reviewToCheck } from "./check.ts";
export { mendAll, placeActions, problemActions } from "./features/actions.ts";
export { type Card, type CardOptions, cardMarkdown, cardOf, cardOfName, cardText } from "./features/card.ts";
export { type CompletionItem, type CompletionOptions, completion } from "./features/completion.ts";
export { type Definitions, definition, type Place } from "./features/definition.ts";
export * from "./features/edit.ts";
export { type Fix, fixesOf, fixOf, safeFixes } from "./features/fixes.ts";
export { type Hint, hints } from "./features/hints.ts";
export { type Hover, hover, type Told } from "./features/hover.ts";
export { type Lens, type LensKind, lenses, lensPlaces, lensSaid, type Said } from "./features/lenses.ts";
export { linkEdits, plainEdits } from "./features/links.ts";
export { type Look, type Mark, marks } from "./features/marks.ts";
export * from "./features/refactor.ts";
export { type Token, tokens } from "./features/tokens.ts";
export {
  CodeTree,
  ConfigurationTree,
  type Grouping,
  type Sorting,
  SourceTree,
  type Tree,
  type TreeNode,
  UnlinkedExtracts,
} from "./features/tree.ts";
export type * from "./model/brief.ts";
export { everyPart, type Part, type PartKind, partsOf, pieces } from "./model/parts.ts";
export { readDocument } from "./model/read-document.ts";
export type * from "./model/types.ts";
export { rulePage } from "./proof/rule-page.ts";
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
