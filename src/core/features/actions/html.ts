/** Inline HTML as its source stands: which tags of a stretch open or close what the stretch does not hold whole. */

import { VOID_ELEMENTS } from "../../syntax/void-elements.ts";

export interface Tag {
  readonly is: "opens" | "closes" | "comment" | "alone";
  /** In small letters. */
  readonly name: string;
}

export function tagOf(source: string): Tag {
  if (source.startsWith("<!--")) return { is: "comment", name: "" };
  const [, slash = "", written = ""] = /^<(\/?)([a-z][\w-]*)/i.exec(source) ?? [];
  const name = written.toLowerCase();
  if (name === "" || VOID_ELEMENTS.has(name) || source.endsWith("/>")) return { is: "alone", name };
  return { is: slash === "" ? "opens" : "closes", name };
}

/** Names of tags that close what was opened before, and of those that open what is closed later, in their order. */
export function looseTags(sources: readonly string[]): { readonly closes: string[]; readonly opens: string[] } {
  const closes: string[] = [];
  const opens: string[] = [];
  for (const source of sources) {
    const { is, name } = tagOf(source);
    if (is === "opens") opens.push(name);
    else if (is === "closes" && opens.at(-1) === name) opens.pop();
    else if (is === "closes") closes.push(name);
  }
  return { closes, opens };
}

const HTML = /<!--[\s\S]{0,2000}?-->|<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/gi;

/** Whether a tag in the words opens or closes what they do not hold whole. */
function isTorn(words: string): boolean {
  if (!words.includes("<")) return false;
  const { closes, opens } = looseTags([...words.matchAll(HTML)].map(([source]) => source));
  return closes.length + opens.length > 0;
}

/** Words without tags that open or close nothing whole in them, and without line breaks at either end. */
export function withoutLooseTags(words: string): string {
  if (!words.includes("<")) return words;
  const kept = isTorn(words)
    ? words.replace(HTML, (source) => (["opens", "closes"].includes(tagOf(source).is) ? "" : source))
    : words;
  return kept.replace(/^(?:\s*<br\s*\/?>)+|(?:<br\s*\/?>\s*)+$/gi, "");
}
