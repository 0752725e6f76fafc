/** The references of a document as links: ids, citation keys, extracts, codes, memos; of a range its two ends. */
import type { Name } from "../../model/types.ts";
import type { Placed } from "../../review.ts";
import type { Asking } from "../card/asking.ts";
import { citedAs } from "../card/asking.ts";
import { idOf, placeOfName } from "../card/naming.ts";
import { firstWords, plain, quoted } from "../card/words.ts";
import type { PreviewLink } from "../preview.ts";
import { type NamedSpan, namesIn } from "../tokens/names.ts";
import { hrefOf } from "./html.ts";

const WORDS = 160;
/** Of a document that names more than these, the others are told of by their ids: a title is read in the text of its record. */
const MOST_TITLES = 500;
/** `TR1–TR4`, `TR1 - 4`: the ends of a range with the dash between them. */
const ENDS = /^([^\s‐-―−-][\s\S]*?)(\s*(?:-{1,3}|[‐‑‒–—―−])\s*)(\S+)$/;

export function linksOf(pieces: readonly Placed[], uri: string, asking: Asking): readonly PreviewLink[] {
  const found: PreviewLink[] = [];
  const known = new Map<Name, Omit<PreviewLink, "start" | "end"> | undefined>();
  const add = (name: Name, start: number, end: number): void => {
    let to = known.get(name);
    if (!to && !known.has(name)) {
      to = targetOf(name, uri, asking, known.size < MOST_TITLES);
      known.set(name, to);
    }
    if (to && end > start) found.push({ start, end, ...to });
  };
  for (const placed of pieces) {
    const { start } = placed;
    const names = namesIn(placed);
    for (const [at, each] of names.entries()) {
      const [first = "", ...others] = each.names;
      const last = others.at(-1);
      if (each.declaration || isBehindItsKey(each, names[at - 1])) continue;
      const next = names[at + 1];
      if (next && isBehindItsKey(next, each)) {
        // The key leads where the whole leads, and to the source of an extract that nothing defines.
        const whole = next.names[0] ?? "";
        const name = asking.review.isDefined(whole) ? whole : first;
        add(name, start + each.start, start + next.end);
      } else if (last !== undefined) {
        const ends = ENDS.exec(placed.home.slice(start + each.start, start + each.end));
        const [, one = "", dash = ""] = ends ?? [];
        if (!ends) add(first, start + each.start, start + each.end);
        else {
          add(first, start + each.start, start + each.start + one.length);
          add(last, start + each.start + one.length + dash.length, start + each.end);
        }
      } else add(first, start + each.start, start + each.end);
    }
  }
  return found;
}

/** Whether a span is `#e4` of `@key#e4`, which is read as two. */
function isBehindItsKey(each: NamedSpan, before: NamedSpan | undefined): boolean {
  return each.type === "extract" && !each.declaration && before?.type === "key" && before.end === each.start;
}

function targetOf(
  name: Name,
  uri: string,
  asking: Asking,
  titled: boolean,
): Omit<PreviewLink, "start" | "end"> | undefined {
  const { review } = asking;
  const place = placeOfName(name, review);
  return place && { href: hrefOf(place, uri, review), title: titled ? titleOf(name, asking) : idOf(name, review) };
}

/** `TR3  Earlier success builds trust`; of an extract `Okafor 2014, p. 412 “quick to trust”`. */
function titleOf(name: Name, asking: Asking): string {
  const { review } = asking;
  const id = idOf(name, review);
  if (name.startsWith("s:")) {
    const key = name.slice(2);
    const title = review.source(key)?.frontMatter?.title?.value ?? asking.reference?.(key)?.title ?? "";
    return [citedAs(key, asking) || id, firstWords(title, WORDS)].filter((words) => words !== "").join(": ");
  }
  const [definition] = review.definitions(name);
  const entity = definition?.entity;
  if (entity?.kind !== "extract")
    return [id, firstWords(entity?.title ?? "", WORDS)].filter((words) => words !== "").join("  ");
  const where = [citedAs(entity.source, asking) || id, plain(entity.at?.text ?? "")].filter((words) => words !== "");
  return `${where.join(", ")} ${quoted((entity.quote ?? entity.paraphrase)?.text, WORDS)}`.trim();
}
