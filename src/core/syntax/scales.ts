/** The name of an appraisal scale as it is compared: trimmed, with the one word that is spelt in two ways spelt `rigour`. */
export function scaleName(written: string): string {
  const name = written.trim();
  return name === "rigor" ? "rigour" : name;
}
