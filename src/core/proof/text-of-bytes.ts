/** The text of a source from the bytes of a file that is text: `.txt`, `.md`, a web page, JATS. A PDF is read elsewhere. */
import { t } from "../l10n.ts";
import { type Decoders, decoded } from "../read/decoded.ts";
import type { HeldText } from "../texts/held-text.ts";
import { readingMarkdown, toEnd } from "../texts/markdown-text.ts";
import { textOfMarkup } from "../texts/markup-text.ts";
import { textOfFile } from "../texts/plain-text.ts";
import type { Held } from "./held.ts";

export function isPdf(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/** `stamp` is that of the bytes. */
export function textOfBytes(bytes: Uint8Array, file: string, stamp: string, decoders: Decoders): Held {
  return toEnd(readingBytes(bytes, file, stamp, decoders));
}

/** The same in steps, for who has to answer others in between. */
export function* readingBytes(
  bytes: Uint8Array,
  file: string,
  stamp: string,
  decoders: Decoders,
): Generator<void, Held> {
  const { text, encoding } = decoded(bytes, decoders);
  if (encoding === "binary") return { is: "unreadable", file, why: t("It is no text.") };
  if (encoding === "Windows-1252" && isDoubtful(text))
    return { is: "unreadable", file, why: t("It is not known how its letters are saved. Save it as UTF-8.") };
  const held = yield* reading(file, text);
  return /\p{L}/u.test(held.text)
    ? { is: "text", text: held, file, stamp }
    : { is: "unreadable", file, why: t("It is empty.") };
}

/** So many of its signs are looked at; of those of a Western text few are no ASCII. */
const LOOKED_AT = 100_000;
const MOST_WIDE = 0.4;

/** Whether what is read as a Western text is none: one of letters that are saved in another way, which nothing tells. */
function isDoubtful(text: string): boolean {
  const signs = text.slice(0, LOOKED_AT).replace(/\s+/g, "");
  return (signs.match(/[\u0080-\uffff]/g)?.length ?? 0) > signs.length * MOST_WIDE;
}

function* reading(file: string, text: string): Generator<void, HeldText> {
  if (/\.(?:html?|xml)$/i.test(file)) return textOfMarkup(text);
  return /\.md$/i.test(file) ? yield* readingMarkdown(text) : textOfFile(text);
}
