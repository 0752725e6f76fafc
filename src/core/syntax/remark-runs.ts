/**
 * An extension of mdast's builder that keeps, on each text node, where its characters stand in the source. mdast alone
 * gives a text's first and last offset, which says too little once escapes, entities and the prefixes of continuation lines are gone.
 */
import type { Nodes, PhrasingContent, Text } from "mdast";
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";

/** A text with the pairs (offset in `value`, offset in the source) at which its runs begin. */
export interface LocatedText extends Text {
  runs?: number[];
}

/** Code and images keep the texts that they were made of. */
export interface WithParts {
  parts?: PhrasingContent[];
}

/** A link that is written as its address alone, between `<` and `>`. */
export interface LinkOrAddress {
  isAddress?: true;
}

type Frame = { type: string; children: Nodes[] };

function top(context: CompileContext): Frame {
  return context.stack[context.stack.length - 1] as unknown as Frame;
}

function pointOf(token: Token, side: "start" | "end") {
  const { line, column, offset } = token[side];
  return { line, column, offset };
}

function enterText(this: CompileContext, token: Token): undefined {
  const siblings = top(this).children;
  let tail = siblings[siblings.length - 1] as LocatedText | undefined;
  if (tail === undefined || tail.type !== "text") {
    const start = pointOf(token, "start");
    tail = { type: "text", value: "", position: { start, end: start }, runs: [] };
    siblings.push(tail);
  }
  this.stack.push(tail);
}

function exitText(this: CompileContext, token: Token): undefined {
  const tail = this.stack.pop() as unknown as LocatedText;
  addRun(tail, token.start.offset);
  tail.value += this.sliceSerialize(token);
  if (tail.position !== undefined) tail.position.end = pointOf(token, "end");
}

/** The address between `<` and `>` is what is read of such a link, and where it leads. */
function exitAddress(scheme: string) {
  return function exit(this: CompileContext, token: Token): undefined {
    exitText.call(this, token);
    const link = top(this) as unknown as { url: string } & LinkOrAddress;
    link.url = scheme + this.sliceSerialize(token);
    link.isAddress = true;
  };
}

function addRun(tail: LocatedText, source: number): void {
  tail.runs?.push(tail.value.length, source);
}

function enterReference(this: CompileContext, token: Token): undefined {
  enterText.call(this, token);
  addRun(top(this) as unknown as LocatedText, token.start.offset);
}

/** Lines of running text are joined by LF, whatever ends them in the source. */
function exitLineEnding(this: CompileContext, token: Token): undefined {
  const context = top(this);
  if (this.data.atHardBreak) {
    const tail = context.children[context.children.length - 1];
    if (tail?.position !== undefined) tail.position.end = pointOf(token, "end");
    this.data.atHardBreak = undefined;
    return;
  }
  if (this.data.setextHeadingSlurpLineEnding || !this.config.canContainEols.includes(context.type)) return;
  enterText.call(this, token);
  const tail = this.stack.pop() as unknown as LocatedText;
  addRun(tail, token.start.offset);
  tail.value += "\n";
  if (tail.position !== undefined) tail.position.end = pointOf(token, "end");
}

function exitCodeText(this: CompileContext, token: Token): undefined {
  const parts = top(this).children as PhrasingContent[];
  const value = this.resume();
  const node = top(this) as unknown as { value: string } & WithParts;
  node.value = value;
  node.parts = this.data.inTable ? parts.map(unescapePipes) : parts;
  this.exit(token);
}

/** In a table cell `\|` is a pipe, in code too. */
function unescapePipes(part: PhrasingContent): PhrasingContent {
  if (part.type !== "text" || !part.value.includes("\\|")) return part;
  const { value, runs = [] } = part as LocatedText;
  const changed: number[] = [];
  let kept = "";
  let run = 0;
  let source = 0;
  for (let at = 0; at < value.length; at++) {
    while (run < runs.length && runs[run] === at) {
      source = (runs[run + 1] ?? 0) - at;
      changed.push(kept.length, source + at);
      run += 2;
    }
    if (value[at] === "\\" && value[at + 1] === "|") {
      at++;
      changed.push(kept.length, source + at);
      kept += "|";
    } else if (value[at] === "\\" && value[at + 1] === "\\") {
      kept += "\\\\";
      at++;
    } else kept += value[at];
  }
  return { ...part, value: kept, runs: changed } as LocatedText;
}

function exitLabel(this: CompileContext): undefined {
  const parts = top(this).children as PhrasingContent[];
  const value = this.resume();
  const node = top(this) as unknown as { type: string; children: PhrasingContent[]; alt?: string } & WithParts;
  this.data.inReference = true;
  if (node.type === "link") node.children = parts;
  else {
    node.alt = value;
    node.parts = parts;
  }
}

export const textRuns: Extension = {
  enter: {
    autolinkProtocol: enterText,
    autolinkEmail: enterText,
    characterEscape: enterText,
    characterReference: enterReference,
    codeTextData: enterText,
    data: enterText,
  },
  exit: {
    autolinkEmail: exitAddress("mailto:"),
    autolinkProtocol: exitAddress(""),
    characterEscapeValue: exitText,
    codeText: exitCodeText,
    codeTextData: exitText,
    data: exitText,
    label: exitLabel,
    lineEnding: exitLineEnding,
  },
};
