/** Loaded when something is to be coded: a passage of a full text, words of an extract; or a configuration made of an extract. */
export { newConfigurationFromExtract, suggestConfigurations } from "../coding/configurations.ts";
export { codeSelection, codeSelectionAsBefore } from "../coding/selection.ts";
export { takeBack as undoCoding } from "../coding/writing.ts";
