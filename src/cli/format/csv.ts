/** CSV after RFC 4180, with a byte order mark so that Excel reads it as UTF-8. A cell that a spreadsheet would run as a formula is kept text. */

/** What begins a formula in some spreadsheet, full-width signs among them. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** An extract's id and a number begin so too, and can run nothing. */
const HARMLESS = /^(?:@[\p{L}\p{N}_][\p{L}\p{N}_.:-]*(?:#[\p{L}\p{N}._-]+)?|-\d+(?:\.\d+)?)$/u;

function field(text: string): string {
  const safe = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}
