/** What waits until nobody types: work that is too long to be done at every letter. */

const REST_MS = 400;

export class Resting {
  private readonly waiting = new Map<string, () => void>();
  private readonly afterwards: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `afterwards` is run when everything that waited was done. */
  constructor(afterwards: () => void) {
    this.afterwards = afterwards;
  }

  get isWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** Does something once a while has passed in which it was asked for nothing more; the last that was asked for under a name. */
  add(name: string, run: () => void): void {
    this.waiting.set(name, run);
    this.stop();
    this.timer = setTimeout(() => this.flush(), REST_MS);
  }

  /** Does it now. */
  flush(): void {
    this.stop();
    if (this.waiting.size === 0) return;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const run of all) run();
    this.afterwards();
  }

  /** Forgets what waits under a name; whether there was something. */
  forget(name: string): boolean {
    return this.waiting.delete(name);
  }

  stop(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }
}
