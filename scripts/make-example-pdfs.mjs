// @ts-check
/**
 * Typesets the two sources of the invented example review that are held as PDF, from their manuscripts.
 *
 *   node scripts/make-example-pdfs.mjs
 *
 * A manuscript is plain text: `# ` opens the title, `= ` a line of the byline, `## ` a section; what an empty line parts is a
 * paragraph. A paragraph is never divided between two pages, so every quotation stands on one page and has one number.
 * The bytes depend on the manuscript alone (no clock, no random ids), so the files can be committed and compared.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument, StandardFonts } from "pdf-lib";

const REVIEW = "examples/community-falls-prevention";

/** Manuscript and PDF of each source, relative to the repository. */
export const EXAMPLE_PDFS = ["hallam2019", "quillan2017"].map((key) => ({
  key,
  manuscript: `${REVIEW}/manuscripts/${key}.txt`,
  pdf: `${REVIEW}/texts/${key}.pdf`,
}));

/** Points. The page is B5, as journals have it. */
const PAGE = { width: 499, height: 709, side: 62, top: 64, bottom: 70, footer: 40 };
const SHAPES = {
  title: { font: "bold", size: 16, leading: 20, before: 0, after: 8 },
  byline: { font: "italic", size: 9.5, leading: 13, before: 0, after: 0 },
  section: { font: "bold", size: 11.5, leading: 15, before: 14, after: 4 },
  paragraph: { font: "roman", size: 10.5, leading: 14.5, before: 0, after: 6 },
};
const MARKS = /** @type {const} */ ([
  ["# ", "title"],
  ["= ", "byline"],
  ["## ", "section"],
]);
const MADE = new Date("2020-01-01T00:00:00Z");

/** @typedef {{ shape: keyof typeof SHAPES, text: string }} Block */

/**
 * The blocks of a manuscript, in order.
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksOf(text) {
  /** @type {Block[]} */
  const blocks = [];
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.trim();
    const mark = MARKS.find(([sign]) => line.startsWith(sign));
    const last = blocks.at(-1);
    if (mark !== undefined) blocks.push({ shape: mark[1], text: line.slice(mark[0].length).trim() });
    else if (words !== "" && open && last !== undefined) last.text += ` ${words}`;
    else if (words !== "") blocks.push({ shape: "paragraph", text: words });
    open = mark === undefined && words !== "";
  }
  return blocks;
}

/**
 * Breaks a text into lines no wider than `width`; a word that is wider has a line of its own.
 * @param {string} text
 * @param {(line: string) => number} measure
 * @param {number} width
 * @returns {string[]}
 */
export function linesOf(text, measure, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * The PDF of a manuscript, and the blocks that stand on each of its pages.
 * @param {string} manuscript
 * @returns {Promise<{ bytes: Uint8Array, pages: Block[][] }>}
 */
export async function typeset(manuscript) {
  const blocks = blocksOf(manuscript);
  const title = blocks.find((block) => block.shape === "title")?.text ?? "";
  const bylines = blocks.filter((block) => block.shape === "byline").map((block) => block.text);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(bylines[0] ?? "");
  pdf.setSubject(bylines.at(-1) ?? "");
  pdf.setLanguage("en-GB");
  pdf.setProducer("pdf-lib");
  pdf.setCreator("make-example-pdfs");
  pdf.setCreationDate(MADE);
  pdf.setModificationDate(MADE);
  const fonts = {
    roman: await pdf.embedFont(StandardFonts.TimesRoman),
    italic: await pdf.embedFont(StandardFonts.TimesRomanItalic),
    bold: await pdf.embedFont(StandardFonts.TimesRomanBold),
  };
  const width = PAGE.width - 2 * PAGE.side;

  /** @type {Block[][]} */
  const pages = [];
  let page = pdf.addPage([PAGE.width, PAGE.height]);
  let y = 0;
  const turn = () => {
    if (pages.length > 0) page = pdf.addPage([PAGE.width, PAGE.height]);
    pages.push([]);
    const number = String(pages.length);
    const x = (PAGE.width - fonts.roman.widthOfTextAtSize(number, 9)) / 2;
    page.drawText(number, { x, y: PAGE.footer, size: 9, font: fonts.roman });
    y = PAGE.height - PAGE.top;
  };
  /** @param {Block} block */
  const set = (block) => {
    const shape = SHAPES[block.shape];
    const font = fonts[/** @type {keyof typeof fonts} */ (shape.font)];
    const lines = linesOf(block.text, (line) => font.widthOfTextAtSize(line, shape.size), width);
    return { shape, font, lines, height: shape.before + lines.length * shape.leading };
  };

  turn();
  for (const [at, block] of blocks.entries()) {
    const { shape, font, lines, height } = set(block);
    const next = blocks[at + 1];
    const room = block.shape === "section" && next !== undefined ? height + shape.after + set(next).height : height;
    if (y - room < PAGE.bottom && pages.at(-1)?.length !== 0) turn();
    y -= pages.at(-1)?.length === 0 ? 0 : shape.before;
    for (const line of lines) {
      y -= shape.leading;
      page.drawText(line, { x: PAGE.side, y, size: shape.size, font });
    }
    y -= shape.after;
    pages.at(-1)?.push(block);
  }
  return { bytes: await pdf.save(), pages };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(import.meta.url), "../..");
  for (const { manuscript, pdf } of EXAMPLE_PDFS) {
    const { bytes, pages } = await typeset(readFileSync(join(root, manuscript), "utf8"));
    writeFileSync(join(root, pdf), bytes);
    console.log(`${pdf}: ${pages.length} pages, ${bytes.length} bytes`);
  }
}
