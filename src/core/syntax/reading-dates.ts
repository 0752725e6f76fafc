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
/** Initials are short. */
const LONGEST = 100;

/** The readings in the order in which they are written; undefined where the value says something else. */
export function readReadings(value: string): readonly Reading[] | undefined {
  const items = value.split(/[,;]/, MOST + 1);
  if (items.length > MOST) return undefined;
  const found: Reading[] = [];
  for (const item of items) {
    const reading = readReading(item.trim());
    if (!reading) return undefined;
    found.push(reading);
  }
  return found;
}

function readReading(item: string): Reading | undefined {
  const open = item.indexOf("(");
  const date = (open < 0 ? item : item.slice(0, open)).trim();
  if (!isDate(date)) return undefined;
  if (open < 0) return { date };
  const coder = item.slice(open + 1, -1).trim();
  const isWhole = item.endsWith(")") && coder !== "" && coder.length <= LONGEST && !/[()]/.test(coder);
  return isWhole ? { date, coder } : undefined;
}

/** Whether that is a day of the calendar, a month or a year. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const [y, m] = [Number(year), Number(month)];
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = m === 2 ? (isLeap ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
  return Number(day) >= 1 && Number(day) <= days;
}

/** When it was first read: the first of the dates in time. */
export function firstRead(readings: readonly Reading[]): string | undefined {
  return readings.reduce<string | undefined>(
    (first, { date }) => (first === undefined || date < first ? date : first),
    undefined,
  );
}
