/** Where the coded words of an extract stand in a text. */
import type { Coding, Extract } from "../../model/types.ts";
import type { Ground } from "../../quotes/ground.ts";
import type { Definition } from "../../review.ts";
import type { Span } from "../../text.ts";
import type { Look } from "../marks.ts";
import { byPlace, type Coded, rowsOf, type Stripe, spanOf } from "./stripe.ts";

/** Of one extract so many are shown. */
const MOST = 1000;

interface Found {
  readonly coding: Coding;
  readonly is: Coded["is"];
  readonly parts: readonly Span[];
}

/** Of each coding line the first place of its words; of one without words all of the text. What is not found is left out. Ascending. */
export function codedIn(codings: Extract["codings"], ground: Ground, likeness = false): readonly Omit<Coded, "row">[] {
  const found: Found[] = [];
  let whole: readonly Span[] | undefined;
  for (const coding of codings) {
    if (found.length >= MOST) break;
    if (coding.words.length === 0) {
      whole ??= ground.all();
      if (whole.length > 0) found.push({ coding, is: "whole", parts: whole });
    }
    for (const { text } of coding.words) {
      const parts = ground.find(text, likeness);
      if (parts.length > 0) found.push({ coding, is: "words", parts });
    }
  }
  return found.sort((a, b) => byPlace(spanOf(a.parts), spanOf(b.parts)));
}

/** With a row for each; given ascending. Lines that code the whole of an extract in the same role are one line there. */
export function inRows<T extends Omit<Coded, "row">>(all: readonly T[]): readonly (T & { readonly row: number })[] {
  const first = new Map<readonly Span[], Map<string | undefined, T>>();
  const lineOf = (each: T): T => {
    if (each.is === "words") return each;
    const alike = first.get(each.parts) ?? new Map<string | undefined, T>();
    first.set(each.parts, alike);
    const role = each.coding.role?.role;
    const line = alike.get(role) ?? each;
    alike.set(role, line);
    return line;
  };
  const lines = all.map(lineOf);
  const apart = [...new Set(lines)];
  const rows = rowsOf(apart.map(({ parts }) => spanOf(parts)));
  const rowOf = new Map(apart.map((each, index) => [each, rows[index] ?? 0]));
  return all.map((each, index) => ({ ...each, row: rowOf.get(lines[index] as T) ?? 0 }));
}

/** The stripe of coded words of an extract; `shift` is where what their places are relative to begins. */
export function stripeOf(
  { coding, is, parts, row }: Coded,
  extract: Definition<Extract>,
  looks: ReadonlyMap<string, Look>,
  shift: number,
): Stripe {
  const moved = shift === 0 ? parts : parts.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  const role = coding.role?.role;
  return {
    ...spanOf(moved),
    parts: moved,
    is,
    coding,
    role,
    look: role === undefined ? undefined : looks.get(role),
    coder: coding.coder ?? extract.entity.coder?.text,
    extract,
    row,
  };
}
