/** The small review in which snippets are tried: the one that a new review begins with. */

import { displayId } from "../../src/core/report/json.ts";
import { STARTER } from "../../src/core/starter.ts";
import { KINDS } from "../../src/core/vocabulary.ts";
import { type Files, reviewOf } from "../core/reviews.ts";

/** A small review with what a snippet gives in the place where it belongs. */
export function inReview(name: string, text: string): Files {
  const scheme = /^(?:Table of )?([A-Z]+) configuration/.exec(name)?.[1];
  const files = scheme
    ? {
        ...STARTER,
        "review.yaml": (STARTER["review.yaml"] ?? "").replace("configuration: CMO", `configuration: ${scheme}`),
      }
    : STARTER;
  // Records of the starter have the ids that snippets begin with: they make room.
  const roomy = Object.fromEntries(
    Object.entries(files).map(([path, old]) => [
      path,
      old.replaceAll("CMOC1", "CMOC9").replaceAll("CMOC 1", "CMOC 9").replaceAll("PT1", "PT9").replaceAll("D1", "D9"),
    ]),
  );
  if (name === "Source") {
    return {
      ...roomy,
      "references.bib": `${roomy["references.bib"]}\n@misc{lund2020, title = {x}}\n`,
      "sources/lund2020.md": text,
    };
  }
  if (/^(?:Extract|Coding)/.test(name)) {
    const path = "sources/sample2025.md";
    const old = roomy[path] ?? "";
    return {
      ...roomy,
      [path]:
        name === "Coding line" ? `${old.trimEnd()}\n${text}` : `${old.replace("Extract e1", "Extract e9")}\n${text}`,
    };
  }
  return { ...roomy, "new.md": text };
}

/** The records and sources of a review, as they are called. */
export function contents(files: Files): readonly string[] {
  const review = reviewOf(files);
  const records = KINDS.flatMap(({ kind }) => [...review.records(kind)]).map(
    (definition) => `${definition.entity.kind} ${displayId(definition, review)}`,
  );
  const read = [...review.sources()].filter((source) => source.uri !== undefined);
  return [...records, ...read.map(({ key }) => `source ${key}`)];
}
