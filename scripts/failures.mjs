// @ts-check
/** What is told of tests that failed: where they ran, and once more at the end of a long run, whose last lines are all that some will see. */

/** @typedef {{ readonly title: string, readonly message: string }} Failure */

const MOST_LINES = 25;
const MOST_CHARACTERS = 2_000;

/**
 * A failure in some lines, however much its message says.
 *
 * @param {string} title @param {unknown} error @returns {Failure}
 */
export function said(title, error) {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = text.slice(0, MOST_CHARACTERS).split("\n");
  const rest = lines.length > MOST_LINES || text.length > MOST_CHARACTERS ? ["…"] : [];
  return { title, message: [...lines.slice(0, MOST_LINES), ...rest].join("\n") };
}

/** @param {readonly Failure[]} failures @returns {string} an empty text when nothing failed */
export function recap(failures) {
  return failures.map(({ title, message }) => `FAILED ${title}\n${message.replace(/^/gm, "    ")}`).join("\n");
}

/**
 * The failures that a counts file lists; whatever else stands there is none.
 *
 * @param {unknown} written @returns {readonly Failure[]}
 */
export function failuresIn(written) {
  if (typeof written !== "object" || written === null || !("failures" in written)) return [];
  const { failures } = written;
  return Array.isArray(failures)
    ? failures.filter(
        (each) => typeof each === "object" && typeof each?.title === "string" && typeof each?.message === "string",
      )
    : [];
}
