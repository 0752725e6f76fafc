/** What a configuration that is merged says of others, said by the one that is kept. */
import { t } from "../../l10n.ts";
import type { Ref } from "../../model/types.ts";
import { isEvidence } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { said as reasonsIn } from "../edit/united.ts";
import type { Draft, Spot } from "./draft.ts";
import { another, listedToo } from "./fields.ts";
import { slotsBeside } from "./named-slots.ts";
import { renamedIn } from "./naming.ts";

/** Fields in which one configuration names others. */
export const RELATIONS: ReadonlySet<string> = new Set(["leads to", "moderates", "rival of", "specialises"]);

/**
 * Writes at `to` the relations of `from` that it lacks, with their reasons; `from` keeps its own as history. What either says of the other would be said of itself:
 * `to` says it no more, its reason a note of `from`. Gives sentences for people about all that is not so.
 */
export function moveRelations(draft: Draft, from: Spot, to: Spot): readonly string[] {
  const notes: string[] = [];
  const [keptId, goneId] = [to, from].map((spot) => draft.at(spot)?.brief.id ?? "") as [string, string];
  for (const [field, refs] of byField(relationsOf(draft, to).filter(({ name }) => name === from.name))) {
    const words = `${field}: ${goneId}`;
    const reasons = reasonsOf(refs);
    const refusal = draft.attempt(() => {
      const told: string[] = [];
      const refused = renamedIn(draft, to, new Set([field]), from.name, undefined, told);
      if (refused || (reasons === "" && told.length === 0)) return refused;
      const said = [`${keptId} ${words}`, ...told].join(" ");
      return another(draft, from, "note", reasons === "" ? said : `${said} — ${reasons}`);
    });
    notes.push(
      refusal
        ? t("{0} still says “{1}”, which it is itself now. Take it out.", keptId, words)
        : t("{0} says “{1}” no more, since it would be said of itself.", keptId, words),
    );
  }
  for (const [field, refs] of byField(relationsOf(draft, from))) {
    const done = new Set<string>();
    for (const { name, id } of refs) {
      if (done.has(name)) continue;
      done.add(name);
      const words = `${field}: ${id}`;
      if (name === to.name || name === from.name) {
        notes.push(t("{0} says “{1}”, which {2} cannot say of itself. It stays at {0}.", goneId, words, keptId));
        continue;
      }
      const reasons = reasonsOf(refs.filter((ref) => ref.name === name));
      const own = relationsOf(draft, to).filter((ref) => ref.field === field && ref.name === name);
      const known = new Set(own.flatMap(({ reason }) => reasonsIn(reason)));
      if (own.length > 0) {
        if (reasonsIn(reasons).some((each) => !known.has(each)))
          notes.push(t("{0} says “{1}” too; the reason that {2} gave stays at {2}.", keptId, words, goneId));
        const had = new Set(own.map((each) => slotsBeside(draft, to, each)));
        const slots = refs.filter((each) => each.name === name).map((each) => slotsBeside(draft, from, each));
        if (!slots.every((each) => had.has(each)))
          notes.push(
            t("{0} says “{1}” too, with other slots; those that {2} named stay at {2}.", keptId, words, goneId),
          );
        continue;
      }
      // Each as it is said, where it is said of other slots.
      const slots = new Set(refs.filter((each) => each.name === name).map((each) => slotsBeside(draft, from, each)));
      const said = [...slots].map((each) => [id, each].filter((part) => part !== "").join(" ")).join(", ");
      const refusal = draft.attempt(() =>
        reasons === "" ? listedToo(draft, to, field, said) : another(draft, to, field, `${said} — ${reasons}`),
      );
      const stands = relationsOf(draft, to).some((ref) => ref.field === field && ref.name === name);
      if (refusal || !stands) notes.push(t("{0} could not be written at {1} and stays at {2}.", words, keptId, goneId));
    }
  }
  return notes;
}

function relationsOf(draft: Draft, spot: Spot): readonly Ref[] {
  const links = draft.at(spot)?.brief.links ?? [];
  return links.filter((ref) => RELATIONS.has(ref.field) && !ref.inReason && !isEvidence(ref));
}

function byField(refs: readonly Ref[]): ReadonlyMap<string, readonly Ref[]> {
  const found = new Map<string, Ref[]>();
  for (const ref of refs) found.set(ref.field, [...(found.get(ref.field) ?? []), ref]);
  return found;
}

function reasonsOf(refs: readonly Ref[]): string {
  return fold([...new Set(refs.flatMap(({ reason }) => reasonsIn(reason)))].join("; "));
}
