/** Taking a link out of where it is written, and the words of people that go with it. */
import type { Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import type { Stance } from "../../vocabulary.ts";
import { isRefusal, type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { openRecord } from "../edit/record.ts";
import { wordsAt } from "../edit/remove-item.ts";
import { removeLink } from "../edit/remove-link.ts";
import type { Draft, Spot } from "./draft.ts";

/** Takes the link out; gives what stood at it besides slots, place and reason, comments included, as it is to be told in a note: "" for nothing. */
export function takenOut(draft: Draft, spot: Spot, name: Name, stance: Stance): Refusal | string {
  const at = draft.at(spot);
  if (!at) return refuse("moved");
  const { outcome, told } = takingOut(draft.review, at, name, stance);
  if (isRefusal(outcome)) return outcome;
  return draft.take(outcome) ?? told(draft.at(spot)?.placed.text ?? "");
}

/** The change that takes the link out, and what is to be told then of the piece that it leaves. */
export function takingOut(review: Review, at: Definition, name: Name, stance: Stance): TakingOut {
  const open = openRecord(review, at);
  if (!open) return { outcome: refuse("moved"), told: () => "" };
  const { entity, text } = open;
  const own = ("evidence" in entity ? entity.evidence : []).filter(
    (each) => each.name === name && each.stance === stance && !each.inReason && each.range === undefined,
  );
  const stood = own.map(({ start }) => wordsAt(open, start, true));
  const called = (at.brief.kind === "extract" ? at.name : name).slice(2);
  const told = (after: string): string => {
    const words = [...stood];
    const left = commentsOf(after);
    for (const comment of commentsOf(text)) {
      const kept = left.indexOf(comment);
      if (kept >= 0) left.splice(kept, 1);
      else if (!words.some((each) => each.includes(comment))) words.push(comment);
    }
    const all = words.filter((each) => each !== "").join(" ");
    return all === "" ? "" : `@${called} ${stance} ${all}`;
  };
  return { outcome: removeLink(review, at, name, stance), told };
}

interface TakingOut {
  readonly outcome: Outcome;
  readonly told: (after: string) => string;
}

/** Comments, each in one line; linear. */
function commentsOf(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf("<!--"); at >= 0; ) {
    const shut = text.indexOf("-->", at + 4);
    if (shut < 0) break;
    found.push(fold(text.slice(at, shut + 3)));
    at = text.indexOf("<!--", shut + 3);
  }
  return found;
}
