/** What a change of one document touched, so that what rests on it is looked at again and nothing else. */
import type { Brief } from "../model/brief.ts";
import type { Digest } from "../model/digest.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import { slotKey } from "./links.ts";
import { eachDigest } from "./names.ts";
import { eachRef, isEvidence, type Placed } from "./placed.ts";

export interface Change {
  /** Documents that changed, as far as the review can see. */
  readonly uris: ReadonlySet<string>;
  /** Pieces that are new, and pieces that are gone, in the order of the text. */
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
  /** Names whose records look different to others now: defined, gone, or changed in more than their own words. */
  readonly defined: ReadonlySet<Name>;
  /** Digests of records in changed pieces, before and after. */
  readonly digests: ReadonlySet<Digest>;
  /** Names that changed pieces mention otherwise than before, or from a record that looks different now. */
  readonly mentioned: ReadonlySet<Name>;
  /** Names whose records in changed pieces are not one by one what they were to others, with the references that they had: all but their words. */
  readonly reshaped: ReadonlySet<Name>;
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
    const faces = new Map<Name, string[]>();
    const names = new Set<Name>();
    this.eachPiece(({ facts }, sign) => {
      for (const brief of facts.records) if (brief.name !== "") note(faces, brief.name, sign + faceOf(brief));
    });
    for (const [name, signed] of faces) if (!isSame(signed)) names.add(name);
    return names;
  }

  get digests(): ReadonlySet<Digest> {
    const digests = new Set<Digest>();
    this.eachPiece(({ facts }) => {
      for (const brief of facts.records) eachDigest(brief, (digest) => digests.add(digest));
    });
    return digests;
  }

  get mentioned(): ReadonlySet<Name> {
    const { defined } = this;
    const uses = new Map<Name, string[]>();
    const names = new Set<Name>();
    this.eachPiece(({ facts }, sign) => {
      eachRef(facts, (ref, from) => {
        if (from && defined.has(from.name)) names.add(ref.name);
        else note(uses, ref.name, `${sign}${useOf(ref, from)}`);
      });
    });
    for (const [name, signed] of uses) if (!isSame(signed)) names.add(name);
    return names;
  }

  get reshaped(): ReadonlySet<Name> {
    const before = shapesOf(this.removed);
    const after = shapesOf(this.added);
    const names = new Set<Name>();
    for (const [name, shape] of before) if (after.get(name) !== shape) names.add(name);
    for (const name of after.keys()) if (!before.has(name)) names.add(name);
    return names;
  }

  private eachPiece(take: (placed: Placed, sign: "-" | "+") => void): void {
    for (const placed of this.removed) take(placed, "-");
    for (const placed of this.added) take(placed, "+");
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

/** What the checks of other records read of this one, its references aside. */
function faceOf(brief: Brief): string {
  return `${brief.kind}|${brief.id}|${ownFace(brief)}`;
}

function ownFace(brief: Brief): string {
  switch (brief.kind) {
    case "cmoc": {
      const { flags, status, roles } = brief;
      return [flags, status, ...roles.map(slotKey)].join("|");
    }
    case "extract":
      return [brief.source, brief.coder, brief.richness, brief.parked].join("|");
    case "theory":
      return [brief.stage, brief.considered].join("|");
    case "demi-regularity":
      return String(brief.moderated);
    case "code":
      return [brief.role, brief.retired, brief.replaced].join("|");
    case "memo":
      return "";
  }
}

/** By name what its records are to others, one after the other. */
function shapesOf(pieces: readonly Placed[]): ReadonlyMap<Name, string> {
  const shapes = new Map<Name, string>();
  for (const { facts } of pieces) {
    for (const brief of facts.records) {
      if (brief.name === "") continue;
      const uses = brief.links.map((ref) => `${ref.name}|${ref.id}|${ref.range ?? ""}|${useOf(ref, brief)}`);
      shapes.set(brief.name, `${shapes.get(brief.name) ?? ""}${faceOf(brief)}\n${uses.join("\n")}\n\n`);
    }
  }
  return shapes;
}

/** How a reference is used, but for where it stands. */
function useOf(ref: Ref | Evidence, from: Brief | undefined): string {
  const use = `${ref.field}|${from?.name ?? ""}|${ref.inReason ? "in reason" : ""}|${ref.weak ? "weak" : ""}`;
  return isEvidence(ref) ? `${use}|${ref.stance}|${ref.slots.map(slotKey).join(",")}|${ref.reason ?? ""}` : use;
}

/** Whether what is said with `+` is what was said with `-` before it, in the same order: of several things of one name the first may count. */
function isSame(signed: readonly string[]): boolean {
  const half = signed.length / 2;
  for (let at = 0; at < half; at++) {
    const was = signed[at];
    const is = signed[at + half];
    if (is === undefined || was?.startsWith("-") !== true || !is.startsWith("+") || was.slice(1) !== is.slice(1))
      return false;
  }
  return true;
}
