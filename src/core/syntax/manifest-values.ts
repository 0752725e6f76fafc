/**
 * The values of `review.yaml`, a reader for each shape that they have. A reader gives what is right and tells of the rest:
 * `yaml/value` with `{ key, value, expected }`, `manifest/path` with `{ key, path, reason }`, `yaml/key` with `{ key, in?, near? }`.
 */
import { nearest } from "../near.ts";
import type { Span } from "../text.ts";
import {
  CMO,
  FIELDS,
  LAYERS,
  ownScheme,
  SCHEME_NAMES,
  type Scheme,
  SLOT_FIELDS,
  type SlotWords,
  schemeOf,
} from "../vocabulary.ts";
import { coderName } from "./coder-names.ts";
import type { Finding } from "./finding.ts";
import { patternFault } from "./glob.ts";
import type { ManifestPath } from "./manifest.ts";
import { BIBLIOGRAPHY_ENDS, LEVELS, type Level, RULE_FAMILIES } from "./manifest-keys.ts";
import { type PathFault, pathFault, safePath } from "./paths.ts";
import { NO_SCALES, scaleName } from "./scales.ts";
import type { YamlEntry, YamlNode } from "./yaml.ts";

/**
 * What was expected, as a code for the words at the edge; a list of values stands for itself:
 * `text`, `texts`, `map`, `scale` (a list of values), `letter` (one capital letter), `label` (a word that nothing else bears), `unique`, `version` (a whole number from 1), `pattern` (a simpler glob), `coder` (a name that can be signed with), `own-word` (no key of front matter).
 */
export type Expected =
  | "text"
  | "texts"
  | "map"
  | "scale"
  | "slots"
  | "letter"
  | "label"
  | "unique"
  | "version"
  | "pattern"
  | "coder"
  | "own-word"
  | readonly string[];

const LETTER = /^\p{Lu}$/u;

export class ManifestValues {
  readonly findings: Finding[] = [];

  /** `key` is the path of keys to the value: `appraisal.rigour`. */
  #wrong(node: YamlNode, key: string, expected: Expected): void {
    const value = node.entries ? "map" : node.items ? "list" : (node.text ?? "");
    this.findings.push({ rule: "yaml/value", start: node.start, end: node.end, data: { key, value, expected } });
  }

  /** A key that the manifest, or the map `within`, does not know. */
  unknownKey(entry: YamlEntry, known: readonly string[], within?: string): void {
    const lower = entry.key.toLowerCase();
    const near = known.find((key) => key.toLowerCase() === lower) ?? nearest(lower, known);
    const data = {
      key: entry.key,
      ...(within === undefined ? {} : { in: within }),
      ...(near === undefined ? {} : { near }),
    };
    this.findings.push({ rule: "yaml/key", ...entry.keySpan, data });
  }

  /** A whole number from 1, or undefined. */
  version(node: YamlNode): number | undefined {
    if (typeof node.value === "number" && Number.isSafeInteger(node.value) && node.value >= 1) return node.value;
    this.#wrong(node, "cmoc", "version");
    return undefined;
  }

  /** A scalar as text, numbers and dates as written. */
  text(node: YamlNode, key: string): string | undefined {
    const text = node.value === null ? "" : (node.text?.trim() ?? "");
    if (text !== "") return text;
    if (node.text === undefined || node.value === null) this.#wrong(node, key, "text");
    return undefined;
  }

  /** A list of texts with their nodes; one text stands for a list of one. What is no text is told of and left out. */
  texts(
    node: YamlNode,
    key: string,
    expected: Expected = "texts",
  ): readonly { readonly text: string; readonly node: YamlNode }[] {
    if (node.entries) {
      this.#wrong(node, key, expected);
      return [];
    }
    return (node.items ?? [node]).flatMap((item) => {
      const text = item.value === null || item.text === undefined ? "" : item.text.trim();
      if (text !== "") return [{ text, node: item }];
      this.#wrong(item, key, "text");
      return [];
    });
  }

  paths(node: YamlNode, key: string): readonly ManifestPath[] {
    return this.texts(node, key).flatMap(({ text, node: item }) => {
      const path = this.#path(text, item, key);
      return path === undefined ? [] : [{ path, span: { start: item.start, end: item.end } }];
    });
  }

  /** Paths of files that have a reader. */
  bibliography(node: YamlNode): readonly ManifestPath[] {
    return this.texts(node, "bibliography").flatMap(({ text, node: item }) => {
      const path = this.#path(text, item, "bibliography");
      if (path === undefined) return [];
      const lower = path.toLowerCase();
      if (BIBLIOGRAPHY_ENDS.some((end) => lower.endsWith(end)))
        return [{ path, span: { start: item.start, end: item.end } }];
      this.#wrong(item, "bibliography", BIBLIOGRAPHY_ENDS);
      return [];
    });
  }

  folder(node: YamlNode, key: string): string | undefined {
    if (node.text !== undefined) return this.#path(node.text.trim(), node, key);
    this.#wrong(node, key, "text");
    return undefined;
  }

  globs(node: YamlNode): readonly string[] {
    return this.texts(node, "exclude").flatMap(({ text, node: item }) => {
      const pattern = text.replace(/^!/, "");
      const fault =
        pathFault(pattern) ?? (hasParent(pattern) ? "parent" : safePath(pattern) === "" ? "whole" : undefined);
      if (fault !== undefined) this.#tellPath(item, "exclude", text, fault);
      else if (patternFault(text)) this.#wrong(item, "exclude", "pattern");
      else return [text];
      return [];
    });
  }

  /** A scheme by name, or letters with labels; `undefined` when nothing of it is right. */
  scheme(node: YamlNode): Scheme | undefined {
    if (node.items === undefined) {
      const scheme = node.text === undefined ? undefined : schemeOf(node.text);
      if (scheme === undefined) this.#wrong(node, "configuration", node.entries ? "slots" : SCHEME_NAMES);
      return scheme;
    }
    const slots: SlotWords[] = [];
    for (const item of node.items) {
      const slot = this.#slot(item);
      if (slot === undefined) continue;
      const same = slots.find((other) => other.letter === slot.words.letter);
      if (same) this.#wrong(slot.letter, "configuration.letter", "unique");
      else {
        if (isTaken(slot.words, slots, node)) this.#wrong(slot.label, "configuration.label", "label");
        slots.push(slot.words);
      }
    }
    if (node.items.length === 0) this.#wrong(node, "configuration", "slots");
    return slots.length === 0 ? undefined : ownScheme(slots);
  }

  #slot(
    item: YamlNode,
  ): { readonly words: SlotWords; readonly letter: YamlNode; readonly label: YamlNode } | undefined {
    if (item.entries === undefined) {
      this.#wrong(item, "configuration", "slots");
      return undefined;
    }
    for (const entry of item.entries) {
      if (entry.key !== "letter" && entry.key !== "label") this.unknownKey(entry, ["letter", "label"], "configuration");
    }
    const letter = item.entries.find((entry) => entry.key === "letter")?.node;
    const label = item.entries.find((entry) => entry.key === "label")?.node;
    if (letter === undefined || label === undefined) {
      this.#wrong(item, "configuration", "slots");
      return undefined;
    }
    const text = this.text(label, "configuration.label");
    if (text === undefined && label.value !== null && label.text !== undefined)
      this.#wrong(label, "configuration.label", "text");
    if (typeof letter.value !== "string" || !LETTER.test(letter.value))
      this.#wrong(letter, "configuration.letter", "letter");
    else if (text !== undefined) return { words: { letter: letter.value, label: text }, letter, label };
    return undefined;
  }

  /** Scales by name; a scale without a right value is left out. */
  scales(node: YamlNode): { readonly [scale: string]: readonly string[] } | undefined {
    if (node.entries === undefined) {
      this.#wrong(node, "appraisal", "map");
      return undefined;
    }
    const scales = Object.create(null) as { [scale: string]: readonly string[] };
    for (const entry of node.entries) {
      if (NO_SCALES.has(scaleName(entry.key))) {
        const data = { key: "appraisal", value: entry.key, expected: "own-word" };
        this.findings.push({ rule: "yaml/value", ...entry.keySpan, data });
        continue;
      }
      const values = this.#scale(entry.node, `appraisal.${entry.key}`);
      if (values.length > 0) scales[scaleName(entry.key)] = values;
    }
    return scales;
  }

  #scale(node: YamlNode, key: string): readonly string[] {
    if (node.items?.length === 0 || node.value === null) {
      this.#wrong(node, key, "scale");
      return [];
    }
    const values: string[] = [];
    const seen = new Set<string>();
    for (const { text, node: item } of this.texts(node, key, "scale")) {
      if (seen.has(text.toLowerCase())) this.#wrong(item, key, "unique");
      else values.push(text);
      seen.add(text.toLowerCase());
    }
    return values;
  }

  /** Initials with names, or a list of initials. */
  coders(node: YamlNode): ReadonlyMap<string, string> {
    const coders = new Map<string, string>();
    if (node.entries === undefined) {
      for (const { text, node: item } of this.texts(node, "coders")) {
        if (coders.has(text)) this.#wrong(item, "coders", "unique");
        else coders.set(text, "");
        this.#coder(text, item);
      }
      return coders;
    }
    for (const { key, keySpan, node: given } of node.entries) {
      this.#coder(key, keySpan);
      if (given.text === undefined) this.#wrong(given, `coders.${key}`, "text");
      else coders.set(key.trim(), given.value === null ? "" : given.text.trim());
    }
    return coders;
  }

  /** A name that cannot be signed with is told of and kept: nobody else is to stand in its place. */
  #coder(name: string, { start, end }: Span): void {
    if (coderName(name) !== undefined) return;
    this.findings.push({ rule: "yaml/value", start, end, data: { key: "coders", value: name, expected: "coder" } });
  }

  /** Levels of rules and families; `wording/*` is the family. Names are held against `knownRules` when they are given. */
  checks(node: YamlNode, knownRules: readonly string[] | undefined): ReadonlyMap<string, Level> {
    const checks = new Map<string, Level>();
    if (node.entries === undefined) {
      this.#wrong(node, "checks", "map");
      return checks;
    }
    const known =
      knownRules === undefined ? undefined : [...new Set(knownRules.flatMap((rule) => [rule, family(rule)]))];
    const names = new Set(known);
    for (const entry of node.entries) {
      const rule = entry.key.trim().replace(/\/\*?$/, "");
      if (known !== undefined && !names.has(rule) && !isReserved(rule, names)) this.unknownKey(entry, known, "checks");
      const level = levelIn(entry.node);
      if (level !== undefined) checks.set(rule, level);
      else this.#wrong(entry.node, `checks.${rule}`, LEVELS);
    }
    return checks;
  }

  /** The path, normalised, when it is one of a file or folder below the review's own; another is told of. */
  #path(text: string, node: YamlNode, key: string): string | undefined {
    const path = hasParent(text) ? undefined : safePath(text);
    if (path !== undefined && path !== "") return path;
    this.#tellPath(node, key, text, pathFault(text) ?? (path === "" ? "whole" : "parent"));
    return undefined;
  }

  #tellPath(node: YamlNode, key: string, path: string, reason: PathFault | "whole"): void {
    this.findings.push({ rule: "manifest/path", start: node.start, end: node.end, data: { key, path, reason } });
  }
}

/** In a manifest no path climbs, even where it comes back. */
function hasParent(path: string): boolean {
  return path.split("/").includes("..");
}

/** Whether a name is one of a family whose rules are still to come: a review may be written for them. */
function isReserved(rule: string, names: ReadonlySet<string>): boolean {
  const own = family(rule) || rule;
  return !names.has(own) && (RULE_FAMILIES as readonly string[]).includes(own);
}

/** Labels of fields in records with roles, and qualifiers: as the label of a slot they would be read as that. */
const LABELS: ReadonlySet<string> = new Set([
  ...[...FIELDS.cmoc, ...FIELDS.extract, ...SLOT_FIELDS].flatMap(({ label, aliases }) => [label, ...(aliases ?? [])]),
  ...LAYERS,
  "immediate",
  "intermediate",
  "final",
  "absent",
]);

/** Whether a slot's label belongs to a field, a qualifier, a slot before it in the list, or one of C, M and O that the list leaves as they are. */
function isTaken({ letter, label }: SlotWords, before: readonly SlotWords[], list: YamlNode): boolean {
  const lower = label.trim().toLowerCase();
  if (LABELS.has(lower) || before.some((slot) => slot.label.trim().toLowerCase() === lower)) return true;
  const own = CMO.slots.find((slot) => slot.label.toLowerCase() === lower);
  if (own === undefined || own.letter === letter) return false;
  return !list.items?.some((item) =>
    item.entries?.some((entry) => entry.key === "letter" && entry.node.value === own.letter),
  );
}

function family(rule: string): string {
  const slash = rule.indexOf("/");
  return slash < 0 ? rule : rule.slice(0, slash);
}

/** `off` is text in YAML 1.2; `false` is what older tools make of it. */
function levelIn(node: YamlNode): Level | undefined {
  if (node.value === false) return "off";
  return LEVELS.find((level) => level === node.value);
}
