/**
 * Writing several files of a review, and giving some another name: all of it, or nothing. Every file is looked at, and its new text stands beside it,
 * before the first takes its place; where one cannot, those before it are put back.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Move } from "../core/features/edit.ts";
import { t } from "../core/l10n.ts";
import { UsageError } from "./files.ts";
import { type NewFile, type StagedFile, stageNew } from "./made.ts";
import { lookAt, mayBeWritten, type Replacement, type Staged, stage, swap, whyNotWritten } from "./staged.ts";

/** A run that was told to stop, and did so before anything was written. */
export class Stopped extends UsageError {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(t("Stopped. Nothing was written."));
    this.signal = signal;
  }
}

/** Throws a UsageError where something cannot be done; all is then as it was. */
export async function writeAll(
  root: string,
  files: readonly Replacement[],
  moves: readonly Move[] = [],
  made: readonly NewFile[] = [],
): Promise<void> {
  const told = new Signals();
  const staged: Staged[] = [];
  const fresh: { readonly uri: string; readonly file: StagedFile }[] = [];
  try {
    for (const file of files) lookAt(root, file);
    for (const move of moves) lookAtMove(root, move);
    for (const file of files) {
      staged.push(stage(root, file));
      // Only between turns is a signal heard.
      await setImmediate();
      if (told.signal) throw new Stopped(told.signal);
    }
    for (const file of made) {
      fresh.push({ uri: file.uri, file: stageNew(root, file) });
      await setImmediate();
      if (told.signal) throw new Stopped(told.signal);
    }
    commit(root, staged, moves, fresh);
  } finally {
    for (const { file } of fresh) file.clear();
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    told.forget();
  }
}

interface Step {
  readonly uri: string;
  /** Throws where it cannot be taken back. */
  readonly back: () => void;
}

/** In one go, which no signal interrupts: what is still to be done are new names. */
function commit(
  root: string,
  staged: readonly Staged[],
  moves: readonly Move[],
  fresh: readonly { readonly uri: string; readonly file: StagedFile }[],
): void {
  const done: Step[] = [];
  try {
    for (const { uri, file } of fresh) {
      let back = (): void => {};
      put(uri, () => {
        back = file.place();
      });
      done.push({ uri, back });
    }
    for (const each of staged) {
      const { file, real, temporary } = each;
      lookAt(root, file);
      put(file.uri, () => renameSync(temporary, real));
      done.push({ uri: file.uri, back: () => putBack(root, each) });
    }
    for (const move of moves) {
      lookAtMove(root, move);
      const [from, to] = [join(root, move.from), join(root, move.to)];
      put(move.from, () => renameSync(from, to));
      done.push({ uri: move.to, back: () => renameSync(to, from) });
    }
  } catch (error) {
    const left = done.reverse().filter(({ back }) => !isDone(back));
    if (left.length === 0) throw error;
    const names = left.map(({ uri }) => uri).join(", ");
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(t("{0} But these were written before, and could not be put back: {1}.", why, names));
  }
}

function put(uri: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(t("{0} could not be written: {1}. Nothing was written.", uri, whyNotWritten(error)));
  }
}

/** Not over what somebody else wrote since. */
function putBack(root: string, { file: { uri, before, after }, real, stat }: Staged): void {
  lookAt(root, { uri, before: after, after: before });
  swap(real, before, stat);
}

function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function lookAtMove(root: string, { from, to }: Move): void {
  const isOther = from.toLowerCase() !== to.toLowerCase();
  const why = !existsSync(join(root, from))
    ? t("it is not there any more")
    : isOther && existsSync(join(root, to))
      ? t("a file of that name is there by now")
      : mayBeWritten(dirname(join(root, to)));
  if (why !== undefined)
    throw new UsageError(t("{0} could not be renamed to {1}: {2}. Nothing was written.", from, to, why));
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Keeps signals from ending the process before it has cleared up. */
class Signals {
  signal: NodeJS.Signals | undefined;
  private readonly heard = (signal: NodeJS.Signals): void => {
    this.signal ??= signal;
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.heard);
  }

  forget(): void {
    for (const signal of SIGNALS) process.off(signal, this.heard);
  }
}
