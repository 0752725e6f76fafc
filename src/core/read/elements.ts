/** What the elements of a page, or of a journal's XML, are to a reader: what parts paragraphs, what makes tables, what is not shown. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What parts paragraphs. */
export const BREAKING = words(
  "p div section article aside main header footer nav address blockquote pre figure figcaption form fieldset legend details summary dl dt dd ul ol menu li h1 h2 h3 h4 h5 h6 hr body html title label sec list list-item def-list def-item term def disp-quote boxed-text fn fn-group ref ref-list mixed-citation abstract table-wrap table-wrap-foot caption attrib option select button textarea optgroup noscript iframe ack app app-group notes glossary alternatives fig",
);
export const ROWS = words("table tr td th caption thead tbody tfoot colgroup col");
export const HEADINGS = words("h1 h2 h3 h4 h5 h6");
/** What holds no words that a page shows. */
const HIDDEN = words("script style template xml svg object-id journal-meta metadata math-annotation");
/** What may stand in the head of a page; its title is not shown. */
export const IN_HEAD = words("head title meta link style script base noscript template xml");
const HIDDEN_STYLE = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i;

export const WANTED = words("rowspan colspan style hidden");

export function isHiding(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (HIDDEN.has(name)) return true;
  return !ROWS.has(name) && (attributes.has("hidden") || HIDDEN_STYLE.test(attributes.get("style") ?? ""));
}

export function spanOf(value: string | undefined): number {
  const number = /^\s*(\d{1,9})/.exec(value ?? "");
  return number ? Math.max(1, Number(number[1])) : 1;
}

/** Whether a text says that it is XML. */
export function isXml(text: string): boolean {
  return /^\s*<\?xml\b(?![\s\S]{0,600}<html\b)/i.test(text.slice(0, 1000));
}
