/** The preview's engine, and the reviews that it asks. */
import * as vscode from "vscode";
import { extend, type MarkdownIt, type PreviewAt } from "../../core/features/preview/plugin.ts";
import { type Preview, preview } from "../../core/features/preview.ts";
import { asked } from "../language/places.ts";
import { documentAt } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";

export interface Engine extends vscode.Disposable {
  /** Whether something of the review in a folder was previewed. */
  readonly isAsked: (root: vscode.Uri) => boolean;
}

interface Made {
  readonly revision: number;
  readonly preview: Preview | undefined;
}

/** Lets an engine show what the reviews know. `again` is called when what was shown would be shown otherwise, for another reason than a change of the review. */
export function extendEngine(
  engine: unknown,
  reviews: Reviews,
  log: vscode.LogOutputChannel,
  again: () => void,
): Engine {
  const made = new Map<string, Made>();
  const listening = new Map<OpenReview, vscode.Disposable>();
  const roots = new Set<string>();

  const listen = (open: OpenReview): void => {
    roots.add(open.root.toString());
    if (listening.has(open)) return;
    for (const [other, own] of listening) {
      if (reviews.all().includes(other)) continue;
      own.dispose();
      listening.delete(other);
    }
    const decoded = open.references.onDidDecode(() => {
      made.clear();
      again();
    });
    listening.set(open, decoded);
  };

  const previewOf = (open: OpenReview, path: string, address: vscode.Uri): Preview | undefined => {
    const { revision } = open.review;
    const key = address.toString();
    const known = made.get(key);
    if (known?.revision === revision) return known.preview;
    // Of what was shown before, nothing is needed any more.
    for (const [other, each] of made) if (each.revision !== revision) made.delete(other);
    const fresh = { revision, preview: preview(open.review, path, { reference: open.references.known }) };
    made.set(key, fresh);
    return fresh.preview;
  };

  const previewAt: PreviewAt = (address) => {
    if (!(address instanceof vscode.Uri)) return undefined;
    const open = reviews.of(address);
    if (!open) return undefined;
    listen(open);
    const document = documentAt(address);
    const here = document && asked(reviews, document);
    const text = here?.open.review.text(here.path);
    if (!here || text === undefined) return undefined;
    const found = previewOf(here.open, here.path, address);
    return found && { text, preview: found };
  };

  extend(engine as MarkdownIt, previewAt, (error) => log.error(error as Error));
  return {
    isAsked: (root) => roots.has(root.toString()),
    dispose: () => {
      for (const own of listening.values()) own.dispose();
    },
  };
}
