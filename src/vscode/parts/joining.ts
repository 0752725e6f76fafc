/** Loaded when a file or a record is dropped into a text, or a file is to join the review. */
export { addFiles, addText, joinDropped } from "../joining/files.ts";
export { dropAt, dropResolved } from "../language/dropping.ts";
