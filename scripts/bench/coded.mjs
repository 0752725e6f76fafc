// @ts-check
/** A source that is coded through and through: its text, and the file with its extracts. Invented words, the same each time. */

const WORDS =
  "partners trust each other when they have worked together before and the outcome of it is shared among those who took part in planning services for people with needs that nobody had met until then although money was short".split(
    " ",
  );
const LINE = 85;
const QUOTE = 300;

/**
 * A text of so many units in lines and pages, and a source's file with so many extracts that lie evenly in it, each with three coding lines of two coders that overlap.
 * @param {string} key @param {number} size @param {number} extracts
 */
export function codedSource(key, size, extracts) {
  let seed = 1;
  const next = (/** @type {number} */ below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
  const lines = [];
  for (let length = 0; length < size; ) {
    let line = "";
    while (line.length < LINE) line += `${WORDS[next(WORDS.length)]}${next(50)} `;
    lines.push(line.trim() + (lines.length % 45 === 44 ? "\n\f" : ""));
    length += (lines.at(-1) ?? "").length + 1;
  }
  const text = lines.join("\n");
  const records = Array.from({ length: extracts }, (_, index) => {
    const from = text.indexOf(" ", Math.floor((index * (text.length - 2 * QUOTE)) / extracts)) + 1;
    const quote = text.slice(from, text.indexOf(" ", from + QUOTE)).split(/\s+/);
    const coded = (/** @type {number} */ at, /** @type {number} */ to) => `"${quote.slice(at, to).join(" ")}"`;
    return `## Extract e${index}\n\n> ${quote.join(" ")}\n\n- C history: ${coded(0, 8)}\n- M trust: ${coded(5, 14)} (RM)\n- O plans: ${coded(12, 20)}\n- coder: JA\n`;
  });
  return { text, file: `---\ncitekey: ${key}\nstatus: included\n---\n\n${records.join("\n")}` };
}
