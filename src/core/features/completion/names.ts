/** Names to choose from: records, codes, sources, extracts. */
import { authorYear, type Reference } from "../../bibliography/reference.ts";
import type { Name } from "../../model/types.ts";
import type { Review, SourceView } from "../../review.ts";
import { isCitable as isBare } from "../../syntax/citations.ts";
import type { Span } from "../../text.ts";
import { KINDS, type Kind } from "../../vocabulary.ts";
import { isCitable } from "../edit/spell.ts";
import { type CompletionItem, naturally, ordinal } from "./item.ts";
import { listingOf, titleOf } from "./listing.ts";

/** A reference as the door has it decoded; undefined while it is not, or when no bibliography knows the key. */
export type ReferenceOf = (key: string) => Reference | undefined;

/** Records of these kinds, the first of them first; the record `but` is left out. `after` is put behind each. */
export function recordItems(
  review: Review,
  kinds: readonly Kind[],
  span: Span,
  {
    but,
    after = "",
    word = false,
  }: { readonly but?: Name | undefined; readonly after?: string; readonly word?: boolean },
): readonly CompletionItem[] {
  const { records } = listingOf(review);
  const found: CompletionItem[] = [];
  for (const [rank, kind] of kinds.map((kind, index) => [String(index), kind] as const)) {
    const lead =
      word && (kind === "code" || kind === "memo") ? `${KINDS.find((each) => each.kind === kind)?.heading} ` : "";
    for (const { id, name, title, filterText, sortText, about } of records.get(kind) ?? NONE) {
      if (name === but) continue;
      const label = lead + id;
      found.push({
        label,
        kind: kind === "code" ? "code" : "record",
        detail: title,
        about,
        filterText: lead + filterText,
        sortText: rank + sortText,
        edit: { span, newText: label + after },
      });
    }
  }
  return found;
}

const NONE: readonly never[] = [];

interface SourceLine {
  readonly reference: Reference | undefined;
  readonly text: string;
  readonly detail: string;
  readonly filterText: string;
  readonly sortText: string;
}

/** What is said of a source; it lasts until the source, or what is known of its reference, is another. */
const lines = new WeakMap<SourceView, SourceLine>();

/** All sources that can be cited, those that the review draws on first. */
export function sourceItems(review: Review, span: Span, reference: ReferenceOf): readonly CompletionItem[] {
  const found: CompletionItem[] = [];
  for (const source of review.sources()) {
    const { key } = source;
    if (!isCitable(key)) continue;
    const { text, detail, filterText, sortText } = lineOf(source, reference(key));
    found.push({
      label: text,
      kind: "source",
      detail,
      about: { source: key },
      filterText,
      sortText,
      edit: { span, newText: text },
    });
  }
  return found;
}

function lineOf(source: SourceView, reference: Reference | undefined): SourceLine {
  const known = lines.get(source);
  if (known && known.reference === reference) return known;
  const { key, status } = source;
  const text = isBare(key) ? `@${key}` : `@{${key}}`;
  const [by, title, who] = reference ? told(reference) : toldByFile(source);
  const parts = [by, title, status === "excluded" || status === "awaiting" ? status : ""].filter((part) => part !== "");
  const rank = status === "included" ? 0 : status === "excluded" ? 2 : 1;
  const made = {
    reference,
    text,
    detail: parts.join(" · "),
    filterText: [text, who, title].filter((part) => part !== "").join(" "),
    sortText: `${rank}${naturally(key)}`,
  };
  lines.set(source, made);
  return made;
}

/** Author and year, the title, and every name and the year to be found by. */
function told(reference: Reference): readonly [string, string, string] {
  const names = reference.authors.map((author) => ("literal" in author ? author.literal : author.family));
  const by = reference.authors.length === 0 ? String(reference.year ?? "") : authorYear(reference);
  return [by, reference.title, [...names, reference.year ?? ""].join(" ").trim()];
}

function toldByFile({ uri, frontMatter }: SourceView): readonly [string, string, string] {
  if (uri === undefined) return ["", "", ""];
  const by = [frontMatter?.author?.value, frontMatter?.year?.value].filter((part) => part !== undefined).join(" ");
  return [by, frontMatter?.title?.value ?? "", by];
}

/** From so many on, what an extract says is not read for each. */
const MOST_READ = 200;
const WORDS = 8;

/** The extracts of a source, in the order of its file. */
export function extractItems(review: Review, key: string, span: Span): readonly CompletionItem[] {
  const all = review.extractsOf(key);
  return all.map((definition, index) => {
    const { brief, placed, name } = definition;
    const title = titleOf(brief, placed);
    const entity = title === "" && all.length <= MOST_READ ? definition.entity : undefined;
    const words = entity?.kind === "extract" ? (entity.quote ?? entity.paraphrase)?.text : undefined;
    const detail = title === "" ? firstWords(words ?? "") : title;
    return {
      label: brief.id,
      kind: "extract",
      detail,
      about: { record: name },
      filterText: `${brief.id} ${detail}`.trim(),
      sortText: ordinal(index, 6),
      edit: { span, newText: brief.id },
    };
  });
}

function firstWords(text: string): string {
  const words = text.slice(0, 200).split(/\s+/);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(" ")} …` : text.slice(0, 200);
}
