/** Words that join the parts of a configuration and say nothing of their own: `If`, `then this triggers:`, `resulting in`, `+`. */

const JOINING = new Set(
  (
    "if when where while then and or because so that thus therefore hence thereby which who this these it through via by with as in turn to of a the " +
    "lead leads leading led result results resulting enact enacts trigger triggers triggering activate activates produce produces generate generates " +
    "cause causes causing create creates prompt prompts enable enables produces plus is are will may can"
  ).split(" "),
);

/** Whether a line, or what stands before a role, only joins. */
export function isJoin(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return /^[\s+=→⇒➔&:…]+$/.test(text);
  return words.length <= 6 && words.every((word) => JOINING.has(word));
}

/** The lines of a cell without those that only join, where others are left. */
export function withoutJoins(text: string): { readonly text: string; readonly joins: readonly string[] } {
  if (!text.includes("\n")) return { text, joins: [] };
  const lines = text.split("\n");
  const kept = lines.filter((line) => line.trim() === "" || !isJoin(line));
  if (kept.length === lines.length || !kept.some((line) => /\p{L}/u.test(line))) return { text, joins: [] };
  return { text: kept.join("\n"), joins: lines.filter((line) => line.trim() !== "" && isJoin(line)) };
}
