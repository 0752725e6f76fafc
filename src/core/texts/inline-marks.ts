/** What stands in running text that was read as Markdown and is no words of it: pictures, numbers of references, and marks that Markdown itself does not know. */
import type { Inline, Mark } from "../syntax/blocks.ts";
import { isReference, raisedAs } from "./raised.ts";

/** Offsets in the text of an inline, and what is read there; both the same where something is put in. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly as: string;
}

/** Tags that part no words. */
const WITHIN =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])/i;
const SUP = /^<sup(?=[\s>])/i;
const SUP_END = /^<\/sup\s*>/i;

/** What a tag stands for. */
export function tagAs(tag: string): string {
  return WITHIN.test(tag) || tag.startsWith("<!") || tag.startsWith("<?") ? "" : " ";
}

/** What is raised behind words; nothing for a reference. */
export function raisedBehind(before: string, raised: string): string {
  return isReference(before, raised) ? "" : raisedAs(raised);
}

/** Ascending and apart. `isDefined` tells of names of links whether the text says where they lead. Linear in the text. */
export function cutsOf({ text, marks }: Inline, isDefined: (name: string) => boolean = () => false): readonly Cut[] {
  const cuts = [...cutsOfMarks(text, marks), ...(SIGNS.test(text) ? cutsOfSigns(text, isDefined) : [])];
  if (cuts.length < 2) return cuts;
  let end = 0;
  return cuts
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = Math.max(end, to);
      return true;
    });
}

/** The words of running text, as a person reads them in print. */
export function plainWords(inline: Inline): string {
  let words = "";
  let at = 0;
  for (const { from, to, as } of cutsOf(inline)) {
    words += inline.text.slice(at, from) + as;
    at = to;
  }
  return words + inline.text.slice(at);
}

function cutsOfMarks(text: string, marks: readonly Mark[]): Cut[] {
  const cuts: Cut[] = [];
  let raised = -1;
  for (const { kind, from, to, target = "" } of marks) {
    if (kind === "image") cuts.push({ from, to, as: "" });
    if (kind !== "html") continue;
    if (SUP.test(target)) raised = from;
    else if (SUP_END.test(target) && raised >= 0) {
      cuts.push({
        from: raised,
        to: from,
        as: raisedBehind(text.slice(Math.max(0, raised - 24), raised), text.slice(raised, from)),
      });
      raised = -1;
    } else if (tagAs(target) !== "" && text.charAt(from) !== "\n") cuts.push({ from, to: from, as: " " });
  }
  return cuts;
}

const SIGNS = /\[\^|\[\[|\]\[|^\[|==|~|\^/m;
/** `[^1]`, and `[^1]:` where the note itself begins. */
const NOTE = /(?<=^|\n)\[\^[^\]\s]{1,80}\]:|\[\^[^\]\s]{1,80}\]/g;
/** `==marked==`, `~~struck~~`: signs on either side of words. */
const PAIRED = /==|~~/g;
/** `10^3^`, `CO~2~`. */
const RAISED = /(?<!\^)\^([^\s^~]{1,12})\^(?!\^)/g;
const LOWERED = /(?<!~)~([^\s^~]{1,12})~(?!~)/g;
/** `^id` at the end, by which other notes call a passage. */
const BLOCK_ID = /\s\^[A-Za-z\d-]{1,60}\s*$/;
const WIKI = /(!?)\[\[(?:[^\]|[\n]{1,200}\|)?([^\]|[\n]{1,300})\]\]/g;
const BY_NAME = /\[([^\][\n]{1,300})\]\[([^\][\n]{0,200})\]/g;
const DEFINED = /(?<=^|\n)\[([^\][\n]{1,200})\]:[^\n]*/g;
/** `[!quote]` and its title, which head a box. */
const CALLOUT = /^\[![A-Za-z-]{1,40}\][+-]?[^\n]*\n/;

function cutsOfSigns(text: string, isDefined: (name: string) => boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  const cut = (from: number, to: number, as = ""): void => {
    cuts.push({ from, to, as });
  };
  for (const { 0: all, index } of text.matchAll(NOTE)) cut(index, index + all.length);
  const open = new Map<string, number>();
  for (const { 0: sign, index } of text.matchAll(PAIRED)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
    const begun = open.get(sign);
    if (begun !== undefined && before.trim() !== "") {
      cut(begun, begun + 2);
      cut(index, index + 2);
      open.delete(sign);
    } else if (after.trim() !== "" && after !== sign.charAt(0)) open.set(sign, index);
  }
  for (const { 0: all, 1: raised = "", index } of text.matchAll(RAISED))
    cut(index, index + all.length, raisedBehind(text.slice(Math.max(0, index - 24), index), raised));
  for (const { 0: all, 1: lowered = "", index } of text.matchAll(LOWERED)) cut(index, index + all.length, lowered);
  const id = BLOCK_ID.exec(text.slice(-80));
  if (id) cut(Math.max(0, text.length - 80) + id.index, text.length);
  for (const { 0: all, 1: embeds, 2: words = "", index } of text.matchAll(WIKI))
    cut(index, index + all.length, embeds === "" ? words : "");
  for (const { 0: all, 1: words = "", 2: name, index } of text.matchAll(BY_NAME)) {
    if (!isDefined(name || words)) continue;
    cut(index, index + 1);
    cut(index + 1 + words.length, index + all.length);
  }
  for (const { 0: all, 1: name = "", index } of text.matchAll(DEFINED))
    if (isDefined(name)) cut(index, index + all.length, "\n");
  const callout = CALLOUT.exec(text)?.[0].length;
  if (callout !== undefined) cut(0, callout);
  return cuts;
}
