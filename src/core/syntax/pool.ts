/** What thousands of records share, each kept once by its key. Bounded, so that a hostile review does not fill it. */
export class Pool<T> {
  private readonly known = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): T | undefined {
    return this.known.get(key);
  }

  set(key: string, value: T): T {
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(key, value);
    return value;
  }
}
