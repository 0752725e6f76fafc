/** Where a command writes: standard output for results, standard error for what is said about the run. Colour and progress only on terminals. */
import { createColors } from "picocolors";

export interface Progress {
  step(done: number, of: number): void;
  done(): void;
}

export interface Output {
  readonly colors: ReturnType<typeof createColors>;
  /** Columns of the terminal, 100 where there is none. */
  readonly width: number;
  write(text: string): void;
  warn(text: string): void;
  progress(title: string): Progress;
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
    warn: (text) => void stderr.write(`${text}\n`),
    progress: (title) => (stderr.isTTY ? bar(title) : SILENT),
  };
}

function bar(title: string): Progress {
  const start = Date.now();
  let shown = -1;
  return {
    step: (done, of) => {
      if (done % 64 !== 0 || Date.now() - start < PATIENCE) return;
      const filled = Math.floor((done / Math.max(1, of)) * BAR);
      if (filled === shown) return;
      shown = filled;
      process.stderr.write(`\r${title} ${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${done} of ${of}`);
    },
    done: () => {
      if (shown >= 0) process.stderr.write("\r\u001b[K");
    },
  };
}

/** "1 extract", "2 extracts". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The text without control characters, which a hostile file could use to steer a terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
