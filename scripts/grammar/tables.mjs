// @ts-check
/** Tables of configurations. */
import { captures, DEFINED, FIELD, grammar, KIND, ROLE, TABLE, within } from "./shape.mjs";
import { ID_WITH_DIGIT } from "./words.mjs";

/** @typedef {ReturnType<typeof import("./words.mjs").wordsOf>} Words */

const raw = String.raw;

/**
 * Heads that are roles, ids in the first column, marks in cells. Markdown reads a cell by itself, up to its end, after it has found it in the row, so
 * `$` is a cell's end there. In the row nothing may win over the cell: what stands right after a `|` is looked at in the cell only. The last of the
 * choices matches in the row alone, and late, so that a search there ends in the next cell and not at the end of a long line.
 *
 * @param {Words} words
 */
export function tables(words) {
  const rest = raw`(?>(?:\\.|[^|\\])*)`;
  const inCell = raw`(?:(?<!\|)|(?<=\|)(?=${rest}$))`;
  const start = raw`(?<=\|[ \t]{0,40})`;
  const item = raw`(?<=\|[ \t]{0,40}|;[ \t]{0,4}|>[ \t]{0,4})`;
  const choices = [
    raw`(?<=\|[ \t]{0,40}|[+=][ \t])(${words.roles}|${words.part})(?=[ \t]{0,2}(?:$|\||[(\[][^)\]|]{0,20}[)\]][ \t]*$|(?i:when|where|if)[ ]))`,
    raw`${start}((?i:ids?|cmocs?|no\.?|theme|status|evidence))(?=[ \t]{0,40}(?:$|\|))`,
    raw`${item}(${words.roles})(?=[ \t]?[:：])`,
    raw`${item}(${words.letters}\p{Nd}{1,3}[a-z]?)(?=[ \t]\S)`,
  ];
  const id = raw`(?<=^\|[ \t]{0,40})(?:(${words.anyKind})[ \t]{1,4})?(${ID_WITH_DIGIT})(?=[ \t]{0,40}(?:$|\||[:：]|[ \t][-–—]{1,2}[ \t]))`;
  /** @param {string} choice */
  const begun = (choice) => raw`(?<=[ \t|;>])(?=\S)(?:${inCell}(?:${choice})|(?<=\|[ \t]{1,2})[^\s|\\](?=${rest}\|))`;
  const never = "string.other.link";
  return [
    grammar("ids", within([`${TABLE}.ids markup.table`], never), [
      { match: begun(id), captures: captures([KIND, DEFINED]) },
    ]),
    grammar("tables", within([`${TABLE} markup.table`], never), [
      { match: begun(choices.join("|")), captures: captures([ROLE, FIELD, ROLE, ROLE]) },
      {
        match: raw`[(（](?<!\|[(（])(${words.roles}|${words.part}|${words.position})[)）]`,
        captures: captures([ROLE]),
      },
    ]),
  ];
}
