/** What stands at an offset of front matter or of `review.yaml`: a key, or the value of one. */
import type { Review } from "../../review.ts";
import { readYaml, type YamlEntry, type YamlNode } from "../../syntax/yaml.ts";
import type { Span } from "../../text.ts";

export interface YamlPlace {
  readonly span: Span;
  /** Whether it is the key itself, or its value. */
  readonly is: "key" | "value";
  /** The keys above it, and its own: `["appraisals", "JA", "rigour"]`. */
  readonly path: readonly string[];
  /** The value as written, "" for a key. */
  readonly value: string;
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** In front matter; undefined where the document has none at the offset. Spans are offsets in the document. */
export function inFrontMatter(review: Review, uri: string, offset: number): YamlPlace | undefined {
  const frontMatter = review.frontMatter(uri);
  if (!frontMatter || !holds(frontMatter.span, offset)) return undefined;
  for (const [key, { keySpan, span, value }] of frontMatter.fields) {
    if (holds(keySpan, offset)) return { span: keySpan, is: "key", path: [key], value: "" };
    if (value !== "" && holds(span, offset)) return { span, is: "value", path: [key], value };
  }
  for (const { coder, keySpan, values } of frontMatter.appraisals) {
    if (holds(keySpan, offset)) return { span: keySpan, is: "key", path: ["appraisals", coder], value: "" };
    for (const { scale, value, span } of values)
      if (holds(span, offset)) return { span, is: "value", path: ["appraisals", coder, scale], value };
  }
  // What its reader does not keep: the keys above and between.
  const { start, end } = frontMatter.span;
  const found = inManifest((review.text(uri) ?? "").slice(start, end), offset - start);
  return found && { ...found, span: { start: found.span.start + start, end: found.span.end + start } };
}

/** In the manifest. Reads the whole file, which is short. */
export function inManifest(text: string, offset: number): YamlPlace | undefined {
  const { root } = readYaml(text);
  return root && within(root, offset, []);
}

function within(node: YamlNode, offset: number, path: readonly string[]): YamlPlace | undefined {
  for (const entry of node.entries ?? []) {
    const found = inEntry(entry, offset, path);
    if (found) return found;
  }
  for (const item of node.items ?? []) {
    const found = holds(item, offset) ? within(item, offset, path) : undefined;
    if (found) return found;
  }
  const isScalar = node.entries === undefined && node.items === undefined;
  if (!isScalar || path.length === 0 || node.end <= node.start || !holds(node, offset)) return undefined;
  return { span: { start: node.start, end: node.end }, is: "value", path, value: node.text ?? "" };
}

function inEntry({ key, keySpan, node }: YamlEntry, offset: number, path: readonly string[]): YamlPlace | undefined {
  const own = [...path, key];
  if (holds(keySpan, offset)) return { span: keySpan, is: "key", path: own, value: "" };
  return holds(node, offset) ? within(node, offset, own) : undefined;
}
