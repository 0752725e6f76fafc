/** What the parser of the command line says of a mistake, in the words that the rest of the product has. */

const WORDS: readonly (readonly [said: RegExp, words: string])[] = [
  [/^unknown command '(.*)'$/, "There is no command $1."],
  [/^unknown option '(.*)'$/, "There is no option $1."],
  [/^missing required argument '(.*)'$/, "The argument <$1> is missing."],
  [/^required option '(.*)' not specified$/, "The option $1 is missing."],
  [/^option '(.*)' argument missing$/, "The option $1 needs a value."],
  [/^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/, "The option $1 takes $3, and not “$2”."],
  [/^option '(.*)' argument '(.*)' is invalid\. (.*)$/, "The option $1 cannot be “$2”. $3"],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    "The argument <$2> takes $3, and not “$1”.",
  ],
  [/^command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)$/, "The argument <$2> cannot be “$1”. $3"],
];

/** Of several lines the first is the mistake; what follows is said as it is. */
export function usageWords(said: string): string {
  const end = said.includes("\n") ? said.indexOf("\n") : said.length;
  const [mistake, rest] = [said.slice(0, end).replace(/^error: /, ""), said.slice(end)];
  for (const [pattern, words] of WORDS) if (pattern.test(mistake)) return mistake.replace(pattern, words) + rest;
  return mistake.charAt(0).toUpperCase() + mistake.slice(1) + rest;
}
