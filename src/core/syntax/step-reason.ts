/**
 * A step of a scale and why it was chosen, as front matter holds both in one value: `relevance: high — two mechanisms are told`. A reason begins at the first
 * spaced dash, or at a long one, as it does in the fields of a record.
 */

export interface StepReason {
  readonly step: string;
  readonly reason?: string;
}

/** A value that is a step of the scale as a whole has no reason, whatever dashes stand in it. */
export function stepAndReason(value: string, scale: readonly string[] = []): StepReason {
  const whole = value.trim();
  if (isOnScale(whole, scale)) return { step: whole };
  const cut = cutAt(whole);
  if (!cut) return { step: whole };
  const step = whole.slice(0, cut.start).trimEnd();
  const reason = whole.slice(cut.end).trim();
  return reason === "" ? { step } : { step, reason };
}

/** The two as one value. */
export function withReason(step: string, reason: string | undefined): string {
  return reason === undefined || reason === "" ? step : `${step} — ${reason}`;
}

/** Steps are compared without case. */
export function isOnScale(value: string, scale: readonly string[]): boolean {
  const plain = value.toLowerCase();
  return scale.some((step) => step.toLowerCase() === plain);
}

const DASH = /[-‒–—―−]+/g;
const SPACE = /\s/;

/** The first dash that begins a reason. */
function cutAt(text: string): { readonly start: number; readonly end: number } | undefined {
  DASH.lastIndex = 0;
  for (let found = DASH.exec(text); found; found = DASH.exec(text)) {
    const { index: start } = found;
    const [dash] = found;
    const end = start + dash.length;
    const isSpaced =
      start > 0 && SPACE.test(text.charAt(start - 1)) && (end === text.length || SPACE.test(text.charAt(end)));
    if (start > 0 && (dash === "—" || (isSpaced && (dash.length === 1 || /^-{2,3}$/.test(dash)))))
      return { start, end };
  }
  return undefined;
}
