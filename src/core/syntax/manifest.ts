/**
 * `review.yaml`: what a review says of itself. A manifest with mistakes still gives every value that is right, and the default for the rest.
 */
import type { Span } from "../text.ts";
import { CMO, LANGUAGE_VERSION, type Scheme } from "../vocabulary.ts";
import { encodingFault } from "./encoding.ts";
import type { Finding } from "./finding.ts";
import { type Level, MANIFEST_KEYS, type ManifestKey } from "./manifest-keys.ts";
import { ManifestValues } from "./manifest-values.ts";
import { readYaml, withValues, type YamlNode } from "./yaml.ts";

export { LEVELS, type Level } from "./manifest-keys.ts";

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

/**
 * Reads `review.yaml`. Spans are offsets in `text`. With `knownRules`, names under `checks` are held against them and their families.
 * A manifest of a newer language is refused: its only finding is `manifest/version` with `{ version, newest }`, and its values are the defaults.
 */
export function readManifest(text: string, knownRules?: readonly string[]): ManifestRead {
  const fault = encodingFault(text);
  if (fault && !fault.isText) return { manifest: DEFAULT_MANIFEST, findings: [fault.finding] };
  const { root, findings: parsed } = readYaml(text);
  const broken = fault ? [fault.finding, ...parsed] : parsed;
  const values = new ManifestValues();
  const read: { -readonly [key in keyof Manifest]?: Manifest[key] } = {};
  if (root !== undefined && root.entries === undefined && broken.length === 0) {
    const finding = { rule: "yaml/syntax", start: root.start, end: root.end, data: { reason: "not-a-map" } };
    return { manifest: DEFAULT_MANIFEST, findings: [finding] };
  }
  const entries = root?.entries ?? [];
  const version = entries.find((entry) => entry.key === "cmoc")?.node;
  const wanted = version === undefined ? undefined : numberIn(version);
  if (version !== undefined && wanted !== undefined && wanted > LANGUAGE_VERSION) {
    const data = { version: wanted, newest: LANGUAGE_VERSION };
    const finding = { rule: "manifest/version", start: version.start, end: version.end, data };
    return { manifest: { ...DEFAULT_MANIFEST, version: wanted }, findings: [finding] };
  }
  for (const entry of entries) {
    if (!isManifestKey(entry.key)) values.unknownKey(entry, MANIFEST_KEYS);
    else if (entry.node.value !== null) readKey(read, entry.key, entry.node, values, knownRules);
  }
  return { manifest: { ...DEFAULT_MANIFEST, ...read }, findings: withValues(broken, values.findings) };
}

/** The number that a version is, in quotation marks or not. */
function numberIn({ value }: YamlNode): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{1,9}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : undefined;
}

function isManifestKey(key: string): key is ManifestKey {
  return (MANIFEST_KEYS as readonly string[]).includes(key);
}

function readKey(
  read: { -readonly [key in keyof Manifest]?: Manifest[key] },
  key: ManifestKey,
  node: YamlNode,
  values: ManifestValues,
  knownRules: readonly string[] | undefined,
): void {
  switch (key) {
    case "cmoc":
      read.version = values.version(node) ?? DEFAULT_MANIFEST.version;
      break;
    case "title":
    case "registration":
      read[key] = values.text(node, key) ?? DEFAULT_MANIFEST[key];
      break;
    case "questions":
      read.questions = values.texts(node, key).map((question) => question.text);
      break;
    case "configuration":
      read.scheme = values.scheme(node) ?? DEFAULT_MANIFEST.scheme;
      break;
    case "appraisal":
      read.appraisal = values.scales(node) ?? DEFAULT_MANIFEST.appraisal;
      break;
    case "coders":
      read.coders = values.coders(node);
      break;
    case "bibliography":
      read.bibliography = values.bibliography(node);
      break;
    case "decisions":
      read.decisions = values.paths(node, key);
      break;
    case "texts":
      read.texts = values.folder(node, key) ?? DEFAULT_MANIFEST.texts;
      break;
    case "exclude":
      read.exclude = values.globs(node);
      break;
    case "checks":
      read.checks = values.checks(node, knownRules);
      break;
  }
}
