/** Whether a clipboard is worth reading for quotations: asked at each paste, so it looks only at signs of them. */

export interface Copied {
  readonly text: string;
  readonly html?: string | undefined;
}

/** The longest that is read when somebody pastes, in UTF-16 units. */
const MOST_TEXT = 100_000;
export const MOST_HTML = 2_000_000;
const SIGNS = /zotero:\/\/|\/\/hyp\.is\/|\.pdf#|readwise\.io\/|["”“»«’'」』]\s{0,3}\([^()\n]{3,160}\)/u;

export function mayHoldQuotations({ text, html }: Copied): boolean {
  if (text.length > MOST_TEXT) return false;
  return SIGNS.test(text) || (html !== undefined && html.length < MOST_HTML && html.includes("data-annotation="));
}
