/** What of a review an edit of its manifest touches, so that a letter typed into its title costs nothing elsewhere. */
import type { Manifest, ManifestPath } from "../syntax/manifest.ts";
import type { Scheme } from "../vocabulary.ts";

export interface ManifestChange {
  /** The new manifest; its scheme is the old object when nothing about it changed. */
  readonly manifest: Manifest;
  /** Every document is to be read again. */
  readonly scheme: boolean;
  /** Which files belong to the review, or as what, may have changed. */
  readonly files: boolean;
  /** What the rules go by changed. */
  readonly checks: boolean;
}

export function manifestChange(before: Manifest, after: Manifest): ManifestChange {
  const scheme = !sameScheme(before.scheme, after.scheme);
  const files =
    before.texts !== after.texts ||
    !sameWords(before.exclude, after.exclude) ||
    !samePaths(before.bibliography, after.bibliography) ||
    !samePaths(before.decisions, after.decisions);
  const checks =
    before.version !== after.version ||
    !sameWords(scalesOf(before), scalesOf(after)) ||
    !sameWords(pairsOf(before.coders), pairsOf(after.coders)) ||
    !sameWords(pairsOf(before.checks), pairsOf(after.checks));
  return { manifest: scheme ? after : { ...after, scheme: before.scheme }, scheme, files, checks };
}

function sameScheme(a: Scheme, b: Scheme): boolean {
  return a.name === b.name && sameWords(wordsOf(a), wordsOf(b));
}

function wordsOf({ slots, required }: Scheme): readonly string[] {
  return [...slots.map(({ letter, label }) => `${letter} ${label}`), ...required];
}

function scalesOf({ appraisal }: Manifest): readonly string[] {
  return Object.entries(appraisal).flatMap(([scale, values]) => [`${scale}:`, ...values]);
}

function pairsOf(pairs: ReadonlyMap<string, string>): readonly string[] {
  return [...pairs].flat();
}

function samePaths(a: readonly ManifestPath[], b: readonly ManifestPath[]): boolean {
  return sameWords(
    a.map(({ path }) => path),
    b.map(({ path }) => path),
  );
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
