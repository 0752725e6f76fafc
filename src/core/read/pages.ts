/** What a page repeats at its ends, between the parts of what stands on it: its number, the journal, the authors. */
import type { SourceLine } from "./plain.ts";

export function isFurniture(words: string): boolean {
  return words.length < 200 && !/^\p{L}+\s?:/u.test(words) && FURNITURE.test(words);
}

const FURNITURE =
  /^\d{1,4}$|^page \d{1,4}(?: of \d{1,4})?$|\bpage \d{1,4} of \d{1,4}\b|^(?:\d{1,4}\s)?\p{Lu}[\p{L}'’-]+(?: [A-Z]{1,3},?)? et al\b.{0,90}\d{4}|^(?:\d{1,4}\s)?(?:BMJ Open|BMC |Implementation Science|PLOS|PLoS|NIHR|Health (?:and|&) |Downloaded from|©|copyright\b|protected by copyright|open access\b|(?:https?:\/\/)?(?:dx\.)?doi(?:\.org)?[:/]|https?:\/\/\S+$)|^Table \d{1,2} ?\(?continued\)?\.?$/iu;

/** So many lines may stand between the parts of a sentence. */
const MOST = 8;
const OPEN = /[^\s.!?:;]\s*$/;

/** The lines of a text in which a sentence goes on over the end of a page; what stood there comes after its paragraph. */
export function withoutPageEnds(lines: readonly SourceLine[]): readonly SourceLine[] {
  let made: SourceLine[] | undefined;
  let moved: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine;
    const next = isEnd(line) ? resumes(lines, at, made ?? lines.slice(Math.max(0, at - MOST), at)) : undefined;
    if (next !== undefined) {
      made ??= lines.slice(0, at);
      while (made.length > 0 && made[made.length - 1]?.text.trim() === "") made.pop();
      for (const each of lines.slice(at, next)) if (each.text.trim() !== "") moved.push(each);
      at = next - 1;
      continue;
    }
    if (moved.length > 0 && line.text.trim() === "") {
      for (const each of moved) made?.push({ text: "", from: each.from, to: each.from }, each);
      moved = [];
    }
    made?.push(line);
  }
  for (const each of moved) made?.push({ text: "", from: each.from, to: each.from }, each);
  return made ?? lines;
}

function isEnd({ text }: SourceLine): boolean {
  const words = text.trim();
  return !/^\d*$/.test(words) && isFurniture(words);
}

/** The line with which the sentence before goes on. */
function resumes(lines: readonly SourceLine[], at: number, before: readonly SourceLine[]): number | undefined {
  let last = before.length - 1;
  while (last >= 0 && before.length - last < MOST && before[last]?.text.trim() === "") last--;
  if (!OPEN.test(before[last]?.text ?? "")) return undefined;
  for (let next = at + 1; next < Math.min(lines.length, at + MOST); next++) {
    const line = lines[next] as SourceLine;
    if (line.text.trim() === "" || isFurniture(line.text.trim())) continue;
    return /^\s*\p{Ll}/u.test(line.text) ? next : undefined;
  }
  return undefined;
}
