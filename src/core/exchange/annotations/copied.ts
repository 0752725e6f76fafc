/** What was copied, where it is quotations with their places: from Zotero, whose HTML says more than its words, or as any program writes them. */
import { citedPlace } from "./cited.ts";
import { citedQuotation } from "./cited-quotation.ts";
import { type Copied, MOST_HTML } from "./copied-signs.ts";
import { readAnnotations } from "./read.ts";
import type { Annotation } from "./types.ts";

/** The quotations; none where something in it is none, or where one has no place. */
export function quotationsIn(copied: Copied): readonly Annotation[] {
  const all = annotationsIn(copied);
  const one = all.length === 0 ? citedQuotation(copied.text) : undefined;
  return one ? [one] : all;
}

function annotationsIn(copied: Copied): readonly Annotation[] {
  const { all, aside, passed = [], unplaced = [] } = readAnnotations(copied.text);
  const [first] = all;
  if (!first || aside.length > 0 || all.some(({ at, id }) => at === undefined && id === undefined)) return [];
  // Words before the first and between them are somebody's own: they would be lost.
  if (passed.length + unplaced.length > 0) return [];
  if (!startsWith(copied.text, first.quote)) return [];
  const told = copied.html === undefined || copied.html.length > MOST_HTML ? [] : toldIn(copied.html);
  if (told.length !== all.length) return all;
  return all.map((each, index) => ({ ...told[index], ...each }));
}

function startsWith(text: string, quote: string): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(quote.slice(0, 20))));
  return !/\p{L}{2}/u.test(before.replace(/<[^<>]*>|\[![^\]]*\].*|\[[^\]]*\]\([^)]*\)|\[\[.*?\]\]|#.*/g, ""));
}

type Told = Partial<Pick<Annotation, "id" | "at" | "colour">>;

/** What Zotero says of each annotation in attributes of its HTML. */
function toldIn(html: string): readonly Told[] {
  return [...html.matchAll(/data-annotation="([^"]{1,20000})"/g)].map(([, value = ""]) => {
    try {
      const read: unknown = JSON.parse(decodeURIComponent(value));
      if (typeof read !== "object" || read === null) return {};
      const { annotationKey, pageLabel } = read as { annotationKey?: unknown; pageLabel?: unknown };
      const at = typeof pageLabel === "string" ? citedPlace(`p. ${pageLabel}`).at : undefined;
      return {
        ...(typeof annotationKey === "string" && /^\w{6,12}$/.test(annotationKey) && { id: `zotero ${annotationKey}` }),
        ...(at !== undefined && { at }),
      };
    } catch {
      return {};
    }
  });
}
