/**
 * What was found of the names that many records bear, until the review changes: each of those records asks for it, and for other names in between.
 * What few bear is cheaply found again, and is not kept.
 */
import type { Name } from "../model/types.ts";
import type { Link } from "./links.ts";
import type { Definition } from "./placed.ts";

/** What bears a name: of its records, rows that only restate what a heading defines are no definitions. */
export interface Defining {
  readonly name: Name;
  readonly all: readonly Definition[];
  readonly definitions: readonly Definition[];
  readonly restatements: readonly Definition[];
}

/** What else is found of a name. */
interface Findings {
  readonly evidence: readonly Link[];
  readonly bearing: readonly Link[];
  readonly theories: readonly Name[];
}

interface SharedName {
  readonly defining: Defining;
  readonly found: { -readonly [Key in keyof Findings]?: Findings[Key] };
}

/** Names with more records than this are shared by many. */
export const FEW_BEAR = 8;
/** How many records, links and names are kept in all: those of the names that are asked for first. */
const MOST = 500_000;

export class SharedNames {
  private readonly names = new Map<Name, SharedName>();
  private kept = 0;

  get(name: Name): Defining | undefined {
    return this.names.size === 0 ? undefined : this.names.get(name)?.defining;
  }

  /** Keeps what bears a name, where many do. */
  add(defining: Defining): void {
    const { length } = defining.all;
    if (length > FEW_BEAR && this.hasRoom(length)) this.names.set(defining.name, { defining, found: {} });
  }

  /** What `find` finds, once where the name is kept. */
  once<Key extends keyof Findings>(
    key: Key,
    defining: Defining,
    find: (defining: Defining) => Findings[Key],
  ): Findings[Key] {
    const found = this.names.size === 0 ? undefined : this.names.get(defining.name)?.found;
    const known: Findings[Key] | undefined = found?.[key];
    if (known) return known;
    const made = find(defining);
    if (found && this.hasRoom(made.length)) found[key] = made;
    return made;
  }

  private hasRoom(count: number): boolean {
    if (this.kept + count > MOST) return false;
    this.kept += count;
    return true;
  }

  clear(): void {
    this.kept = 0;
    if (this.names.size > 0) this.names.clear();
  }
}
