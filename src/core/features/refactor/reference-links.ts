/** Links by reference, `[words][label]`. The dialect does not read them, since a definition reaches across its file. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Definition, Review } from "../../review.ts";
import { type Inline, sourceSpan } from "../../syntax/blocks.ts";
import { applyEdits, type Span, type TextEdit } from "../../text.ts";
import { asLabel, definitionsIn, type LinkDefinition } from "./definitions.ts";
import { inlinesIn } from "./destinations.ts";

/** A link by reference; `text` is its words in their brackets. */
interface LinkUse {
  readonly label: string;
  readonly span: Span;
  readonly text: string;
  /** Brackets stand directly before it, so that it may be the label of words that hold brackets themselves. */
  readonly isUnsure: boolean;
}

const USE = /\\[\s\S]|\[((?:\\[\s\S]|[^[\]\\])*)\](?:\[((?:\\[\s\S]|[^[\]\\])*)\])?/g;

/** What may be a link by reference: it is one if its label is defined. */
function usesIn(text: string): readonly LinkUse[] {
  const defined = definitionsIn(text).map(({ whole }) => whole);
  const all = inlinesIn(blocksOfPiece(text)).flatMap((inline) => usesOf(text, inline));
  return outside(
    all.sort((a, b) => a.span.start - b.span.start),
    defined,
  );
}

function usesOf(text: string, inline: Inline): readonly LinkUse[] {
  const { start, end } = sourceSpan(inline, 0, inline.text.length);
  const words = text.slice(start, end);
  if (!words.includes("[")) return [];
  const found: LinkUse[] = [];
  for (const match of words.matchAll(USE)) {
    const [all, own, label] = match;
    if (own === undefined) continue;
    const span = { start: start + match.index, end: start + match.index + all.length };
    const isUnsure = words.charAt(match.index - 1) === "]";
    found.push({ label: asLabel(label || own), span, text: `[${own}]`, isUnsure });
  }
  const taken = inline.marks.filter(({ kind }) => !TRANSPARENT.has(kind)).map(({ span }) => span);
  return outside(
    found,
    taken.sort((a, b) => a.start - b.start),
  );
}

/** What touches none of the spans; both ascend. */
function outside(all: readonly LinkUse[], spans: readonly Span[]): readonly LinkUse[] {
  let next = 0;
  let end = 0;
  return all.filter(({ span }) => {
    for (let taken = spans[next]; taken && taken.start < span.end; taken = spans[++next])
      end = Math.max(end, taken.end);
    return end <= span.start;
  });
}

const TRANSPARENT: ReadonlySet<string> = new Set(["strong", "emphasis"]);

/** The edit that writes a link by reference with its target. */
function inlined({ span, text }: LinkUse, { written, target }: LinkDefinition): TextEdit {
  const isAngled = written.startsWith("<");
  const whole = !isAngled && /[()]/.test(target) ? `<${target}>${written.slice(target.length)}` : written;
  return { span, newText: `${text}(${whole})` };
}

/** The first definition of each label, which is the one that holds. */
function firstOf(all: readonly LinkDefinition[]): ReadonlyMap<string, LinkDefinition> {
  const found = new Map<string, LinkDefinition>();
  for (const each of all) if (!found.has(each.label)) found.set(each.label, each);
  return found;
}

/**
 * The record with the targets of its links by reference written out, since their definitions may stay; undefined where a link elsewhere would lose its definition
 * or get another one.
 */
export function withTargets(review: Review, { placed }: Definition, to: string): string | undefined {
  const [document, target] = [review.text(placed.uri) ?? "", review.text(to) ?? ""];
  const all = definitionsIn(document);
  const [held, there] = [firstOf(all), firstOf(definitionsIn(target))];
  const uses = usesIn(placed.text);
  if (uses.some(({ label, isUnsure }) => (held.has(label) ? isUnsure : there.has(label)))) return undefined;
  const isOwn = ({ start }: Span): boolean => start >= placed.start && start < placed.start + placed.facts.length;
  const goes = new Set(all.filter(({ whole }) => isOwn(whole)).map(({ label }) => label));
  if (goes.size > 0) {
    const loses = usesIn(document).some(({ label, span }) => !isOwn(span) && goes.has(label));
    if (loses || usesIn(target).some(({ label }) => goes.has(label) && !there.has(label))) return undefined;
  }
  const edits = uses.flatMap((use) => {
    const definition = held.get(use.label);
    return definition ? [inlined(use, definition)] : [];
  });
  return applyEdits(placed.text, edits);
}
