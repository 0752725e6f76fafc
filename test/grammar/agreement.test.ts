import assert from "node:assert/strict";
import fc from "fast-check";
import type { IGrammar } from "vscode-textmate";
import { readHeading } from "../../src/core/syntax/headings.ts";
import { readRoles } from "../../src/core/syntax/roles.ts";
import { KINDS, ownScheme, SCHEME_NAMES, schemeOf } from "../../src/core/vocabulary.ts";
import { runs } from "../runs.ts";
import { coloured, grammarOf } from "./tokens.ts";

/** Every slot that a scheme with a name has. */
const EVERY = ownScheme([
  ...new Map(SCHEME_NAMES.flatMap((name) => schemeOf(name)?.slots ?? []).map((slot) => [slot.letter, slot])).values(),
]);

const SPELLINGS = KINDS.flatMap(({ spellings }) => spellings);
const heading = fc
  .tuple(
    fc.constantFrom(...SPELLINGS),
    fc.boolean(),
    fc.constantFrom(" ", "  ", "", "-", "–", ": ", "/", "s "),
    fc.constantFrom(
      "TR3",
      "4",
      "1a",
      "TR-3",
      "TR3.",
      "TR1-",
      "ق٢",
      "信頼1",
      "TR1/2",
      "2026-03-02",
      "e1",
      "-3",
      "TR_1",
      "(3)",
    ),
    fc.constantFrom(
      "",
      ": title",
      " : title",
      "：title",
      " - title",
      " – title",
      " — title",
      " title",
      "- title",
      ".",
      " ##",
      ":",
      " -",
    ),
  )
  .map(([kind, upper, gap, id, rest]) => `${upper ? kind.toUpperCase() : kind}${gap}${id}${rest}`);

const ROLES = ["C", "M1", "O", "Context", "mechanisms", "Outcome (final)", "M-resource", "actor", "1", "macro"];
const WORDS = ["measures", "of", "c", "B", "trust", "Contextual", "CMO", "Cü", "ontext"];
const JOINS = [" ", "-", ", ", "/", " & ", " and ", "; "];
/** Roles with a word among them that belongs to none. */
const words = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(...JOINS)), { maxLength: 3 }),
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...JOINS)),
    fc.nat({ max: 3 }),
  )
  .map(([roles, word, at]) => {
    const parts = [...roles.slice(0, at), word, ...roles.slice(at)];
    return parts.map(([part, join], index) => part + (index === parts.length - 1 ? "" : join)).join("");
  });

describe("the grammars and the core", () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf(true);
  });
  const read = (text: string): readonly string[] => coloured(grammar, text);

  it("take the same headings with a number for a record's, with the same id", () => {
    fc.assert(
      fc.property(heading, (text) => {
        const found = readHeading(text.replace(/ ##$/, ""));
        const record = found && "record" in found ? found.record : undefined;
        const id = record && text.slice(record.idFrom, record.idTo);
        const mark = read(`## ${text}`).find((one) => one.startsWith("i:"));
        assert.equal(mark, id === undefined ? undefined : `i:${id}`, text);
      }),
      runs(600),
    );
  });

  it("colour no label and no tag that has another word in it", () => {
    fc.assert(
      fc.property(words, (text) => {
        assert.equal(readRoles(text, EVERY), undefined, text);
        assert.deepEqual(read(`## CMOC TR1\n\n- ${text}: x\n\nWords (${text}).`).slice(2), [], text);
      }),
      runs(600),
    );
  });

  it("colour the roles that are written", () => {
    for (const text of [
      ...["C", "C2", "1C", "M1a", "Mechanism (resource)", "M-resource", "Mresponse", "Mres", "Intermediate outcome"],
      ...[
        "O (final, absent)",
        "Outcomes 1",
        "Context (C)",
        "Macro context",
        "C1, C2",
        "C1–C3",
        "C; M",
        "O, final",
        "Mresource/response",
      ],
      ...["Contexts (C)", "C1.2", "O (ii)", "M–resource", "Mechanism 2 (response)", "M and O", "C & M", "M1–resource"],
    ]) {
      assert.ok(readRoles(text, EVERY), text);
      assert.deepEqual(read(`## CMOC TR1\n\n- ${text}: x`).slice(2), [`R:${text}`]);
      assert.deepEqual(read(`## CMOC TR1\n\nWords (${text}).`).slice(2), [`R:${text}`]);
    }
  });
});
