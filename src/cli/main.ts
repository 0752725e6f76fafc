/** The command line's entry: runs a command and turns what happens into an exit code. 0: done, 1: problems, 2: could not be done. */
import { CommanderError } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { reasonOf, UsageError } from "./files.ts";
import { processOutput } from "./output.ts";
import { everyCommand, program } from "./program.ts";
import { Stopped } from "./write.ts";

async function main(): Promise<number> {
  const output = processOutput();
  let code = 0;
  const cmoc = program(manifest.version, output, (given) => {
    code = given;
  });
  for (const command of everyCommand(cmoc)) command.exitOverride();
  try {
    await cmoc.parseAsync(process.argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      output.warn(error.message);
      // As the one who asked for it expects: the process ends by the signal.
      if (error instanceof Stopped) process.kill(process.pid, error.signal);
      return 2;
    }
    throw error;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that stops early, such as `head`, is no failure.
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`The output could not be written: ${reasonOf(error)}.\n`);
  process.exit(2);
});
process.stderr.on("error", () => {});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `cmoc failed in a way it should not: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
