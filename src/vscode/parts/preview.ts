/** Loaded when a preview of Markdown is opened where there is a review. */
export { extendEngine } from "../preview/engine.ts";
