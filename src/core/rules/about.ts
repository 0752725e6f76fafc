/** Questions that several rules ask of a configuration and its evidence. */
import { keyOfName } from "../model/names.ts";
import type { Claim, Cmoc, Extract } from "../model/types.ts";
import type { Definition, Link, Review } from "../review.ts";

/** The status as the language reads it: candidate where none stands. */
export function statusOf(cmoc: Cmoc): string {
  return cmoc.status?.text ?? "candidate";
}

/** Merged and retired records are exempt from checks of slots and evidence. */
export function isClosed(cmoc: Cmoc): boolean {
  const status = statusOf(cmoc);
  return status === "merged" || status === "retired";
}

export function isPastCandidate(cmoc: Cmoc): boolean {
  return statusOf(cmoc) !== "candidate";
}

export function evidenceOf(at: Definition<Claim>, review: Review): readonly Link[] {
  return review.evidenceFor(at.name === "" ? at : at.name);
}

/** The extract that a link comes from; undefined for a whole source, or one that nothing defines. */
export function extractOf(link: Link, review: Review): Extract | undefined {
  const entity = review.definitions(link.extract)[0]?.entity;
  return entity?.kind === "extract" ? entity : undefined;
}

/** How a configuration is called in a message: its id, or its place in a table. */
export function called(at: Definition, review: Review): string {
  const { entity, placed } = at;
  if (entity.kind === "extract") return `@${entity.source}#${entity.id}`;
  if (entity.id !== "") return entity.id;
  return `This row (line ${review.lines(placed.uri).line(placed.start + entity.start) + 1})`;
}

/** The citation keys of the sources behind links, each once. */
export function keysOf(links: readonly Link[]): readonly string[] {
  return [...new Set(links.map((link) => keyOfName(link.extract) ?? ""))];
}
