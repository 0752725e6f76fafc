/** Codes that are not in the codebook yet, written into it. */
import { MANIFEST_NAME } from "../../membership.ts";
import { codeName } from "../../model/names.ts";
import { Review } from "../../review.ts";
import { applyEdits } from "../../text.ts";
import { appendRecord } from "../edit/append.ts";
import { type Edited, isRefusal, type Outcome, type Refusal, UNCHANGED } from "../edit/outcome.ts";
import { mentionText } from "../edit/spell.ts";
import { composed, type Stretch, spliced } from "../refactor/stretches.ts";
import { isThere } from "./codes.ts";
import type { CodeUse } from "./verbatim.ts";

/** The file of the last code, else `codebook.md`. */
export function codebookOf(review: Review): string {
  let uri: string | undefined;
  for (const { placed } of review.records("code")) uri = placed.uri;
  return uri ?? "codebook.md";
}

/** Writes those of the codes that the codebook has not, each once, with the role in which it is used first. */
export function writeCodes(review: Review, uses: readonly CodeUse[]): Outcome {
  const { scheme } = review.manifest;
  const fresh = new Map<string, CodeUse & { readonly code: string }>();
  for (const use of uses) {
    const { code } = use;
    if (code === undefined || isThere(code, review) || fresh.has(codeName(code))) continue;
    fresh.set(codeName(code), { ...use, code });
  }
  const steps = [...fresh.values()].map(({ role, code }) => (now: Review) => {
    const word = role && (mentionText(role, scheme) ?? role.role);
    const fields = [...(word === undefined ? [] : [["role", word] as const]), ["definition", ""] as const];
    return appendRecord(now, { uri: codebookOf(review) }, { kind: "code", id: code, fields });
  });
  return inSteps(review, [codebookOf(review)], steps);
}

/**
 * Changes of a few documents, each computed from what those before it left, as one; or the first refusal. The review that a step is given has these documents alone.
 */
export function inSteps(
  review: Review,
  uris: readonly string[],
  steps: readonly ((now: Review) => Outcome)[],
): Edited | Refusal {
  if (steps.length === 0) return UNCHANGED;
  const copy = new Review();
  for (const uri of new Set([MANIFEST_NAME, ...uris])) {
    const document = review.document(uri);
    if (document) copy.set(document, review.bibliography(uri));
  }
  const texts = new Map<string, readonly Stretch[]>();
  for (const step of steps) {
    const outcome = step(copy);
    if (isRefusal(outcome)) return outcome;
    for (const [uri, edits] of outcome.edits) {
      const base = review.text(uri) ?? "";
      texts.set(uri, spliced(texts.get(uri) ?? [{ from: 0, to: base.length }], edits));
      copy.set({ uri, version: 0, text: applyEdits(copy.text(uri) ?? "", edits) });
    }
  }
  const edits = [...texts].map(([uri, stretches]) => [uri, composed(stretches, review.text(uri) ?? "")] as const);
  return { edits: new Map(edits.filter(([, list]) => list.length > 0)) };
}
