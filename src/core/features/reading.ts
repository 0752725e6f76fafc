/** Reading a review's sources: how many are read, which comes next, and marking them. */
import { t } from "../l10n.ts";
import type { Review, SourceView } from "../review.ts";
import { type Reading, readReadings } from "../syntax/reading-dates.ts";
import { type Edited, isRefusal, type Outcome, type Refusal, refuse, together } from "./edit/outcome.ts";
import { setSourceFields } from "./edit/source-fields.ts";
import { type HoldsText, READING_STATES, type ReadingState, readingStateOf } from "./tree/reading-states.ts";

export interface ReadingProgress {
  readonly counts: { readonly [state in ReadingState]: number };
  /** All that are to be read, or were: those that are excluded, or that nobody has taken up from the bibliography, are none of them. */
  readonly all: number;
}

export function readingProgress(review: Review, holdsText?: HoldsText): ReadingProgress {
  const counts: { [state in ReadingState]: number } = { coding: 0, unread: 0, "no text": 0, read: 0 };
  let all = 0;
  for (const source of review.sources()) {
    const state = readingStateOf(source, review, holdsText);
    if (state === undefined) continue;
    counts[state]++;
    all++;
  }
  return { counts, all };
}

/**
 * Sources in the order in which their files are called; after them those that only a bibliography has, in its order. It is the order in which they are read where
 * nothing else says one.
 */
export function inOrderOfFiles(sources: readonly SourceView[]): readonly SourceView[] {
  const placed = sources.map((source) => {
    const { uri, bibliography } = source;
    return {
      source,
      isListed: uri === undefined,
      path: uri ?? bibliography?.uri ?? "",
      at: bibliography?.span.start ?? 0,
    };
  });
  placed.sort((a, b) => {
    if (a.isListed !== b.isListed) return a.isListed ? 1 : -1;
    if (a.path !== b.path) return a.path < b.path ? -1 : 1;
    return a.isListed ? a.at - b.at : 0;
  });
  return placed.map(({ source }) => source);
}

/** The sources to be read: those that are being coded first, then those that nobody has begun and whose text is there, or may be. */
export function toRead(review: Review, holdsText?: HoldsText): readonly SourceView[] {
  const byState = new Map<ReadingState, SourceView[]>(READING_STATES.map((state) => [state, []]));
  for (const source of inOrderOfFiles(review.sources())) {
    const state = readingStateOf(source, review, holdsText);
    if (state) byState.get(state)?.push(source);
  }
  return [...(byState.get("coding") ?? []), ...(byState.get("unread") ?? [])];
}

/** The one after a source, round from the last to the first; the first where the source is none of them. */
export function nextToRead(all: readonly SourceView[], after?: string): SourceView | undefined {
  const at = all.findIndex(({ key }) => key === after);
  return all[(at + 1) % Math.max(1, all.length)];
}

/**
 * Writes into the files of sources when they were read; a reading of somebody else stays beside it. Files of sources that only a bibliography has are begun.
 * Without a reading, takes out what is said of it. Refuses a source that is excluded, and one that says something else than dates of when it was read: what somebody wrote is not put aside.
 */
export function markRead(review: Review, keys: readonly string[], reading: Reading | undefined): Outcome {
  const made: Edited[] = [];
  const taken = new Set<string>();
  for (const key of new Set(keys)) {
    const source = review.source(key);
    if (!source) return refuse("unknown", { key });
    if (reading && source.status === "excluded") return refuse("form", { key });
    if (!reading && source.uri === undefined) continue;
    const value = readingsWith(review, source, reading);
    if (typeof value === "object") return value;
    const outcome = setSourceFields(review, key, [["read", value]], taken);
    if (isRefusal(outcome)) return outcome;
    made.push(outcome);
    for (const uri of outcome.edits.keys()) taken.add(uri);
  }
  return together(made);
}

/** What is said already, with a reading; without one, nothing. */
function readingsWith(review: Review, source: SourceView, reading: Reading | undefined): string | undefined | Refusal {
  const { key } = source;
  const written = writtenOf(review, source);
  const known = written === "" ? [] : readReadings(written);
  if (!known) return refuse("told", { words: unreadable(key, written) });
  if (!reading) return undefined;
  if (known.some(({ coder }) => coder === reading.coder || reading.coder === undefined)) return written;
  const all = [...known, reading];
  const value = all.map(said).join(", ");
  return JSON.stringify(readReadings(value)) === JSON.stringify(all) ? value : refuse("form", { field: value });
}

/** What stands there: the text, or the list or map as it is written. */
function writtenOf(review: Review, { frontMatter, uri = "" }: SourceView): string {
  const field = frontMatter?.fields.get("read");
  if (field) return field.value.trim();
  const other = frontMatter?.findings.find(({ rule, data }) => rule === "yaml/value" && data.key === "read");
  return other ? (review.text(uri) ?? "").slice(other.start, other.end).replace(/\s+/g, " ").trim() : "";
}

function unreadable(key: string, written: string): string {
  return t(
    "{0} says “{1}” of when it was read, beside which no date can be written. Nothing was changed. Write dates there, as in read: 2026-03-02 (JA), and the rest into a note.",
    key,
    written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written,
  );
}

const LONGEST_SHOWN = 80;

function said({ date, coder }: Reading): string {
  return coder === undefined ? date : `${date} (${coder})`;
}
