/** Values parted by commas, semicolons, tabs or bars, quoted or not. Linear, whatever the quotes are. */
import { plainChars } from "./chars.ts";

export interface Line {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly string[];
}

/** The lines of a text. A quote that never closes is a sign as any other. */
export function separated(text: string, sign: string, most = Number.POSITIVE_INFINITY): readonly Line[] {
  const lines: Line[] = [];
  let cells: string[] = [];
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = from;
  const lastQuote = text.lastIndexOf('"');
  // Where one quote never closes, no later one does.
  let closes = true;
  const end = (to: number): void => {
    if (cells.some((cell) => cell !== "")) lines.push({ from, to, cells });
    cells = [];
  };
  while (at <= text.length && lines.length < most) {
    const quoted = closes && text.charAt(at) === '"' ? quotedEnd(text, at, sign, lastQuote) : undefined;
    if (!quoted && text.charAt(at) === '"') closes = false;
    if (quoted) {
      cells.push(clean(quoted.words));
      at = quoted.end;
    } else {
      const stop = fieldEnd(text, at, sign);
      cells.push(clean(text.slice(at, stop)));
      at = stop;
    }
    if (text.charAt(at) === sign && at < text.length) {
      at++;
      continue;
    }
    end(at);
    if (text.charAt(at) === "\r" && text.charAt(at + 1) === "\n") at++;
    at++;
    from = at;
  }
  return lines;
}

function clean(words: string): string {
  return plainChars(words)
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

function fieldEnd(text: string, from: number, sign: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === sign || unit === "\n" || unit === "\r") break;
  }
  return at;
}

function quotedEnd(
  text: string,
  from: number,
  sign: string,
  lastQuote: number,
): { words: string; end: number } | undefined {
  let words = "";
  let begin = from + 1;
  while (begin <= lastQuote) {
    const quote = text.indexOf('"', begin);
    if (quote < 0) return undefined;
    words += text.slice(begin, quote);
    const next = text.charAt(quote + 1);
    if (next === '"') {
      words += '"';
      begin = quote + 2;
      continue;
    }
    if (next === sign || next === "\n" || next === "\r" || next === "") return { words, end: quote + 1 };
    // A quote in the words that somebody did not double.
    words += '"';
    begin = quote + 1;
  }
  return undefined;
}
