/** Loaded when what is pasted may hold configurations, or they are to be read from a file: the reader of what journals print. */
export { pasteConfigurations, readPublished } from "../commands/published.ts";
export { configurationsAt, pasteResolved } from "../language/pasting-records.ts";
