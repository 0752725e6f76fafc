/** Whether a clipboard is worth reading for quotations: asked at each paste, so it looks only at signs of them. */

export interface Copied {
  readonly text: string;
  readonly html?: string | undefined;
}

/** The longest that is read when somebody pastes, in UTF-16 units. */
const MOST_TEXT = 100_000;
export const MOST_HTML = 2_000_000;
const LINKS = /zotero:\/\/|\/\/hyp\.is\/|\.pdf#|readwise\.io\//u;
const QUOTED = /["“”„«»‘’「」『』]|^\s{0,3}>/u;
/** A citation, or a place alone. */
const CITED = /[([][^()[\]\n]{0,160}\d[^()[\]\n]{0,40}[)\]]/u;

export function mayHoldQuotations({ text, html }: Copied): boolean {
  if (text.length > MOST_TEXT) return false;
  if (LINKS.test(text) || (QUOTED.test(text) && CITED.test(text))) return true;
  return html !== undefined && html.length < MOST_HTML && html.includes("data-annotation=");
}
