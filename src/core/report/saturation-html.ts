/** The saturation of a review as HTML: the chart, what it says in words, and the table that it is drawn from. No scripts. */
import { grouped, t } from "../l10n.ts";
import { escapeMarkup } from "./markup.ts";
import type { Saturation, SaturationRow } from "./saturation.ts";
import { PAPER_STYLE, saturationSvg } from "./saturation-chart.ts";
import { orderWords, runWords, saturationColumns } from "./saturation-table.ts";

/** So many names of what is new stand beside their number. */
const MOST_NAMES = 8;

/** Where the name of a source leads; undefined where it leads nowhere. */
export type AddressOf = (row: SaturationRow) => string | undefined;

/** What stands in the body of a page. */
export function saturationBody(found: Saturation, title: string, addressOf: AddressOf = () => undefined): string {
  const { rows } = found;
  const said = [...runWords(found), orderWords(found)];
  const head = `<h1>${escapeMarkup(t("Saturation: {0}", title))}</h1>`;
  const words = `<p>${escapeMarkup((rows.length === 0 ? runWords(found) : said).join(" "))}</p>`;
  if (rows.length === 0)
    return `${head}\n${words}\n<p>${escapeMarkup(t("Code a source, or mark one as read, and it stands here."))}</p>`;
  const about = escapeMarkup(
    t(
      "A code or a configuration is new with the first source that has it. The table describes; when the review is saturated is for its team to say.",
    ),
  );
  return [
    head,
    words,
    `<figure>${saturationSvg(found)}</figure>`,
    `<div class="scroll"><table><caption>${escapeMarkup(t("New codes and configurations by source"))}</caption>`,
    headRow(),
    "<tbody>",
    ...rows.map((row, at) => bodyRow(row, at, addressOf(row))),
    "</tbody></table></div>",
    `<p class="about">${about}</p>`,
  ].join("\n");
}

function headRow(): string {
  const cells = saturationColumns().map(
    ({ head, isNumber }, column) => `<th scope="col"${classOf(isNumber, column)}>${escapeMarkup(head)}</th>`,
  );
  return `<thead><tr>${cells.join("")}</tr></thead>`;
}

function bodyRow(row: SaturationRow, at: number, address: string | undefined): string {
  const cells = saturationColumns().map(({ isNumber, cell }, column) => {
    const text = escapeMarkup(cell(row, at));
    if (column === SOURCE) {
      const name = address === undefined ? text : `<a href="${escapeMarkup(address)}">${text}</a>`;
      return `<th scope="row">${name}</th>`;
    }
    const names = column === NEW_CODES ? row.newCodes : column === NEW_CONFIGURATIONS ? row.newConfigurations : [];
    return `<td${classOf(isNumber, column)}>${text}${namesOf(names)}</td>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

const HOLE = "\u0000";
const SOURCE = 1;
const NEW_CODES = 4;
const NEW_CONFIGURATIONS = 6;

/** Numbers stand below each other; where names follow them, at the beginning of the line as these do. */
function classOf(isNumber: boolean, column: number): string {
  if (column === NEW_CODES || column === NEW_CONFIGURATIONS) return ' class="new"';
  return isNumber ? ' class="number"' : "";
}

function namesOf(names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length - MOST_NAMES;
  // A name that has hyphens is broken nowhere else while it has room.
  const shown = names.slice(0, MOST_NAMES).map((name) => `<span>${escapeMarkup(name)}</span>`);
  const [before = "", after = ""] = (more > 0 ? t("{0} and {1} more", HOLE, grouped(more)) : HOLE).split(HOLE);
  return ` <span class="names">${escapeMarkup(before)}${shown.join(", ")}${escapeMarkup(after)}</span>`;
}

/** How a page is laid out, whatever its colours are. */
export const PAGE_STYLE = `figure{margin:1em 0;max-width:60em}
svg{width:100%;height:auto}
table{border-collapse:collapse}
caption{text-align:start;font-weight:600;padding:.5em 0}
th,td{padding:.25em .75em;text-align:start;vertical-align:top}
.number{text-align:end;font-variant-numeric:tabular-nums}
td:not(.number,.new){white-space:nowrap}
.scroll{overflow-x:auto}
.new{min-width:11em;max-width:24em;font-variant-numeric:tabular-nums}
.names{display:block;font-size:.85em}
.names span{display:inline-block;max-width:100%;overflow-wrap:break-word}`;

/** A page that stands alone, for paper or the web. */
export function saturationPage(found: Saturation, title: string): string {
  const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2em;color:#1f1f1f;background:#fff}
h1{font-size:1.5em}
th,td{border-bottom:1px solid #d0d0d0}
.names,.about{color:#555}
${PAGE_STYLE}
${PAPER_STYLE}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(t("Saturation: {0}", title))}</title>
<style>${style}</style>
</head>
<body>
${saturationBody(found, title)}
</body>
</html>
`;
}
