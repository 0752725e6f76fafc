/** Which passage tells of a highlight, where several link to it: the others only mention it. Linear in the passages. */
import { calloutHead } from "./callout-head.ts";
import { type Found, highlightsIn } from "./inline.ts";
import { type Place, placesIn } from "./links.ts";
import type { Passage } from "./passages.ts";

interface Head extends ReturnType<typeof calloutHead> {
  readonly place: Place | undefined;
}

export class Ranks {
  private readonly found = new Map<Passage, readonly Found[]>();
  private readonly heads = new Map<Passage, Head>();
  private readonly best = new Map<string, number>();

  constructor(passages: readonly Passage[]) {
    for (const passage of passages) {
      if (passage.is === "callout") this.rank(this.head(passage).place?.id, 2);
      if (passage.is === "row") this.rank(placesIn(passage.cells ?? [])?.id, 2);
      if (passage.is !== "words" && passage.is !== "item") continue;
      for (const each of this.highlights(passage)) this.rank(each.place.id, rankOf(passage, each));
    }
  }

  /** What the head of a callout says, and the place that it links to. */
  head(passage: Passage): Head {
    const known = this.heads.get(passage);
    if (known) return known;
    const said = calloutHead(passage.text);
    const head = { ...said, place: placesIn([said.title]) };
    this.heads.set(passage, head);
    return head;
  }

  /** None in heads of callouts, and in code. */
  highlights(passage: Passage): readonly Found[] {
    const known = this.found.get(passage);
    if (known) return known;
    const found = passage.is === "code" || passage.is === "callout" ? [] : highlightsIn(passage.text, passage.breaks);
    this.found.set(passage, found);
    return found;
  }

  /** Whether another passage tells of the highlight with better reason. */
  isMention(passage: Passage, found: Found | undefined): boolean {
    const id = found?.place.id;
    return found !== undefined && id !== undefined && rankOf(passage, found) < (this.best.get(id) ?? 0);
  }

  private rank(id: string | undefined, rank: number): void {
    if (id !== undefined) this.best.set(id, Math.max(rank, this.best.get(id) ?? 0));
  }
}

/** Marks say most; then that it stands for itself, and nothing behind its links. */
function rankOf({ is, indent }: Passage, { isMarked, quote, comment }: Found): number {
  if (isMarked) return 2;
  return quote !== "" && comment === "" && !(is === "item" && indent > 0) ? 1 : 0;
}
