/**
 * A step of a scale and why it was chosen, as front matter holds both in one value: `relevance: high — two mechanisms are told`. A reason begins at the first
 * spaced dash, or at a long one, as it does in the fields of a record.
 */

/** What begins a reason. White space in what it is looked for in is to be single. */
export const REASON = /\s+(?:[-–—‒―−]|--|---)(?:\s+|$)|—/;

export interface StepReason {
  readonly step: string;
  readonly reason?: string;
}

/** A value that is a step of the scale as a whole has no reason, whatever dashes stand in it; nor has one that begins with a dash. */
export function stepAndReason(value: string, scale: readonly string[] = []): StepReason {
  const whole = value.replace(/\s+/g, " ").trim();
  const plain = whole.toLowerCase();
  const cut = scale.some((step) => step.toLowerCase() === plain) ? null : REASON.exec(whole);
  if (!cut?.index) return { step: whole };
  const step = whole.slice(0, cut.index).trim();
  const reason = whole.slice(cut.index + cut[0].length).trim();
  return reason === "" ? { step } : { step, reason };
}
