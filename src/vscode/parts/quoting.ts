/** Loaded when somebody goes between a quotation and its text, or wants pages to be written. */
export { openAtPage } from "../fulltext/at-page.ts";
export { fillPage, fillPages } from "../fulltext/filling.ts";
export { goToExtract, goToQuote, openFullText } from "../fulltext/going.ts";
