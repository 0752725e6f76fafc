/** The text of a source as it is shown: its pages under headings. Offsets go from the one to the other. */
import { t } from "../l10n.ts";
import type { SourceText } from "../quotes/source-text.ts";
import { firstNot, type Span } from "../text.ts";

export interface ShownText {
  readonly text: string;
  /** Where a place of the source's text is shown. */
  readonly shown: (offset: number) => number;
  /** What a place that is shown is in the source's text; within a heading, the beginning of its page. */
  readonly source: (offset: number) => number;
  /** Its pages, or the sections of a text without pages, in order; what stands before the first is of none. */
  readonly sections: readonly ShownSection[];
}

export interface ShownSection {
  readonly title: string;
  /** Offsets in what is shown: from its heading to the next. */
  readonly span: Span;
}

/** A title is no longer than this. */
const TITLE = 120;

/** Linear in the text. Pages get headings; sections of a text without pages begin with theirs, which is marked as one. */
export function shownText({ text, pages }: Pick<SourceText, "text" | "pages">, hasPages: boolean): ShownText {
  const sections = hasPages ? [] : sectionsOf({ text, pages }, false);
  let made = text.slice(0, pages[0]?.start ?? text.length);
  const places: { readonly from: number; readonly heading: Span; readonly title: string }[] = [];
  for (const [index, { start, label }] of pages.entries()) {
    const title = sections[index]?.title ?? pageTitle(label, index);
    const line = made === "" || made.endsWith("\n") ? "" : "\n";
    const heading = hasPages ? `${line}# ${title}\n\n` : `${line}# `;
    places.push({ from: start, heading: { start: made.length, end: made.length + heading.length }, title });
    made += heading + text.slice(start, pages[index + 1]?.start ?? text.length);
  }
  type Place = (typeof places)[number];
  const last = (offset: number, at: (place: Place) => number): Place | undefined =>
    places[firstNot(places.length, (index) => at(places[index] as Place) <= offset) - 1];
  return {
    text: made,
    shown: (offset) => {
      const place = last(offset, ({ from }) => from);
      return place ? place.heading.end + offset - place.from : offset;
    },
    source: (offset) => {
      const place = last(offset, ({ heading }) => heading.start);
      return place ? place.from + Math.max(0, offset - place.heading.end) : offset;
    },
    sections: places.map(({ title, heading }, index) => {
      // The heading of a page that begins in the midst of a line is on the next.
      const start = made.charAt(heading.start) === "\n" ? heading.start + 1 : heading.start;
      return { title, span: { start, end: places[index + 1]?.heading.start ?? made.length } };
    }),
  };
}

function pageTitle(label: string | undefined, index: number): string {
  return label === undefined ? t("Page {0} of the file", index + 1) : t("Page {0}", label);
}

/** Those of a text that is shown as it is: pages by their numbers, sections by their first lines. */
export function sectionsOf(
  { text, pages }: Pick<SourceText, "text" | "pages">,
  arePages: boolean,
): readonly ShownSection[] {
  return pages.map(({ start, label }, index) => {
    const line = arePages ? "" : (/^\s*([^\r\n]{0,300})/.exec(text.slice(start, start + 600))?.[1]?.trim() ?? "");
    const title = line === "" ? pageTitle(label, index) : line.slice(0, TITLE);
    return { title, span: { start, end: pages[index + 1]?.start ?? text.length } };
  });
}
