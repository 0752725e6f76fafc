/** `cmoc saturation`: what each source added, in the order in which sources were read. */
import { JSON_VERSION } from "../../core/report/json.ts";
import { saturation } from "../../core/report/saturation.ts";
import { PAPER_STYLE, saturationSvg } from "../../core/report/saturation-chart.ts";
import { saturationPage } from "../../core/report/saturation-html.ts";
import { orderWords, runWords, saturationColumns, saturationMarkdown } from "../../core/report/saturation-table.ts";
import { csv } from "../format/csv.ts";
import { table } from "../format/table.ts";
import { openReview } from "../open.ts";
import { jsonText, type Output, oneLine, printable } from "../output.ts";

export const SATURATION_FORMATS = ["table", "json", "csv", "md", "html", "svg"] as const;
export type SaturationFormat = (typeof SATURATION_FORMATS)[number];

export function saturate(dir: string | undefined, format: SaturationFormat, output: Output): void {
  const { root, review } = openReview(dir, output);
  const found = saturation(review);
  const { rows } = found;
  const title = review.manifest.title || (root.split(/[\\/]/).at(-1) ?? "");
  const columns = saturationColumns();
  const heads = columns.map(({ head }) => head);
  switch (format) {
    case "json":
      output.write(
        jsonText({
          version: JSON_VERSION,
          saturation: { ...found, rows: rows.map(({ key, ...row }) => ({ source: key, ...row })) },
        }),
      );
      return;
    case "csv": {
      const named = rows.map((row, at) => [
        ...columns.map(({ cell }) => oneLine(cell(row, at))),
        oneLine(row.newCodes.join(", ")),
        oneLine(row.newConfigurations.join(", ")),
      ]);
      output.write(csv([[...heads, "Names of new codes", "Ids of new configurations"], ...named]));
      return;
    }
    case "md":
      output.write(printable(saturationMarkdown(found)));
      return;
    case "html":
      output.write(printable(saturationPage(found, title)));
      return;
    case "svg":
      output.write(printable(saturationSvg(found, PAPER_STYLE)));
      return;
    default: {
      // The source names the row; the number of a line says no more than its place.
      const shown = columns.slice(1);
      const cells = rows.map((row, at) => shown.map(({ cell }) => oneLine(cell(row, at))));
      if (rows.length > 0) output.write(`${table(heads.slice(1), cells, output)}\n`);
      output.write([...runWords(found), ...(rows.length > 0 ? [orderWords(found)] : [])].join("\n"));
    }
  }
}
