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
