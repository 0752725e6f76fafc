/** The keys of `review.yaml`, the levels and the families of rules: what the manifest's reader and its JSON Schema both know. */

/** In the order in which a manifest is written. */
export const MANIFEST_KEYS = [
  "cmoc",
  "title",
  "questions",
  "registration",
  "configuration",
  "appraisal",
  "coders",
  "bibliography",
  "texts",
  "exclude",
  "decisions",
  "checks",
] as const;

export type ManifestKey = (typeof MANIFEST_KEYS)[number];

/** The parts of rule ids before the slash: `checks` may set a level for each of them. */
export const RULE_FAMILIES = [
  "bib",
  "cmoc",
  "code",
  "coding",
  "evidence",
  "extract",
  "field",
  "file",
  "id",
  "link",
  "manifest",
  "quote",
  "ref",
  "slot",
  "source",
  "theory",
  "wording",
  "yaml",
] as const;

/** The ends of names of files that are read as a bibliography, in lower case. */
export const BIBLIOGRAPHY_ENDS = [".bib", ".json", ".ris"] as const;

export type Level = "off" | "hint" | "info" | "warning" | "error";
/** From silence to the gravest. */
export const LEVELS: readonly Level[] = ["off", "hint", "info", "warning", "error"];
