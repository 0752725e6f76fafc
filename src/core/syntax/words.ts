/** Words of a stretch of running text without what stands in it and is no words: tags, marks and citations. */

/** A half-open stretch of an `Inline.text`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Text with single spaces, and for each unit of it its offset in the text it was taken from. */
export interface Words {
  readonly text: string;
  readonly at: readonly number[];
}

/** The first of ascending stretches that ends after `at`; by binary search. */
export function firstAfter(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text from `from` to `to` without the holes (ascending, apart from each other), white space folded to single spaces. */
export function wordsBetween(text: string, from: number, to: number, holes: readonly Stretch[]): Words {
  const units: string[] = [];
  const places: number[] = [];
  let hole = firstAfter(holes, from);
  const space = (at: number): void => {
    if (units.length === 0 || units[units.length - 1] === " ") return;
    units.push(" ");
    places.push(at);
  };
  for (let at = from; at < to; ) {
    const gap = holes[hole];
    if (gap && gap.from <= at) {
      space(gap.from);
      at = Math.max(at, gap.to);
      hole++;
      continue;
    }
    const unit = text.charAt(at);
    if (/\s/u.test(unit)) space(at);
    else {
      if (units[units.length - 1] === " " && /[,.;:!?)\]]/.test(unit) && afterHole(holes, hole, at)) {
        units.pop();
        places.pop();
      }
      units.push(unit);
      places.push(at);
    }
    at++;
  }
  return { text: units.join(""), at: places };
}

function afterHole(holes: readonly Stretch[], next: number, at: number): boolean {
  const before = holes[next - 1];
  return before !== undefined && at - before.to <= 1;
}

/** Whether there is a letter, a digit or a sign that says something. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
