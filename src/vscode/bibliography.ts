/** A file of its own, loaded when the first entry of a bibliography is asked for: it holds the library that decodes them. */
export { decodeEntry } from "../core/exchange/bibliography/decode.ts";
