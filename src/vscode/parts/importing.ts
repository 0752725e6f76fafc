/** Loaded when highlights of other programs are imported, and when what is pasted into the file of a source may be a quotation. */
export { importAnnotationsInto } from "../commands/annotations.ts";
export { extractsAt, extractsResolved, quotationAt } from "../language/pasting-extracts.ts";
