/** What `cmoc read` gives: records in the JSON contract of `cmoc list cmocs`, or the language's own Markdown. What is in the language already comes out as it is. */

import { t } from "../l10n.ts";
import { MANIFEST_NAME } from "../membership.ts";
import { displayId, JSON_VERSION, type RecordJson, recordJson, slotJson } from "../report/json.ts";
import { type Definition, Review } from "../review.ts";
import { LineIndex, type Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import type { Printed } from "./printed.ts";
import { type Published, type ReadOptions, readPublished } from "./published.ts";
import { manifestOf, notesOf, type WrittenAs, written } from "./written.ts";

/** The JSON of `cmoc read`. */
export interface ReadJson {
  readonly version: number;
  readonly cmocs: readonly RecordJson[];
  /** The scheme that the slots are of. */
  readonly scheme: string;
  /** Words that are in no record, in the order of the page; lines are counted from 1. */
  readonly aside: readonly { readonly line: number; readonly text: string }[];
  readonly unsure: readonly { readonly line: number; readonly text: string }[];
  /** Heads of columns and labels that named roles. */
  readonly labels: readonly string[];
}

/** A text that was read. */
export class ReadText {
  readonly published: Published;
  private readonly text: string;
  private readonly name: string;
  private readonly lines: LineIndex;
  /** Records that are in the language already. */
  private readonly own: readonly Definition[];
  private readonly review: Review;
  /** Records that only a liberal reader finds. */
  private readonly others: readonly Printed[];
  private readonly spans: readonly Span[];

  constructor(text: string, name: string, options: ReadOptions) {
    this.text = text;
    this.name = name;
    this.lines = new LineIndex(text);
    this.published = readPublished(text, { ...options, name });
    const { records, scheme, format } = this.published;
    this.review = new Review();
    this.own = format === "markdown" ? dialectIn(this.review, text, scheme, records) : [];
    this.spans = this.own.map(({ placed, entity }) => ({
      start: placed.start + entity.start,
      end: placed.start + entity.end,
    }));
    this.others = this.own.length === 0 ? records : records.filter((record) => !this.isOwn(record.from));
  }

  get count(): number {
    return this.own.length + this.others.length;
  }

  private isOwn(offset: number): boolean {
    return this.spans.some((span) => span.start <= offset && offset < span.end);
  }

  json(): ReadJson {
    const { scheme, aside, unsure, labels } = this.published;
    const places = new Map<string, number>();
    const cmocs: { readonly from: number; readonly json: RecordJson }[] = [
      ...this.own.map((at, index) => ({ from: this.spans[index]?.start ?? 0, json: this.ownJson(at) })),
      ...this.others.map((record) => ({ from: record.from, json: this.printedJson(record, scheme, places) })),
    ];
    cmocs.sort((a, b) => a.from - b.from);
    const line = ({ text, from }: { text: string; from: number }): { line: number; text: string } => ({
      line: this.lines.line(from) + 1,
      text,
    });
    return {
      version: JSON_VERSION,
      cmocs: cmocs.map(({ json }) => json),
      scheme: scheme.name,
      aside: aside.filter(({ from }) => !this.isOwn(from)).map(line),
      unsure: unsure.filter(({ from }) => !this.isOwn(from)).map(line),
      labels,
    };
  }

  private ownJson(at: Definition): RecordJson {
    const record = recordJson(at, this.review);
    const id = at.brief.id === "" ? displayId(at, this.review).replace(FILE, this.name) : record.id;
    return { ...record, id, file: this.name };
  }

  private printedJson(record: Printed, scheme: Scheme, places: Map<string, number>): RecordJson {
    const notes = notesOf(record, true);
    const theme = flat(record.theme);
    return {
      kind: "cmoc",
      id: record.id === "" ? this.place(record, places) : record.id,
      title: flat(record.title),
      file: this.name,
      range: this.lines.range({ start: record.from, end: record.to }),
      status: "candidate",
      ...(theme !== "" && { theme }),
      spelling: record.by,
      slots: record.slots.map((slot) => slotJson({ ...slot, start: 0, end: 0, mark: { start: 0, end: 0 } }, scheme)),
      evidence: [],
      links: [],
      theories: [],
      ...(notes.length > 0 && { notes }),
    };
  }

  /** Where a record without an id stands; of several in one line the later ones are counted. */
  private place(record: Printed, places: Map<string, number>): string {
    const place = `${this.name}:${this.lines.line(record.from) + 1}`;
    const count = (places.get(place) ?? 0) + 1;
    places.set(place, count);
    return count === 1 ? place : `${place}:${count}`;
  }

  /** The records as Markdown; what was left aside stands in a comment below them. */
  markdown(as: WrittenAs): string {
    const { scheme } = this.published;
    if (this.own.length > 0 && this.others.length === 0) return this.text;
    const records = written(this.others, scheme, as);
    if (this.own.length > 0) return `${this.text.trimEnd()}\n\n${records}`;
    return [records, this.comment()].filter((text) => text !== "").join("\n");
  }

  private comment(): string {
    const { aside, unsure, labels } = this.json();
    const parts: string[] = [];
    if (labels.length > 0) append(parts, [t("Heads and labels:"), ...labels.map((text) => `· ${text}`)]);
    if (unsure.length > 0) append(parts, [t("Unsure:"), ...unsure.map(({ line, text }) => `· ${line}: ${text}`)]);
    if (aside.length > 0) append(parts, [t("Left aside:"), ...aside.map(({ line, text }) => `· ${line}: ${text}`)]);
    if (parts.length === 0) return "";
    const words = parts
      .map((part) =>
        flat(part)
          .replace(/--/g, "- -")
          .replace(/-(?=>)/g, "- "),
      )
      .join("\n");
    return `<!--\n${words}\n-->\n`;
  }
}

const FILE = "read.md";

/**
 * The records that the language itself reads in a Markdown text: those with a heading; rows of tables where they cite, or where a liberal reader finds nothing else in
 * them. `records` are what that one found.
 */
function dialectIn(review: Review, text: string, scheme: Scheme, records: readonly Printed[]): readonly Definition[] {
  review.set({ uri: MANIFEST_NAME, version: 0, text: manifestOf(scheme) });
  review.set({ uri: FILE, version: 0, text });
  const all = [...review.records("cmoc")];
  const headed = all.filter(
    ({ entity }) => entity.kind === "cmoc" && !entity.row && (entity.slots.length > 0 || entity.spelling !== "none"),
  );
  const isCiting = all.some(({ entity }) => entity.kind === "cmoc" && entity.row && entity.evidence.length > 0);
  if (headed.length > 0 || isCiting) {
    const spans = headed.map(({ placed, entity }) => ({
      start: placed.start + entity.start,
      end: placed.start + entity.end,
    }));
    return all.filter((at) => {
      if (headed.includes(at)) return true;
      const { entity, placed } = at;
      if (entity.kind !== "cmoc" || entity.slots.length === 0) return false;
      return (
        isCiting ||
        spans.some((span) => span.start <= placed.start + entity.start && placed.start + entity.start < span.end)
      );
    });
  }
  const rows = all.filter(({ entity }) => entity.kind === "cmoc" && entity.row);
  return rows.length > 0 && rows.length === records.length && rows.every((at, index) => isAlike(at, records[index]))
    ? rows
    : [];
}

function isAlike({ entity }: Definition, record: Printed | undefined): boolean {
  if (entity.kind !== "cmoc" || !record) return false;
  const key = (slot: { role: string; text: string }): string => `${slot.role} ${flat(slot.text)}`;
  return (
    entity.id === record.id &&
    entity.slots.length === record.slots.length &&
    entity.slots.every((slot, at) => key(slot) === key(record.slots[at] ?? { role: "", text: "" }))
  );
}
