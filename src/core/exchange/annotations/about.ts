/** What a file of annotations says of the source that it is about: in its front matter, in its first heading and in lines such as `Citekey:: @okafor2014`. */
import type { Passage } from "./passages.ts";
import { plainWords } from "./plain.ts";
import type { About } from "./types.ts";

const LINE = /^(?:\*\*|__)?([\p{L}][\p{L} _-]{1,20}?)(?:\*\*|__)?\s{0,2}::?\s{0,2}(?:\*\*|__)?\s{0,3}(\S.{0,600})$/u;
const LABELS: Readonly<Record<string, keyof About>> = {
  citekey: "key",
  "cite key": "key",
  "citation key": "key",
  citationkey: "key",
  bibtexkey: "key",
  title: "title",
  "full title": "title",
  doi: "doi",
};

/** Words of a heading that is no title. */
const PLAIN =
  /^(?:annotations?|notes?|highlights?|metadata|imported|page notes|extracted annotations|in-?text annotations|reading notes|literature notes?)\b|^\W*\d/iu;

export class Telling {
  private readonly said: Partial<Record<keyof About, string>> = {};

  /** A line of front matter, or a passage before the first highlight. Whether it told of the source. */
  line(text: string): boolean {
    const found = text.length > 800 ? null : LINE.exec(text);
    const label = LABELS[found?.[1]?.toLowerCase().replaceAll("_", " ") ?? ""];
    if (!label || !found?.[2]) return false;
    const words = plainWords(found[2]).replace(/^["'“‘[]+|["'”’\]]+$/gu, "");
    const own = label === "key" ? keyIn(words) : words;
    if (own !== "") this.said[label] ??= own;
    return true;
  }

  heading({ text }: Passage): void {
    const words = plainWords(text.slice(0, 600).replace(/^#{1,6}\s*/, ""));
    if (words === "") return;
    if (/^@\S+$/.test(words)) this.said.key ??= words.slice(1);
    else if (!PLAIN.test(words)) this.said.title ??= words.replace(/^annotations:?\s+/iu, "");
  }

  about(): About {
    return { ...this.said };
  }
}

function keyIn(words: string): string {
  return /^@?([^\s,;]{1,200})/.exec(words)?.[1] ?? "";
}

/** Where the front matter ends: the number of its lines, with both marks; 0 without one. Its lines are told. */
export function readFront(text: string, telling: Telling): number {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0];
  if (open === undefined) return 0;
  let at = open.length;
  for (let count = 2; at < text.length; count++) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd();
    if (line === "---" || line === "...") return count;
    telling.line(line);
    if (end < 0) return 0;
    at = end + 1;
  }
  return 0;
}
