/** The name of an appraisal scale as it is compared: trimmed, with the one word that is spelt in two ways spelt `rigour`. */
export function scaleName(written: string): string {
  const name = written.trim();
  return name === "rigor" ? "rigour" : name;
}

/** What a source's front matter says besides scales: a scale of that name would be written over it. */
export const NO_SCALES: ReadonlySet<string> = new Set([
  "citekey",
  "cmoc",
  "title",
  "author",
  "year",
  "type",
  "status",
  "reason",
  "read",
  "text",
  "study",
  "appraisals",
]);
