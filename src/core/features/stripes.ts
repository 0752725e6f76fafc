/** Stripes: coded words in the quotes of extracts and in full texts, and what is told of them. */
export { quoteStripes } from "./stripes/in-quotes.ts";
export { type Quoted, TextStripes } from "./stripes/in-text.ts";
export { type CoderRow, codersOf, type LegendRow, legendOf, lineWords, NO_ROLE } from "./stripes/legend.ts";
export type { Stripe } from "./stripes/stripe.ts";
export { coderName, stripeCards, stripesAt } from "./stripes/told.ts";
