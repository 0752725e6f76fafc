/** Highlights in rows of a table, as templates write them: the words in one cell, the link to their place in another. Linear in the row. */
import { citedPlace } from "./cited.ts";
import { tagsIn } from "./hash-tags.ts";
import { commentOf, highlightsIn, joinedComments } from "./inline.ts";
import { type Place, placesIn, withoutPlaces } from "./links.ts";
import { openingMark, plainWords, withoutMarks } from "./plain.ts";

export interface RowSays {
  readonly quote: string;
  readonly isMarked: boolean;
  readonly place: Place;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly colour: string | undefined;
}

const QUOTE = /^(?:highlights?|quot(?:es?|ations?)|text|words|passage|excerpt|annotation|cita|zitat|subrayado)\b/iu;
const COMMENT = /^(?:comments?|notes?|my\b.*|thoughts?|kommentar|notiz|comentarios?|notas?)\b/iu;
const TAGS = /^(?:tags?|etiquetas?)\b/iu;
const COLOUR = /^colou?r$/iu;
const PAGE = /^(?:pages?|pp?\.?|página|seite)$/iu;

/** "none" where no place is told; "unsure" where it cannot be said which of the cells are the source's words. */
export function rowSays(head: readonly string[], cells: readonly string[]): RowSays | "none" | "unsure" {
  const places = placesIn(cells);
  if (!places) return "none";
  const names = cells.map((_, index) => plainWords(head[index] ?? ""));
  const words = cells.map((cell) => (commentOf(withoutPlaces(cell)) === "" ? "" : cell));
  const spoken = words.flatMap((cell, index) => (cell !== "" && !isAside(names[index] ?? "") ? [index] : []));
  const named = spoken.filter((index) => QUOTE.test(names[index] ?? ""));
  const [own, ...others] = named.length > 0 ? named : spoken;
  if (own === undefined || others.length > 0) return "unsure";
  const cell = cells[own] ?? "";
  const [told] = highlightsIn(cell);
  const quote = told?.quote || withoutMarks(plainWords(withoutPlaces(cell)));
  let comment = told?.quote ? told.comment : "";
  let tags: readonly string[] = [];
  let colour: string | undefined;
  let at = places.at;
  for (const [index, name] of names.entries()) {
    const said = words[index] ?? "";
    if (index === own || said === "") continue;
    if (TAGS.test(name)) tags = [...tags, ...tagsIn(said)];
    else if (COLOUR.test(name)) colour = plainWords(said);
    else if (PAGE.test(name) && citedPlace(`p. ${said}`).at !== undefined) at ??= citedPlace(`p. ${said}`).at;
    else {
      const mine = commentOf(withoutPlaces(said, places));
      comment = joinedComments(comment, COMMENT.test(name) || name === "" ? mine : `${name}: ${mine}`);
    }
  }
  // A page in the text of the link stands under the head that says so.
  const label = cells.findIndex((each, index) => PAGE.test(names[index] ?? "") && placesIn([each]));
  if (label >= 0) at ??= citedPlace(`p. ${plainWords(cells[label] ?? "")}`).at;
  const isMarked = openingMark(plainWords(withoutPlaces(cell))) === 0;
  return { quote, isMarked, place: { ...places, ...(at !== undefined && { at }) }, comment, tags, colour };
}

function isAside(name: string): boolean {
  return [COMMENT, TAGS, COLOUR, PAGE].some((sign) => sign.test(name));
}
