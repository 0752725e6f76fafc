/** Loaded when a document of a review is shown, or somebody looks for a name: the places of names, outlines, folding, links. */
export {
  foldingsOf,
  highlightsAt,
  linksOf,
  referencesAt,
  selectionsAt,
  symbolsIn,
  symbolsOf,
} from "../language/moving.ts";
