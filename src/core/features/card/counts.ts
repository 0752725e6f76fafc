/** How many of what, in words: one function for each thing that is counted, since a language has its own plural for each. */
import { grouped, t } from "../../l10n.ts";

export type Counted = (n: number) => string;

export const extractCount: Counted = (n) => (n === 1 ? t("{0} extract", n) : t("{0} extracts", grouped(n)));
export const sourceCount: Counted = (n) => (n === 1 ? t("{0} source", n) : t("{0} sources", grouped(n)));
export const codeCount: Counted = (n) => (n === 1 ? t("{0} code", n) : t("{0} codes", grouped(n)));
export const linkCount: Counted = (n) => (n === 1 ? t("{0} link", n) : t("{0} links", grouped(n)));
export const useCount: Counted = (n) => (n === 1 ? t("{0} use", n) : t("{0} uses", grouped(n)));
export const problemCount: Counted = (n) => (n === 1 ? t("{0} problem", n) : t("{0} problems", grouped(n)));

export const configurationCount: Counted = (n) =>
  n === 1 ? t("{0} configuration", n) : t("{0} configurations", grouped(n));

export const evidenceCount: Counted = (n) =>
  n === 1 ? t("{0} piece of evidence", n) : t("{0} pieces of evidence", grouped(n));
export const recordCount: Counted = (n) => (n === 1 ? t("{0} record", n) : t("{0} records", grouped(n)));
