/** CSV after RFC 4180, with a byte order mark so that Excel reads it as UTF-8. A cell that a spreadsheet would run as a formula is kept text. */

function field(text: string): string {
  const safe =
    /^[=+\-@\t\r]/.test(text) && !/^@[\p{L}\p{N}]/u.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}
