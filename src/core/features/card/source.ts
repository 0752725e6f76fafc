/** The card of a source: what it is, how it was appraised, its extracts and what it bears on. */

import type { Reference, ReferenceAuthor } from "../../bibliography/reference.ts";
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import type { Definition, Review, SourceView } from "../../review.ts";
import { type FrontMatter, scaleField } from "../../syntax/front-matter.ts";
import { type Asking, bearingSection, fieldLine, lineOf, saidSection, titleLine } from "./asking.ts";
import { extractCount } from "./counts.ts";
import { type Card, type CardLine, fitted, type Section, sectionOf } from "./lines.ts";
import { placeOf, placeOfSource } from "./naming.ts";
import { firstWords, plain, quoted } from "./words.ts";

const WORDS = 200;
const QUOTE = 60;

export function sourceCard(source: SourceView, asking: Asking): Card {
  const { review, reference } = asking;
  const { key, frontMatter } = source;
  const place = placeOfSource(key, review);
  const known = reference?.(key);
  const name = `s:${key}`;
  const id = `@${key}`;
  const title = firstWords(frontMatter?.title?.value ?? known?.title ?? "", WORDS);
  const status = source.status ?? (source.uri === undefined ? t("only in the bibliography") : undefined);
  const lines = fitted(titleLine(id, title, status, place), [
    sectionOf(publishedLine(known, frontMatter), 1),
    sectionOf(
      frontMatter
        ? [
            ...fieldLine("reason", frontMatter.reason?.value),
            ...fieldLine("read", frontMatter.read && frontMatter.fields.get("read")?.value),
            ...appraisals(frontMatter, review),
          ]
        : [],
      3,
      place,
    ),
    sectionOf(source.study === key ? [] : fieldLine("study", source.study), 1),
    extractSection(source, asking),
    bearingSection(review.bearsOn(name), asking, place),
    saidSection(problemsOf(source, asking), asking),
  ]);
  return { kind: "source", id, name, title, status, place, lines };
}

/** `Okafor, Lind and others · 2014 · Journal of Working Together`. */
function publishedLine(known: Reference | undefined, said: FrontMatter | undefined): readonly CardLine[] {
  const authors = known ? authorsOf(known) : plain(said?.author?.value ?? "");
  const year = String(known?.year ?? plain(said?.year?.value ?? ""));
  const parts = [firstWords(authors, WORDS), year, plain(known?.container ?? ""), plain(said?.type?.value ?? "")];
  const text = parts.filter((words) => words !== "").join(" · ");
  return text === "" ? [] : [lineOf("field", text)];
}

const MOST_AUTHORS = 6;

function authorsOf({ authors, moreAuthors }: Reference): string {
  const shown = authors.slice(0, MOST_AUTHORS).map(authorName);
  return [...shown, ...(moreAuthors || authors.length > MOST_AUTHORS ? [t("and others")] : [])].join(", ");
}

function authorName(author: ReferenceAuthor): string {
  return "literal" in author ? author.literal : [author.given, author.family].filter(Boolean).join(" ");
}

/** `relevance high · richness rich · rigour moderate`, then that of each coder. */
export function appraisalOf(frontMatter: FrontMatter, review: Review): readonly string[] {
  const scales = [...new Set(["relevance", "richness", "rigour", ...Object.keys(review.manifest.appraisal)])];
  const own = scales.flatMap((scale) => {
    const value = scaleField(frontMatter, scale)?.value;
    return value === undefined ? [] : [`${plain(scale)} ${firstWords(value, QUOTE)}`];
  });
  const coders = frontMatter.appraisals.map(({ coder, values }) => {
    const said = values.map(({ scale, value }) => `${plain(scale)} ${firstWords(value, QUOTE)}`);
    return `${plain(coder)}: ${said.join(" · ")}`;
  });
  return [...(own.length === 0 ? [] : [own.join(" · ")]), ...coders];
}

function appraisals(frontMatter: FrontMatter, review: Review): readonly CardLine[] {
  return appraisalOf(frontMatter, review).map((text) => lineOf("field", text));
}

function extractSection({ key }: SourceView, { review }: Asking): Section {
  const extracts = review.extractsOf(key);
  if (extracts.length === 0) return sectionOf([], 1);
  const line = (index: number): CardLine => {
    if (index === 0) return lineOf("field", { text: extractCount(extracts.length), style: "dimmed" });
    const at = extracts[index - 1] as Definition<Extract>;
    const { entity } = at;
    const where = plain(entity.at?.text ?? "");
    const words = quoted((entity.quote ?? entity.paraphrase)?.text, QUOTE);
    return lineOf(
      "quote",
      { text: entity.id, to: placeOf(at) },
      where === "" ? undefined : { text: `, ${where}`, style: "dimmed" },
      words === "" ? undefined : ` ${words}`,
    );
  };
  return { count: extracts.length + 1, line, least: 3, to: placeOfSource(key, review) };
}

/** The problems of the source itself: those in its front matter, or at its entry. */
function problemsOf(source: SourceView, { problems }: Asking): ReturnType<NonNullable<Asking["problems"]>> {
  const { uri, frontMatter, bibliography } = source;
  const at = uri === undefined ? bibliography?.uri : uri;
  const span = uri === undefined ? bibliography?.entry.entry : frontMatter?.span;
  if (!problems || at === undefined || span === undefined) return [];
  return problems(at).filter((each) => each.span.start >= span.start && each.span.start <= span.end);
}
