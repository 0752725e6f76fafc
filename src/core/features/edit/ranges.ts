/** A range of ids written out, with one of them under another name: `TR1–TR4` as `TR1, TR2, X9, TR4`, stretches of three and more kept as ranges. */
import type { Ref } from "../../model/types.ts";

const DASH = /^\s?(?:--|[-‐‑‒–—―−])\s?/u;
const NUMBER_AND_DASH = /\p{Nd}(\s?(?:--|[-‐‑‒–—―−])\s?)/u;

/**
 * The ids of a range as a list of references that mean the same but for those that `other` gives another spelling; undefined stays. `refs` are the
 * range's own, ascending; `written` is the range. Bare numbers stay bare where the range has them.
 */
export function listOfRange(
  written: string,
  refs: readonly Pick<Ref, "id">[],
  other: (id: string) => string | undefined,
): readonly string[] {
  const isBare = /^\p{Nd}/u.test(written);
  const [least] = refs;
  const rest = least && written.startsWith(least.id) ? DASH.exec(written.slice(least.id.length))?.[0] : undefined;
  const dash = rest ?? NUMBER_AND_DASH.exec(written)?.[1] ?? "–";
  const spell = (id: string): string => (isBare ? (/\p{Nd}+$/u.exec(id)?.[0] ?? id) : id);
  const list: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    const [first = ""] = run;
    if (run.length > 2) list.push(`${first}${dash}${run[run.length - 1] ?? ""}`);
    else list.push(...run);
    run = [];
  };
  for (const { id } of refs) {
    const changed = other(id);
    if (changed === undefined) run.push(spell(id));
    else {
      close();
      if (changed !== "") list.push(changed);
    }
  }
  close();
  return list;
}
