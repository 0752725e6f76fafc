/** Completion scripts for bash, zsh and fish, made from the commands themselves, so that they cannot fall behind. */
import type { Argument, Command, Option } from "commander";
import { ALL_RULES, familyOf } from "../core/rules/index.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

interface OptionWords {
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

interface Words {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** For each argument that is no folder, the words that it can be; none where only the review knows them. */
  readonly operands: readonly { readonly name: string; readonly choices: readonly string[] }[];
  readonly takesFolder: boolean;
}

const HELP: OptionWords = { long: "--help", description: "say how to use it", takesValue: false, choices: [] };

const RULES: readonly string[] = ALL_RULES.map((rule) => rule.id);
const FAMILIES: readonly string[] = [...new Set(RULES.map(familyOf))];

function optionWords(option: Option): readonly OptionWords[] {
  if (!option.long) return [];
  const choices = option.argChoices ?? (option.long === "--rule" ? RULES : []);
  const takesValue = option.required || option.optional;
  return [{ long: option.long, description: option.description, takesValue, choices }];
}

function choicesOf(argument: Argument): readonly string[] {
  return argument.argChoices ?? (argument.name() === "rule" ? [...FAMILIES, ...RULES] : []);
}

function wordsOf(program: Command): readonly Words[] {
  const names = program.commands.map((command) => command.name());
  const commands = program.commands.map((command) => {
    const operands = command.registeredArguments.filter((argument) => argument.name() !== "dir");
    const below = command.commands;
    const options = [command, ...below].flatMap((each) => each.options.flatMap(optionWords));
    const which = below.length === 0 ? [] : [{ name: "what", choices: below.map((each) => each.name()) }];
    return {
      name: command.name(),
      description: command.description(),
      options: [...new Map(options.map((option) => [option.long, option])).values(), HELP],
      operands: [...which, ...operands.map((argument) => ({ name: argument.name(), choices: choicesOf(argument) }))],
      takesFolder: operands.length < command.registeredArguments.length,
    };
  });
  const help = {
    name: "help",
    description: "say how a command is used",
    options: [HELP],
    operands: [{ name: "command", choices: names }],
    takesFolder: false,
  };
  return [...commands, help];
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function bash(words: readonly Words[]): string {
  const cases = words.map((each) => {
    const values = each.options
      .filter((option) => option.takesValue)
      .map((option) => `        ${option.long}) _cmoc_words "${option.choices.join(" ")}"; return ;;`);
    const inner = values.length === 0 ? "" : `      case "$before" in\n${values.join("\n")}\n      esac\n`;
    const all = [...each.options.map((option) => option.long), ...each.operands.flatMap((operand) => operand.choices)];
    const folders = each.takesFolder ? "\n      _cmoc_folders" : "";
    return `    ${each.name})\n${inner}      _cmoc_words "${all.join(" ")}"${folders} ;;`;
  });
  return `_cmoc_words() {
  COMPREPLY=($(compgen -W "$1" -- "$word"))
}
_cmoc_folders() {
  local folder
  compopt -o filenames 2>/dev/null
  while IFS= read -r folder; do COMPREPLY+=("$folder"); done < <(compgen -d -- "$word")
}
_cmoc() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$word" = "=" ]; then word=""; fi
  if [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    _cmoc_words "${words.map((each) => each.name).join(" ")} --help --version"
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
}
complete -F _cmoc cmoc
`;
}

function zsh(words: readonly Words[]): string {
  const commands = words.map((each) => `    ${quoted(`${each.name}:${each.description.replace(/:/g, "\\:")}`)}`);
  const cases = words.map((each) => {
    const options = each.options.map((option) => {
      const text = option.description.replace(/[[\]:]/g, "");
      const values = option.choices.length > 0 ? `(${option.choices.join(" ")})` : "";
      return quoted(`${option.long}[${text}]${option.takesValue ? `:value:${values}` : ""}`);
    });
    const operands = each.operands.map(({ name, choices }, index) =>
      quoted(`${index + 1}:${name}:${choices.length > 0 ? `(${choices.join(" ")})` : ""}`),
    );
    const folder = each.takesFolder ? [quoted(`${each.operands.length + 1}:folder:_files -/`)] : [];
    const all = [...options, ...operands, ...folder].map((one) => `        ${one}`);
    return `    ${each.name})\n      _arguments \\\n${all.join(" \\\n")} ;;`;
  });
  return `#compdef cmoc
_cmoc() {
  local -a commands
  commands=(
${commands.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_cmoc" ]; then
  _cmoc "$@"
else
  compdef _cmoc cmoc
fi
`;
}

function fish(words: readonly Words[]): string {
  const lines = words.flatMap((each) => {
    const when = `complete -c cmoc -n ${quoted(`__fish_seen_subcommand_from ${each.name}`)}`;
    return [
      `complete -c cmoc -n __fish_use_subcommand -a ${each.name} -d ${quoted(each.description)}`,
      ...each.options.map((option) => {
        const values = option.choices.length > 0 ? ` -a ${quoted(option.choices.join(" "))}` : "";
        return `${when} -l ${option.long.slice(2)}${option.takesValue ? ` -x${values}` : ""} -d ${quoted(option.description)}`;
      }),
      ...each.operands
        .filter((operand) => operand.choices.length > 0)
        .map((operand) => `${when} -a ${quoted(operand.choices.join(" "))}`),
      ...(each.takesFolder ? [`${when} -a '(__fish_complete_directories)'`] : []),
    ];
  });
  return `complete -c cmoc -f\n${lines.join("\n")}\n`;
}

export function completion(program: Command, shell: Shell): string {
  const words = wordsOf(program);
  if (shell === "bash") return bash(words);
  return shell === "zsh" ? zsh(words) : fish(words);
}
