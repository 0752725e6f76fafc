/** Bytes as text: UTF-8, UTF-16 with a byte order mark or without, what a page says of itself, and where it is none of these, what older programs save. */

export interface Decoded {
  readonly text: string;
  /** Its name as a person knows it; "binary" for what is no text. */
  readonly encoding: string;
}

/** `TextDecoder`, which every door has and the core's types do not know. */
export interface Decoders {
  new (
    label: string,
    options?: { readonly fatal?: boolean },
  ): {
    readonly encoding: string;
    decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
  };
}

/** So many bytes are looked at to see what the others are. */
const HEAD = 4096;
const UTF8 = "UTF-8";
/** Escapes in ASCII, which would pass for UTF-8. */
const ESCAPED = "iso-2022-jp";

export function decoded(bytes: Uint8Array, decoders: Decoders): Decoded {
  // A PDF or a packed document holds no page that could be read here.
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === "%PDF" || start.startsWith("PK\u0003") || start.startsWith("\u00d0\u00cf") || start === UTF32)
    return { text: "", encoding: "binary" };
  if (start.startsWith("\u00ff\u00fe")) return utf16(bytes, "utf-16le", decoders);
  if (start.startsWith("\u00fe\u00ff")) return utf16(bytes, "utf-16be", decoders);
  const zeros = zerosIn(bytes);
  const isText = zeros.odd + zeros.even < FEW_ZEROS * Math.min(bytes.length, HEAD) && utf8(bytes, false, decoders);
  if (zeros.odd + zeros.even > BY_MISTAKE && !isText) {
    if (zeros.odd > zeros.even * 8) return utf16(bytes, "utf-16le", decoders);
    if (zeros.even > zeros.odd * 8) return utf16(bytes, "utf-16be", decoders);
    return { text: "", encoding: "binary" };
  }
  const said = saidIn(bytes, decoders);
  if (said?.encoding === ESCAPED) return { text: said.decode(bytes), encoding: ESCAPED };
  const text = utf8(bytes, said?.encoding === "utf-8", decoders);
  if (text !== undefined) return { text, encoding: UTF8 };
  if (said && !/^(?:utf-|windows-1252$)/.test(said.encoding))
    return { text: said.decode(bytes), encoding: said.encoding };
  return { text: western(bytes, decoders), encoding: "Windows-1252" };
}

/** Signs of UTF-16 that stand for lines and blanks alone have a zero in more bytes than this share of them; a text of another kind has one by mistake. */
const FEW_ZEROS = 0.1;
/** So many zeros a text may hold by mistake, whatever it is saved as. */
const BY_MISTAKE = 1;
const UTF32 = "\u00ff\u00fe\u0000\u0000";

function utf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be", decoders: Decoders): Decoded {
  return { text: new decoders(label).decode(bytes), encoding: "UTF-16" };
}

/** Undefined for bytes that are no UTF-8. One sign may be cut at the end of a text that has others; a few of many may be lost, and some in a page that says that it is UTF-8. */
function utf8(bytes: Uint8Array, isSaid: boolean, decoders: Decoders): string | undefined {
  try {
    return new decoders("utf-8", { fatal: true }).decode(bytes);
  } catch {
    try {
      const text = new decoders("utf-8", { fatal: true }).decode(bytes, { stream: true });
      if (WIDE.test(text)) return `${text}${LOST}`;
    } catch {
      // Not only its end is none.
    }
  }
  const text = new decoders("utf-8").decode(bytes);
  const lost = text.split(LOST).length - 1;
  const wide = (text.match(WIDES)?.length ?? 0) - lost;
  // Bytes of other encodings are UTF-8 by chance hardly ever.
  return lost * (isSaid ? 1 : MANY) < wide ? text : undefined;
}

const MANY = 8;
const LOST = "\ufffd";
const WIDE = /[\u0080-\uffff]/;
const WIDES = /[\u0080-\uffff]/g;

/** Quotes, dashes and more that Windows has where Latin-1 has control characters. Not every decoder of that name knows them. */
const WINDOWS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function western(bytes: Uint8Array, decoders: Decoders): string {
  const text = new decoders("windows-1252").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
}

/** The decoder that a page asks for at its start, as HTML or as XML. */
function saidIn(bytes: Uint8Array, decoders: Decoders): InstanceType<Decoders> | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD)).replace(/<!--.*?-->/gs, "");
  const said =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  try {
    return said ? new decoders(said[1] ?? "") : undefined;
  } catch {
    return undefined;
  }
}

function zerosIn(bytes: Uint8Array): { readonly odd: number; readonly even: number } {
  let odd = 0;
  let even = 0;
  for (let at = 0; at < Math.min(bytes.length, HEAD); at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 1) odd++;
    else even++;
  }
  return { odd, even };
}
