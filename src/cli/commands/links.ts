/** `cmoc links`: makes references into links, or takes the links out. */
import { linkEdits, plainEdits } from "../../core/features/links.ts";
import { openReview } from "../open.ts";
import { count, type Output } from "../output.ts";
import { writeAll } from "../write.ts";
import { countOf, replacements } from "./replacements.ts";

export async function links(dir: string | undefined, mode: "write" | "plain", output: Output): Promise<void> {
  const { root, review } = openReview(dir, output);
  const all = mode === "write" ? linkEdits(review) : plainEdits(review);
  const edits = countOf(all);
  await writeAll(root, replacements(review, all));
  const what = mode === "write" ? "linked or refreshed" : "made plain";
  output.write(
    edits === 0 ? "Nothing to change." : `${count(edits, "reference")} in ${count(all.size, "file")} ${what}.`,
  );
}
