/** A text after several changes, as stretches of what it was and what was written between them. */
import type { TextEdit } from "../../text.ts";

/** A stretch of the text as it was, or with `text` one that was written. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text?: string;
}

function lengthOf({ from, to, text }: Stretch): number {
  return text === undefined ? to - from : text.length;
}

function partOf({ from, to, text }: Stretch, start: number, end: number): Stretch {
  return text === undefined ? { from: from + start, to: from + end } : { from, to, text: text.slice(start, end) };
}

/** The stretches after edits of the text that they make; edits ascend and do not overlap. */
export function spliced(stretches: readonly Stretch[], edits: readonly TextEdit[]): readonly Stretch[] {
  const made: Stretch[] = [];
  let index = 0;
  let inside = 0;
  let at = 0;
  /** Goes on to an offset of the present text, and keeps what it passes or leaves it out. */
  const go = (to: number, keep: boolean): void => {
    while (at < to) {
      const stretch = stretches[index];
      if (!stretch) return;
      const left = lengthOf(stretch) - inside;
      const step = Math.min(left, to - at);
      if (keep && step > 0) made.push(partOf(stretch, inside, inside + step));
      at += step;
      inside += step;
      if (inside >= lengthOf(stretch)) {
        index++;
        inside = 0;
      }
    }
  };
  for (const { span, newText } of edits) {
    go(span.start, true);
    if (newText !== "") made.push({ from: 0, to: 0, text: newText });
    go(span.end, false);
  }
  go(Number.POSITIVE_INFINITY, true);
  return made;
}

/** The edits that make the stretches of the text that they are of: ascending, apart, and none longer than it need be. */
export function composed(stretches: readonly Stretch[], text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let written = "";
  const close = (to: number): void => {
    if (written !== "" || to > at) {
      const edit = narrowed(text, at, to, written);
      if (edit) edits.push(edit);
    }
    written = "";
  };
  for (const stretch of stretches) {
    if (stretch.text !== undefined) written += stretch.text;
    else {
      close(stretch.from);
      at = stretch.to;
    }
  }
  close(text.length);
  return edits;
}

/** The edit without what it would write as it stands; undefined where that is all. */
function narrowed(text: string, start: number, end: number, written: string): TextEdit | undefined {
  const most = Math.min(end - start, written.length);
  let head = 0;
  while (head < most && text.charCodeAt(start + head) === written.charCodeAt(head)) head++;
  while (head > 0 && isWithin(text, start + head)) head--;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(end - 1 - tail) === written.charCodeAt(written.length - 1 - tail))
    tail++;
  while (tail > 0 && isWithin(text, end - tail)) tail--;
  const span = { start: start + head, end: end - tail };
  const newText = written.slice(head, written.length - tail);
  return span.start === span.end && newText === "" ? undefined : { span, newText };
}

/** Whether an offset parts a line ending, or the two units of one character. */
function isWithin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}
