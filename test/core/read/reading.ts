/** What a page is read as, in short lines, for tests. */

import type { PrintedSlot } from "../../../src/core/read/printed.ts";
import { type Published, type ReadOptions, readPublished } from "../../../src/core/read/published.ts";

/** `M1 resource: a rota`. */
export function slotLine(slot: PrintedSlot): string {
  const { role, n, part, position, absent, layer, text } = slot;
  return `${[`${role}${n ?? ""}`, part, position, absent && "absent", layer].filter(Boolean).join(" ")}: ${text}`;
}

/** Each configuration as a line: id, theme and title where it has some, then its slots. */
export function linesOf(read: Published): readonly string[] {
  return read.records.map(({ id, theme, title, slots }) =>
    [
      `${id || "-"}${theme === "" ? "" : ` <${theme}>`}${title === "" ? "" : ` “${title}”`}`,
      ...slots.map(slotLine),
    ].join(" | "),
  );
}

export function read(text: string, options: ReadOptions = {}): readonly string[] {
  return linesOf(readPublished(text, options));
}
