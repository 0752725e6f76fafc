/** Where tags of HTML lead (`href`, `src`), and the places in them that links lead to (`id`, and `name` of `<a>`). */
import type { Span } from "../../text.ts";

export interface Attribute {
  /** In small letters, as `tag`. */
  readonly name: string;
  readonly tag: string;
  /** The value as it is written, quotation marks and white space around it left out. */
  readonly span: Span;
  readonly value: string;
  /** No quotation marks are around it. */
  readonly isBare: boolean;
}

const TAG = /<(?:(!--)|(!\[CDATA\[)|(\?)|([a-z][a-z\d-]*))/gi;
const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
/** What holds no tags. */
const RAW = /^(?:script|style|textarea|title)$/;

/** The attributes of all tags that begin in `[start, end)`, in order; comments have none. Linear in the text. */
export function* attributesIn(text: string, start = 0, end = text.length): Iterable<Attribute> {
  const own = text.slice(start, end);
  for (let at = 0; ; ) {
    TAG.lastIndex = at;
    const match = TAG.exec(own);
    if (!match) return;
    const [all, comment, data, order, name = ""] = match;
    at = match.index + all.length;
    const close = comment ? "-->" : data ? "]]>" : order ? "?>" : undefined;
    if (close !== undefined) {
      const to = own.indexOf(close, at);
      if (to < 0) return;
      at = to + close.length;
      continue;
    }
    const tag = name.toLowerCase();
    ATTRIBUTE.lastIndex = at;
    for (let found = ATTRIBUTE.exec(own); found; found = ATTRIBUTE.exec(own)) {
      at = ATTRIBUTE.lastIndex;
      const [whole, label = "", double, single, bare] = found;
      const raw = double ?? single ?? bare;
      if (raw === undefined) continue;
      const from = start + found.index + whole.length - (bare === undefined ? 1 : 0) - raw.length;
      const value = raw.trim();
      const begun = from + raw.length - raw.trimStart().length;
      yield {
        name: label.toLowerCase(),
        tag,
        span: { start: begun, end: begun + value.length },
        value: decoded(value),
        isBare: bare !== undefined,
      };
    }
    if (RAW.test(tag)) {
      const closing = new RegExp(`</${tag}`, "gi");
      closing.lastIndex = at;
      const to = closing.exec(own);
      if (!to) return;
      at = closing.lastIndex;
    }
  }
}

/** Whether a text may hold a tag that leads somewhere: a quick look. */
export function mayHoldAddress(text: string): boolean {
  return text.includes("<") && /\b(?:href|src)\s*=/i.test(text);
}

export function isAddress({ name }: Attribute): boolean {
  return name === "href" || name === "src";
}

export function isAnchor({ name, tag }: Attribute): boolean {
  return name === "id" || (name === "name" && tag === "a");
}

const SIGNS: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name !== undefined) return SIGNS[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** An address as it is written in a value, whatever quotation marks are around it. */
export function inValue(address: string, isBare: boolean): string {
  const odd = isBare ? /&(?![a-z][a-z\d]*;)|["'<>`=]/gi : /&(?![a-z][a-z\d]*;)|["'<>]/gi;
  return address.replace(odd, (sign) => (sign === "&" ? "&amp;" : `&#${sign.charCodeAt(0)};`));
}
