/** A configuration as a page prints it. */
import type { RoleMention, Slot } from "../syntax/slots.ts";

export interface PrintedSlot extends RoleMention {
  readonly text: string;
}

export interface Note {
  /** What says it: the head of its column. Empty for words that stand alone. */
  readonly label: string;
  readonly text: string;
}

export interface Printed {
  /** In its canonical form; empty where none is printed. */
  id: string;
  title: string;
  theme: string;
  status: string;
  readonly slots: PrintedSlot[];
  readonly notes: Note[];
  /** Numbers of references and the like, that stood among the words of the slots. */
  readonly cited: string[];
  /** The statement as it is printed, where its slots do not hold all of its words. */
  statement: string;
  by: "fields" | "sentence" | "table" | "none";
  /** Offsets in the input. */
  readonly from: number;
  to: number;
}

export function printed(from: number, to: number, by: Printed["by"]): Printed {
  return { id: "", title: "", theme: "", status: "", slots: [], notes: [], cited: [], statement: "", by, from, to };
}

/** What reading a page says beside its configurations. */
export class Said {
  readonly aside: { readonly text: string; readonly from: number }[] = [];
  readonly unsure: { readonly text: string; readonly from: number }[] = [];
  /** Heads and labels that named roles. */
  readonly labels = new Set<string>();
  /** Names of schemes, such as ICAMO, with how often they are printed. */
  readonly schemes = new Map<string, number>();

  /** All that another says. */
  take(other: Said): void {
    for (const each of other.aside) this.aside.push(each);
    for (const each of other.unsure) this.unsure.push(each);
    for (const label of other.labels) this.labels.add(label);
    for (const [name, count] of other.schemes) this.schemes.set(name, (this.schemes.get(name) ?? 0) + count);
  }

  leave(text: string, from: number): void {
    if (text.trim() !== "") this.aside.push({ text, from });
  }

  doubt(text: string, from: number): void {
    this.unsure.push({ text, from });
  }

  label(text: string): void {
    if (text !== "") this.labels.add(text);
  }

  scheme(name: string | undefined): void {
    if (name !== undefined) this.schemes.set(name, (this.schemes.get(name) ?? 0) + 1);
  }
}

/** Roles in the order in which they are first named. */
export function rolesOf(slots: readonly RoleMention[]): ReadonlySet<string> {
  return new Set(slots.map((slot) => slot.role));
}

export function asPrinted({ start, end, mark, ...slot }: Slot): PrintedSlot {
  return slot;
}
