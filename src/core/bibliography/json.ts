/**
 * Reads JSON that may be broken: the first place where it is not JSON is kept, and reading goes on at the next comma,
 * bracket or line, so that one slip costs one item. Nothing is built of what is skipped. Linear in the text.
 */
import type { Span } from "../text.ts";
import { lineEnd, skipBlank } from "./strings.ts";
import type { JsonExpectation } from "./types.ts";

/** Objects are maps, so that no name in a file can reach a prototype. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

export interface JsonFault {
  readonly span: Span;
  readonly expected: JsonExpectation;
}

const DEEPEST = 200;
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;

const LITERAL = /true|false|null|-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,5})?/y;

export class JsonReader {
  /** The first place where the text is not JSON. */
  fault: JsonFault | undefined;
  at: number;
  private depth = 0;
  private readonly text: string;
  private readonly end: number;

  constructor(text: string, start = 0, end = text.length) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** The code unit that comes next, white space aside; NaN at the end. */
  peek(): number {
    this.at = skipBlank(this.text, this.at, this.end);
    return this.at < this.end ? this.text.charCodeAt(this.at) : Number.NaN;
  }

  get isObject(): boolean {
    return this.peek() === OPEN_OBJECT;
  }

  get isArray(): boolean {
    return this.peek() === OPEN_ARRAY;
  }

  get isEnd(): boolean {
    return Number.isNaN(this.peek());
  }

  /** Notes that something else was expected here; only the first such place is kept. */
  expect(expected: JsonExpectation): void {
    this.fault ??= { span: { start: this.at, end: Math.min(this.at + 1, this.end) }, expected };
  }

  /** Calls `element` at the start of each element of the array that begins here; it must read one value or nothing. */
  array(element: () => void): void {
    if (!this.enter()) return;
    let needsComma = false;
    for (let unit = this.peek(); ; unit = this.peek()) {
      if (unit === CLOSE_ARRAY) {
        this.at++;
        break;
      }
      if (Number.isNaN(unit) || unit === CLOSE_OBJECT) {
        this.expect("close");
        if (unit === CLOSE_OBJECT && this.depth === 1) this.at++;
        if (Number.isNaN(unit) || this.depth > 1) break;
        continue;
      }
      if (unit === COMMA) {
        if (!needsComma) this.expect("value");
        this.at++;
        needsComma = false;
        if (this.peek() === CLOSE_ARRAY) this.expect("value");
        continue;
      }
      if (needsComma) this.expect("comma");
      const before = this.at;
      element();
      if (this.at === before) this.skip();
      needsComma = true;
    }
    this.depth--;
  }

  /** Calls `member` with each name of the object that begins here, at its value; what it does not read is skipped. */
  object(member: (name: string) => void): void {
    if (!this.enter()) return;
    let needsComma = false;
    for (let unit = this.peek(); ; unit = this.peek()) {
      if (unit === CLOSE_OBJECT) {
        this.at++;
        break;
      }
      if (Number.isNaN(unit) || unit === CLOSE_ARRAY || unit === OPEN_OBJECT) {
        this.expect(Number.isNaN(unit) || unit === CLOSE_ARRAY ? "close" : "name");
        break;
      }
      if (unit === COMMA) {
        if (!needsComma) this.expect("name");
        this.at++;
        needsComma = false;
        if (this.peek() === CLOSE_OBJECT) this.expect("name");
        continue;
      }
      if (unit !== QUOTE) {
        this.expect("name");
        this.pass();
        continue;
      }
      if (needsComma) this.expect("comma");
      const name = this.string();
      if (this.peek() === COLON) this.at++;
      else this.expect("colon");
      const next = this.peek();
      if (next === COMMA || next === CLOSE_OBJECT || next === CLOSE_ARRAY || Number.isNaN(next)) this.expect("value");
      else {
        const before = this.at;
        member(name);
        if (this.at === before) this.skip();
      }
      needsComma = true;
    }
    this.depth--;
  }

  /** Reads the string that begins here; one that its line does not close ends with the line. */
  string(): string {
    const start = this.at + 1;
    let next = start;
    let escaped = false;
    for (; next < this.end; next++) {
      const unit = this.text.charCodeAt(next);
      if (unit > BACKSLASH || (unit > QUOTE && unit < BACKSLASH) || unit === 32) continue;
      if (unit === QUOTE || unit === 10 || unit === 13) break;
      if (unit === BACKSLASH) {
        escaped = true;
        next++;
      }
    }
    next = Math.min(next, this.end);
    const raw = this.text.slice(start, next);
    this.at = next;
    if (this.text.charCodeAt(next) === QUOTE && next < this.end) this.at++;
    else this.expect("quote");
    return escaped ? unescaped(raw) : raw;
  }

  skip(): void {
    const unit = this.peek();
    if (unit === OPEN_OBJECT) this.object(() => {});
    else if (unit === OPEN_ARRAY) this.array(() => {});
    else if (unit === QUOTE) this.string();
    else this.literal();
  }

  value(): JsonValue {
    const unit = this.peek();
    if (unit === OPEN_OBJECT) {
      const members = new Map<string, JsonValue>();
      this.object((name) => members.set(name, this.value()));
      return members;
    }
    if (unit === OPEN_ARRAY) {
      const elements: JsonValue[] = [];
      this.array(() => elements.push(this.value()));
      return elements;
    }
    return unit === QUOTE ? this.string() : this.literal();
  }

  private literal(): string | number | boolean | null {
    LITERAL.lastIndex = this.at;
    const found = LITERAL.exec(this.text)?.[0];
    if (found === undefined || this.at + found.length > this.end) {
      this.expect("value");
      this.pass();
      return null;
    }
    this.at += found.length;
    return found === "null" ? null : found === "true" ? true : found === "false" ? false : Number(found);
  }

  private enter(): boolean {
    if (this.depth >= DEEPEST) {
      this.expect("less-depth");
      this.at = this.end;
      return false;
    }
    this.depth++;
    this.at++;
    return true;
  }

  /** Passes over what is no JSON, one unit at least, to where reading can go on. */
  private pass(): void {
    const line = lineEnd(this.text, this.at, Math.min(this.end, this.at + 200));
    this.at++;
    while (this.at < line && !isMark(this.text.charCodeAt(this.at))) this.at++;
  }
}

function isMark(unit: number): boolean {
  return (
    unit === COMMA ||
    unit === QUOTE ||
    unit === OPEN_OBJECT ||
    unit === CLOSE_OBJECT ||
    unit === OPEN_ARRAY ||
    unit === CLOSE_ARRAY
  );
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;
const SHORT: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function unescaped(raw: string): string {
  return raw.replace(ESCAPE, (_whole, hex: string | undefined, short: string | undefined) =>
    hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (SHORT[short ?? ""] ?? short ?? ""),
  );
}
