/** `cmoc codes`: how often codes are used, and together with which; or the codebook as a page. */

import { codebookPage } from "../../core/report/codes/page.ts";
import { type CodeRow, type CodesReport, codesReport } from "../../core/report/codes.ts";
import { JSON_VERSION } from "../../core/report/json.ts";
import { csv } from "../format/csv.ts";
import { table } from "../format/table.ts";
import { openReview } from "../open.ts";
import { count, jsonText, type Output, oneLine, printable } from "../output.ts";

export const CODES_FORMATS = ["table", "json", "csv", "md", "html"] as const;

export interface CodesOptions {
  readonly format: (typeof CODES_FORMATS)[number];
  /** Pairs of codes in place of the codes; of JSON and of the page both are part. */
  readonly pairs: boolean;
}

const COLUMNS = ["id", "role", "state", "uses", "extracts", "sources", "configurations", "coders", "title"];
const PAIR_COLUMNS = ["code", "with", "extracts", "sharing words"];

export function codes(dir: string | undefined, { format, pairs }: CodesOptions, output: Output): void {
  const { review } = openReview(dir, output);
  const report = codesReport(review);
  if (report.unpaired > 0)
    output.warn(`Pairs are not counted in ${count(report.unpaired, "extract")} with more codes than can be paired.`);
  const { title } = review.manifest;
  if (format === "json") output.write(jsonText(jsonOf(report)));
  else if (format === "html") output.write(codebookPage(report, { title, scheme: review.manifest.scheme }));
  else {
    const columns = pairs ? PAIR_COLUMNS : COLUMNS;
    const rows = pairs ? pairRows(report) : report.codes.map((row) => codeRow(row, format === "table"));
    if (format === "csv") output.write(csv([columns, ...rows]));
    else output.write(format === "md" ? markdown(columns, rows) : table(columns, rows, output));
  }
}

/** The contract: what is counted, without the places of the page. */
function jsonOf({ codes: all, pairs }: CodesReport): object {
  return {
    version: JSON_VERSION,
    codes: all.map(({ offset: _, passages, ...row }) => ({
      ...row,
      passages: passages.map(({ offset: __, ...passage }) => passage),
    })),
    pairs,
  };
}

function codeRow(row: CodeRow, isShown: boolean): readonly string[] {
  const { id, role = "", state, uses, extracts, sources, configurations, coders, title, depth } = row;
  const numbers = [uses, extracts, sources, configurations.length].map(String);
  const indented = isShown ? "  ".repeat(Math.min(depth, 8)) + id : id;
  return [indented, role, state, ...numbers, coders.join(", "), title].map(oneLine);
}

function pairRows({ pairs }: CodesReport): readonly (readonly string[])[] {
  return pairs.map(({ one, other, extracts, overlapping }) =>
    [one, other, String(extracts), String(overlapping)].map(oneLine),
  );
}

/** A table for a document; no review reads it as one of its own. */
function markdown(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const head = [line(columns), `|${columns.map(() => "---").join("|")}|`];
  return printable(`---\ncmoc: off\n---\n\n${[...head, ...rows.map(line)].join("\n")}\n`);
}

function cell(text: string): string {
  return text.replace(/[\\|`*_<>[\]&]/g, "\\$&");
}
