/** Loaded when the first PDF is read: it is larger than all else. */
export { textOfPdf } from "../../pdf/text.ts";
