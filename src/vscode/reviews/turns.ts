/** Work in short turns, so that the extension host answers in between. */

/** A turn ends after so many milliseconds. */
const TURN_MS = 8;

export class Turns {
  private begun = Date.now();

  /** Waits for the next turn when this one has taken its time; at once otherwise. */
  async next(): Promise<void> {
    if (Date.now() - this.begun < TURN_MS) return;
    await new Promise<void>((done) => setTimeout(done, 0));
    this.begun = Date.now();
  }
}
