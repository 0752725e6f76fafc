/** How the cost of some work grows with what it is given. */

const ROUNDS = 3;
const TRIES = 3;
/** Processor time below this is not told from noise. */
const LEAST_MS = 4;

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function best(workOf: () => () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => cost(workOf())));
}

/**
 * How many times more processor time work takes that is given `many` times as much: the least of a few tries within this run. What `workOf` does before it
 * gives the work is not counted.
 */
export function growth(workOf: (count: number) => () => void, count: number, many: number, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least > enough; tried++) {
    const small = Math.max(
      LEAST_MS,
      best(() => workOf(count)),
    );
    least = Math.min(least, best(() => workOf(count * many)) / small);
  }
  return least;
}
