/**
 * Names near to one that nothing bears. They are asked for where a problem is worded or mended, never while rules run: a finding does not
 * change because a far file now has a name like it.
 */
import { idKey, numbered, writtenNumber } from "../ids.ts";
import type { Name } from "../model/types.ts";
import { probe } from "../near.ts";
import type { Review } from "../review.ts";
import { called } from "./about.ts";

const MOST = 3;

/** What the reference to `name` may have meant, as it would be written, at most three. A thousand look-ups, whatever the size of the review. */
export function nearNames(name: Name, review: Review): readonly string[] {
  const space = name.slice(0, 2);
  if (space === "s:") return keysNear(name.slice(2), review).map((key) => `@${key}`);
  if (space === "x:") {
    const hash = name.lastIndexOf("#");
    const key = name.slice(2, hash);
    const id = name.slice(hash + 1);
    if (review.isDefined(`s:${key}`))
      return named(
        idsNear(id, (other) => `x:${key}#${other}`, review),
        review,
      );
    return named(
      keysNear(key, review).map((other) => `x:${other}#${id}`),
      review,
    );
  }
  return named(
    idsNear(name.slice(2), (other) => space + other, review),
    review,
  );
}

/** The names that are defined, as people write them. */
function named(names: readonly Name[], review: Review): readonly string[] {
  return names.flatMap((name) => {
    const definition = review.definitions(name)[0];
    return definition ? [called(definition)] : [];
  });
}

function idsNear(id: string, nameOf: (id: string) => Name, review: Review): readonly Name[] {
  const exists = (other: string): boolean => review.isDefined(nameOf(other));
  const found = new Set([...forms(id)].filter((form) => form !== id && exists(form)));
  for (const other of probe(id, exists, MOST)) found.add(other);
  return [...found].slice(0, MOST).map(nameOf);
}

/** The same letters and number with another sign between them, and with or without leading zeros: `tr-03` for `tr3`. */
function* forms(id: string): Iterable<string> {
  const parts = numbered(id);
  if (!parts) return;
  const letters = parts.prefix.replace(/[._-]$/, "");
  for (const sign of ["", "-", ".", "_"]) {
    for (const width of [1, 2, 3]) yield letters + sign + writtenNumber(parts.number, width, parts.zero);
  }
}

/** Keys keep their case, so another case is the first thing to look for. */
function keysNear(key: string, review: Review): readonly string[] {
  const exists = (other: string): boolean => review.isDefined(`s:${other}`);
  const small = idKey(key);
  const capital = small.charAt(0).toUpperCase() + small.slice(1);
  const found = new Set([small, capital, key.toUpperCase()].filter((form) => form !== key && exists(form)));
  for (const form of new Set([key, small, capital])) {
    if (found.size < MOST) for (const other of probe(form, exists, MOST)) found.add(other);
  }
  return [...found].slice(0, MOST);
}
