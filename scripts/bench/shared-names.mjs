// @ts-check
/** Reviews whose files share names that each should have alone: every record asks for what all of one name have. Each as files by path. */

/** @typedef {readonly (readonly [path: string, text: string])[]} Files */

/** @param {number} files @param {(at: number) => string} textOf @returns {Files} */
function numbered(files, textOf) {
  return Array.from({ length: files }, (_, at) => /** @type {const} */ ([`f${at}.md`, textOf(at)]));
}

/** @param {string} key @param {string} body */
function sourceFile(key, body) {
  return `---\ncitekey: ${key}\nstatus: included\n---\n\n${body}`;
}

/** @param {string} id @param {number | string} words @param {string} [more] */
function configuration(id, words, more = "") {
  return `## CMOC ${id}: one\n\n- C: a place ${words}\n- M: trust ${words}\n- O: peace ${words}\n${more}\n`;
}

const ROW = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n";

/** @typedef {{ readonly name: string, readonly count: number, readonly of: (files: number) => Files }} Shape `count` files show how the cost grows */

/** @type {readonly Shape[]} */
export const SHARED_NAMES = [
  {
    name: "each source numbers its own ten",
    count: 400,
    of: (n) =>
      numbered(n, (at) =>
        sourceFile(
          `k${at}`,
          `${Array.from({ length: 10 }, (_, of) => configuration(`${of + 1}`, `${at} ${of}`, `- supports: @k${at}#e1\n- leads to: CMOC ${((of + 1) % 10) + 1}\n`)).join("")}## Extract e1\n\n> Here.\n\n- at: p. 1\n`,
        ),
      ),
  },
  {
    name: "two ids in every file",
    count: 800,
    of: (n) =>
      numbered(
        n,
        (at) =>
          configuration("TR1", `${at}`, `- supports: @k${at}#e1 (M)\n`) +
          configuration("TR2", `${at} again`, `- refines: @k${at}#e2 (C)\n`),
      ),
  },
  {
    name: "two ids that refer to each other",
    count: 400,
    of: (n) =>
      numbered(
        n,
        (at) =>
          configuration("TR1", `${at}`, `- leads to: TR2\n- supports: @k${at}#e1 (C)\n`) +
          configuration("TR2", `${at} again`, `- leads to: TR1\n- supports: @k${at}#e1 (C)\n`),
      ),
  },
  {
    name: "files of one citekey",
    count: 400,
    of: (n) =>
      numbered(n, (at) =>
        sourceFile(
          "lund2010",
          `## Extract e1\n\n> Here ${at}.\n\n- at: p. 1\n- supports: TR${at}\n\n${configuration(`TR${at}`, at, "- supports: @lund2010#e1\n")}`,
        ),
      ),
  },
  {
    name: "tables that restate two headings",
    count: 400,
    of: (n) => [
      ["a.md", configuration("TR1", "one", "- supports: @k#e1\n") + configuration("TR2", "two")],
      ...numbered(2 * n, (at) => `${ROW}| TR1 | a place | trust | ${at} |\n| TR2 | a time | haste | ${at} |\n`),
    ],
  },
  {
    name: "links written at both ends",
    count: 400,
    of: (n) =>
      numbered(n, (at) =>
        sourceFile(
          `k${at}`,
          `${configuration("TR1", `${at}`, `- status: supported\n- supports: @k${at}#e1 (C)\n`)}## Extract e1\n\n> Here.\n\n- at: p. 1\n- richness: thin\n- supports: TR1 (C)\n- refutes: TR1 (C)\n`,
        ),
      ),
  },
  {
    name: "a theory of one id in every file",
    count: 800,
    of: (n) =>
      numbered(
        n,
        (at) =>
          `${configuration("TR1", `${at}`, "- status: supported\n")}# Theory PT1: one\n\n- stage: refined\n- configurations: [TR1](f${at}.md)\n`,
      ),
  },
];
