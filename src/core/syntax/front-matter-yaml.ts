/** Front matter of any shape, by `yaml`: quotes with escapes, block scalars, flow maps, anchors, appraisals. */
import type { Span } from "../text.ts";
import type { Finding } from "./finding.ts";
import type { CoderAppraisal, FieldsRead, FrontMatterField } from "./front-matter.ts";
import { scaleName } from "./scales.ts";
import { readYaml, withValues, type YamlEntry, type YamlNode } from "./yaml.ts";

/** The fields of the YAML at `yaml`. Values that are maps or lists are no fields, save a list of authors. */
export function fieldsByYaml(text: string, yaml: Span): FieldsRead {
  const { root, findings: broken } = readYaml(text.slice(yaml.start, yaml.end), yaml.start);
  const findings: Finding[] = [];
  const fields = new Map<string, FrontMatterField>();
  let appraisals: readonly CoderAppraisal[] = [];
  if (root !== undefined && root.entries === undefined && broken.length === 0) {
    findings.push({ rule: "yaml/syntax", start: root.start, end: root.end, data: { reason: "not-a-map" } });
  }
  for (const entry of root?.entries ?? []) {
    const { key, keySpan, node } = entry;
    const value = key === "author" ? authors(node) : scalarText(node);
    if (key === "appraisals") appraisals = readAppraisals(entry, findings);
    else if (value !== undefined) {
      const field = { value, span: { start: node.start, end: node.end }, keySpan };
      fields.set(key, node.quoted ? { ...field, quoted: true } : field);
    } else if (SCALAR_ONLY.has(key)) {
      findings.push({
        rule: "yaml/value",
        start: node.start,
        end: node.end,
        data: { key, value: shape(node), expected: "text" },
      });
    }
  }
  return { fields, appraisals, findings: withValues(broken, findings) };
}

/** Keys of the language that hold one value. */
const SCALAR_ONLY: ReadonlySet<string> = new Set([
  "citekey",
  "title",
  "year",
  "type",
  "status",
  "reason",
  "read",
  "relevance",
  "richness",
  "rigour",
  "rigor",
  "text",
  "study",
]);

function scalarText(node: YamlNode): string | undefined {
  return node.value === null ? "" : node.text;
}

/** One author, or a list of them joined by `; `. */
function authors(node: YamlNode): string | undefined {
  if (node.items === undefined) return scalarText(node);
  return node.items
    .map((item) => scalarText(item) ?? "")
    .filter((name) => name !== "")
    .join("; ");
}

function shape(node: YamlNode): string {
  return node.entries ? "map" : node.items ? "list" : (node.text ?? "");
}

/** `appraisals: { JA: { relevance: high } }`; what is no map of maps of scalars is a finding. */
function readAppraisals(entry: YamlEntry, findings: Finding[]): readonly CoderAppraisal[] {
  const wrong = (node: YamlNode, key: string, expected: string): void => {
    findings.push({
      rule: "yaml/value",
      start: node.start,
      end: node.end,
      data: { key, value: shape(node), expected },
    });
  };
  if (entry.node.entries === undefined) {
    if (entry.node.value !== null) wrong(entry.node, "appraisals", "map");
    return [];
  }
  const read: CoderAppraisal[] = [];
  for (const { key: coder, keySpan, node } of entry.node.entries) {
    if (node.entries === undefined) {
      if (node.value !== null) wrong(node, `appraisals.${coder}`, "map");
      continue;
    }
    const values: { scale: string; value: string; span: Span }[] = [];
    for (const { key, node: given } of node.entries) {
      const value = scalarText(given);
      if (value === undefined) wrong(given, `appraisals.${coder}.${key}`, "text");
      else if (value !== "")
        values.push({ scale: scaleName(key), value, span: { start: given.start, end: given.end } });
    }
    read.push({ coder, keySpan, values });
  }
  return read;
}
