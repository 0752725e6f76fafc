/** A PDF of many pages of words, made by hand: a host of extensions has nothing that makes one. */

const LINES = 40;
const encoder = new TextEncoder();

/** For the trailer of a file that wants a password. */
export const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"7a".repeat(32)}> /U <${"3b".repeat(32)}> >> /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`;

/** `lineOf` gives the words of a line; neither brackets nor backslashes are among them. `more` is for the trailer. */
export function pdfOf(pages: number, lineOf: (page: number, line: number) => string, more = ""): Uint8Array {
  const objects: string[] = ["<< /Type /Catalog /Pages 2 0 R >>"];
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 2} 0 R`);
  objects.push(`<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (let page = 0; page < pages; page++) {
    const lines = Array.from({ length: LINES }, (_, line) => `(${lineOf(page, line)}) Tj T*`).join("\n");
    const content = `BT /F1 9 Tf 14 TL 60 760 Td\n${lines}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = "%PDF-1.4\n";
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return encoder.encode(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${more} >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}
