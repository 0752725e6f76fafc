/**
 * What a snippet gives when its first offers are taken: defaults, first choices, variables; empty stops give nothing. VS Code's grammar of snippets
 * (https://code.visualstudio.com/docs/editing/userdefinedsnippets) without transforms, which ours do not use.
 */

export interface Stop {
  readonly number: number;
  readonly choices?: readonly string[];
}

export interface Expansion {
  readonly text: string;
  /** In the order in which they stand. */
  readonly stops: readonly Stop[];
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /\d+/y;

export function expand(body: string, variables: { readonly [name: string]: string }): Expansion {
  const stops: Stop[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(body)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };

  const variable = (name: string): string => {
    const value = variables[name];
    if (value === undefined) throw new Error(`No such variable: ${name}`);
    return value;
  };

  /** Reads up to the bracket that closes, or to the end. */
  const read = (nested: boolean): string => {
    let text = "";
    while (at < body.length) {
      const sign = body.charAt(at);
      if (sign === "\\") {
        text += body.charAt(at + 1);
        at += 2;
      } else if (sign === "}" && nested) {
        at++;
        return text;
      } else if (sign === "$") {
        at++;
        text += placeholder();
      } else {
        text += sign;
        at++;
      }
    }
    if (nested) throw new Error("A placeholder is not closed.");
    return text;
  };

  const placeholder = (): string => {
    const bare = match(NUMBER);
    if (bare !== undefined) {
      stops.push({ number: Number(bare) });
      return "";
    }
    if (body.charAt(at) !== "{") {
      const name = match(NAME);
      if (name === undefined) throw new Error("A $ stands alone.");
      return variable(name);
    }
    at++;
    const number = match(NUMBER);
    if (number === undefined) throw new Error("A placeholder has no number.");
    if (body.charAt(at) === "|") {
      const end = body.indexOf("|}", at + 1);
      if (end < 0) throw new Error("A choice is not closed.");
      const choices = body.slice(at + 1, end).split(",");
      at = end + 2;
      stops.push({ number: Number(number), choices });
      return choices[0] ?? "";
    }
    if (body.charAt(at) !== ":") throw new Error("A placeholder has no words.");
    at++;
    stops.push({ number: Number(number) });
    return read(true);
  };

  return { text: read(false), stops };
}
