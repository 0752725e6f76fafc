/** The commands, their options and their help. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { SPELLINGS, type Wanted } from "../core/features/refactor.ts";
import { LEVELS, type Level } from "../core/syntax/manifest.ts";
import { type CheckOptions, check, FORMATS } from "./commands/check.ts";
import { CODES_FORMATS, type CodesOptions, codes } from "./commands/codes.ts";
import { convert } from "./commands/convert.ts";
import { explain } from "./commands/explain.ts";
import { fix } from "./commands/fix.ts";
import type { ImportAnnotationsOptions } from "./commands/import-annotations.ts";
import type { ImportTextOptions } from "./commands/import-text.ts";
import { init } from "./commands/init.ts";
import { links } from "./commands/links.ts";
import { type ListOptions, list } from "./commands/list.ts";
import { migrate } from "./commands/migrate.ts";
import type { ReadingOptions } from "./commands/read.ts";
import { rename } from "./commands/rename.ts";
import { SATURATION_FORMATS, type SaturationFormat, saturate } from "./commands/saturation.ts";
import { show } from "./commands/show.ts";
import { GROUPINGS, type Grouping, tree } from "./commands/tree.ts";
import { completion, SHELLS, type Shell } from "./completion.ts";
import { UsageError } from "./files.ts";
import type { Output } from "./output.ts";
import { LISTS, type ListName } from "./records.ts";
import { usageWords } from "./usage.ts";
import { keysOf } from "./where.ts";

const DIR = "the folder of a review, or one in it (default: the review that holds the working directory)";

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It takes a whole number, 0 or more.");
  return Number(text);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function whereHelp(): string {
  return LISTS.map((name) => `  ${name.padEnd(18)} ${keysOf(name, []).join(", ")}`).join("\n");
}

/** A command with all below it. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** The program; `exit` is given the exit code of a command that has one. */
export function program(version: string, output: Output, exit: (code: number) => void): Command {
  const cmoc = new Command("cmoc")
    .description("Realist reviews in plain text: list, browse and check configurations and their evidence.")
    .version(version, "--version")
    .showHelpAfterError("(cmoc --help lists the commands)")
    .helpCommand("help [command]", "say how a command is used")
    .helpOption("-h, --help", "say how to use it")
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({ outputError: (said, write) => write(usageWords(said)) });

  cmoc
    .command("init")
    .description("make a new review, with one worked record of each kind")
    .argument("[dir]", "the folder to make it in (default: the working directory)")
    .action((dir: string | undefined) => init(dir, output));

  cmoc
    .command("check")
    .description("check a review; exit code 0: clean, 1: problems, 2: could not be run")
    .argument("[dir]", DIR)
    .addOption(new Option("--format <format>", "how to print").choices(FORMATS).default("text"))
    .addOption(
      new Option("--level <level>", "show and count problems at this level and above").choices(
        LEVELS.filter((level) => level !== "off"),
      ),
    )
    .addOption(new Option("--max-warnings <n>", "exit 0 with up to this many warnings").argParser(wholeNumber))
    .option("--watch", "check again when a file changes")
    .action(
      async (
        dir: string | undefined,
        options: {
          format: CheckOptions["format"];
          level?: Exclude<Level, "off">;
          maxWarnings?: number;
          watch?: boolean;
        },
      ) => {
        exit(await check(dir, { ...options, version }, output));
      },
    );

  cmoc
    .command("tree")
    .description("show the configurations, their slots and the evidence under them")
    .argument("[dir]", DIR)
    .addOption(new Option("--by <grouping>", "what to group by").choices(GROUPINGS).default("theme"))
    .action((dir: string | undefined, options: { by: Grouping }) => tree(dir, options.by, output));

  cmoc
    .command("list")
    .description("list records of one kind")
    .addArgument(new Argument("<what>", "what to list").choices(LISTS))
    .argument("[dir]", DIR)
    .addOption(
      new Option("--where <key=value>", "only records with this value; may be given several times")
        .argParser(collect)
        .default([], "all"),
    )
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json", "csv"]).default("table"))
    .addHelpText("after", `\nKeys for --where; nothing after “=” finds what does not say:\n${whereHelp()}`)
    .action((what: ListName, dir: string | undefined, options: ListOptions) => list(what, dir, options, output));

  cmoc
    .command("show")
    .description("show one record or source")
    .argument("<id>", "such as TR3, okafor2014, @okafor2014#e4, 'Code trust', 'Memo 2026-03-02'")
    .argument("[dir]", DIR)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action((id: string, dir: string | undefined, options: { format: "text" | "json" }) =>
      show(id, dir, options.format, output),
    );

  cmoc
    .command("codes")
    .description("count the uses of each code, and which codes stand together; or write the codebook as a page")
    .argument("[dir]", DIR)
    .option("--pairs", "list pairs of codes that stand in one extract, or at the same words")
    .addOption(new Option("--format <format>", "how to print").choices(CODES_FORMATS).default("table"))
    .action((dir: string | undefined, options: Partial<CodesOptions>) =>
      codes(dir, { format: options.format ?? "table", pairs: options.pairs === true }, output),
    );

  cmoc
    .command("read")
    .description("read the configurations that a journal prints: from a page, a table or a text")
    .argument("<file>", "HTML, Markdown, CSV or plain text; - reads standard input")
    .option("--scheme <scheme>", "such as CMO, ICAMO, or P=Process,C,M,O (default: what the page shows)")
    .addOption(new Option("--format <format>", "how to print").choices(["markdown", "json"]).default("markdown"))
    .addOption(
      new Option("--spelling <spelling>", "how Markdown spells a record")
        .choices(["fields", "sentence", "table"])
        .default("fields"),
    )
    .action(async (file: string, options: ReadingOptions) => {
      // What reads pages is large, and no other command needs it.
      const { read } = await import("./commands/read.ts");
      read(file, options, output);
    });

  cmoc
    .command("text")
    .description("print the full text of a source, as its quotations are checked against it")
    .argument("<key>", "the citation key of the source")
    .argument("[dir]", DIR)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (key: string, dir: string | undefined, options: { format: "text" | "json" }) => {
      const { text } = await import("./commands/text.ts");
      await text(key, dir, options.format, output);
    });

  const imports = cmoc.command("import").description("bring files of other programs into a review").helpCommand(false);

  imports
    .command("text")
    .description("make a file the full text of a source: it is copied into the folder of texts")
    .argument("<file>", "a PDF, a text, a web page, or a journal's XML")
    .requiredOption("--source <key>", "the citation key of the source")
    .option("--as <path>", "where to put it in the review (default: in the folder of texts, called by the key)")
    .option("--replace", "put it in the place of the text that the source has")
    .option("--dir <dir>", DIR)
    .action(async (file: string, options: ImportTextOptions) => {
      const { importText } = await import("./commands/import-text.ts");
      await importText(file, options, output);
    });

  imports
    .command("annotations")
    .description(
      "make extracts of highlights: Markdown of Zotero, Obsidian, Hypothesis or Readwise; those that are there stay",
    )
    .argument("<file...>", "what the other program exported, as Markdown")
    .option("--source <key>", "the source of all of them (default: what the files say)")
    .option("--dry-run", "print what would change as a diff, and write nothing")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .option("--dir <dir>", DIR)
    .action(async (files: readonly string[], options: ImportAnnotationsOptions) => {
      const { importAnnotationsOf } = await import("./commands/import-annotations.ts");
      exit(await importAnnotationsOf(files, options, output));
    });

  cmoc
    .command("saturation")
    .description("say how many new codes and configurations each source added, in the order read")
    .argument("[dir]", DIR)
    .addOption(new Option("--format <format>", "how to print").choices(SATURATION_FORMATS).default("table"))
    .action((dir: string | undefined, options: { format: SaturationFormat }) => saturate(dir, options.format, output));

  cmoc
    .command("explain")
    .description("say why a rule exists, with an example that fires and one that does not")
    .argument("[rule]", "a rule or a family of rules (default: list them all)")
    .action((rule: string | undefined) => explain(rule, output));

  cmoc
    .command("links")
    .description(
      "make references links that a forge can follow, and refresh those that are, or take the links out again",
    )
    .argument("[dir]", DIR)
    .addOption(
      new Option("--write", "wrap references in fields and in [[…]] in links, and refresh those that are").conflicts(
        "plain",
      ),
    )
    .option("--plain", "take the links out, leaving the references")
    .action(async (dir: string | undefined, options: { write?: boolean; plain?: boolean }) => {
      if (!options.write && !options.plain)
        throw new UsageError("Say --write to make links, or --plain to take them out.");
      await links(dir, options.plain ? "plain" : "write", output);
    });

  cmoc
    .command("fix")
    .description("mend what can be mended without a person; what it does is safe to do twice")
    .argument("[dir]", DIR)
    .addOption(
      new Option("--rule <rule>", "only problems of this rule; may be given several times")
        .argParser(collect)
        .default([], "all"),
    )
    .option("--dry-run", "print what would change as a diff, and write nothing")
    .action((dir: string | undefined, options: { rule: readonly string[]; dryRun?: boolean }) =>
      fix(dir, { rules: options.rule, dryRun: options.dryRun === true }, output),
    );

  cmoc
    .command("rename")
    .description("give a record, an extract, a code, a memo or a source another name, everywhere it is mentioned")
    .argument("<old>", "what it is called: TR3, okafor2014, @okafor2014#e4, 'Code trust', 'Memo 2026-03-02'")
    .argument("<new>", "its new id or key: TR9, okafor2015, e7")
    .argument("[dir]", DIR)
    .option("--dry-run", "print what would change as a diff, and write nothing")
    .action((old: string, made: string, dir: string | undefined, { dryRun }: { dryRun?: boolean }) =>
      rename(old, made, dir, { dryRun: dryRun === true }, output),
    );

  cmoc
    .command("convert")
    .description("write configurations in another of the three spellings, with every slot, link and word")
    .argument(
      "[path...]",
      "files, or folders, of one review (default: all of the review that holds the working directory)",
    )
    .addOption(new Option("--to <spelling>", "how to write them").choices(SPELLINGS).makeOptionMandatory())
    .option("--dry-run", "print what would change as a diff, and write nothing")
    .action((paths: readonly string[], options: { to: Wanted; dryRun?: boolean }) =>
      convert(paths, { to: options.to, dryRun: options.dryRun === true }, output),
    );

  cmoc
    .command("migrate")
    .description("bring a review to the newest version of the language")
    .argument("[dir]", DIR)
    .action((dir: string | undefined) => migrate(dir, output));

  cmoc
    .command("completion")
    .description("print a completion script for a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: Shell) => output.write(completion(cmoc, shell)));

  return cmoc;
}
