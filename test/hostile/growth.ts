/** How the cost of some work grows with what it is given. */

const ROUNDS = 3;
/** What does not grow as it should fails each of them; a busy machine does not. */
const TRIES = 10;
/** Processor time below this is not told from noise, unless the work is so small that noise is too. */
const LEAST_MS = 4;

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** So often work is tried again that took longer than it may: what hangs does so each time. */
const AGAIN = 3;

/**
 * Milliseconds that work takes: by the clock or of the processor, whichever is less. Other programs take of the clock, and what collects garbage beside the work takes of
 * the processor.
 */
export function spent(work: () => void, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < AGAIN && least >= enough; tried++) {
    const start = performance.now();
    const processor = cost(work);
    least = Math.min(least, processor, performance.now() - start);
  }
  return Math.round(least);
}

/** Milliseconds that {@link always} takes on a quiet machine like that for which limits were set. */
const QUIET_MS = 300;
let slow: number | undefined;

/** How many times as long as there work takes here and now: one at least. Limits in milliseconds are so many times as long. */
export function slowness(): number {
  slow ??= Math.max(1, Math.min(cost(always), cost(always)) / QUIET_MS);
  return slow;
}

/** A piece of work that is always the same, of what reading does: words, lists, patterns. */
function always(): void {
  const lines = Array.from({ length: 60_000 }, (_, at) => `Words of line ${at} (C), and (M).`);
  const words = lines.flatMap((line) => line.split(" ").map((word) => ({ word, is: /[(].[)]/.test(word) })));
  if (words.filter(({ is }) => is).length !== 120_000) throw new Error("It is not what it was.");
}

function best(workOf: () => () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => cost(workOf())));
}

/**
 * How many times more processor time work takes that is given `many` times as much: the least of a few tries within this run. What `workOf` does before it
 * gives the work is not counted.
 */
export function growth(
  workOf: (count: number) => () => void,
  count: number,
  many: number,
  enough: number,
  leastMs = LEAST_MS,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least > enough; tried++) {
    const small = Math.max(
      leastMs,
      best(() => workOf(count)),
    );
    least = Math.min(least, best(() => workOf(count * many)) / small);
  }
  return least;
}
