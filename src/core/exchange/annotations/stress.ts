/** Marks of stress and of highlighting that belong together; those that stand alone (`0.45**`, `a == b`) are words. Linear in the text. */

const RUNS = /\\[\s\S]|\*{1,3}|(?<!=)==(?!=)|(?<!~)~~(?!~)|(?<!_)_{1,3}(?!_)/g;
const WORD = /[\p{L}\p{N}_]/u;

/** Where the marks are, by where they start: how long each is. */
export function stressIn(text: string): ReadonlyMap<number, number> {
  const marks = new Map<number, number>();
  const open = new Map<string, number[]>();
  const order: { readonly run: string; readonly at: number }[] = [];
  for (const { 0: run, index: at } of text.matchAll(RUNS)) {
    if (run.startsWith("\\")) continue;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + run.length);
    const isWithin = WORD.test(before) && WORD.test(after);
    // Between figures it is a sign: 2*3*4.
    const isSign = run.startsWith("_") ? isWithin : isWithin && /\d/.test(after);
    if (isSign) continue;
    // Stars behind a figure open nothing: they are of a footnote, `.03*, .02*`.
    const opener = open.get(run)?.at(-1);
    if (opener !== undefined && /\S/.test(before)) {
      marks.set(opener, run.length);
      marks.set(at, run.length);
      // What opened within and did not close is no mark.
      while (order.length > 0) {
        const last = order.pop() as { readonly run: string; readonly at: number };
        open.get(last.run)?.pop();
        if (last.at === opener) break;
      }
    } else if (/\S/.test(after) && !(run.startsWith("*") ? /\d/ : WORD).test(before)) {
      const list = open.get(run);
      if (list) list.push(at);
      else open.set(run, [at]);
      order.push({ run, at });
    }
  }
  return marks;
}
