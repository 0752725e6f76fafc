/**
 * Changes to a text, as edits: pure functions of a review that every door applies alike. Edits are minimal, in the file's own line endings and in the
 * record's own hand; what cannot be written so that it is read as it is meant is refused, with a reason.
 */

export { addLink, type NewLink } from "./edit/add-link.ts";
export { appendRecord, appendRecords, type NewRecord, type NewRecordPlace } from "./edit/append.ts";
export { type Appraised, setAppraisal, withReason } from "./edit/appraisals.ts";
export { nextCmocId, nextExtractNumber } from "./edit/next-id.ts";
export {
  type Edited,
  type EditsByUri,
  isRefusal,
  type Outcome,
  type Refusal,
  type RefusalReason,
} from "./edit/outcome.ts";
export { removeLink, unlink } from "./edit/remove-link.ts";
export { rename, renumber } from "./edit/rename.ts";
export { type Renameable, renameable, renameHere } from "./edit/rename-at.ts";
export { isTaken, type Move, type Renamed, renameWithFiles, type TextNames } from "./edit/rename-files.ts";
export { giveRowId, idForRow } from "./edit/row-id.ts";
export { setField } from "./edit/set-field.ts";
export { setSourceField } from "./edit/source-field.ts";
export { type SourceFields, setSourceFields } from "./edit/source-fields.ts";
