/**
 * Where a block of raw HTML begins and ends (CommonMark 0.31 section 4.6, as micromark reads it), told by lines.
 * The seven kinds are numbered as there: 1 `<script>` and the like, 2 comments, 3 `<?`, 4 `<!X`, 5 CDATA, 6 block
 * elements, 7 any other complete tag alone on its line. Kinds 6 and 7 end before a blank line, the others on the line that holds their end.
 */
import { isBlankUnit } from "./line-shapes.ts";

export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RAW_NAMES: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);

const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul"
  ).split(" "),
);

const LONGEST_NAME = 10;

function isAlpha(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isAlphanumeric(unit: number): boolean {
  return isAlpha(unit) || (unit >= 48 && unit <= 57);
}

/** The kind of HTML block that begins at the `<` at `from`, on a line that ends at `end`; 0 for none. */
export function htmlKind(text: string, from: number, end: number): HtmlKind {
  let at = from + 1;
  if (at >= end) return 0;
  const first = text.charCodeAt(at);
  if (first === 63) return 3;
  if (first === 33) {
    if (text.startsWith("--", at + 1) && at + 3 <= end) return 2;
    if (text.startsWith("[CDATA[", at + 1) && at + 8 <= end) return 5;
    return at + 1 < end && isAlpha(text.charCodeAt(at + 1)) ? 4 : 0;
  }
  const closing = first === 47;
  if (closing) at++;
  if (at >= end || !isAlpha(text.charCodeAt(at))) return 0;
  const nameStart = at;
  while (at < end && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++;
  const after = at < end ? text.charCodeAt(at) : 0;
  if (at < end && after !== 47 && after !== 62 && !isBlankUnit(after)) return 0;
  const name = at - nameStart <= LONGEST_NAME ? text.slice(nameStart, at).toLowerCase() : "";
  if (after !== 47 && !closing && RAW_NAMES.has(name)) return 1;
  if (BLOCK_NAMES.has(name)) return after !== 47 || text.charCodeAt(at + 1) === 62 ? 6 : 0;
  return isCompleteTag(text, at, end, closing) ? 7 : 0;
}

/** Whether what follows a tag's name completes the tag, with only blanks after it on the line. */
function isCompleteTag(text: string, afterName: number, end: number, closing: boolean): boolean {
  let at = afterName;
  const blanks = () => {
    while (at < end && isBlankUnit(text.charCodeAt(at))) at++;
  };
  blanks();
  while (!closing && at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 47) {
      at++;
      break;
    }
    if (unit !== 58 && unit !== 95 && !isAlpha(unit)) break;
    while (at < end && isAttributeUnit(text.charCodeAt(at))) at++;
    blanks();
    while (at < end && text.charCodeAt(at) === 61) {
      at++;
      blanks();
      const quote = at < end ? text.charCodeAt(at) : 60;
      if (quote === 60 || quote === 61 || quote === 62 || quote === 96) return false;
      if (quote === 34 || quote === 39) {
        const close = text.indexOf(quote === 34 ? '"' : "'", at + 1);
        if (close < 0 || close >= end) return false;
        at = close + 1;
        const next = at < end ? text.charCodeAt(at) : 0;
        if (next !== 47 && next !== 62 && !isBlankUnit(next)) return false;
        break;
      }
      while (at < end && isUnquotedUnit(text.charCodeAt(at))) at++;
      blanks();
    }
    blanks();
  }
  if (at >= end || text.charCodeAt(at) !== 62) return false;
  at++;
  blanks();
  return at === end;
}

function isAttributeUnit(unit: number): boolean {
  return unit === 45 || unit === 46 || unit === 58 || unit === 95 || isAlphanumeric(unit);
}

function isUnquotedUnit(unit: number): boolean {
  if (isBlankUnit(unit)) return false;
  return unit !== 34 && unit !== 39 && unit !== 47 && unit !== 60 && unit !== 61 && unit !== 62 && unit !== 96;
}

/** Where, on the line that opens a block of kinds 1 to 5, the search for its end begins; `from` is the offset of its `<`. */
export function endSearchStart(kind: HtmlKind, from: number): number {
  if (kind === 2) return from + 2;
  if (kind === 3) return from + 1;
  return kind === 5 ? from + 9 : from + 2;
}

/** Whether a block of kinds 1 to 5 ends in `[from, end)` of a line. */
export function holdsHtmlEnd(kind: HtmlKind, text: string, from: number, end: number): boolean {
  if (kind === 1) return holdsRawEnd(text, from, end);
  if (kind === 5) return holdsCdataEnd(text, from, end);
  const needle = kind === 2 ? "-->" : kind === 3 ? "?>" : ">";
  for (let at = from; at + needle.length <= end; at++) {
    if (text.charCodeAt(at) === needle.charCodeAt(0) && text.startsWith(needle, at)) return true;
  }
  return false;
}

function holdsRawEnd(text: string, from: number, end: number): boolean {
  for (let at = from; at + 5 < end; at++) {
    if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 47) continue;
    let after = at + 2;
    while (after < end && after - at < 11 && isAlpha(text.charCodeAt(after))) after++;
    if (after < end && text.charCodeAt(after) === 62 && RAW_NAMES.has(text.slice(at + 2, after).toLowerCase()))
      return true;
  }
  return false;
}

/** `]]>`, where brackets are taken in pairs from the left of a run: `]]]>` ends nothing. */
function holdsCdataEnd(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end) {
    if (text.charCodeAt(at) !== 93) {
      at++;
      continue;
    }
    const run = at;
    while (at < end && text.charCodeAt(at) === 93) at++;
    if ((at - run) % 2 === 0 && at < end && text.charCodeAt(at) === 62) return true;
  }
  return false;
}
