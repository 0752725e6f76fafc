/** `cmoc links`: makes references into links, or takes the links out. */
import { linkEdits, plainEdits } from "../../core/features/links.ts";
import { applyEdits } from "../../core/text.ts";
import { openReview } from "../open.ts";
import { count, type Output } from "../output.ts";
import { replaceAll } from "./replace-all.ts";

export function links(dir: string | undefined, mode: "write" | "plain", output: Output): void {
  const { root, review } = openReview(dir, output);
  const all = mode === "write" ? linkEdits(review) : plainEdits(review);
  let edits = 0;
  const files = [...all].map(([uri, changes]) => {
    edits += changes.length;
    const before = review.text(uri) ?? "";
    return { uri, before, after: applyEdits(before, changes) };
  });
  replaceAll(root, files, output);
  const what = mode === "write" ? "linked or refreshed" : "made plain";
  output.write(
    edits === 0 ? "Nothing to change." : `${count(edits, "reference")} in ${count(all.size, "file")} ${what}.`,
  );
}
