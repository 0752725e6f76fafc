/**
 * `review.yaml`: what a review says of itself. A manifest with mistakes still gives every value that is right, and the default for the rest.
 */
import type { Span } from "../text.ts";
import { CMO, LANGUAGE_VERSION, type Scheme } from "../vocabulary.ts";
import type { Finding } from "./finding.ts";

export type Level = "off" | "hint" | "info" | "warning" | "error";
/** From silence to the gravest. */
export const LEVELS: readonly Level[] = ["off", "hint", "info", "warning", "error"];

/** A path in the manifest, normalised and inside the review, with the place where it is written (offsets in the manifest). */
export interface ManifestPath {
  readonly path: string;
  readonly span: Span;
}

export interface Manifest {
  /** The version of the language; {@link LANGUAGE_VERSION} or lower when it can be read. */
  readonly version: number;
  /** "" when left out. */
  readonly title: string;
  readonly questions: readonly string[];
  /** "" when left out. */
  readonly registration: string;
  readonly scheme: Scheme;
  /** The review's scales, values lowest first; no prototype, so that any key may be asked for. */
  readonly appraisal: { readonly [scale: string]: readonly string[] };
  /** Initials and who they stand for ("" when only listed). */
  readonly coders: ReadonlyMap<string, string>;
  readonly bibliography: readonly ManifestPath[];
  /** The folder of full texts. */
  readonly texts: string;
  /** Globs as written; see `membership.ts`. */
  readonly exclude: readonly string[];
  readonly decisions: readonly ManifestPath[];
  /** Levels by rule (`cmoc/single-source`) or family (`wording`). */
  readonly checks: ReadonlyMap<string, Level>;
}

export interface ManifestRead {
  readonly manifest: Manifest;
  readonly findings: readonly Finding[];
}

/** The scales of a review that names none. */
const SCALES: Manifest["appraisal"] = Object.assign(Object.create(null) as object, {
  relevance: ["low", "moderate", "high"],
  richness: ["thin", "thick", "rich"],
  rigour: ["low", "moderate", "high"],
});

export const DEFAULT_MANIFEST: Manifest = {
  version: LANGUAGE_VERSION,
  title: "",
  questions: [],
  registration: "",
  scheme: CMO,
  appraisal: SCALES,
  coders: new Map(),
  bibliography: [],
  texts: "texts",
  exclude: [],
  decisions: [],
  checks: new Map(),
};

/** The level of a rule in this review: its own, else its family's (the part before `/`), else `fallback`. */
export function levelOf(manifest: Manifest, rule: string, fallback: Level): Level {
  const own = manifest.checks.get(rule);
  if (own !== undefined) return own;
  const slash = rule.indexOf("/");
  return (slash > 0 ? manifest.checks.get(rule.slice(0, slash)) : undefined) ?? fallback;
}
