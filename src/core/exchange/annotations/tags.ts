/** Tags of HTML in Markdown: known names, with attributes that have values, so that `a<b and c>d` stays words. Linear in the text. */

const NAMES =
  "a|abbr|b|big|blockquote|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr";
const ATTRIBUTE =
  "\\s+[a-z_:][\\w:.-]{0,60}\\s{0,3}=\\s{0,3}(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\\s\"'<>=`]{1,400})";

/** As the text of an expression that has `i`. */
export const TAG = `<(?:/(?:${NAMES})\\s{0,3}|(?:${NAMES})(?:${ATTRIBUTE}){0,20}\\s{0,3}/?)>|<!--[^<>]{0,400}-->`;

const TAGS = new RegExp(`\\\\[\\s\\S]|${TAG}`, "gi");
const MARK = /^<\/?mark\b/i;

/** What is escaped stays as it is; `keepsMarks` leaves `<mark>`. */
export function withoutTags(text: string, keepsMarks = false): string {
  if (!text.includes("<")) return text;
  return text.replace(TAGS, (all) => (all.startsWith("\\") || (keepsMarks && MARK.test(all)) ? all : ""));
}
