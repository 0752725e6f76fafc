/** Loaded when records are to be merged, split, retired, moved, converted or copied. */
export { mergeConfigurations, retireConfiguration as retire, splitConfiguration } from "../commands/merging.ts";
export { changeScheme, convert, copyAs, moveRecord } from "../commands/reshaping.ts";
