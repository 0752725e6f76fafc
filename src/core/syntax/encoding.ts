/**
 * What a text's own characters say of how its file was saved. A door hands texts over that were decoded as UTF-8: UTF-16 and binary files then show
 * NUL characters, and files in an older encoding (Latin-1) the replacement character where a letter was.
 */
import type { Finding } from "./finding.ts";

export interface EncodingFault {
  /** Whether the rest of the text can be read all the same. */
  readonly isText: boolean;
  /** `file/encoding` with `{ encoding }`: "UTF-16", "binary", "NUL" (a stray one) or "replacement". */
  readonly finding: Finding;
}

const NUL = "\0";
const REPLACEMENT = "\uFFFD";

/** What is wrong with a text's encoding, told once; undefined for almost every text. Two searches through the text. */
export function encodingFault(text: string): EncodingFault | undefined {
  const zero = text.indexOf(NUL);
  if (zero >= 0) {
    const whole = zero < HEAD ? notText(text.slice(0, HEAD)) : undefined;
    return whole === undefined ? fault("NUL", zero, true) : fault(whole, 0, false);
  }
  const lost = text.indexOf(REPLACEMENT);
  return lost < 0 ? undefined : fault("replacement", lost, true);
}

const HEAD = 1024;

function notText(head: string): "UTF-16" | "binary" | undefined {
  let zeros = 0;
  for (let at = 0; at < head.length; at++) if (head.charCodeAt(at) === 0) zeros++;
  if (zeros * 4 < head.length && zeros < 16) return undefined;
  return zeros * 3 > head.length ? "UTF-16" : "binary";
}

function fault(encoding: string, at: number, isText: boolean): EncodingFault {
  const finding = { rule: "file/encoding", start: at, end: isText ? at + 1 : at, data: { encoding } };
  return { isText, finding };
}
