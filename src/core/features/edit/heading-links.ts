/** Links to the heading of a record, which follow it when its id is another. */
import { resolvePath } from "../../model/paths.ts";
import type { Ref } from "../../model/types.ts";
import type { Definition, Placed } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { destinationOf, slugsOf } from "../links.ts";
import type { Edits } from "./edits.ts";
import { isRow } from "./record.ts";

/** Fragments of links to a heading that is renamed: those that were its slug become its new one. */
export class Targets {
  private readonly edits: Edits;
  private readonly uri: string;
  private readonly slugs: { readonly old: string; readonly new: string } | undefined;

  constructor(edits: Edits, { placed, brief }: Definition) {
    this.edits = edits;
    this.uri = placed.uri;
    const before = [...slugsOf(edits.text(placed.uri))];
    const at = isRow(brief) ? -1 : before.findIndex(([start]) => start === placed.start);
    const now = at < 0 ? undefined : [...slugsOf(edits.after(placed.uri))][at];
    this.slugs = now && { old: before[at]?.[1] ?? "", new: now[1] };
  }

  refreshed({ uri, start }: Placed, ref: Ref): TextEdit | undefined {
    const { target } = ref;
    const hash = target?.indexOf("#") ?? -1;
    if (target === undefined || hash < 0 || !this.slugs) return undefined;
    const fragment = target.slice(hash + 1);
    if (fragment !== this.slugs.old || resolvePath(uri, target) !== this.uri) return undefined;
    const end = destinationOf(this.edits.text(uri), ref, start)?.end;
    if (end === undefined || this.edits.text(uri).slice(end - fragment.length, end) !== fragment) return undefined;
    return { span: { start: end - fragment.length, end }, newText: this.slugs.new };
  }
}
