/** PDFs as journals and scanners make them, for tests: two columns with hyphens at the ends of lines, heads, feet and ligatures; pictures alone; behind a password. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const font = readFileSync(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSerif.ttf"));

const SIZE = 9.5;
const LEADING = 11.6;
const COLUMNS = [
  { x: 52, width: 238 },
  { x: 305, width: 238 },
] as const;
const TOP = 96;
const BOTTOM = 770;

interface Setting {
  /** The number printed on the first page; none where pages have no numbers. */
  readonly first?: number;
  readonly password?: string;
  /** Is given the number of the first word of each page, counted from 0. */
  readonly begun?: number[];
  /** As the file itself names its pages. */
  readonly labels?: readonly string[];
}

/** A document of these words, each page with a head. Gives its bytes. */
export function article(words: readonly string[], { first, password, begun }: Setting = {}): Promise<Uint8Array> {
  const made = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    ...(password !== undefined && { userPassword: password }),
  });
  made.registerFont("text", font);
  const left = words.map((word) => word.replaceAll("ffi", "ﬃ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ"));
  for (let page = 0; left.length > 0; page++) {
    made.addPage();
    begun?.push(words.length - left.length);
    made.font("text").fontSize(7.5);
    made.text("Okafor and others: what neighbours know", 52, 44, { lineBreak: false });
    if (first !== undefined) made.text(String(first + page), 520, 44, { lineBreak: false });
    made.text("© The authors 2020. Open access.", 52, 800, { lineBreak: false });
    made.fontSize(SIZE);
    for (const { x, width } of COLUMNS)
      for (let y = TOP; y < BOTTOM && left.length > 0; y += LEADING)
        made.text(line(made, left, width), x, y, { lineBreak: false });
  }
  return bytesOf(made);
}

/** Takes words off the front as long as they fit; a long one is cut at the end. */
function line(made: PDFKit.PDFDocument, left: string[], width: number): string {
  let text = "";
  while (left[0] !== undefined) {
    const [word] = left;
    const joined = text === "" ? word : `${text} ${word}`;
    if (made.widthOfString(joined) <= width) {
      text = joined;
      left.shift();
      continue;
    }
    const cut = /^\p{Ll}{9,}$/u.test(word) ? Math.floor(word.length / 2) : 0;
    const begun = `${text} ${word.slice(0, cut)}-`;
    if (cut > 0 && text !== "" && made.widthOfString(begun) <= width) {
      left[0] = word.slice(cut);
      return begun;
    }
    break;
  }
  if (text === "") return left.shift() ?? "";
  return text;
}

/** Pages without a letter, as scanners make them. */
export function scan(pages: number): Promise<Uint8Array> {
  const made = new PDFDocument({ size: "A4", autoFirstPage: false });
  for (let page = 0; page < pages; page++) made.addPage().rect(60, 60, 400, 600).stroke();
  return bytesOf(made);
}

/** So many pages of one line each. */
export function long(pages: number): Promise<Uint8Array> {
  const made = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false });
  for (let page = 0; page < pages; page++)
    made
      .addPage()
      .fontSize(SIZE)
      .text(`On page ${page + 1} they met for the ${page + 1}th time.`, 60, 300, { lineBreak: false });
  return bytesOf(made);
}

/** Lines whose letters are set apart, each by its own room. */
export function spaced(lines: readonly (readonly [words: string, room: number])[]): Promise<Uint8Array> {
  const made = new PDFDocument({ size: "A4", margin: 0 });
  made.registerFont("text", font);
  made.font("text").fontSize(SIZE);
  for (const [at, [words, characterSpacing]] of lines.entries())
    made.text(words, 52, 96 + at * 2 * LEADING, { lineBreak: false, characterSpacing });
  return bytesOf(made);
}

function bytesOf(made: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((done) => {
    made.on("data", (part: Buffer) => parts.push(part));
    made.on("end", () => done(new Uint8Array(Buffer.concat(parts))));
    made.end();
  });
}
