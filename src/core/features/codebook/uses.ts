/** Where extracts use codes, and letting them use others: one edit of every coding line, checked by what each extract says then. */
import { codeName } from "../../model/names.ts";
import type { Coding, Extract, Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Placed, Reference, Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import type { TextEdit } from "../../text.ts";
import { shownId } from "../card/naming.ts";
import { type Edited, editsOf, inOrder, type Refusal, refuse, together } from "../edit/outcome.ts";
import { Fragments, retargeted } from "../links.ts";
import { type Draft, type Spot, spotOf } from "../refactor/draft.ts";

/** One coding line that uses a code. */
export interface CodeUse {
  /** Tells it from all others, as long as its text stands as it does. */
  readonly key: string;
  /** `@okafor2014#e4`. */
  readonly extract: string;
  readonly at: string | undefined;
  /** As the line says it: `M (resource)`; undefined of a line without a role. */
  readonly role: string | undefined;
  /** None of a line that codes the whole extract. */
  readonly words: readonly string[];
  /** Who coded it: the line's coder, else the extract's. */
  readonly coder: string | undefined;
  /** The quote, or the paraphrase. */
  readonly passage: string;
}

/** Coding lines that use a code, in the order of the files. */
export function usesOfCode(review: Review, name: Name): readonly CodeUse[] {
  const found: CodeUse[] = [];
  let last:
    | { readonly brief: Definition["brief"]; readonly read: ReadonlyMap<number, Omit<CodeUse, "key">> }
    | undefined;
  for (const reference of codingsOf(review, name)) {
    const { ref, from } = reference;
    if (!from) continue;
    if (last?.brief !== from.brief) last = { brief: from.brief, read: usesIn(from, review) };
    const use = last.read.get(ref.start);
    if (use) found.push({ key: keyOf(reference), ...use });
  }
  return found;
}

/** The coding lines of an extract, by where their codes stand. */
function usesIn(at: Definition, review: Review): ReadonlyMap<number, Omit<CodeUse, "key">> {
  const { entity } = at;
  const found = new Map<number, Omit<CodeUse, "key">>();
  if (entity.kind !== "extract") return found;
  const extract = shownId(at, review);
  const passage = (entity.quote ?? entity.paraphrase)?.text ?? "";
  for (const coding of entity.codings)
    if (coding.codeSpan)
      found.set(coding.codeSpan.start, {
        extract,
        at: entity.at?.text,
        role: coding.role && roleWord(coding.role, review.manifest.scheme),
        words: coding.words.map(({ text }) => text),
        coder: coderOf(coding, entity),
        passage,
      });
  return found;
}

export function coderOf(coding: Coding, extract: Extract): string | undefined {
  return coding.coder ?? extract.coder?.text;
}

/** The references of a code that are uses: the code of a coding line. */
export function codingsOf(review: Review, name: Name): readonly Reference[] {
  return review.references(name).filter(({ ref, from }) => ref.field === "coding" && from?.brief.kind === "extract");
}

function keyOf({ placed, ref }: Reference): string {
  return `${placed.start + ref.start} ${placed.uri}`;
}

/** An extract whose lines name other codes now, and which of its lines, from 0. */
export interface Recoded {
  readonly spot: Spot;
  readonly lines: readonly number[];
}

/**
 * Lets coding lines of a code name another one: the one that `other` gives for the key of a use, undefined for lines that stay. Refused where a line would say
 * anything else, as one would whose role and new code read as a role with its qualifier. Gives the extracts that were changed.
 */
export function recode(
  draft: Draft,
  name: Name,
  other: (key: string) => string | undefined,
): readonly Recoded[] | Refusal {
  const { review } = draft;
  const byExtract = new Map<Definition["brief"], { readonly at: Definition; readonly lines: Map<number, string> }>();
  const edits = new Map<string, TextEdit[]>();
  for (const reference of codingsOf(review, name)) {
    const id = other(keyOf(reference));
    const { placed, ref, from } = reference;
    if (id === undefined || !from) continue;
    const own = byExtract.get(from.brief) ?? { at: from, lines: new Map<number, string>() };
    byExtract.set(from.brief, own);
    own.lines.set(ref.start, id);
    const inText = edits.get(placed.uri) ?? [];
    edits.set(placed.uri, inText);
    inText.push(idEdit(placed, ref, id));
  }
  const wanted = [...byExtract.values()].map(({ at, lines }) => wantedOf(draft, at, lines));
  const refusal = draft.take(
    together([...edits].map(([uri, own]): Edited => editsOf(uri, review.text(uri) ?? "", own))),
  );
  if (refusal) return refusal;
  for (const { spot, says, ids } of wanted) {
    const now = draft.at(spot)?.entity;
    if (now?.kind !== "extract" || linesOf(now).join("\n") !== says) return refuse("form", { id: ids[0] ?? "" });
  }
  return wanted.map(({ spot, lines }) => ({ spot, lines }));
}

/** Lets the links of coding lines that name one of these codes now lead to it. */
export function relinked(draft: Draft, recoded: readonly Recoded[], codes: ReadonlySet<Name>): Refusal | undefined {
  const { review } = draft;
  const edits = new Map<string, TextEdit[]>();
  let fragments: Fragments | undefined;
  for (const { spot } of recoded) {
    const at = draft.at(spot);
    if (!at) continue;
    const { placed } = at;
    for (const ref of at.brief.links) {
      if (ref.field !== "coding" || ref.target === undefined || !codes.has(ref.name)) continue;
      fragments ??= new Fragments(review);
      const target = fragments.targetOf(placed.uri, ref.name);
      const edit = target && retargeted(review.text(placed.uri) ?? "", ref, placed.start, target);
      if (edit) edits.set(placed.uri, [...(edits.get(placed.uri) ?? []), edit]);
    }
  }
  return draft.take(together([...edits].map(([uri, own]) => editsOf(uri, review.text(uri) ?? "", inOrder(own)))));
}

function idEdit({ start }: Placed, ref: { readonly start: number; readonly end: number }, id: string): TextEdit {
  return { span: { start: start + ref.start, end: start + ref.end }, newText: id };
}

interface Wanted extends Recoded {
  readonly says: string;
  readonly ids: readonly string[];
}

function wantedOf({ review }: Draft, at: Definition, ids: ReadonlyMap<number, string>): Wanted {
  const entity = at.entity as Extract;
  const lines: number[] = [];
  const codings = entity.codings.map((coding, index): Coding => {
    const id = coding.codeSpan && ids.get(coding.codeSpan.start);
    if (id === undefined) return coding;
    lines.push(index);
    return { ...coding, code: id };
  });
  return { spot: spotOf(review, at), lines, says: linesOf({ ...entity, codings }).join("\n"), ids: [...ids.values()] };
}

/** What the coding lines of an extract say, one after another. */
function linesOf(extract: Extract): readonly string[] {
  return extract.codings.map((coding) =>
    JSON.stringify([
      coding.role ? slotKey(coding.role) : "",
      coding.code === undefined ? "" : codeName(coding.code),
      coding.words.map(({ text }) => text),
      coding.coder ?? "",
    ]),
  );
}
