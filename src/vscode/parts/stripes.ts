/** Loaded when a source's file or its full text is shown: coded words in the colours of their roles. */
export { Stripes } from "../stripes/stripes.ts";
