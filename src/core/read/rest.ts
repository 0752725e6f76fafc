/** What stands below the headings of records of the language and is in no field of theirs: it is left aside, so that no word is lost. */

import { readTag } from "../syntax/roles.ts";
import type { Span } from "../text.ts";
import { FIELDS, type Scheme, SLOT_FIELDS } from "../vocabulary.ts";
import { flat } from "./chars.ts";
import { textOf } from "./grid.ts";
import { openerAt } from "./openers.ts";
import { readPlain } from "./plain.ts";

interface Left {
  readonly text: string;
  readonly from: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const LABEL = /^(\p{L}[\p{L}\p{N} ()-]{0,50}?)\s?:\s/u;
const BRACKET = /[([]([^()[\]]{1,60})[)\]]/g;
/** Words that join the slots of a tagged sentence, and are in none. */
const JOINS = new Set(
  "when where in contexts context if then and but so that thus because as which leads lead to leading resulting".split(
    " ",
  ),
);
const NAMES: ReadonlySet<string> = new Set(
  [...FIELDS.cmoc, ...SLOT_FIELDS].flatMap(({ label, aliases }) => [label, ...(aliases ?? [])]),
);

/** The paragraphs, items and rows within the spans of which some word is not in what was told of the records; `heads` are told already. */
export function leftIn(
  text: string,
  spans: readonly Span[],
  told: unknown,
  heads: readonly string[],
  scheme: Scheme,
): readonly Left[] {
  const labels = new Set(heads);
  const bag = new Bag(told);
  const left: Left[] = [];
  for (const span of spans) {
    for (const block of readPlain(text.slice(span.start, span.end), true)) {
      const lines =
        block.is === "table"
          ? block.grid.rows
              .filter((row) => !row.cells.every((cell) => !cell || labels.has(flat(cell.text))))
              .map((row) => ({ text: textOf(row), from: row.from }))
          : [{ text: flat(block.text), from: block.from }];
      for (const line of lines)
        if (!bag.holds(unlabelled(line.text, scheme))) left.push({ text: line.text, from: span.start + line.from });
    }
  }
  return left;
}

/** The words of a line that its record must hold: without the label of a field, and tags of roles. */
function unlabelled(line: string, scheme: Scheme): readonly string[] {
  let text = line;
  const opener = openerAt(text);
  if (opener) text = `${opener.id} ${text.slice(opener.end)}`;
  const label = LABEL.exec(text);
  if (label && (NAMES.has((label[1] ?? "").toLowerCase()) || readTag(label[1] ?? "", scheme)))
    text = text.slice(label[0].length);
  let tags = 0;
  text = text.replace(BRACKET, (all, inside: string) => {
    if (!readTag(inside, scheme)) return all;
    tags++;
    return " ";
  });
  const words = wordsOf(text);
  return tags > 0 ? words.filter((word) => !JOINS.has(word)) : words;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}

/** Words, each as often as it was told. */
class Bag {
  private readonly counts = new Map<string, number>();

  constructor(told: unknown) {
    this.put(told);
  }

  private put(told: unknown): void {
    if (typeof told === "string") {
      for (const word of wordsOf(told)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    } else if (Array.isArray(told)) for (const each of told) this.put(each);
    else if (typeof told === "object" && told !== null) for (const each of Object.values(told)) this.put(each);
    else if (typeof told === "number") this.put(String(told));
  }

  /** Takes the words if all of them are there. */
  holds(words: readonly string[]): boolean {
    const wanted = new Map<string, number>();
    for (const word of words) wanted.set(word, (wanted.get(word) ?? 0) + 1);
    for (const [word, count] of wanted) if ((this.counts.get(word) ?? 0) < count) return false;
    for (const [word, count] of wanted) this.counts.set(word, (this.counts.get(word) ?? 0) - count);
    return true;
  }
}
