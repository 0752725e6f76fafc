/**
 * Changes of rows, told together and only while nobody asks for rows: VS Code puts rows below the wrong parents when it is told of a change in the midst of
 * unfolding a tree (it takes the answers of one round of questions for those of another).
 */

/** So long nobody asked for rows before a change is told. */
const QUIET_MS = 60;
/** A change is told after so long at the latest. */
const LONGEST_MS = 1000;

export class Gathered<Row> {
  private readonly tell: (rows: Row[] | undefined) => void;
  private rows: Set<Row> | "all" = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;

  /** `tell` is given the rows that changed, or undefined for all. */
  constructor(tell: (rows: Row[] | undefined) => void) {
    this.tell = tell;
  }

  add(row: Row): void {
    if (this.rows !== "all") this.rows.add(row);
    this.begin();
  }

  all(): void {
    this.rows = "all";
    this.begin();
  }

  /** Somebody asks for rows now. */
  wait(): void {
    if (this.timer !== undefined) this.soon();
  }

  private begin(): void {
    if (this.timer !== undefined) return;
    this.since = Date.now();
    this.soon();
  }

  private soon(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    const left = this.since + LONGEST_MS - Date.now();
    this.timer = setTimeout(() => this.now(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  private now(): void {
    const { rows } = this;
    this.timer = undefined;
    this.rows = new Set();
    this.tell(rows === "all" ? undefined : [...rows]);
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }
}
