/**
 * The tree views: configurations, sources and extracts, codes. Rows are plain data, made when they are asked for; a door keeps ids and asks again.
 */
export { CodeTree, type CodeTreeOptions } from "./tree/codes.ts";
export { ConfigurationTree, type ConfigurationTreeOptions } from "./tree/configurations.ts";
export type { Grouping } from "./tree/grouping.ts";
export type { Action, Icon, NodeKind, RecordRef, Spot, Tone, TreeChange, TreeNode } from "./tree/node.ts";
export {
  type HoldsText,
  READING_STATES,
  type ReadingState,
  readingStateOf,
  readingWords,
} from "./tree/reading-states.ts";
export type { Tree } from "./tree/row.ts";
export type { SourceGrouping } from "./tree/shelves.ts";
export type { Sorting } from "./tree/sorting.ts";
export { SourceTree, type SourceTreeOptions } from "./tree/sources.ts";
export { type UnlinkedChange, UnlinkedExtracts } from "./tree/unlinked.ts";
