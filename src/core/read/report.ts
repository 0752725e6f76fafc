/** What `cmoc read` gives: records in the JSON contract of `cmoc list cmocs`, or the language's own Markdown. What is in the language already comes out as it is. */

import { t } from "../l10n.ts";
import { displayId, JSON_VERSION, type RecordJson, recordJson, slotJson } from "../report/json.ts";
import { type Definition, Review } from "../review.ts";
import { LineIndex, type Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { besides, dialectIn, FILE, type Own, spanOf, within } from "./own.ts";
import type { Printed } from "./printed.ts";
import { type Published, type ReadOptions, readPublished, slotsOf, wordsOf } from "./published.ts";
import { leftIn } from "./rest.ts";
import { notesOf, type WrittenAs, written } from "./written.ts";

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
  private readonly over: Own["over"];
  private readonly review: Review;
  /** Records that only a liberal reader finds. */
  private readonly others: readonly Printed[];
  /** Records of the language, printed once more. */
  private readonly again: Published["aside"];
  private readonly spans: readonly Span[];
  /** Whether an offset is within a record of the language. */
  private readonly isOwn: (offset: number) => boolean;

  constructor(text: string, name: string, options: ReadOptions) {
    this.text = text;
    this.name = name;
    this.lines = new LineIndex(text);
    this.published = readPublished(text, { ...options, name });
    const { records, scheme, format } = this.published;
    this.review = new Review();
    const { records: own, over } =
      format === "markdown" ? dialectIn(this.review, text, scheme, records) : { records: [], over: [] };
    this.own = own;
    this.over = over;
    this.spans = own.map(spanOf);
    this.isOwn = within(this.spans);
    const more = new Set(besides(own, records));
    const printed = own.length === 0 ? records : records.filter((each) => more.has(each) || !this.isOwn(each.from));
    // What was read before, and written below the text that it stood in, is one with it.
    const known = new Set(own.flatMap(({ entity }) => (entity.kind === "cmoc" ? [slotsOf(entity)] : [])));
    const isAgain = (each: Printed): boolean => each.slots.length > 0 && known.has(slotsOf(each));
    this.others = printed.filter((each) => !isAgain(each));
    this.again = printed.filter(isAgain).map((each) => ({ text: wordsOf(each), from: each.from }));
  }

  get count(): number {
    return this.own.length + this.others.length;
  }

  json(): ReadJson {
    this.told ??= this.made();
    return this.told;
  }

  private told: ReadJson | undefined;

  private made(): ReadJson {
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
      aside: [
        ...aside.filter(({ from }) => !this.isOwn(from)),
        ...this.again,
        ...this.rest(
          cmocs.map(({ json }) => json),
          labels,
        ),
      ]
        .sort((a, b) => a.from - b.from)
        .map(line),
      unsure: unsure.filter(({ from }) => !this.isOwn(from)).map(line),
      labels,
    };
  }

  /** What stands in the records of the language and is told of none. */
  private rest(
    records: readonly RecordJson[],
    labels: readonly string[],
  ): readonly { readonly text: string; readonly from: number }[] {
    if (this.own.length === 0) return [];
    // `1` in a column of ids is CMOC1.
    const told = records.map(({ file, range, kind, spelling, ...each }) => [
      each,
      each.id.replace(/^\p{L}+(?=\d)/u, ""),
    ]);
    return leftIn(this.text, apart(this.spans), told, labels, this.published.scheme);
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
    if (this.own.length > 0 && this.over.length === 0) return `${this.text.trimEnd()}\n\n${records}`;
    const own = this.own.length > 0 ? this.textWithout(this.over) : "";
    return [own, records, this.comment()].filter((text) => text !== "").join("\n");
  }

  private textWithout(spans: readonly Span[]): string {
    let text = "";
    let at = 0;
    for (const span of spans) {
      text += this.text.slice(at, span.start);
      at = span.end;
    }
    return `${(text + this.text.slice(at)).trim()}\n`;
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

/** The spans in order, those within another left out. */
function apart(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let end = -1;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= end) continue;
    found.push({ start: Math.max(span.start, end), end: span.end });
    end = span.end;
  }
  return found;
}
