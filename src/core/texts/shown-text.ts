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
}

/** Linear in the text. Sections of a text without pages have headings of their own already. */
export function shownText({ text, pages }: Pick<SourceText, "text" | "pages">, hasPages: boolean): ShownText {
  if (!hasPages || pages.length === 0) return { text, shown: (offset) => offset, source: (offset) => offset };
  let made = text.slice(0, pages[0]?.start ?? 0);
  const places: { readonly from: number; readonly heading: Span }[] = [];
  for (const [index, { start, label }] of pages.entries()) {
    const title = label === undefined ? t("Page {0} of the file", index + 1) : t("Page {0}", label);
    const heading = `${made === "" || made.endsWith("\n") ? "" : "\n"}# ${title}\n\n`;
    places.push({ from: start, heading: { start: made.length, end: made.length + heading.length } });
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
  };
}
