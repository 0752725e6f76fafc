/** Loaded when the full text of a source is shown, or somebody points at a quotation. */
export { type FullText, fullTextOf } from "../fulltext/full-text.ts";
export { quoteHoverAt } from "../fulltext/hover.ts";
export { passagesOf } from "../fulltext/passages.ts";
export { extractsQuoting, foldingsIn, pagesIn, passageAt } from "../fulltext/places.ts";
export { shownAt } from "../fulltext/shown.ts";
