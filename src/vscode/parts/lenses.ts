/** Loaded when a text of a review is shown: what stands over heads and beside ids. */
export { hintResolved, hintsIn } from "../language/hints.ts";
export { lensesOf, lensResolved, showPlaces } from "../language/lenses.ts";
