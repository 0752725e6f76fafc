/** Loaded when somebody begins to write. */
export { completionAt, completionResolved } from "../language/completion.ts";
export { pasteAt } from "../language/pasting.ts";
