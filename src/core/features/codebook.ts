/**
 * The codebook as it grows: codes made, renamed, merged, split, moved and retired, each as one edit of all files that name them, with the reason in a memo.
 */

export { codeAt } from "./codebook/at.ts";
export { createCode, type NewCode } from "./codebook/create.ts";
export { codebookFile, codeOf, isClosedCode, isUnder, parentOf } from "./codebook/fields.ts";
export { bothDefinitions, type HowToMergeCodes, mergeCodes } from "./codebook/merge.ts";
export {
  type HowToMoveCode,
  type HowToRenameCode,
  type HowToRetireCode,
  moveCodes,
  renameCode,
  retireCode,
} from "./codebook/retire.ts";
export { type CodePart, type HowToSplitCode, type Rest, splitCode } from "./codebook/split.ts";
export { type CodeUse, usesOfCode } from "./codebook/uses.ts";
export { slugFor } from "./edit/code-ids.ts";
