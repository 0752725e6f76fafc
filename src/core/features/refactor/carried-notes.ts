/** Footnotes of a record that is to be moved: it gets the definitions that it needs, and leaves those that others need. */
import { readDocument } from "../../model/read-document.ts";
import type { Definition, Review } from "../../review.ts";
import { applyEdits, lineEnding, type Span, shiftEdits, type TextEdit } from "../../text.ts";
import { inOrder } from "../edit/outcome.ts";
import { lineEnd, nextLine } from "../edit/style.ts";
import { type Footnote, type Footnotes, type FootnoteUse, footnotesIn } from "./footnotes.ts";

/**
 * The edits of a record's document after which the record holds the definitions of its footnotes, under labels that are free in `to`, and what stays holds its own;
 * undefined where that cannot be told for sure.
 */
export function withFootnotes(review: Review, { placed }: Definition, to: string): readonly TextEdit[] | undefined {
  const [document, target] = [review.text(placed.uri) ?? "", review.text(to) ?? ""];
  if (!document.includes("[^")) return [];
  const eol = lineEnding(document);
  const record = { start: placed.start, end: placed.start + placed.facts.length };
  const own = ({ span }: FootnoteUse): boolean => span.start >= record.start && span.start < record.end;
  const [here, there] = [footnotesIn(document), footnotesIn(target)];
  const defined = firstOf(here);
  const needed = needs(here, defined, own);
  const twice = new Set(here.definitions.filter((each) => defined.get(each.label) !== each).map(({ label }) => label));
  const known = new Set(there.definitions.map(({ label }) => label));
  const dangling = here.uses.filter((use) => own(use) && !defined.has(use.label)).map(({ label }) => label);
  if (dangling.some((label) => known.has(label))) return undefined;
  // One of two in the record may be what nothing uses, or what only looks like the other.
  if (here.definitions.some((each) => own(each) && twice.has(each.label))) return undefined;
  const goes = [...needed.inside].flatMap((label) => defined.get(label) ?? []);
  const stays = [...needed.outside].flatMap((label) => defined.get(label) ?? []);
  const copied = stays.filter(own);
  if ([...goes, ...copied].some(({ isUnsure, label }) => isUnsure || twice.has(label))) return undefined;
  const same = new Set(goes.filter((each) => isSame(document, each, target, there)).map(({ label }) => label));
  const names = freeLabels(document, goes, same, [there, dangling]);
  const named = (uses: readonly FootnoteUse[]): readonly TextEdit[] =>
    uses.flatMap(({ label, span }) => {
      const newText = names.get(label);
      return newText === undefined ? [] : [{ span, newText }];
    });
  const words = ({ whole, span, label, uses }: Footnote, isNamed: boolean): string => {
    const edits = isNamed ? named([{ label, span }, ...uses]) : [];
    return applyEdits(document.slice(whole.start, whole.end), shiftEdits(inOrder(edits), -whole.start)).trim();
  };
  const isKept = ({ label }: Footnote): boolean => needed.inside.has(label) && !same.has(label);
  const gone = here.definitions.filter((each) =>
    own(each) ? !isKept(each) : needed.inside.has(each.label) && !needed.outside.has(each.label),
  );
  const removals = gone.map(({ whole }) => removalOf(document, whole));
  const isOwn = ({ span }: TextEdit): boolean => span.start >= record.start && span.start < record.end;
  const inner = inOrder([
    ...removals.filter(isOwn),
    ...named(here.uses.filter(own)),
    ...here.definitions.filter((each) => own(each) && isKept(each)).flatMap((each) => named([each, ...each.uses])),
  ]);
  const carried = goes.filter((each) => !own(each) && !same.has(each.label)).map((each) => words(each, true));
  const outer = removals.filter((edit) => !isOwn(edit));
  const added = copied.map((each) => words(each, false));
  if (inner.length + carried.length + outer.length + added.length === 0) return [];
  const text = applyEdits(placed.text, shiftEdits(inner, -record.start));
  const tail = text.slice(text.trimEnd().length);
  const parts = [text.trimEnd(), ...carried].join(eol + eol);
  const edits = [
    ...withAdded(document, record, outer, added.join(eol + eol), eol),
    { span: record, newText: parts + tail },
  ];
  const all = inOrder(edits);
  return isSound(
    review,
    document,
    applyEdits(document, all),
    here.definitions.length - gone.length + carried.length + added.length,
  )
    ? all
    : undefined;
}

function firstOf({ definitions }: Footnotes): ReadonlyMap<string, Footnote> {
  const found = new Map<string, Footnote>();
  for (const each of definitions) if (!found.has(each.label)) found.set(each.label, each);
  return found;
}

interface Needs {
  readonly inside: ReadonlySet<string>;
  readonly outside: ReadonlySet<string>;
}

/** The labels whose definitions the record needs, and those that the rest of its document does. What nothing uses goes with the record that holds it. */
function needs(
  { uses, definitions }: Footnotes,
  defined: ReadonlyMap<string, Footnote>,
  own: (use: FootnoteUse) => boolean,
): Needs {
  const reached = (seeds: readonly FootnoteUse[]): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...seeds];
    for (let use = open.pop(); use; use = open.pop()) {
      const definition = defined.get(use.label);
      if (!definition || found.has(use.label)) continue;
      found.add(use.label);
      for (const each of definition.uses) open.push(each);
    }
    return found;
  };
  const outside = reached(uses.filter((use) => !own(use)));
  const spare = definitions.filter((each) => own(each) && !outside.has(each.label));
  return { inside: reached([...uses.filter(own), ...spare]), outside };
}

/** Whether the other file has the very same note under the label. */
function isSame(document: string, note: Footnote, target: string, there: Footnotes): boolean {
  const others = there.definitions.filter(({ label }) => label === note.label);
  const wordsOf = (text: string, { span, whole }: Footnote): string => text.slice(span.end + 2, whole.end).trim();
  const words = wordsOf(document, note);
  const [other] = others;
  return other !== undefined && others.length === 1 && !/[[<`]/.test(words) && wordsOf(target, other) === words;
}

/** New labels of those that are taken in the other file. */
function freeLabels(
  document: string,
  goes: readonly Footnote[],
  same: ReadonlySet<string>,
  [there, dangling]: readonly [Footnotes, readonly string[]],
): ReadonlyMap<string, string> {
  const used = [...there.definitions.flatMap((each) => [each, ...each.uses]), ...there.uses].map(({ label }) => label);
  const others = new Set(used);
  const taken = new Set([
    ...used,
    ...dangling,
    ...goes.flatMap((each) => [each, ...each.uses]).map(({ label }) => label),
  ]);
  const names = new Map<string, string>();
  let number = 0;
  for (const { label, span } of goes) {
    if (!others.has(label) || same.has(label)) continue;
    const written = document.slice(span.start, span.end);
    let name = "";
    if (/^\d+$/.test(label))
      do name = `${++number}`;
      while (taken.has(name));
    else for (let nth = 2; name === "" || taken.has(name.toLowerCase()); nth++) name = `${written}-${nth}`;
    taken.add(name.toLowerCase());
    names.set(label, name);
  }
  return names;
}

/** Whole lines are taken out, and an empty one where two would meet. */
function removalOf(text: string, { start, end }: Span): TextEdit {
  const to = nextLine(text, end);
  const isParted = text.slice(to, lineEnd(text, to)).trim() === "";
  let from = start;
  while (isParted && from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  const close = from === 0 ? 0 : nextLine(text, lineEnd(text, from));
  return { span: { start: Math.min(start, isParted ? close : start), end: to }, newText: "" };
}

/** The edits outside the record, with definitions put to the end of what stays. */
function withAdded(
  document: string,
  record: Span,
  edits: readonly TextEdit[],
  words: string,
  eol: string,
): readonly TextEdit[] {
  if (words === "") return edits;
  const isLast = document.slice(record.end).trim() === "";
  const at = document.slice(0, isLast ? record.start : document.length).trimEnd().length;
  const over = edits.find(({ span }) => span.start <= at && at <= span.end);
  if (!over) return [...edits, { span: { start: at, end: at }, newText: eol + eol + words }];
  return edits.map((edit) => (edit === over ? { span: edit.span, newText: eol + words + eol } : edit));
}

/** Whether the document defines the records that it did, and as many footnotes as it should. */
function isSound({ manifest }: Review, before: string, after: string, count: number): boolean {
  const said = (text: string): string =>
    readDocument(text, manifest.scheme)
      .pieces.map(({ records }) => records.map(({ kind, name }) => `${kind} ${name}`).join())
      .join("\n");
  return said(before) === said(after) && footnotesIn(after).definitions.length === count;
}
