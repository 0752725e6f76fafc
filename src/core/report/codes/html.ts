/** HTML that is made of words of a review: none of them is read as a tag, an attribute or a script. */

import { inMarkup } from "../../text.ts";

/** Markup that is known to be whole. */
export interface Html {
  readonly html: string;
}

/** What no page can hold: control characters, and half of a character. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

function escaped(words: string): string {
  return inMarkup(words.replace(UNSEEN, "\ufffd"));
}

type Hole = Html | string | number | false | undefined | readonly Hole[];

function filled(hole: Hole): string {
  if (hole === undefined || hole === false) return "";
  if (typeof hole === "string") return escaped(hole);
  if (typeof hole === "number") return String(hole);
  return "html" in hole ? hole.html : hole.map(filled).join("");
}

/** A template of markup; strings in it are escaped, attributes stand in double quotation marks. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return { html: parts.map((part, at) => part + filled(holes[at])).join("") };
}

/** Markup as it is: of nothing that a review says. */
export function asIs(text: string): Html {
  return { html: text };
}
