/** Work in short turns, so that the extension host answers in between. */

/** A turn ends after so many milliseconds. */
const TURN_MS = 8;
/** So many things are waited for at a time. */
const AT_ONCE = 32;

export class Turns {
  private begun = Date.now();

  /** Whether this turn has taken its time. */
  get isOver(): boolean {
    return Date.now() - this.begun >= TURN_MS;
  }

  /** Waits for the next turn when this one has taken its time; at once otherwise. */
  async next(): Promise<void> {
    if (!this.isOver) return;
    await new Promise<void>((done) => setTimeout(done, 0));
    this.begun = Date.now();
  }
}

/** What is made in steps, a turn's worth at a time. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  const turns = new Turns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turns.next();
  }
}

/** Does something to each of many things, several of which are waited for at a time. Ends early when it is over. */
export async function atOnce<T>(
  things: readonly T[],
  run: (thing: T) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length && !isOver()) await run(things[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, things.length) }, worker));
}
