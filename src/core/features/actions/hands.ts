/** Writing something in one hand or, where that is read otherwise, in the next. */
import { type Outcome, refuse } from "../edit/outcome.ts";
import { HANDS, type Hand } from "./clauses.ts";

/** The first outcome of `write`, which gives what would be read otherwise where there is none, "" where there are no words for it; else a refusal with the first such words. */
export function inSomeHand(id: string, write: (hand: Hand) => Outcome | string): Outcome {
  let why = "";
  for (const hand of HANDS) {
    const written = write(hand);
    if (typeof written !== "string") return written;
    if (why === "") why = written;
  }
  return refuse("form", { id, why });
}
