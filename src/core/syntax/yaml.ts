/**
 * YAML with exact places, for `review.yaml` and front matter: YAML 1.2's core schema, read by `yaml` and given as plain nodes.
 * It never throws, and its work is linear in the text: what is too long, too deep or made to explode is a finding before it is read.
 */
import { type Alias, Composer, isAlias, isMap, isScalar, isSeq, Parser, Scalar } from "yaml";
import type { Span } from "../text.ts";
import type { Finding, FindingValue } from "./finding.ts";
import { readByKey } from "./yaml-recovery.ts";

export type YamlValue = string | number | boolean | null;

/** A value. Spans are offsets into the document that holds the YAML; an alias has its own span and the value of its anchor. */
export interface YamlNode extends Span {
  /** A scalar's value in the core schema; undefined for a map or a list. */
  readonly value: YamlValue | undefined;
  /** A scalar as it was written (`007`, `2026-03-02`, `yes`), a quoted or block one as the text it stands for; "" for nothing. */
  readonly text?: string;
  /** Whether quotes or a block sign make a scalar text whatever it looks like. */
  readonly quoted?: boolean;
  readonly entries?: readonly YamlEntry[];
  readonly items?: readonly YamlNode[];
}

/** A key and its value. Of keys that are written twice the first stands here, the second is a finding. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: YamlNode;
}

export interface YamlRead {
  /** Undefined when there is nothing, or nothing that could be read. */
  readonly root: YamlNode | undefined;
  /** Rule `yaml/syntax` with `{ reason, detail? }`: a code (`duplicate-key`, `bad-indent`, …) and where there are any the library's words. */
  readonly findings: readonly Finding[];
}

/** The longest YAML that is read, in UTF-16 units. */
export const YAML_LENGTH_LIMIT = 262_144;
/** How deep maps and lists may lie in each other. */
export const YAML_DEPTH_LIMIT = 60;
/** How many values aliases may stand for. */
export const YAML_ALIAS_LIMIT = 10_000;
/** How many mistakes of one text are told. */
export const YAML_FINDING_LIMIT = 20;

/** Reads one YAML document that begins at offset `base` of its file. */
export function readYaml(text: string, base = 0): YamlRead {
  if (text.length > YAML_LENGTH_LIMIT) {
    return { root: undefined, findings: [syntax(base, base + firstLine(text), { reason: "too-long" })] };
  }
  const findings: Finding[] = [];
  const clean = sanitized(text, base, findings);
  const whole = readDocument(clean, base);
  const read = whole.damaged ? (readByKey(clean, base, readDocument) ?? whole) : whole;
  return { root: read.root, findings: [...findings, ...read.findings].slice(0, YAML_FINDING_LIMIT) };
}

/** Reads one document; `damaged` when the library found mistakes, after which it may have taken a key's value for another's. */
function readDocument(text: string, base: number): YamlRead & { readonly damaged: boolean } {
  const findings: Finding[] = [];
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const at = within(deep, text.length);
    findings.push(syntax(base + at, base + within(at + 1, text.length), { reason: "too-deep" }));
    return { root: undefined, findings, damaged: true };
  }
  const options = { uniqueKeys: false, prettyErrors: false, logLevel: "silent", resolveKnownTags: false } as const;
  const documents = new Composer(options).compose(tokens, true, text.length);
  const first = documents.next();
  if (first.done) return { root: undefined, findings, damaged: false };
  for (const error of first.value.errors.slice(0, YAML_FINDING_LIMIT)) {
    const start = within(error.pos[0], text.length);
    const end = Math.max(start, within(error.pos[1], text.length));
    const reason = reasonOf(error.code);
    // A line that fits nowhere is told of once for each bracket that is open above it.
    if (findings.some((other) => other.start === base + start && other.data.reason === reason)) continue;
    findings.push(syntax(base + start, base + end, { reason, detail: error.message }));
  }
  const damaged = findings.length > 0;
  const contents = first.value.contents;
  const reader = new NodeReader(text, base, findings);
  const root = contents === null || isEmptyNode(contents) ? undefined : reader.node(contents, 0);
  const second = documents.next();
  if (!second.done) {
    const at = within(second.value.range[0], text.length);
    findings.push(syntax(base + at, base + at + firstLine(text.slice(at)), { reason: "multiple-docs" }));
  }
  return { root, findings, damaged };
}

/** The findings about values that are no mere echo of broken YAML at the same place, after those about the YAML. */
export function withValues(broken: readonly Finding[], values: readonly Finding[]): readonly Finding[] {
  if (broken.length === 0) return values;
  const touches = (finding: Finding): boolean =>
    broken.some((other) => other.start <= finding.end && finding.start <= other.end);
  return [...broken, ...values.filter((finding) => !touches(finding))];
}

function syntax(start: number, end: number, data: { readonly [name: string]: FindingValue }): Finding {
  return { rule: "yaml/syntax", start, end, data };
}

function reasonOf(code: string): string {
  return code.toLowerCase().replaceAll("_", "-");
}

function within(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

function firstLine(text: string): number {
  const at = text.search(/[\r\n]/);
  return at < 0 ? text.length : at;
}

/** Characters that YAML does not allow; a byte order mark may stand at the start alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** The text at the same length, with a lone CR as the line end that it is, and forbidden characters told of and replaced. */
function sanitized(text: string, base: number, findings: Finding[]): string {
  let clean = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
  const at = clean.search(FORBIDDEN);
  if (at >= 0) {
    const code = clean.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    findings.push(syntax(base + at, base + at + 1, { reason: "character", code: `U+${code}` }));
    clean = clean.replace(FORBIDDEN, "\uFFFD");
  }
  return clean;
}

type Token = Parameters<Composer["next"]>[0];

/** The offset of a map or list below the limit of depth, or undefined. The library composes by recursion, so this comes first. */
function tooDeep(tokens: readonly Token[]): number | undefined {
  const stack: { readonly token: Token; readonly depth: number }[] = [];
  for (const token of tokens) stack.push({ token, depth: 1 });
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > YAML_DEPTH_LIMIT) return token.offset;
    if (token.type === "document" && token.value) stack.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}

function isEmptyNode(node: unknown): boolean {
  return (
    isScalar(node) &&
    node.value === null &&
    (node.range === undefined || node.range === null || node.range[0] === node.range[1])
  );
}

/** Turns the library's nodes into ours. Depth was bounded before. */
class NodeReader {
  readonly #text: string;
  readonly #base: number;
  readonly #findings: Finding[];
  /** The node of each anchor with how many values it stands for. */
  readonly #anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  #count = 0;
  #shared = 0;

  constructor(text: string, base: number, findings: Finding[]) {
    this.#text = text;
    this.#base = base;
    this.#findings = findings;
  }

  /** `after` is where a value that is not written would stand, relative to the YAML. */
  node(node: unknown, after: number): YamlNode {
    const before = this.#count;
    this.#count++;
    if (isAlias(node)) return this.#alias(node);
    const read = this.#plain(node, after);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
      this.#anchors.set(node.anchor, { node: read, size: this.#count - before });
    }
    return read;
  }

  #plain(node: unknown, after: number): YamlNode {
    if (isMap(node)) return { ...this.#span(node.range, after), value: undefined, entries: this.#entries(node.items) };
    if (isSeq(node)) {
      const span = this.#span(node.range, after);
      return { ...span, value: undefined, items: node.items.map((item) => this.node(item, span.end - this.#base)) };
    }
    if (!isScalar(node)) return { ...this.#at(after, after), value: null, text: "" };
    const span = this.#span(node.range, after);
    if (span.start === span.end) return { ...this.#at(after, after), value: null, text: "" };
    const value = scalar(node.value);
    if (node.type === Scalar.PLAIN || node.type === undefined) {
      return { ...span, value, text: node.source ?? String(value ?? "") };
    }
    return { ...span, value, text: typeof value === "string" ? value : (node.source ?? ""), quoted: true };
  }

  #entries(pairs: readonly { readonly key: unknown; readonly value: unknown }[]): readonly YamlEntry[] {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const pair of pairs) {
      const key = this.node(pair.key, 0);
      const keySpan = { start: key.start, end: key.end };
      const node = this.node(pair.value, this.#colonAfter(keySpan.end - this.#base));
      if (key.text === undefined) {
        this.#tell(keySpan, { reason: "complex-key" });
      } else if (seen.has(key.text)) {
        this.#tell(keySpan, { reason: "duplicate-key", key: key.text });
      } else {
        seen.add(key.text);
        entries.push({ key: key.text, keySpan, node });
      }
    }
    return entries;
  }

  /** Past the colon of a key that ends at `end`, or `end` where there is none. */
  #colonAfter(end: number): number {
    let at = end;
    while (this.#text.charCodeAt(at) === 32) at++;
    return this.#text.charCodeAt(at) === 58 ? at + 1 : end;
  }

  #alias(node: Alias): YamlNode {
    const span = this.#span(node.range, 0);
    const known = this.#anchors.get(node.source);
    if (known && this.#shared + known.size <= YAML_ALIAS_LIMIT) {
      this.#shared += known.size;
      this.#count += known.size;
      return { ...known.node, ...span };
    }
    this.#tell(span, { reason: known ? "alias-bomb" : "unknown-alias", alias: node.source });
    return { ...span, value: null, text: "" };
  }

  #tell(span: Span, data: { readonly [name: string]: FindingValue }): void {
    if (this.#findings.length < YAML_FINDING_LIMIT) this.#findings.push(syntax(span.start, span.end, data));
  }

  #span(range: readonly [number, number, number] | null | undefined, after: number): Span {
    return range ? this.#at(range[0], range[1]) : this.#at(after, after);
  }

  #at(from: number, to: number): Span {
    const start = within(from, this.#text.length);
    return { start: this.#base + start, end: this.#base + Math.max(start, within(to, this.#text.length)) };
  }
}

function scalar(value: unknown): YamlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}
