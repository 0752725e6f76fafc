/** What the bullets of one record say, and what is found while they are read. */
import type { Finding, FindingData } from "../syntax/finding.ts";
import type { Span } from "../text.ts";
import type { FieldWords, Scheme } from "../vocabulary.ts";
import type { Evidence, Ref, Value } from "./types.ts";

export interface Context {
  readonly scheme: Scheme;
  /** The citation key of the file, when it is a source's. */
  readonly source: string | undefined;
  readonly findings: Finding[];
}

export function find(context: Context, rule: string, span: Span, data: FindingData): void {
  context.findings.push({ rule, start: span.start, end: span.end, data });
}

/** What the bullets of one record say, by the label of the vocabulary. */
export class Fields {
  readonly evidence: Evidence[] = [];
  readonly refs: Ref[] = [];
  readonly notes: Value[] = [];
  tags: readonly string[] = NO_TAGS;
  /** A record has few fields: they are found by looking through them. */
  private readonly labels: string[] = [];
  private readonly values: Value[] = [];
  /** Labels of single-valued fields that stand with nothing after them. */
  private blanks: string[] | undefined;

  one(label: string): Value | undefined {
    const at = this.labels.indexOf(label);
    return at < 0 ? undefined : this.values[at];
  }

  all(label: string): readonly Value[] {
    if (!this.labels.includes(label)) return NO_VALUES;
    return this.values.filter((_, at) => this.labels[at] === label);
  }

  put(field: FieldWords, value: Value): boolean {
    if (!field.repeats && this.labels.includes(field.label)) return false;
    this.labels.push(field.label);
    this.values.push(value);
    return true;
  }

  /** Whether a single-valued field stands already, with a value or without; a blank one is kept in mind. */
  stands(field: FieldWords, isBlank: boolean): boolean {
    if (field.repeats) return false;
    if (this.labels.includes(field.label) || this.blanks?.includes(field.label)) return true;
    if (isBlank) {
      if (this.blanks) this.blanks.push(field.label);
      else this.blanks = [field.label];
    }
    return false;
  }
}

const NO_TAGS: readonly string[] = [];
export const NO_VALUES: readonly Value[] = [];
