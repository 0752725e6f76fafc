/** `cmoc links`: makes references into links, or takes the links out. */
import { linkEdits, plainEdits } from "../../core/features/links.ts";
import { openReview } from "../open.ts";
import { count, type Output } from "../output.ts";
import { countOf, replaceAll, replacements } from "./replace-all.ts";

export function links(dir: string | undefined, mode: "write" | "plain", output: Output): void {
  const { root, review } = openReview(dir, output);
  const all = mode === "write" ? linkEdits(review) : plainEdits(review);
  const edits = countOf(all);
  replaceAll(root, replacements(review, all), output);
  const what = mode === "write" ? "linked or refreshed" : "made plain";
  output.write(
    edits === 0 ? "Nothing to change." : `${count(edits, "reference")} in ${count(all.size, "file")} ${what}.`,
  );
}
