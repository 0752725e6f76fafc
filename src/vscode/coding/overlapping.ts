/** Extracts whose quotes stand where a passage is selected, and what is to be done with it then. */
import * as vscode from "vscode";
import { wordsInQuote } from "../../core/features/coding/in-quote.ts";
import { doOverlap } from "../../core/features/coding/passage.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import type { Span } from "../../core/text.ts";
import { shortened } from "../commands/asking.ts";
import { literal } from "../literal.ts";
import { Turns } from "../reviews/turns.ts";
import type { InText } from "./where.ts";

export interface Overlapping {
  readonly at: Definition<Extract>;
  /** Where its quote stands: ascending, in offsets of the source's text. */
  readonly parts: readonly Span[];
  /** Whether all that is selected stands in it. */
  readonly holds: boolean;
}

/** So many are told of. */
const MOST = 6;

export async function overlapping({ open, full }: InText, spans: readonly Span[]): Promise<readonly Overlapping[]> {
  const { review } = open;
  const { proofs } = await open.proving();
  const found: Overlapping[] = [];
  const turns = new Turns();
  for (const at of review.extractsOf(full.key) as readonly Definition<Extract>[]) {
    const proof = proofs.of(at);
    await turns.next();
    if (!proof || !("passage" in proof)) continue;
    const parts = proof.passage.parts.toSorted((a, b) => a.start - b.start);
    if (!doOverlap(parts, spans)) continue;
    const holds = spans.every(({ start, end }) => parts.some((part) => part.start <= start && end <= part.end + STOP));
    found.push({ at, parts, holds });
    if (found.length === MOST) break;
  }
  return found;
}

/** A selection may take the stop with it that a quote left out. */
const STOP = 2;

export type Meant = { readonly is: "new" } | { readonly is: "extend" | "code"; readonly of: Overlapping };

/** Undefined when the person thought better of it. */
export async function askMeant(found: readonly Overlapping[], { open }: InText): Promise<Meant | undefined> {
  const { review } = open;
  const items: (vscode.QuickPickItem & { readonly meant: Meant })[] = [];
  for (const of of found) {
    const id = displayId(of.at, review);
    const description = literal(shortened(of.at.entity.quote?.text ?? ""));
    const code = { label: t("Add a coding line to {0}", id), description, meant: { is: "code", of } as const };
    const extend = { label: t("Extend {0} to hold both", id), description, meant: { is: "extend", of } as const };
    items.push(...(of.holds ? [code] : [extend, code]));
  }
  items.push({ label: t("Write a new extract all the same"), description: "", meant: { is: "new" } });
  const placeHolder = t("The passage overlaps what is extracted already.");
  return (await vscode.window.showQuickPick(items, { title: t("Code Selection"), placeHolder }))?.meant;
}

/** The words of a selection that stand in the quote, as the quote has them; none where that is all of it. */
export function sharedWords({ full }: InText, { at, parts }: Overlapping, spans: readonly Span[]): readonly string[] {
  const quote = at.entity.quote?.text ?? "";
  const found: string[] = [];
  for (const part of parts)
    for (const span of spans) {
      const [start, end] = [Math.max(part.start, span.start), Math.min(part.end, span.end)];
      const words = start < end ? wordsInQuote(quote, full.text.text.slice(start, end)) : undefined;
      if (words !== undefined) found.push(words);
    }
  return found.length === 1 && found[0] === quote ? [] : found;
}
