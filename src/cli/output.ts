/** Where a command writes: standard output for results, standard error for what is said about the run. Colour and progress only on terminals. */
import { createColors } from "picocolors";

export interface Progress {
  /** So many are done; `of` is left out where nobody knows how many there will be, `done` is 0 where nobody can count. */
  step(done: number, of?: number): void;
  done(): void;
}

export interface Output {
  readonly colors: ReturnType<typeof createColors>;
  /** Columns of the terminal, 100 where there is none. */
  readonly width: number;
  write(text: string): void;
  warn(text: string): void;
  /** `since` is when the work began, in milliseconds of the clock, where this is a later part of it. */
  progress(title: string, since?: number): Progress;
}

/** Milliseconds of work after which a bar appears. */
const PATIENCE = 1000;
const BAR = 24;

const SILENT: Progress = { step: () => {}, done: () => {} };

export function processOutput(): Output {
  const { stdout, stderr, env } = process;
  const plain = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const forced = (env.FORCE_COLOR ?? "0") !== "0";
  return {
    colors: createColors(!plain && (forced || stdout.isTTY === true)),
    width: stdout.columns ?? 100,
    write: (text) => void stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`),
    warn: (text) => void stderr.write(`${printable(text)}\n`),
    progress: (title, since) =>
      stderr.isTTY && env.TERM !== "dumb" ? bar(title, (text) => stderr.write(text), Date.now, since) : SILENT,
  };
}

/** Progress that shows itself once the work has run for a second; `now` is in milliseconds. */
export function bar(title: string, write: (text: string) => void, now: () => number, start: number = now()): Progress {
  let shown: string | undefined;
  return {
    step: (done, of) => {
      if (now() - start < PATIENCE) return;
      const next = of === undefined ? counted(title, done) : `${title} ${filled(done, of)} ${of}`;
      if (next === shown) return;
      shown = next;
      write(`\r${next}`);
    },
    done: () => {
      if (shown !== undefined) write("\r\u001b[K");
    },
  };
}

function counted(title: string, done: number): string {
  return done === 0 ? `${title} …` : `${title} ${done - (done % 64)}`;
}

function filled(done: number, of: number): string {
  const full = Math.min(BAR, Math.floor((done / Math.max(1, of)) * BAR));
  return "█".repeat(full) + "░".repeat(BAR - full);
}

/** "1 extract", "2 extracts". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The text without control characters, which a hostile file could use to steer a terminal. Tabs and line ends stay. */
export function printable(text: string): string {
  return text.replace(CONTROLS, "\ufffd");
}

/** The same on one line, so that a text of a review cannot look like a line of its own. */
export function oneLine(text: string): string {
  return printable(text.replace(/[\t\r\n]+/g, " "));
}

/** A value as JSON, with what would steer a terminal as escapes: the same value to whoever reads it. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(CONTROLS, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
