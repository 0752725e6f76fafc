/** Loaded when a file or a record is dropped into a text, a file or the highlights in it are to join the review, and when what is pasted may be a quotation. */
export { importAnnotationsInto as importAnnotations } from "../commands/annotations.ts";
export { addFiles, addText, joinDropped } from "../joining/files.ts";
export { dropAt, dropResolved } from "../language/dropping.ts";
export { extractsAt, extractsResolved, quotationAt } from "../language/pasting-extracts.ts";
