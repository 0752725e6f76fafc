/** How configurations are grouped: by theme, by theory, by status, by the layer of their contexts, by the sources of their evidence. */

import { compareIds } from "../../ids.ts";
import { t } from "../../l10n.ts";
import type { Cmoc, Name } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { statusOf } from "../../rules/about.ts";
import { LAYERS, STATUSES } from "../../vocabulary.ts";
import { idOf } from "../card/naming.ts";
import { titleOf } from "./titles.ts";

export type Grouping = "theme" | "theory" | "status" | "layer" | "source";

/** How the group of what has none is called. */
const NO_GROUP: { readonly [by in Grouping]: () => string } = {
  theme: () => t("No theme"),
  theory: () => t("No theory"),
  status: () => t("No status"),
  layer: () => t("No layer"),
  source: () => t("No evidence"),
};

/** A group that a configuration is in, from the outermost: parts of a theme, a theory's name, a status, a layer, a source's key. Empty where it has none. */
export type GroupPath = readonly string[];

const NONE: readonly GroupPath[] = [[]];
/** Themes may be nested as deep as somebody writes them; below this, the rest of the path is one name. */
const DEEPEST = 8;

/** All theories of a review, and which configurations they hold. */
export interface Theories {
  /** In the order of the files. */
  readonly names: readonly Name[];
  /** As `theoriesOf` of the review gives them. */
  readonly of: (name: Name) => readonly Name[];
}

/** Looks at every record once, for who asks of many configurations. */
export function theoriesIn(review: Review): Theories {
  const names: Name[] = [];
  /** Most are in one theory, which then costs no set. */
  const holding = new Map<Name, Name | Set<Name>>();
  for (const uri of review.uris()) {
    for (const { facts } of review.placed(uri)) {
      for (let index = 0; index < facts.count; index++) {
        const brief = facts.record(index);
        if (brief.kind !== "theory") continue;
        names.push(brief.name);
        for (const { field, name, inReason } of brief.links)
          if (field === "configurations" && !inReason) holding.set(name, withOne(holding.get(name), brief.name));
      }
    }
  }
  const of = (name: Name): readonly Name[] => {
    let found = holding.get(name);
    for (const { brief } of review.definitions(name))
      for (const ref of brief.links) if (ref.field === "theory" && !ref.inReason) found = withOne(found, ref.name);
    return found === undefined ? [] : typeof found === "string" ? [found] : [...found];
  };
  return { names, of };
}

function withOne(names: Name | Set<Name> | undefined, name: Name): Name | Set<Name> {
  if (names === undefined || names === name) return name;
  return typeof names === "string" ? new Set([names, name]) : names.add(name);
}

/** The groups of a configuration, one or more. Read from its brief. `theories` is for who asks of many. */
export function groupsOf(
  at: Definition<Cmoc>,
  by: Grouping,
  review: Review,
  theoriesOf = (name: Name): readonly Name[] => review.theoriesOf(name),
): readonly GroupPath[] {
  switch (by) {
    case "theme":
      return [themePath(at.brief.theme)];
    case "theory": {
      const theories = at.name === "" ? [] : theoriesOf(at.name);
      return theories.length === 0 ? NONE : theories.map((name) => [name]);
    }
    case "status":
      return [[statusOf(at.brief)]];
    case "layer": {
      const layers = new Set<string>();
      for (const { role, layer } of at.brief.roles) if (role === "C" && layer !== undefined) layers.add(layer);
      return layers.size === 0 ? NONE : [...layers].map((layer) => [layer]);
    }
    case "source": {
      const keys = new Set(evidenceOf(at, review).map((link) => link.source));
      return keys.size === 0 ? NONE : [...keys].map((key) => [key]);
    }
  }
}

function themePath(theme: string | undefined): GroupPath {
  if (theme === undefined) return NONE[0] ?? [];
  const parts = theme.split("/").map((part) => part.trim());
  return parts.length > DEEPEST ? [...parts.slice(0, DEEPEST - 1), parts.slice(DEEPEST - 1).join(" / ")] : parts;
}

export function evidenceOf(at: Definition<Cmoc>, review: Review): readonly Link[] {
  return review.evidenceFor(at.name === "" ? at : at.name);
}

/** What a group is called: the last part of its path. */
export function groupLabel(path: GroupPath, by: Grouping, review: Review): string {
  const last = path[path.length - 1];
  if (last === undefined) return NO_GROUP[by]();
  if (by === "theory") return theoryLabel(last, review);
  return by === "source" ? `@${last}` : last;
}

function theoryLabel(name: Name, review: Review): string {
  const [theory] = review.definitions(name);
  return theory ? `${theory.brief.id}  ${titleOf(theory)}`.trim() : idOf(name, review);
}

/**
 * The order of the outermost groups, by their labels: themes as they were met, which is the review's own order; statuses as a configuration goes
 * through them, layers from the person outwards, the others by name; what has no group last.
 */
export function groupOrder(by: Grouping): (a: string, b: string) => number {
  const fixed: readonly string[] = by === "status" ? STATUSES : by === "layer" ? LAYERS : [];
  const none = NO_GROUP[by]();
  const rank = (label: string): number => {
    if (label === none) return Number.MAX_SAFE_INTEGER;
    const at = fixed.indexOf(label);
    return at < 0 ? fixed.length : at;
  };
  return (a, b) => rank(a) - rank(b) || (by === "theme" ? 0 : compareIds(a, b));
}
