/** `cmoc migrate`: brings a review to the newest version of the language. There is one version so far, so there is nothing to change yet. */
import { messageOf } from "../../core/rules/index.ts";
import { LANGUAGE_VERSION } from "../../core/vocabulary.ts";
import { UsageError } from "../files.ts";
import { openReview, placeOf } from "../open.ts";
import type { Output } from "../output.ts";

export function migrate(dir: string | undefined, output: Output): void {
  const { review } = openReview(dir, output);
  for (const uri of review.uris()) {
    const wrong = review.documentFindings(uri).find(({ rule, data }) => rule === "yaml/value" && data.key === "cmoc");
    if (wrong) throw new UsageError(`${placeOf(review, uri, wrong.start)}: ${messageOf(wrong)}`);
  }
  output.write(
    review.manifest.version >= LANGUAGE_VERSION
      ? `This review is written in version ${review.manifest.version} of the language, the newest. Nothing to do.`
      : `Version ${review.manifest.version} of the language needs no changes to be read as version ${LANGUAGE_VERSION}.`,
  );
}
