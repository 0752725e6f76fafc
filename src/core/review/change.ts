/** What a change of one document touched, so that what rests on it is looked at again and nothing else. */
import type { Entity, Name } from "../model/types.ts";
import { digestsOf } from "./digest.ts";
import { eachRef, isEvidence, type Placed } from "./placed.ts";

export interface Change {
  /** Documents that changed, as far as the review can see. */
  readonly uris: ReadonlySet<string>;
  /** Pieces that are new, and pieces that are gone. */
  readonly added: readonly Placed[];
  readonly removed: readonly Placed[];
  /** Citation keys of sources that are known, unknown or described differently now. */
  readonly sources: ReadonlySet<string>;
  /** Prefixes of ids (`tr`) that the first record took or the last one left. */
  readonly prefixes: ReadonlySet<string>;
  /** The manifest changed in what checks go by: everything is to be looked at again. */
  readonly all: boolean;
  /** The review's `revision` before and after. */
  readonly from: number;
  readonly to: number;
  /** Names whose records look different to others now: defined, gone, or changed in more than a code's own words. Digests are among them. */
  readonly defined: ReadonlySet<Name>;
  /** Names that changed pieces mention or mentioned, save codes and memos that are mentioned as before. */
  readonly mentioned: ReadonlySet<Name>;
  /** All names that changed pieces define or mention. */
  readonly names: ReadonlySet<Name>;
}

/** A change as it is put together; the sets of names are made when they are asked for. */
export class ChangeRecord implements Change {
  readonly uris = new Set<string>();
  readonly added: Placed[] = [];
  readonly removed: Placed[] = [];
  readonly sources = new Set<string>();
  readonly prefixes = new Set<string>();
  all = false;
  readonly from: number;
  to: number;

  constructor(revision: number) {
    this.from = revision;
    this.to = revision;
  }

  get defined(): ReadonlySet<Name> {
    const names = new Set<Name>();
    const faces = new Map<Name, string[]>();
    for (const [pieces, sign] of [
      [this.removed, "-"],
      [this.added, "+"],
    ] as const) {
      for (const { facts } of pieces) {
        for (const entity of facts.records) {
          for (const digest of digestsOf(entity)) names.add(digest);
          if (entity.name === "") continue;
          const face = faceOf(entity);
          if (face === undefined) names.add(entity.name);
          else note(faces, entity.name, sign + face);
        }
      }
    }
    for (const [name, signed] of faces) if (!balanced(signed)) names.add(name);
    return names;
  }

  get mentioned(): ReadonlySet<Name> {
    const names = new Set<Name>();
    const uses = new Map<Name, string[]>();
    for (const [pieces, sign] of [
      [this.removed, "-"],
      [this.added, "+"],
    ] as const) {
      for (const { facts } of pieces) {
        eachRef(facts, (ref, from) => {
          const { name } = ref;
          if (isEvidence(ref) || !(name.startsWith("c:") || name.startsWith("m:"))) names.add(name);
          else {
            note(uses, name, `${sign}${ref.field}|${from?.name ?? ""}|${ref.inReason ? "in reason" : ""}`);
          }
        });
      }
    }
    for (const [name, signed] of uses) if (!balanced(signed)) names.add(name);
    return names;
  }

  get names(): ReadonlySet<Name> {
    const names = new Set<Name>();
    for (const pieces of [this.removed, this.added]) {
      for (const { facts } of pieces) {
        for (const { name } of facts.records) if (name !== "") names.add(name);
        eachRef(facts, (ref) => names.add(ref.name));
      }
    }
    for (const key of this.sources) names.add(`s:${key}`);
    return names;
  }
}

function note(lists: Map<Name, string[]>, name: Name, word: string): void {
  const list = lists.get(name);
  if (list) list.push(word);
  else lists.set(name, [word]);
}

/** What others may read of a code or a memo, which can be mentioned from thousands of places; undefined for the others: all of it. */
function faceOf(entity: Entity): string | undefined {
  if (entity.kind === "memo") return entity.id;
  if (entity.kind !== "code") return undefined;
  return [entity.id, entity.role?.text, entity.retired?.text, entity.parent?.name, entity.replacedBy?.name].join("|");
}

/** Whether each `-` has its `+`. */
function balanced(signed: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const each of signed) {
    const thing = each.slice(1);
    counts.set(thing, (counts.get(thing) ?? 0) + (each.startsWith("+") ? 1 : -1));
  }
  for (const count of counts.values()) if (count !== 0) return false;
  return true;
}
