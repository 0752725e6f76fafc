/**
 * One thing or many, in order: what a map of a hundred thousand names can afford to hold for each. Most names have one thing,
 * which then costs no array. Things that come in order (a cold start) are appended; order is mended when it is asked for.
 */
export type Shelf<T extends object> = T | T[];

/** Arrays this short are made anew with each thing, since one that grows keeps room for sixteen more. */
const SMALL = 6;

export class Shelves<T extends object> {
  private readonly order: (a: T, b: T) => number;
  /** Arrays that took something out of order since they were last asked for. */
  private readonly mixed = new Set<T[]>();
  private sorted = false;
  /** Whether all that was put on any shelf came in order, the greatest last, so that what comes next can be appended unseen. */
  private isGrowing = true;
  private greatest: T | undefined;

  constructor(order: (a: T, b: T) => number) {
    this.order = order;
  }

  /** Begins to {@link put} a thing on shelves. With `sorted`, shelves in order stay so, at a cost linear in each. */
  begin(thing: T, sorted: boolean): void {
    this.sorted = sorted;
    if (!this.isGrowing) return;
    this.isGrowing = this.greatest === undefined || this.order(this.greatest, thing) <= 0;
    this.greatest = this.isGrowing ? thing : undefined;
  }

  /** The shelf with the thing that was begun last, which may be there already. */
  put(shelf: Shelf<T> | undefined, thing: T): Shelf<T> {
    if (shelf === undefined || shelf === thing) return thing;
    if (this.isGrowing) return append(shelf, thing);
    if (!Array.isArray(shelf)) return this.order(shelf, thing) <= 0 ? [shelf, thing] : [thing, shelf];
    const inOrder = !this.mixed.has(shelf);
    const last = shelf[shelf.length - 1] as T;
    if (inOrder && this.order(last, thing) < 0) return append(shelf, thing);
    if (this.holds(shelf, thing)) return shelf;
    if (inOrder && shelf.length < SMALL) return withOne(shelf, thing, this.place(shelf, thing));
    if (inOrder && this.sorted) shelf.splice(this.place(shelf, thing), 0, thing);
    else {
      shelf.push(thing);
      this.mixed.add(shelf);
    }
    return shelf;
  }

  remove(shelf: Shelf<T> | undefined, thing: T): Shelf<T> | undefined {
    this.isGrowing = false;
    this.greatest = undefined;
    if (shelf === undefined || !Array.isArray(shelf)) return shelf === thing ? undefined : shelf;
    const guess = this.mixed.has(shelf) ? -1 : this.place(shelf, thing) - 1;
    const at = shelf[guess] === thing ? guess : shelf.indexOf(thing);
    if (at >= 0) shelf.splice(at, 1);
    if (shelf.length > 1) return shelf;
    this.mixed.delete(shelf);
    return shelf[0];
  }

  /** All things, in order. */
  all(shelf: Shelf<T> | undefined): readonly T[] {
    if (shelf === undefined) return NOTHING as readonly T[];
    if (!Array.isArray(shelf)) return [shelf];
    if (this.mixed.delete(shelf)) shelf.sort(this.order);
    return shelf;
  }

  private holds(shelf: T[], thing: T): boolean {
    if (shelf.length <= SMALL) return shelf.includes(thing);
    if (shelf[shelf.length - 1] === thing) return true;
    if (!this.sorted) return false;
    if (this.mixed.has(shelf)) return shelf.includes(thing);
    for (let at = this.place(shelf, thing) - 1; at >= 0; at--) {
      const other = shelf[at];
      if (other === thing) return true;
      if (other === undefined || this.order(other, thing) < 0) return false;
    }
    return false;
  }

  /** The first place after what is before the thing or level with it. */
  private place(shelf: readonly T[], thing: T): number {
    let low = 0;
    let high = shelf.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = shelf[middle];
      if (other !== undefined && this.order(other, thing) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NOTHING: readonly never[] = [];

/** The shelf with a thing that comes after all that are on it, or is the last of them. */
function append<T extends object>(shelf: Shelf<T>, thing: T): T[] {
  if (!Array.isArray(shelf)) return [shelf, thing];
  if (shelf[shelf.length - 1] === thing) return shelf;
  if (shelf.length < SMALL) return withOne(shelf, thing, shelf.length);
  shelf.push(thing);
  return shelf;
}

function withOne<T>(shelf: readonly T[], thing: T, place: number): T[] {
  const made = new Array<T>(shelf.length + 1);
  for (let at = 0; at < made.length; at++) made[at] = at === place ? thing : (shelf[at < place ? at : at - 1] as T);
  return made;
}
