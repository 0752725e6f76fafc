/** PDFs put together by hand, with nothing that makes one: in hosts of extensions too. */

/** A page of forms that each paint the next one twice: so few bytes ask for 2^deep forms to be painted. */
export function endless(deep: number): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>`,
    stream("", "/F Do"),
  ];
  for (let at = 0; at < deep; at++)
    objects.push(
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${at === deep - 1 ? FONT : `/XObject << /F ${6 + at} 0 R >>`} >>`,
        at === deep - 1 ? "BT /T 9 Tf (x) Tj ET" : "/F Do /F Do",
      ),
    );
  return handmade(objects);
}

/** A file of these objects, numbered from 1; the first is its catalogue. */
export function handmade(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  return new TextEncoder().encode(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

const FONT = "/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
