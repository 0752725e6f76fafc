/** Whose stripes are shown: remembered in the workspace, for each review. */
import type * as vscode from "vscode";
import type { Stripe } from "../../core/features/stripes.ts";
import type { OpenReview } from "../reviews/open-review.ts";

const KEY = "cmoc.stripes.hidden";

export class Coders {
  private readonly memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.memory = memory;
  }

  /** Initials of those whose stripes are hidden; "" for what names nobody. */
  hidden({ root }: OpenReview): ReadonlySet<string> {
    const all = this.memory.get<unknown>(KEY);
    const own = typeof all === "object" && all !== null ? (all as Record<string, unknown>)[root.toString()] : undefined;
    return new Set(Array.isArray(own) ? own.filter((each) => typeof each === "string") : []);
  }

  async hide({ root }: OpenReview, coders: readonly string[]): Promise<void> {
    const all = this.memory.get<Record<string, unknown>>(KEY);
    const kept = Object.entries(typeof all === "object" && all !== null ? all : {}).filter(
      ([key]) => key !== root.toString(),
    );
    await this.memory.update(
      KEY,
      Object.fromEntries(coders.length === 0 ? kept : [...kept, [root.toString(), [...coders]]]),
    );
  }

  /** The stripes of those who are not hidden; passages stay, coded or not. */
  shown(open: OpenReview, stripes: readonly Stripe[]): readonly Stripe[] {
    const hidden = this.hidden(open);
    return hidden.size === 0 ? stripes : stripes.filter(({ is, coder = "" }) => is === "passage" || !hidden.has(coder));
  }

  /** Whether the stripes that are shown are of several people, so that they are to be told apart. */
  areSeveral(open: OpenReview, shown: readonly Stripe[]): boolean {
    const hidden = this.hidden(open);
    const coders = new Set([...open.review.manifest.coders.keys()].filter((coder) => !hidden.has(coder)));
    for (const { coder, is } of shown) if (coder !== undefined && is !== "passage") coders.add(coder);
    return coders.size > 1;
  }
}
