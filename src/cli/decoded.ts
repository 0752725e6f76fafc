/** Bytes as text: UTF-8, UTF-16 with a byte order mark or without, and where it is neither, what older programs save. */

export interface Decoded {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252" | "binary";
}

const HEAD = 4096;

export function decoded(bytes: Uint8Array): Decoded {
  // A PDF or a packed document holds no page that could be read here.
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head === "%PDF" || head.startsWith("PK\u0003") || head.startsWith("\u00d0\u00cf"))
    return { text: "", encoding: "binary" };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  const zeros = zerosIn(bytes);
  if (zeros.odd + zeros.even > 0) {
    if (zeros.odd > zeros.even * 8) return utf16(bytes, "utf-16le");
    if (zeros.even > zeros.odd * 8) return utf16(bytes, "utf-16be");
    return { text: "", encoding: "binary" };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding: "UTF-16" };
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
