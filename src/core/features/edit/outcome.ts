/** What asking for a change gives: edits by document, or the reason why there are none. Nothing here throws. */
import type { FindingData } from "../../syntax/finding.ts";
import type { TextEdit } from "../../text.ts";

/**
 * Edits by the path of a document, ascending, never overlapping; a path that the review does not hold is a file to be made, its one edit an
 * insertion at 0.
 */
export type EditsByUri = ReadonlyMap<string, readonly TextEdit[]>;

/**
 * Why nothing was changed.
 * - `unknown`: the record, the name or the file is not in the review (any more)
 * - `moved`: the record was written otherwise since it was asked for
 * - `ambiguous`: two records bear the name
 * - `taken`: another record bears the new id
 * - `form`: what was to be written cannot be written there so that it is read as it is meant
 * - `range`: the id reads as a range of ids, or a range with words of its own cannot be parted
 * - `bibliography`: the key belongs to an entry of a bibliography, which another program writes
 * - `key`: no citation key begins so, or has such a sign in it, that is written back as it was wherever it stands
 * - `field`: the kind has no such field
 * - `several`: the field stands more than once, and it was not said which is meant
 * - `spelling`: the record is spelt as a sentence or a table, where this has no place
 * - `column`: the table has no column for it, or the row no cell
 * - `nowhere`: nothing defines what is to be renamed
 * - `exists`: another file has the name that one is to be given
 * - `words`: the link is a citation in running words, not an item of a field
 * - `problems`: the review would have problems that it does not have; `words` says which, `count` how many
 * - `told`: `words` says why, in a sentence for people
 */
export type RefusalReason =
  | "unknown"
  | "moved"
  | "ambiguous"
  | "taken"
  | "form"
  | "empty"
  | "signs"
  | "range"
  | "aliased"
  | "bibliography"
  | "key"
  | "field"
  | "several"
  | "spelling"
  | "column"
  | "nowhere"
  | "exists"
  | "words"
  | "problems"
  | "told";

export interface Refusal {
  readonly refused: RefusalReason;
  /** What it is about, as people call it: `id`, `key`, `slot`, `file`, `field`. */
  readonly data: FindingData;
}

export interface Edited {
  readonly edits: EditsByUri;
}

export type Outcome = Edited | Refusal;

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return "refused" in outcome;
}

export function refuse(reason: RefusalReason, data: FindingData = {}): Refusal {
  return { refused: reason, data };
}

export const UNCHANGED: Edited = { edits: new Map() };

/** Edits of one document, in order; those that change nothing are left out. */
export function editsOf(uri: string, text: string, edits: readonly TextEdit[]): Edited {
  const real = edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
  return real.length === 0 ? UNCHANGED : { edits: new Map([[uri, inOrder(real)]]) };
}

/** Several changes as one, the edits of each document in order. */
export function together(changes: Iterable<Edited>): Edited {
  const edits = new Map<string, TextEdit[]>();
  for (const change of changes)
    for (const [uri, own] of change.edits) {
      const all = edits.get(uri) ?? [];
      edits.set(uri, all);
      for (const each of own) all.push(each);
    }
  return { edits: new Map([...edits].map(([uri, own]) => [uri, inOrder(own)])) };
}

export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
