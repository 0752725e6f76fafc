/** Words of a review in HTML and SVG. */
import { inMarkup } from "../text.ts";

const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text as the content of an element or of an attribute in quotation marks; what no document may hold is shown as lost. */
export function escapeMarkup(text: string): string {
  return inMarkup(text.replace(NOT_IN_XML, "\ufffd"));
}
