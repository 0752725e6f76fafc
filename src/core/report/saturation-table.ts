/** The saturation of a review as a table and in a sentence. */
import { grouped, t } from "../l10n.ts";
import type { Saturation, SaturationRow } from "./saturation.ts";

export interface Column {
  readonly head: string;
  readonly isNumber: boolean;
  readonly cell: (row: SaturationRow, at: number) => string;
}

/** The columns in the order in which they stand; the first numbers the rows, the second names the source. */
export function saturationColumns(): readonly Column[] {
  return [
    { head: t("No."), isNumber: true, cell: (_, at) => String(at + 1) },
    { head: t("Source"), isNumber: false, cell: ({ key }) => key },
    { head: t("Read on"), isNumber: false, cell: ({ read = "" }) => read },
    { head: t("Extracts"), isNumber: true, cell: ({ extracts }) => String(extracts) },
    { head: t("New codes"), isNumber: true, cell: ({ newCodes }) => String(newCodes.length) },
    { head: t("All codes"), isNumber: true, cell: ({ codes }) => String(codes) },
    {
      head: t("New configurations"),
      isNumber: true,
      cell: ({ newConfigurations }) => String(newConfigurations.length),
    },
    { head: t("All configurations"), isNumber: true, cell: ({ configurations }) => String(configurations) },
  ];
}

/** In which order the sources stand. */
export function orderWords({ rows, dated }: Saturation): string {
  const rest = rows.length - dated;
  if (rest === 0) return t("Sources stand in the order in which they were read.");
  if (dated === 0) return t("No source says when it was read: they stand in the order of their files.");
  return rest === 1
    ? t("Sources stand in the order in which they were read; 1 that does not say when stands last.")
    : t(
        "Sources stand in the order in which they were read; {0} that do not say when follow in the order of their files.",
        grouped(rest),
      );
}

/** How many sources at the end added nothing. */
export function runWords({ rows, run }: Saturation): readonly string[] {
  if (rows.length === 0) return [t("No source has been read or coded yet.")];
  return [
    run.codes === 0
      ? t("The last source brought new codes.")
      : run.codes === 1
        ? t("The last source brought no new code.")
        : t("The last {0} sources brought no new code.", grouped(run.codes)),
    run.configurations === 0
      ? t("The last source brought new configurations.")
      : run.configurations === 1
        ? t("The last source brought no new configuration.")
        : t("The last {0} sources brought no new configuration.", grouped(run.configurations)),
  ];
}

/** A table in Markdown, with the sentences below it. */
export function saturationMarkdown(found: Saturation): string {
  const columns = saturationColumns();
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(" | ")} |`;
  const rows = found.rows.map((row, at) => line(columns.map(({ cell }) => cell(row, at))));
  const head = [
    line(columns.map((column) => column.head)),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
  ];
  return [...head, ...rows, "", [orderWords(found), ...runWords(found)].join(" "), ""].join("\n");
}

/** Words that Markdown would take for its own signs. */
function inCell(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");
}
