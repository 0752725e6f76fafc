/** Readies TeX for the decoding library, and does without it where TeX is broken. */

/** Longer values are cut before they are decoded. */
const LONGEST = 20_000;
const COMMAND = /\\([a-zA-Z]{1,100})/g;

/** The value with command names that mean nothing in TeX, but something to a table of JavaScript, made plain words. */
export function safeTex(value: string): string {
  const cut = value.slice(0, LONGEST);
  if (!cut.includes("\\")) return cut;
  return cut.replace(COMMAND, (command, name: string) => (name in Object.prototype ? name : command));
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
