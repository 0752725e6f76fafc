/** Loaded when highlights of other programs are imported. */
export { importAnnotationsInto } from "../commands/annotations.ts";
