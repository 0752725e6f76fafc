/** Completion scripts for bash, zsh and fish, made from the commands themselves, so that they cannot fall behind. */
import type { Command } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

interface Words {
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly long: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  readonly choices: readonly string[];
}

function wordsOf(program: Command): readonly Words[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [
      ...command.options.flatMap((option) =>
        option.long ? [{ long: option.long, description: option.description, choices: option.argChoices ?? [] }] : [],
      ),
      { long: "--help", description: "say how to use it", choices: [] },
    ],
    choices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  }));
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function bash(words: readonly Words[]): string {
  const cases = words
    .map((each) => {
      const values = each.options
        .filter((option) => option.choices.length > 0)
        .map(
          (option) =>
            `        ${option.long}) COMPREPLY=($(compgen -W "${option.choices.join(" ")}" -- "$word")); return ;;`,
        )
        .join("\n");
      const inner = values === "" ? "" : `      case "$before" in\n${values}\n      esac\n`;
      return `    ${each.name})\n${inner}      options="${[...each.options.map((option) => option.long), ...each.choices].join(" ")}" ;;`;
    })
    .join("\n");
  return `_cmoc() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${words.map((each) => each.name).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$options" -- "$word") $(compgen -d -- "$word"))
}
complete -F _cmoc cmoc
`;
}

function zsh(words: readonly Words[]): string {
  const commands = words
    .map((each) => `    ${quoted(`${each.name}:${each.description.replace(/:/g, "\\:")}`)}`)
    .join("\n");
  const cases = words
    .map((each) => {
      const options = each.options.map((option) => {
        const text = option.description.replace(/[[\]:]/g, "");
        const values = option.choices.length > 0 ? `:value:(${option.choices.join(" ")})` : "";
        return `        ${quoted(`${option.long}[${text}]${values}`)}`;
      });
      const argument = each.choices.length > 0 ? [`        ${quoted(`1:what:(${each.choices.join(" ")})`)}`] : [];
      return `    ${each.name})\n      _arguments \\\n${[...options, ...argument, "        '*:folder:_files -/'"].join(" \\\n")} ;;`;
    })
    .join("\n");
  return `#compdef cmoc
_cmoc() {
  local -a commands
  commands=(
${commands}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases}
  esac
}
compdef _cmoc cmoc
`;
}

function fish(words: readonly Words[]): string {
  const lines = words.flatMap((each) => [
    `complete -c cmoc -n __fish_use_subcommand -a ${each.name} -d ${quoted(each.description)}`,
    ...each.options.map((option) => {
      const values = option.choices.length > 0 ? ` -xa ${quoted(option.choices.join(" "))}` : "";
      return `complete -c cmoc -n ${quoted(`__fish_seen_subcommand_from ${each.name}`)} -l ${option.long.slice(2)}${values} -d ${quoted(option.description)}`;
    }),
    ...(each.choices.length > 0
      ? [
          `complete -c cmoc -n ${quoted(`__fish_seen_subcommand_from ${each.name}`)} -a ${quoted(each.choices.join(" "))}`,
        ]
      : []),
  ]);
  return `${lines.join("\n")}\n`;
}

export function completion(program: Command, shell: Shell): string {
  const words = wordsOf(program);
  if (shell === "bash") return bash(words);
  return shell === "zsh" ? zsh(words) : fish(words);
}
