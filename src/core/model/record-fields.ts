/** What the bullets of one record say, and what is found while they are read. */
import type { Finding, FindingData } from "../syntax/finding.ts";
import type { Span } from "../text.ts";
import type { FieldWords, Scheme } from "../vocabulary.ts";
import type { ProseOptions } from "./prose.ts";
import type { Evidence, Ref, Value } from "./types.ts";

export interface Context {
  readonly scheme: Scheme;
  /** The citation key of the file, when it is a source's. */
  readonly source: string | undefined;
  /** How references in running words of a record are read. */
  readonly prose: ProseOptions;
  readonly findings: Finding[];
}

export function find(context: Context, rule: string, span: Span, data: FindingData): void {
  context.findings.push({ rule, start: span.start, end: span.end, data });
}

/** A value of a field, and the one that was put after it. */
interface Held {
  readonly label: string;
  readonly value: Value;
  next: Held | undefined;
}

/** What the bullets of one record say, by the label of the vocabulary. */
export class Fields {
  readonly evidence: Evidence[] = [];
  readonly refs: Ref[] = [];
  readonly notes: Value[] = [];
  tags: readonly string[] = NO_TAGS;
  /** A record has few fields: they are found by going through them. */
  private first: Held | undefined;
  private last: Held | undefined;
  /** Labels of single-valued fields that stand with nothing after them. */
  private blanks: string[] | undefined;

  one(label: string): Value | undefined {
    return this.held(label)?.value;
  }

  all(label: string): readonly Value[] {
    let found: Value[] | undefined;
    for (let held = this.held(label); held !== undefined; held = held.next) {
      if (held.label !== label) continue;
      if (found) found.push(held.value);
      else found = [held.value];
    }
    return found ?? NO_VALUES;
  }

  put(field: FieldWords, value: Value): boolean {
    if (!field.repeats && this.held(field.label) !== undefined) return false;
    const held: Held = { label: field.label, value, next: undefined };
    if (this.last) this.last.next = held;
    else this.first = held;
    this.last = held;
    return true;
  }

  /** The first value of a field. */
  private held(label: string): Held | undefined {
    let held = this.first;
    while (held !== undefined && held.label !== label) held = held.next;
    return held;
  }

  /** Whether a single-valued field stands already, with a value or without; a blank one is kept in mind. */
  stands(field: FieldWords, isBlank: boolean): boolean {
    if (field.repeats) return false;
    if (this.held(field.label) !== undefined || this.blanks?.includes(field.label)) return true;
    if (isBlank) {
      if (this.blanks) this.blanks.push(field.label);
      else this.blanks = [field.label];
    }
    return false;
  }
}

const NO_TAGS: readonly string[] = [];
export const NO_VALUES: readonly Value[] = [];
