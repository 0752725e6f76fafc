/** Records and sources of a whole review, found by letters of their ids and titles. */
import { idSpanOf } from "../../model/brief.ts";
import { Definition, type Review } from "../../review.ts";
import type { Span } from "../../text.ts";
import { firstWords, plain } from "../card/words.ts";
import { type SymbolIs, titled } from "../symbols.ts";
import { titleOf } from "../tree/titles.ts";
import { heldInOrder, sought } from "./letters.ts";
import { eachThing, idOf as idOfRecord, type One, titleIn, type Use, wordsAfter } from "./shelves.ts";

export interface WorkspaceSymbol {
  readonly is: SymbolIs;
  /** `TR2: Conflict builds trust`, `okafor2014#e4`, `okafor2014: Working together again`. */
  readonly name: string;
  /** Where it belongs: a theme, the title of an extract's source; "" where nothing is to be said. */
  readonly container: string;
  readonly uri: string;
  /** What is selected there: offsets in the document. */
  readonly span: Span;
}

/** So many are given at most, the likeliest first. */
const MOST = 200;
const WORDS = 80;

/**
 * What holds all letters of a query in their order, in its id and title, without case and white space; those first whose id it is, or begins. Everything, as far
 * as that goes, where nothing is asked for.
 */
export function workspaceSymbols(review: Review, query: string, most: number = MOST): readonly WorkspaceSymbol[] {
  const found = new Found(sought(query), most);
  eachThing(review, sought(query), (one) => found.take(one));
  return found.inOrder().flatMap((one) => symbolOf(one, review));
}

/** What was found, by how near it is: the id itself, its beginning, the words as they were typed, the letters alone. */
class Found {
  private readonly wanted: string;
  private readonly most: number;
  private readonly byRank: readonly [One[], One[], One[], One[]] = [[], [], [], []];

  constructor(wanted: string, most: number) {
    this.wanted = wanted;
    this.most = most;
  }

  take(one: One): Use {
    const { wanted, byRank, most } = this;
    const title = this.titleWhereHeld(one);
    if (title !== undefined) {
      const id = idOf(one);
      const lower = `${id} ${title}`.toLowerCase().replace(/\s+/g, "");
      const rank = lower.startsWith(wanted) ? (wanted.length === id.length ? 0 : 1) : lower.includes(wanted) ? 2 : 3;
      if (byRank[rank].length < most) byRank[rank].push(one);
    }
    if (byRank[1].length >= most && (byRank[0].length > 0 || wanted === "")) return "none";
    return byRank[1].length + byRank[2].length >= most ? "beginning" : "all";
  }

  /** The title of what holds the letters; undefined of what does not. The title is looked at only where the id does not hold them. */
  private titleWhereHeld(one: One): string | undefined {
    const { wanted } = this;
    if (one.is !== "record") {
      const title = one.is === "source" ? one.title : "";
      return heldInOrder(title, wanted, heldInOrder(keyOf(one), wanted, 0)) === wanted.length ? title : undefined;
    }
    const brief = one.placed.facts.record(one.at);
    let held = 0;
    if (brief.kind === "extract") held = heldInOrder("#", wanted, heldInOrder(brief.source, wanted, 0));
    held = heldInOrder(brief.id, wanted, held);
    if (held === wanted.length) return "";
    const title = wordsAfter(one.placed, brief);
    return title !== "" && heldInOrder(title, wanted, held) === wanted.length ? title : undefined;
  }

  inOrder(): readonly One[] {
    return this.byRank.flat().slice(0, this.most);
  }
}

function keyOf(one: Exclude<One, { readonly is: "record" }>): string {
  return one.is === "source" ? one.key : one.entry.key;
}

function idOf(one: One): string {
  return one.is === "record" ? idOfRecord(one.placed.facts.record(one.at)) : keyOf(one);
}

function symbolOf(one: One, review: Review): readonly WorkspaceSymbol[] {
  if (one.is === "entry") {
    const { key, span } = one.entry;
    // A source with a file is found there.
    if (review.source(key)?.uri !== undefined) return [];
    return [{ is: "source", name: plain(key), container: "", uri: one.uri, span }];
  }
  if (one.is === "source") {
    const { uri, key, title } = one;
    const span = review.frontMatter(uri)?.citekey?.span ?? { start: 0, end: 0 };
    return [{ is: "source", name: titled(key, title), container: "", uri, span }];
  }
  const at = new Definition(one.placed, one.at);
  const { brief, placed } = at;
  const { start, end } = idSpanOf(brief);
  const span = { start: start + placed.start, end: end + placed.start };
  const container =
    brief.kind === "cmoc"
      ? plain(brief.theme ?? "")
      : brief.kind === "extract"
        ? titleOfSource(brief.source, review)
        : "";
  return [{ is: brief.kind, name: titled(idOfRecord(brief), titleOf(at)), container, uri: placed.uri, span }];
}

function titleOfSource(key: string, review: Review): string {
  const uri = review.source(key)?.uri;
  return uri === undefined ? "" : firstWords(titleIn(review.text(uri) ?? ""), WORDS);
}
