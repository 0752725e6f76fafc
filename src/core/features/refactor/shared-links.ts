/** Evidence of a configuration that is split, written at the two that it becomes. */

import type { Name } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { Stance } from "../../vocabulary.ts";
import { addLink, type NewLink } from "../edit/add-link.ts";
import { type Edited, isRefusal, type Outcome, refuse, together, UNCHANGED } from "../edit/outcome.ts";
import type { Draft, Spot } from "./draft.ts";
import { another } from "./fields.ts";
import { type Divided, Kept } from "./kept-slots.ts";
import { linkKey } from "./link-places.ts";
import { type Left, spoken, writtenLinks } from "./moved-links.ts";
import { takingOut } from "./taken-out.ts";

/**
 * Writes the chosen links of a split configuration, and those that speak to nothing but what was taken, at the new one. The old one keeps a link for the slots that it
 * has still, or as a whole with `keep`. Slots are named as they are counted then. What stands under a slot, or in its words, went with that.
 */
export function shareEvidence(
  draft: Draft,
  from: Spot,
  to: Spot,
  divided: Divided,
  chosen: ReadonlySet<string>,
  keep: boolean,
): Left {
  const { slots: all, isTaken, isShared } = divided;
  const taken = new Kept(all, (slot) => isTaken(slot) || isShared(slot));
  const staying = new Kept(all, (slot) => !isTaken(slot));
  const shares = writtenLinks(draft, from, true).flatMap((link): readonly Share[] => {
    const isAtExtract = link.spot.kind === "extract";
    const extract = isAtExtract ? link.spot.name : link.name;
    const named = [...new Set(link.slots.flatMap((slot) => slotsNamed(slot, all)))];
    const stay = staying.named(link.slots);
    const { stance } = link;
    const isChosen = chosen.has(linkKey(extract, stance));
    const goes = isChosen || (named.length > 0 && named.every(isTaken));
    const reason = fold(link.reasons.join("; "));
    const isSame = stay.length === link.slots.length && stay.every((slot, at) => slot === link.slots[at]);
    if (!goes && isSame) return [];
    const there = taken.named(link.slots.filter((slot) => slotsNamed(slot, all).length > 0));
    const others = named.length > 0 && there.length === 0 ? spoken(link.slots, draft) : [];
    const keeps = (keep && isChosen) || !goes || (named.length > 0 && stay.length > 0);
    const share: Share = {
      extract,
      spot: link.spot,
      // What is written at the old one is written at the new one; an extract names each of them.
      writer: isAtExtract ? link.spot : to,
      name: isAtExtract ? from.name : link.name,
      made: isAtExtract ? to.name : link.name,
      there: goes ? { stance, slots: there, reason: fold([...link.reasons, ...others].join("; ")) } : undefined,
      stance,
      isLeft: keeps && isSame,
      stay: keeps ? { stance, slots: stay, reason } : undefined,
    };
    return [share];
  });
  const left = inRounds(shares).flatMap((round) => shared(draft, from, round));
  return [...new Set(left.map(({ extract }) => `@${extract.slice(2)}`))];
}

/** What is done with one link that is written at the old configuration or at an extract. */
interface Share {
  readonly extract: Name;
  readonly spot: Spot;
  /** Where it is written for the new one, and as whose. */
  readonly writer: Spot;
  readonly made: Name;
  readonly there: NewLink | undefined;
  /** As whose it is written now. */
  readonly name: Name;
  readonly stance: Stance;
  /** It stays as it is. */
  readonly isLeft: boolean;
  /** What the old one has of it then. */
  readonly stay: NewLink | undefined;
}

/** Those of records apart may be written at once, those of one record one after another. */
function inRounds(shares: readonly Share[]): readonly (readonly Share[])[] {
  const rounds: Share[][] = [];
  const counts = new Map<string, number>();
  for (const share of shares) {
    const { uri, kind, name, nth } = share.spot;
    const key = `${nth} ${kind} ${name} ${uri}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const round = rounds[count] ?? [];
    rounds[count] = round;
    round.push(share);
  }
  return rounds;
}

/** Writes links of one round; gives those that could not be written. */
function shared(draft: Draft, from: Spot, round: readonly Share[]): readonly Share[] {
  const left = new Set<Share>();
  const step = (
    shares: readonly Share[],
    spotOf: (share: Share) => Spot,
    write: (share: Share, at: Definition) => Outcome,
  ): readonly Share[] => {
    const done: Share[] = [];
    const changes: Edited[] = [];
    for (const share of shares) {
      const at = draft.at(spotOf(share));
      const outcome = at ? write(share, at) : refuse("moved");
      if (isRefusal(outcome)) {
        left.add(share);
        continue;
      }
      done.push(share);
      changes.push(outcome);
    }
    draft.take(together(changes));
    return done;
  };
  // A text that was set anew is held in one, so that its records are read without all of it being put together.
  if (round.length > 1)
    draft.take({ edits: new Map([...new Set(round.map(({ spot }) => spot.uri))].map((uri) => [uri, []])) });
  const { review } = draft;
  step(
    round.filter(({ there }) => there),
    ({ writer }) => writer,
    ({ made, there }, at) => (there ? addLink(review, at, made, there) : UNCHANGED),
  );
  const before = new Map<Share, string>();
  const tells = new Map<Share, (after: string) => string>();
  const gone = step(
    round.filter((share) => !left.has(share) && !share.isLeft),
    ({ spot }) => spot,
    (share, at) => {
      before.set(share, at.placed.text);
      const { outcome, told } = takingOut(review, at, share.name, share.stance);
      tells.set(share, told);
      return outcome;
    },
  );
  const words = gone.map((share) => tells.get(share)?.(draft.at(share.spot)?.placed.text ?? "") ?? "");
  const again = gone.filter(({ stay }) => stay);
  const kept = step(
    again,
    ({ spot }) => spot,
    ({ name, stay }, at) => (stay ? addLink(review, at, name, stay) : UNCHANGED),
  );
  const isKept = new Set(kept);
  // What could not be written anew is as it was.
  step(
    again.filter((share) => !isKept.has(share)),
    ({ spot }) => spot,
    (share, { placed }) => {
      const span = { start: placed.start, end: placed.start + placed.facts.length };
      return { edits: new Map([[placed.uri, [{ span, newText: before.get(share) ?? placed.text }]]]) };
    },
  );
  for (const [at, share] of gone.entries()) {
    const said = words[at] ?? "";
    if (said !== "" && !left.has(share) && another(draft, from, "note", said)) left.add(share);
  }
  return [...left];
}
