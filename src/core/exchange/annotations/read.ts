/**
 * The highlights that Markdown of Zotero (notes from annotations, Zotero Integration), ZotFile, PDF++, Annotator, Hypothesis and Readwise tells of. It is text of
 * somebody else's: nothing in it is followed, and it is read in linear time.
 */
import { readFront, Telling } from "./about.ts";
import { annotatorSays } from "./annotator.ts";
import { colourIn, named } from "./callout-head.ts";
import { citedPlace } from "./cited.ts";
import { hashTags, tagsIn } from "./hash-tags.ts";
import { commentOf, type Found, joinedComments } from "./inline.ts";
import { type Place, placesIn, withoutPlaces } from "./links.ts";
import { calloutEnd, isBelow, isLinkFirst, isQuoted, isTyped, quotedIn, says, wordsIn } from "./passage-words.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { plainWords, withoutMarks } from "./plain.ts";
import { Ranks } from "./ranks.ts";
import { rowSays } from "./rows.ts";
import type { Annotation, Annotations, Aside } from "./types.ts";

export function readAnnotations(text: string): Annotations {
  const telling = new Telling();
  const reading = new Reading(passagesOf(text, readFront(text, telling)), telling, READWISE.test(text));
  reading.run();
  const { aside } = reading;
  const unplaced = reading.unplaced();
  return { all: reading.all(), aside, unplaced, passed: reading.own(), about: telling.about() };
}

/** What is still being told of. */
interface Open {
  readonly passage: Passage;
  readonly isMarked: boolean;
  readonly place: Place;
  quote: string;
  comment: string;
  /** What is in it. */
  readonly said: Set<string>;
  tags: string[];
  colour: string | undefined;
}

const LABELLED =
  /^\s*(?:\*\*|__)?(tags?|notes?|comments?|annotation|kommentar|comentario|etiquetas?)(?:\*\*|__)?\s?:{1,2}(?:\*\*|__)?/iu;
const READWISE = /readwise\.io\/|readwise-assets|rw-book-cover|^#{1,6} New highlights added /im;
const HIGHLIGHT = /^(?:quote|highlight|pdf|annotation|cite-?quote|underline)/iu;

class Reading {
  readonly aside: Aside[] = [];
  readonly passed = new Set<Passage>();
  private readonly found: Open[] = [];
  private readonly byId = new Map<string, Open>();
  /** Comments to highlights that are told of further down, by their names. */
  private readonly early = new Map<string, Aside>();
  private readonly ranks: Ranks;
  private readonly passages: readonly Passage[];
  private readonly telling: Telling;
  private last: Open | undefined;
  /** A quotation before links that stand by themselves. */
  private waiting: Passage | undefined;
  /** A callout that is no highlight. */
  private within: Passage | undefined;
  private readonly unsaid: Passage[] = [];
  /** The level of the heading that says that highlights follow. */
  private level = 0;
  private isAmongHighlights = false;
  private isAmongNotes = false;
  private readonly isReadwise: boolean;

  constructor(passages: readonly Passage[], telling: Telling, isReadwise: boolean) {
    this.passages = passages;
    this.ranks = new Ranks(passages);
    this.telling = telling;
    this.isReadwise = isReadwise;
  }

  run(): void {
    for (let at = 0; at < this.passages.length; at++) {
      const passage = this.passages[at] as Passage;
      if (passage.isApart || passage.depth < (this.within?.depth ?? 0)) this.within = undefined;
      if (passage.is === "callout") at = this.callout(at);
      else if (passage.is === "code") at = this.code(at);
      else if (passage.is === "row") this.row(passage);
      else this.words(passage);
    }
    for (const each of this.early.values()) this.aside.push(each);
    this.early.clear();
  }

  all(): readonly Annotation[] {
    return this.found.map(({ passage, place, quote, comment, tags, colour }) => ({
      quote,
      line: passage.line,
      tags: [...new Set(tags)],
      ...(place.at !== undefined && { at: place.at }),
      ...(place.page !== undefined && { page: place.page }),
      ...(comment !== "" && { comment }),
      ...(colour !== undefined && { colour }),
      ...(place.id !== undefined && { id: place.id }),
      ...(place.cited && { cited: place.cited }),
      ...(place.file !== undefined && { file: place.file }),
    }));
  }

  /** Quotations that no place was told of. */
  unplaced(): readonly Aside[] {
    return this.unsaid
      .filter((passage) => this.passed.has(passage) && /[\p{L}\p{N}]/u.test(passage.text))
      .map(({ line, text }) => ({ line, text: quotedIn(text.slice(0, 2000)).slice(0, 300) }));
  }

  /** What else stands there: words of somebody's own, for the most part. */
  own(): readonly Aside[] {
    const unsaid = new Set(this.unsaid);
    return this.passages
      .filter((passage) => this.passed.has(passage) && !unsaid.has(passage) && /[\p{L}\p{N}]/u.test(passage.text))
      .map(({ line, text }) => ({ line, text: plainWords(text.slice(0, 2000), true).slice(0, 300) }));
  }

  private words(passage: Passage): void {
    const { text } = passage;
    if (passage.is === "heading") {
      if (this.found.length === 0) this.telling.heading(passage);
      else this.passed.add(passage);
      this.among(text);
      this.last = undefined;
      this.waiting = undefined;
      return;
    }
    // Footnotes cite, and comments of Obsidian are its own.
    if (text.startsWith("[^")) this.passed.add(passage);
    if (text.startsWith("[^") || /^%%[^%]*%%$/.test(text)) return;
    const highlights = this.ranks.highlights(passage);
    if (highlights.length > 0 && this.isAmongNotes && highlights.every(({ isMarked }) => !isMarked)) {
      this.leave(passage);
      return;
    }
    if (highlights.length > 0 && this.isCommentToLast(passage, highlights)) {
      this.further(text);
      return;
    }
    if (highlights.length > 0) {
      for (const each of highlights) this.take(passage, each, highlights.length === 1);
      return;
    }
    if (this.found.length === 0 && this.telling.line(text)) return;
    // Hypothesis names the group in an item beside the highlight.
    if (this.last?.place.id?.startsWith("hypothesis ") && /^—?\s*group:\s*#?[^\n]{1,80}$/iu.test(text)) return;
    if (this.belongsToLast(passage)) this.further(text);
    else if (!this.readwise(passage)) {
      this.last = undefined;
      this.waiting = isQuoted(passage) ? passage : undefined;
      this.passed.add(passage);
      if (this.waiting && !this.within) this.unsaid.push(passage);
    }
  }

  /** What a heading says of what follows; one below that of the highlights says nothing else. */
  private among(heading: string): void {
    const level = /^#{1,6}/.exec(heading)?.[0].length ?? 0;
    if (this.isAmongHighlights && level > this.level) return;
    this.level = level;
    this.isAmongHighlights = /^#{1,6}\s+(?:new )?highlights\b/i.test(heading);
    this.isAmongNotes = /^#{1,6}\s+page notes\s*$/i.test(heading);
  }

  /** Items of Readwise without a link: with their place behind them, or with none. Whether it is one. */
  private readwise(passage: Passage): boolean {
    const { text, is, indent, depth } = passage;
    if (!this.isAmongHighlights || is !== "item" || indent > 0 || depth > 0 || LABELLED.test(text)) return false;
    const found = /^(.*\S)\s{0,3}\(((?:page|location|loc\.?|pp?\.)\s[^()\n]{1,40})\)$/isu.exec(text);
    const at = citedPlace(found?.[2] ?? "").at;
    if (at === undefined && !this.isReadwise) {
      if (isQuoted(passage)) return false;
      this.leave(passage);
      return true;
    }
    const words = quotedIn((at === undefined ? text : found?.[1]) ?? "");
    this.add(passage, at === undefined ? {} : { at }, words, "");
    return true;
  }

  /** Whether words without a place say more of the highlight before them. */
  private belongsToLast(passage: Passage): boolean {
    const before = this.last?.passage;
    if (!before) return false;
    return isBelow(passage, before) || LABELLED.test(passage.text) || /^\[N\]\s/.test(passage.text);
  }

  /** Whether words that link to a place, or cite one, say more of the highlight before them, and are none themselves. */
  private isCommentToLast(passage: Passage, highlights: readonly Found[]): boolean {
    const { last } = this;
    if (!last || highlights.some(({ place }) => place.id !== undefined && place.id === last.place.id)) return false;
    const label = LABELLED.exec(passage.text)?.[0];
    const isIn = isBelow(passage, last.passage) || (passage.depth > last.passage.depth && !passage.isApart);
    if (label === undefined && !isIn) return false;
    const [first] = highlights;
    const isNamed = first?.place.id !== undefined;
    if (label !== undefined) return !(first?.isMarked && isNamed && commentOf(first.lead) === commentOf(label));
    if (last.place.id !== undefined && !isNamed) return true;
    return highlights.every((each) => !each.isMarked) && (last.isMarked || this.ranks.isMention(passage, first));
  }

  /** Takes more words for a highlight, each once. */
  private further(text: string, to = this.last): void {
    if (!to) return;
    const label = LABELLED.exec(text);
    const words = label ? text.slice(label[0].length) : text.replace(/^\[N\]\s/, "");
    if (/^(?:tag|etiq)/i.test(label?.[1] ?? "")) to.tags.push(...tagsIn(words));
    else say(to, plainWords(words, true));
  }

  private take(passage: Passage, found: Found, isAlone: boolean): void {
    const { quote, place, comment, isMarked, lead } = found;
    const { id } = place;
    const same = id === undefined ? undefined : this.byId.get(id);
    if (id !== undefined && !isMarked && (same || this.ranks.isMention(passage, found))) {
      const isAround = isAlone && comment !== "" && quote + lead !== "";
      const said = isAround ? [plainWords(passage.text, true)] : [quote, lead, comment];
      const words = said.filter((each) => each !== "" && each !== same?.quote).reduce(joinedComments, "");
      if (same) say(same, words);
      else {
        const { line, text } = this.early.get(id) ?? { line: passage.line, text: "" };
        this.early.set(id, { line, text: joinedComments(text, words) });
      }
      this.last = same;
      return;
    }
    const hasLead = /[\p{L}\p{N}]/u.test(lead);
    if (same) {
      const { text, tags } = hashTags(comment);
      say(same, text);
      same.tags.push(...tags);
      if (hasLead || quote !== same.quote) this.passed.add(passage);
      this.last = same;
      return;
    }
    if (quote !== "" && hasLead) this.passed.add(passage);
    if (place.isNote) this.leave(passage);
    else if (quote !== "")
      this.add(passage, place, quote, comment, isMarked, isAlone ? colourIn(passage.text) : undefined);
    // What is set as a quotation and cited is one, and no comment to the one before.
    else if (hasLead && passage.depth > 0) this.add(passage, place, withoutMarks(lead), comment);
    else if (this.waiting && !hasLead) this.add(this.waiting, place, quotedIn(this.waiting.text), comment, true);
    else if (isAlone && comment !== "" && !place.isSource && passage.depth > 0 && isLinkFirst(passage.text))
      this.add(passage, place, withoutMarks(comment), "");
    else this.leave(passage);
    this.waiting = undefined;
  }

  /** A row of a table; one of which it cannot be said which cells are the source's words is left. */
  private row(passage: Passage): void {
    this.waiting = undefined;
    const says = rowSays(passage.head ?? [], passage.cells ?? []);
    if (says === "none" && passage.cells !== passage.head) this.passed.add(passage);
    if (says === "unsure") this.leave(passage);
    if (typeof says === "string") return;
    const { quote, place, comment, isMarked, tags, colour } = says;
    const isKnown = this.byId.has(place.id ?? "");
    if (isKnown) this.take(passage, { quote, place, comment, isMarked: true, lead: "" }, true);
    else this.add(passage, place, quote, comment, isMarked, colour);
    this.last?.tags.push(...tags);
    this.last = undefined;
  }

  private add(
    passage: Passage,
    place: Place,
    quote: string,
    comment: string,
    isMarked = false,
    colour: string | undefined = undefined,
  ): void {
    if (!/[\p{L}\p{N}]/u.test(quote)) {
      this.leave(passage);
      return;
    }
    if (passage === this.waiting) this.passed.delete(passage);
    const words = hashTags(comment);
    const early = this.early.get(place.id ?? "")?.text ?? "";
    const made: Open = {
      passage,
      isMarked,
      place,
      quote,
      comment: "",
      said: new Set(),
      tags: [...words.tags],
      colour: colour ?? named(place.colour),
    };
    say(made, words.text);
    say(made, early);
    this.found.push(made);
    this.last = made;
    if (place.id === undefined) return;
    this.byId.set(place.id, made);
    this.early.delete(place.id);
  }

  private leave({ line, text }: Passage): void {
    this.last = undefined;
    this.aside.push({ line, text: plainWords(text.slice(0, 2000)).slice(0, 300) });
  }

  /** A callout, whose head may say where its words stand. Gives the last passage of it. */
  private callout(at: number): number {
    const head = this.passages[at] as Passage;
    const { type, colour, title, place: own } = this.ranks.head(head);
    const end = calloutEnd(this.passages, at);
    const body = this.passages.slice(at + 1, end + 1);
    const place = own ?? placesIn(body.map(({ text }) => text));
    const placed = body.filter((each) => this.ranks.highlights(each).length > 0);
    const isMany = own ? body.some((each) => each.is === "callout" && this.ranks.head(each).place) : placed.length > 1;
    const isOther = body.some(({ is }) => is === "code" || is === "row" || (is === "callout" && !own));
    if (isMany || isOther || !place || (place.isSource && !HIGHLIGHT.test(type))) {
      this.within ??= head;
      if (says(title)) this.passed.add(head);
      return at;
    }
    const said = body.filter((each) => says(wordsIn(each)));
    const [first] = said;
    // The words come first: those that are set deeper, else the first that stand there. What follows is a comment.
    const isDeep = first !== undefined && first.depth > head.depth && first.is !== "callout";
    const following = said.findIndex(({ depth, is }) => depth <= head.depth || is === "callout");
    const quoted = isDeep ? said.slice(0, following < 0 ? said.length : following) : said.slice(0, 1);
    const [told] = isDeep || !first ? [] : this.ranks.highlights(first);
    const quote = told?.quote || quoted.map(({ text }) => quotedIn(withoutPlaces(text))).join("\n");
    const full = { ...citedPlace(plainWords(title.slice(0, 600))), ...place };
    const same = this.byId.get(place.id ?? "");
    if (isTyped(title)) this.passed.add(head);
    this.waiting = undefined;
    if (same) this.take(head, { quote, place: full, comment: "", isMarked: true, lead: "" }, false);
    else this.add(head, full, quote, told?.quote ? told.comment : "", true, colour);
    for (const each of said.slice(quoted.length)) this.further(withoutPlaces(wordsIn(each), place));
    return end;
  }

  /** Of code only what Annotator keeps is read. Gives the last passage of it. */
  private code(at: number): number {
    const { text, depth } = this.passages[at] as Passage;
    const line = text.indexOf("\n");
    if (!/^annotation-json\b/i.test(line < 0 ? text : text.slice(0, line))) {
      this.passed.add(this.passages[at] as Passage);
      return at;
    }
    const said = annotatorSays(text.slice(line + 1));
    let end = at;
    let name: string | undefined;
    for (let next = this.passages[end + 1]; next; next = this.passages[end + 1]) {
      name =
        next.depth <= depth
          ? /^\s*\^([\w-]{1,40})\s*$/.exec(next.text.slice(-60).split(/\s/).at(-1) ?? "")?.[1]
          : undefined;
      if (name === undefined && (next.is === "code" || next.depth < depth || next.is === "heading")) break;
      end++;
      if (name !== undefined) break;
    }
    if (!said) {
      this.aside.push({ line: (this.passages[at] as Passage).line, text: text.slice(0, 200) });
      return end;
    }
    const place: Place = {
      ...(name !== undefined && { id: `annotator ${name}` }),
      ...(said.file !== undefined && { file: said.file }),
    };
    this.add(this.passages[at] as Passage, place, said.quote, said.comment ?? "");
    this.last?.tags.push(...said.tags);
    this.last = undefined;
    return end;
  }
}

/** Adds to a comment what is not in it. */
function say(to: Open, words: string): void {
  if (to.said.has(words)) return;
  to.said.add(words);
  to.comment = joinedComments(to.comment, words);
}
