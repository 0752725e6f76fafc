/** Readies TeX for the decoding library, and does without it where TeX is broken. */

/** Longer values are cut before they are decoded. */
const LONGEST = 20_000;
const COMMAND = /\\(?:([a-zA-Z]{1,100})([ \t]{0,9})|([-/,;:! ]))/g;

/** Common commands that the library's tables leave out. */
const FURTHER: ReadonlyMap<string, string> = new Map([
  ["AA", "Å"],
  ["aa", "å"],
  ["dots", "…"],
  ["ldots", "…"],
  ["S", "§"],
  ["P", "¶"],
  ["dag", "†"],
  ["ddag", "‡"],
  ["pounds", "£"],
  ["euro", "€"],
  ["slash", "/"],
  ["quad", " "],
  ["relax", ""],
  ["newblock", ""],
  ["ensuremath", ""],
]);
const SPACES: ReadonlySet<string> = new Set([",", ";", ":", " "]);

/** An accent over nothing, or a line break, which is none. */
const EMPTY_ACCENT = /\\\\|\\([`'^"~=.]|[uvHtcdbkr](?![a-zA-Z]))[ \t]{0,9}\{\}/g;

/** What TeX prints for an accent over nothing. */
const BARE_ACCENTS: ReadonlyMap<string, string> = new Map([
  ["`", "`"],
  ["'", "´"],
  ["^", "\\textasciicircum{}"],
  ["~", "\\textasciitilde{}"],
  ['"', "¨"],
  ["=", "¯"],
  [".", "˙"],
  ["u", "˘"],
  ["v", "ˇ"],
  ["H", "˝"],
  ["c", "¸"],
  ["k", "˛"],
  ["r", "˚"],
]);

/**
 * The value as the library can read it: with further commands and spaces spelt out, with accents over nothing as signs, and with command names that
 * mean nothing in TeX, but something to a table of JavaScript, made plain words.
 */
export function safeTex(value: string): string {
  const cut = value.slice(0, LONGEST);
  if (!cut.includes("\\")) return cut;
  const spelt = cut.replace(COMMAND, (command, name: string | undefined, after: string, sign: string | undefined) => {
    if (name === undefined) return SPACES.has(sign ?? "") ? " " : "";
    return FURTHER.get(name) ?? (name in Object.prototype ? name + after : command);
  });
  return spelt.replace(EMPTY_ACCENT, (written, accent: string | undefined) =>
    accent === undefined ? written : (BARE_ACCENTS.get(accent) ?? ""),
  );
}

const ACCENT = /\\(?:[`'^"~=.]|[uvHtcdbkr](?![a-zA-Z]))/g;
const ANY_COMMAND = /\\(?:[a-zA-Z]{1,100}[ \t]?|([\s\S]))/g;

/** The words of a value whose TeX cannot be read: accents dropped, commands and braces taken out. */
export function plainTex(value: string): string {
  const words = value.slice(0, LONGEST).replace(ACCENT, "");
  return words
    .replace(ANY_COMMAND, (_command, sign: string | undefined) =>
      sign === undefined || /[{}\\$]/.test(sign) ? "" : sign,
    )
    .replace(/[{}$\\]/g, "")
    .replace(/~/g, " ")
    .trim();
}
