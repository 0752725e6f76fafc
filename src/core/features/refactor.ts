/**
 * Refactorings: changes of several records at once, each one edit of all files that it touches. None brings a problem that the review did not have, unless that was
 * accepted; what cannot be kept as it was said is refused, or told.
 */

export { type Converted, convert, type LeftAsIs, type Reach, SPELLINGS, type Wanted } from "./refactor/convert.ts";
export { COPIES, type Copied, type CopyAs, configurationsIn, copyOf } from "./refactor/copy.ts";
export type { MemoWords } from "./refactor/fields.ts";
export { type HowToMerge, merge, type Refactored } from "./refactor/merge.ts";
export { filesToMoveTo, moveRecord, whyNotMoved } from "./refactor/move.ts";
export { bringsProblems } from "./refactor/news.ts";
export { type HowToRetire, retire } from "./refactor/retire.ts";
export { changeScheme } from "./refactor/scheme.ts";
export {
  type HowToSplit,
  linksToSplit,
  partsToSplit,
  type SplitLink,
  type SplitPart,
  splitOff,
} from "./refactor/split.ts";
