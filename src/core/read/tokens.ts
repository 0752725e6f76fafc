/** What the tokenizer of htmlparser2 finds in a page, told as elements that open and close, and text. */

import { Tokenizer } from "htmlparser2";
import { VOID_ELEMENTS } from "../syntax/void-elements.ts";
import { isXml, WANTED } from "./elements.ts";

export interface Told {
  open(name: string, from: number, to: number, attributes: ReadonlyMap<string, string>): void;
  close(name: string, to: number): void;
  say(text: string, from: number, to: number): void;
}

/** Tells what a page holds. `xml` for what says that it is XML, such as an article's JATS. */
export function tell(text: string, told: Told): void {
  const tokenizer = new Tokenizer({ xmlMode: isXml(text), decodeEntities: true }, new Tokens(text, told));
  tokenizer.write(text);
  tokenizer.end();
}

class Tokens {
  private readonly text: string;
  private readonly told: Told;
  private name = "";
  private tagStart = 0;
  private attribute = "";
  private value = "";
  private attributes = new Map<string, string>();

  constructor(text: string, told: Told) {
    this.text = text;
    this.told = told;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.local(start, end);
    this.tagStart = start - 1;
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.text.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < 2000) this.value += this.text.slice(start, Math.min(end, start + 2000));
  }

  onattribentity(): void {}

  onattribend(): void {
    if (WANTED.has(this.attribute) && !this.attributes.has(this.attribute))
      this.attributes.set(this.attribute, this.value);
  }

  onopentagend(end: number): void {
    this.told.open(this.name, this.tagStart, end + 1, this.attributes);
  }

  onselfclosingtag(end: number): void {
    this.told.open(this.name, this.tagStart, end + 1, this.attributes);
    if (!VOID_ELEMENTS.has(this.name)) this.told.close(this.name, end + 1);
  }

  onclosetag(start: number, end: number): void {
    this.told.close(this.local(start, end), end + 1);
  }

  ontext(start: number, end: number): void {
    this.told.say(this.text.slice(start, end), start, end);
  }

  ontextentity(point: number, end: number): void {
    // A space that does not break is a space here, and never one that parts columns.
    this.told.say(String.fromCodePoint(point), end - 1, end);
  }

  oncdata(start: number, end: number, offset: number): void {
    this.told.say(this.text.slice(start, end - offset), start, end);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private local(start: number, end: number): string {
    const name = this.text
      .slice(start, Math.min(end, start + 40))
      .toLowerCase()
      .trimEnd();
    const colon = name.indexOf(":");
    return colon < 0
      ? name
      : name.startsWith("o:") || name.startsWith("w:") || name.startsWith("v:")
        ? name
        : name.slice(colon + 1);
  }
}
