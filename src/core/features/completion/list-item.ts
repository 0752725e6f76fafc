/** The item of a list of references that is being written: past the bracket of a link, the word of a kind, the first end of a range. */
import { idKey, kindAt, numbered } from "../../ids.ts";
import type { Kind, KindWords } from "../../vocabulary.ts";
import type { CompletionItem } from "./item.ts";

export interface ListItem {
  /** What of it is written so far. */
  readonly typed: string;
  /** The kind that was named before it. */
  readonly named: KindWords | undefined;
  /** The first end of the range that it ends. */
  readonly since: { readonly letters: string; readonly number: number } | undefined;
}

/** The longest item that is looked at. */
const MOST = 200;
const RANGE = /^([\p{L}\p{M}\p{N}._]+)\s*[-‐‑‒–—―−]{1,2}\s*([\p{L}\p{M}\p{N}._]*)$/u;

export function listItem(item: string): ListItem {
  if (item.length > MOST) return { typed: item, named: undefined, since: undefined };
  let typed = item.replace(/^\[+/, "");
  const read = kindAt(`${typed}1`);
  const isSpaced = read !== undefined && read.rest > read.spelling.length && read.rest <= typed.length;
  const named = isSpaced ? read.words : undefined;
  if (named) typed = typed.slice(read?.rest ?? 0);
  const [, first = "", last = ""] = RANGE.exec(typed) ?? [];
  const from = numbered(first);
  if (!from || from.prefix === "") return { typed, named, since: undefined };
  return { typed: last, named, since: { letters: idKey(from.prefix), number: from.number } };
}

/** Those of the items that can stand there, as they are written there. */
export function fittingItem(items: readonly CompletionItem[], { named, since }: ListItem): readonly CompletionItem[] {
  if (since)
    return items.filter(({ label }) => {
      const parts = numbered(label);
      return parts !== undefined && idKey(parts.prefix) === since.letters && parts.number > since.number;
    });
  if (!named) return items;
  return items.map((item) => {
    const written = shortened(item.label, named);
    const { span, newText } = item.edit;
    return { ...item, edit: { span, newText: written + newText.slice(item.label.length) } };
  });
}

/** `4` for `CMOC4` behind the word CMOC. */
export function shortened(id: string, { prefix }: KindWords): string {
  return prefix !== "" && id.startsWith(prefix) && /^\p{Nd}+$/u.test(id.slice(prefix.length))
    ? id.slice(prefix.length)
    : id;
}

/** The kinds of which records are offered: the one that was named, if it is among them. */
export function kindsNamed(kinds: readonly Kind[], { named }: ListItem): readonly Kind[] {
  return named === undefined ? kinds : kinds.filter((kind) => kind === named.kind);
}
