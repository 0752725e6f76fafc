/** Loaded when records or codes are to be merged, split, retired, moved, converted or copied, or the codebook is shown as a page. */
export { openCodebookPage, saveCodebookPage } from "../codebook/page.ts";
export { moveCode, newCode, renameCode, retireCode } from "../commands/codes.ts";
export { mergeConfigurations, retireConfiguration as retire, splitConfiguration } from "../commands/merging.ts";
export { mergeCodes, splitCode } from "../commands/merging-codes.ts";
export { changeScheme, convert, copyAs, moveRecord } from "../commands/reshaping.ts";
