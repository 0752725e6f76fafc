/** When a source was read, as its front matter says it: `read: 2026-03-02`, or `read: 2026-03-02 (JA), 2026-03-09 (RM)`. */

/** One reading, to its end. */
export interface Reading {
  /** A day, a month or a year: `2026-03-02`, `2026-03`, `2026`. As text they stand in the order of time. */
  readonly date: string;
  /** Who read it, by initials. */
  readonly coder?: string;
}

/** More people than read one source. */
const MOST = 50;
const READING = /^((\d{4})(?:-(\d\d)(?:-(\d\d))?)?)(?: ?\(([^()]{1,100})\))?$/;

/** The readings in the order in which they are written; undefined where the value says something else. */
export function readReadings(value: string): readonly Reading[] | undefined {
  const items = value.split(/[,;]/, MOST + 1);
  const found: Reading[] = [];
  for (const item of items) {
    const [, date = "", year, month = "01", day = "01", coder] = READING.exec(item.trim()) ?? [];
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const isThere = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
    if (!isThere || found.length === MOST || coder?.trim() === "") return undefined;
    found.push(coder === undefined ? { date } : { date, coder: coder.trim() });
  }
  return found;
}

/** When it was first read: the first of the dates in time. */
export function firstRead(readings: readonly Reading[]): string | undefined {
  return readings.map(({ date }) => date).sort()[0];
}
