/** Reviews with a place in them, for tests: `¦` in one of the files is where the cursor stands. */
import assert from "node:assert/strict";
import type { Review } from "../../../src/core/review.ts";
import { type Files, reviewOf } from "../reviews.ts";

export interface Cursor {
  readonly review: Review;
  readonly uri: string;
  readonly offset: number;
  readonly text: string;
}

export function cursorIn(files: Files | string): Cursor {
  const all = typeof files === "string" ? { "a.md": files } : files;
  const [uri, marked] = Object.entries(all).find(([, text]) => text.includes("¦")) ?? assert.fail("no cursor");
  const offset = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  return { review: reviewOf({ ...all, [uri]: text }), uri, offset, text };
}

/** A small review of invented sources that most of these tests look at. */
export const SMALL: Files = {
  "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
  "refs.bib": "@book{moreau2005,\n title={A book},\n}\n",
  "theory.md":
    "# Theory PT1: Trust\n\n- configurations: TR1–TR3\n\n## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n## CMOC TR2: Two\n\n- C: y\n",
  "sources/okafor.md":
    "---\ncitekey: okafor2014\ntitle: Working together again\nstatus: included\n---\n\n## Extract e4\n\n> They met.\n\n- at: p. 1\n- supports: TR1\n",
  "codebook.md": "## Code shared-history: Before\n\n- role: C\n",
};
