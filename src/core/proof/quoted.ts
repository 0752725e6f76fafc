/** The quotations of a piece: what is compared of them, kept with the piece, which is read again only when its words are others. */
import type { PieceFacts } from "../model/piece-facts.ts";
import type { Extract } from "../model/types.ts";
import type { Placed } from "../review/placed.ts";
import type { Definition } from "../review.ts";
import { calledOf } from "../rules/about.ts";
import type { Block } from "../syntax/blocks.ts";
import { fold } from "../syntax/bullets.ts";
import { readBlocks } from "../syntax/read-blocks.ts";
import { ownCopy, type Span } from "../text.ts";
import { plainWords } from "../texts/inline-marks.ts";

export interface Quoted {
  /** What messages call its extract. */
  readonly id: string;
  readonly source: string;
  readonly quote: Words;
  readonly at: Words | undefined;
  /** Another for another quotation or another locator. */
  readonly key: string;
}

/** Relative to the piece. */
interface Words extends Span {
  readonly text: string;
}

/** By the place of the extract among the records of its piece. */
type InPiece = ReadonlyMap<number, Quoted>;

const NONE: InPiece = new Map();
const known = new WeakMap<PieceFacts, InPiece>();

export function quotedIn(placed: Placed): InPiece {
  const { facts } = placed;
  const found = known.get(facts) ?? read(placed);
  known.set(facts, found);
  return found;
}

/** The quotation of an extract; undefined where it has none. */
export function quotedBy(extract: Definition): Quoted | undefined {
  return quotedIn(extract.placed).get(extract.index);
}

function read(placed: Placed): InPiece {
  const found = placed.definitions.flatMap((definition) => {
    const { brief, index } = definition;
    if (brief.kind !== "extract" || brief.passageDigest === 0) return [];
    const extract = (definition as Definition<Extract>).entity;
    const { quote, at, source } = extract;
    if (!quote) return [];
    const words = wordsOf({ ...quote, text: wordsIn(placed.text.slice(quote.start, quote.end)) ?? quote.text });
    const locator = at && wordsOf(at);
    const key = `${locator?.text ?? ""}\n${words.text}`;
    return [[index, { id: calledOf(extract), source, quote: words, at: locator, key }] as const];
  });
  return found.length === 0 ? NONE : new Map(found);
}

function wordsOf({ start, end, text }: Words): Words {
  return { start, end, text: ownCopy(text) };
}

/** What may be a mark that is none of Markdown's own: `==marked==`, `10<sup>3</sup>`, `[^1]`, `[[page|words]]`, a passage's `^id`. */
const MARK = /<sup\b|==|[~^]|\[\[|\[!/i;

/** The words of block quotes as a person reads them, where marks stand in them; undefined where none do. */
function wordsIn(quotes: string): string | undefined {
  if (!MARK.test(quotes)) return undefined;
  const words = readBlocks(quotes)
    .filter(({ type }) => type === "quote")
    .map((quote) => wordsOfBlock(quote))
    .filter((each) => each !== "");
  return words.length === 0 ? undefined : words.join(" … ");
}

function wordsOfBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return fold(plainWords(block.inline));
    case "quote":
      return together(block.blocks);
    case "list":
      return together(block.items.flatMap(({ blocks }) => blocks));
    case "table":
      return block.rows.flatMap(({ cells }) => cells.map((cell) => fold(plainWords(cell)))).join(" ");
    default:
      return "";
  }
}

function together(blocks: readonly Block[]): string {
  return blocks
    .map(wordsOfBlock)
    .filter((words) => words !== "")
    .join(" ");
}
