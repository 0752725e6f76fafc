/** Runs the command line in this process, over folders made for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createColors } from "picocolors";
import { UsageError } from "../../src/cli/files.ts";
import type { Output } from "../../src/cli/output.ts";
import { everyCommand, program } from "../../src/cli/program.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An output without colour, that writes nothing. */
export function plainOutput(): Output {
  return {
    colors: createColors(false),
    width: 100,
    write: () => {},
    warn: () => {},
    progress: () => ({ step: () => {}, done: () => {} }),
  };
}

/** Runs `cmoc` with these words; the exit code is what the process's would be. */
export async function cmoc(...words: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  let code = 0;
  const output: Output = {
    ...plainOutput(),
    write: (text) => {
      out += text.endsWith("\n") || text === "" ? text : `${text}\n`;
    },
    warn: (text) => {
      err += `${text}\n`;
    },
  };
  const made = program("0.0.0", output, (given) => {
    code = given;
  });
  for (const command of everyCommand(made)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        out += text;
      },
      writeErr: (text) => {
        err += text;
      },
    });
  }
  try {
    await made.parseAsync(["node", "cmoc", ...words]);
  } catch (error) {
    if (error instanceof UsageError) {
      err += `${error.message}\n`;
      code = 2;
    } else if (typeof error === "object" && error !== null && "exitCode" in error) code = error.exitCode === 0 ? 0 : 2;
    else throw error;
  }
  return { code, out, err };
}

/** A folder with these files, removed by `done`. */
export function folder(files: { readonly [path: string]: string | Uint8Array }): {
  readonly path: string;
  readonly done: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "cmoc-test-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, done: () => rmSync(path, { recursive: true, force: true }) };
}
