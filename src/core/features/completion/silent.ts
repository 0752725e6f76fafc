/** Where nothing is offered, whatever is written: code, HTML, comments, addresses, and reasons. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import { LARGE } from "../at/large.ts";
import { BULLET, LABEL, labelOf, within } from "./labels.ts";
import { type Line, lastBreak } from "./line.ts";
import { fieldFor } from "./values.ts";

/** Whether a line has come to a comment, to the address of a link, to the value of an attribute, or to code. Only what may be in code or HTML is read for it. */
export function isSilent(line: Line): boolean {
  const { before } = line;
  if (before.lastIndexOf("<!--") > before.lastIndexOf("-->") || ADDRESS.test(before)) return true;
  if (/<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*=\s*(?:"[^"]*|'[^']*)$/i.test(before.slice(-MOST_TAG)))
    return true;
  return isOpaque(line);
}

/** The longest tag that is looked at. */
const MOST_TAG = 500;
/** What may be code, by the white space with which a line or a bullet begins. */
const ODD = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)*(?: {4}|\t)/;
/** The address of a link, also behind its label. */
const ADDRESS = /\]\(<?[^\s()]*$|^[ \t>]*\[(?!\^)[^\]]*\]:[ \t]*\S*$/;

/** Of a long record, only the code that a line opens is seen: reading all of it at each keystroke would take too long. */
function isOpaque({ piece, offset, before }: Line): boolean {
  if (piece.length > LARGE) return (before.match(/`/g)?.length ?? 0) % 2 === 1;
  if (!/[`<]/.test(piece) && !ODD.test(before)) return false;
  return isIn(blocksOfPiece(piece), offset);
}

function isIn(blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block): boolean => {
    if (offset < block.start || offset > block.end) return false;
    switch (block.type) {
      case "code":
      case "html":
        return true;
      case "paragraph":
      case "heading":
        return isInMark(block.inline, offset);
      case "list":
        return block.items.some((item) => isIn(item.blocks, offset));
      case "quote":
        return isIn(block.blocks, offset);
      case "table":
        return block.rows.some(({ cells }) => cells.some((cell) => isInMark(cell, offset)));
      default:
        return false;
    }
  });
}

const HIDDEN: ReadonlySet<string> = new Set(["code", "html", "address"]);

function isInMark({ marks }: Inline, offset: number): boolean {
  return marks.some(({ kind, span }) => HIDDEN.has(kind) && span.start < offset && offset < span.end);
}

const REASON = /(?:^|\s)(?:[-–—‒―−]|--|---)\s|—/;
/** What begins another item behind a reason. */
const ITEM = /^\s*(?:$|@|\[|[^\s,;]*\p{Nd})/u;
/** Forms of fields whose values have reasons: of lists each item its own. */
const LISTS: ReadonlySet<string> = new Set(["evidence", "records", "codes", "about", "sources"]);

/** Whether a line has come to the reason behind a link, or behind a value; on a line below that of its bullet too. */
export function isReason(line: Line): boolean {
  const bullet = bulletOf(line);
  const place = bullet && within(bullet.line);
  if (!bullet || !place) return false;
  const { words } = bullet;
  const label = place.is === "field" ? undefined : labelOf(words);
  const field = place.is === "field" ? place.field : label === undefined ? undefined : fieldFor(label, place)?.field;
  if (!field) return false;
  const typed = place.is === "field" ? words : words.slice(LABEL.exec(words)?.[0].length ?? 0);
  if (field.form === "choice-reason") return REASON.test(typed);
  if (!LISTS.has(field.form)) return false;
  let isIn = false;
  for (const item of typed.split(/[;；؛]/)) isIn = REASON.test(item) || (isIn && !ITEM.test(item));
  return isIn;
}

/** So many lines a bullet is looked for above. */
const MOST_LINES = 20;

/** The bullet that a line stands in, with its words as far as the cursor. */
function bulletOf(line: Line): { readonly line: Line; readonly words: string } | undefined {
  const { piece, before } = line;
  let words = before;
  let start = lastBreak(piece, line.offset);
  for (let count = 0; count < MOST_LINES; count++) {
    const [, lead, own = ""] = BULLET.exec(words) ?? [];
    if (lead !== undefined) {
      const end =
        count === 0
          ? line.offset
          : start + lead.length + (/^[^\r\n]*/.exec(piece.slice(start + lead.length))?.[0].length ?? 0);
      return { line: count === 0 ? line : { ...line, offset: end, before: piece.slice(start, end) }, words: own };
    }
    if (start === 0) return undefined;
    const end = piece.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
    start = lastBreak(piece, end);
    const above = piece.slice(start, end);
    if (above.trim() === "" || /^[ \t]*#{1,6}[ \t]/.test(above)) return undefined;
    words = `${above} ${words.trimStart()}`;
  }
  return undefined;
}
