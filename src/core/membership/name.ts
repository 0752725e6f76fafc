/** The file that makes a folder a review. */
export const MANIFEST_NAME = "review.yaml";

/** A file in the review's folder that somebody may have meant for the manifest: `review.yml`, `Review.yaml`. */
export function isNearlyManifest(path: string): boolean {
  return path !== MANIFEST_NAME && /^review\.ya?ml$/i.test(path);
}
