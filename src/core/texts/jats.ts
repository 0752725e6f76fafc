/** What stands in a journal's XML where it is not read: the file's own declarations, and notes in the midst of a paragraph, which are read after it. Linear in the page. */

const DOCTYPE = /<!DOCTYPE\b[^[<>]{0,2000}\[/i;
/** What stands in declarations and may hold brackets, with what ends it; and what ends them. */
const DECLARED = /["']|<!--|<\?|\]\s*>/g;
const ENDS: Readonly<Record<string, string>> = { '"': '"', "'": "'", "<!--": "-->", "<?": "?>" };
const TAG = /<(\/?)(p|fn)(?=[\s/>])[^<>]{0,2000}>/gi;

/** The page without declarations within its document type; entities of its own are never resolved. */
export function withoutDeclarations(page: string): string {
  const found = DOCTYPE.exec(page.slice(0, 10_000));
  if (!found) return page;
  DECLARED.lastIndex = found.index + found[0].length;
  for (let each = DECLARED.exec(page); each; each = DECLARED.exec(page)) {
    const end = ENDS[each[0]];
    if (end === undefined) return page.slice(0, found.index) + page.slice(DECLARED.lastIndex);
    const close = page.indexOf(end, DECLARED.lastIndex);
    if (close < 0) return page;
    DECLARED.lastIndex = close + end.length;
  }
  return page;
}

const SOURCE = /<(tex-math|annotation|annotation-xml)(?=[\s/>])/gi;

/** The page without what formulas are made from, which stands beside them: `\\documentclass…`. */
export function withoutSources(page: string): string {
  const parts: string[] = [];
  let at = 0;
  SOURCE.lastIndex = 0;
  for (let each = SOURCE.exec(page); each; each = SOURCE.exec(page)) {
    const close = new RegExp(`</${each[1]}\\s*>`, "gi");
    close.lastIndex = SOURCE.lastIndex;
    const end = close.exec(page);
    if (!end) break;
    parts.push(page.slice(at, each.index));
    at = close.lastIndex;
    SOURCE.lastIndex = at;
  }
  return at === 0 ? page : parts.join("") + page.slice(at);
}

/** The page with the notes of each paragraph behind it. */
export function withNotesBehind(page: string): string {
  if (!/<fn[\s>]/i.test(page)) return page;
  const parts: string[] = [];
  let notes: string[] = [];
  let paragraphs = 0;
  let within = 0;
  let at = 0;
  for (const { 0: tag, 1: slash, 2: name = "", index } of page.matchAll(TAG)) {
    if (tag.endsWith("/>")) continue;
    const by = slash === "" ? 1 : -1;
    const end = index + tag.length;
    const isNote = name.toLowerCase() === "fn";
    if (isNote && paragraphs > 0 && (by > 0 || within > 0)) {
      within += by;
      if (within === 1 && by > 0) {
        parts.push(page.slice(at, index));
        at = index;
      } else if (within === 0) {
        notes.push(page.slice(at, end));
        at = end;
      }
    } else if (!isNote && within === 0) {
      paragraphs = Math.max(0, paragraphs + by);
      if (paragraphs > 0 || notes.length === 0) continue;
      parts.push(page.slice(at, end));
      for (const note of notes) parts.push(note);
      notes = [];
      at = end;
    }
  }
  // A note or a paragraph that does not end: the page stays as it is.
  return within > 0 || notes.length > 0 ? page : parts.join("") + page.slice(at);
}
