/** Loaded when the first entry of a bibliography is asked for: the library that decodes them. */
export { decodeEntry } from "../../core/exchange/bibliography/decode.ts";
