/** Loaded when a rule is to be explained. */
export { explainRule, pageOf } from "../commands/rule-pages.ts";
