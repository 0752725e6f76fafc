// @ts-check
/**
 * What is offered and shown while somebody writes, each figure after a keystroke that made the review another: the list of all citation keys, and what stands
 * over and beside the lines that are seen of a 1 MB file. Beside each a floor of the same run: as many plain objects; a look through the text for headings.
 */

const ROUNDS = 50;
const WARM_UP = 5;
/** So many characters are seen at a time. */
const SEEN = 4000;
/** So many items are sent to an editor (`src/vscode/language/completion.ts`). */
const MOST = 150;

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** @param {() => unknown} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {any} held the review @param {any} core its functions @param {string} large a text of 1 MB, which the review holds as `large.md` */
export function besideFigures(held, { completion, fitting, lenses, lensSaid, hints }, large) {
  /** After each keystroke in a file what the work takes: the median. @param {string} uri @param {(round: number) => string} text @param {() => unknown} work */
  const afterKeystroke = (uri, text, work) => {
    const times = [];
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      held.set({ uri, version: round, text: text(round) });
      const taken = time(work);
      if (round >= WARM_UP) times.push(taken);
    }
    return median(times);
  };
  let keys = 0;
  const asked = "## CMOC ASKED1: Asked\n\n- supports: @s";
  const completing = afterKeystroke(
    "asked.md",
    (round) => `${asked}\n\n${"x".repeat(round + 1)}\n`,
    () => {
      const all = completion(held, "asked.md", asked.length);
      keys = all.length;
      fitting(all, "@s", MOST);
    },
  );
  held.delete("asked.md");
  const completingFloor = median(
    Array.from({ length: ROUNDS }, () =>
      time(() =>
        held
          .uris()
          .slice(0, keys)
          .map((/** @type {string} */ label) => ({ label, sortText: label, edit: {} })),
      ),
    ),
  );
  const middle = large.indexOf("\n## ", large.length / 2);
  const range = { start: middle, end: middle + SEEN };
  let shown = 0;
  const showing = afterKeystroke(
    "large.md",
    (round) => `${large.slice(0, middle)}${"x".repeat(round + 1)}${large.slice(middle)}`,
    () => {
      const over = lenses(held, "large.md");
      const seen = over.filter((/** @type {any} */ { start }) => start >= range.start && start <= range.end);
      for (const lens of seen) lensSaid(held, lens);
      shown = seen.length + hints(held, "large.md", range).length;
    },
  );
  const showingFloor = median(
    Array.from({ length: ROUNDS }, () => time(() => [...large.matchAll(/^## .*$/gm)].map(({ index }) => index))),
  );
  return { keys, completing, completingFloor, shown, showing, showingFloor };
}
