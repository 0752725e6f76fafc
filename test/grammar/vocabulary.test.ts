import assert from "node:assert/strict";
import type { IGrammar } from "vscode-textmate";
import { grammars } from "../../scripts/grammar/grammars.mjs";
import * as vocabulary from "../../src/core/vocabulary.ts";
import { coloured, grammarOf, OURS } from "./tokens.ts";

const { FIELDS, KINDS, SCHEME_NAMES, SLOT_FIELDS, STANCES, schemeOf } = vocabulary;
const HEADS = {
  cmoc: "CMOC",
  theory: "Theory",
  "demi-regularity": "Demi-regularity",
  extract: "Extract",
  code: "Code",
  memo: "Memo",
};

describe("the grammars and the vocabulary", () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf(true);
  });
  const read = (text: string): readonly string[] => coloured(grammar, text);

  it("are one: `node scripts/grammar.mjs` would write what is committed", () => {
    const made = new Map(Object.values(grammars(vocabulary)).map((one) => [one.scopeName, one]));
    assert.deepEqual([...OURS.keys()].sort(), [...made.keys()].sort());
    for (const [scope, one] of made)
      assert.deepEqual(JSON.parse(JSON.stringify(OURS.get(scope))), JSON.parse(JSON.stringify(one)), scope);
  });

  it("know every spelling of every kind, in any case", () => {
    for (const { spellings } of KINDS) {
      for (const spelling of spellings) {
        assert.deepEqual(read(`## ${spelling} A1: x`), [`k:${spelling}`, "i:A1"]);
        assert.deepEqual(read(`## ${spelling.toUpperCase()} A1`), [`k:${spelling.toUpperCase()}`, "i:A1"]);
      }
    }
  });

  it("know every label and alias of a kind's fields, and none of another kind's", () => {
    for (const { kind } of KINDS) {
      const labels = new Set(FIELDS[kind].flatMap((field) => [field.label, ...(field.aliases ?? [])]));
      const every = Object.values(FIELDS).flatMap((fields) =>
        fields.flatMap((field) => [field.label, ...(field.aliases ?? [])]),
      );
      for (const label of every) {
        const found = read(`## ${HEADS[kind]} A1\n\n- ${label}: \n`).slice(2);
        const stance = STANCES.some((one) =>
          FIELDS.cmoc.find((field) => field.label === one && (label === one || field.aliases?.includes(label))),
        );
        assert.deepEqual(found, labels.has(label) ? [`${stance ? "s" : "f"}:${label}`] : [], `${kind}: ${label}`);
      }
    }
  });

  it("know every label and alias under a slot", () => {
    for (const field of SLOT_FIELDS) {
      for (const label of [field.label, ...(field.aliases ?? [])]) {
        const found = read(`## CMOC A1\n\n- C: x\n  - ${label}: \n`).slice(3);
        assert.equal(found.length, 1, label);
        assert.match(found[0] ?? "", new RegExp(`^[fsR]:${label}$`));
      }
    }
  });

  it("know every role by its letter and its word", () => {
    for (const name of SCHEME_NAMES) {
      for (const { letter, label } of schemeOf(name)?.slots ?? []) {
        for (const role of [letter, `${letter}1`, label, `${label}s`, label.toLowerCase(), `${label} (${letter})`]) {
          assert.deepEqual(read(`## CMOC A1\n\n- ${role}: x`).slice(2), [`R:${role}`]);
          assert.deepEqual(read(`## CMOC A1\n\n- **${role}:** x`).slice(2), [`R:${role}`]);
          assert.deepEqual(read(`## CMOC A1\n\nWords (${role}).`).slice(2), [`R:${role}`]);
          assert.deepEqual(read(`## Extract A1\n\n- ${role} a-code: "x"`).slice(2), [`R:${role}`, "c:a-code"]);
        }
      }
    }
    for (const word of ["B", "Q1", "c", "Contextual", "Outcome measures"]) {
      assert.deepEqual(read(`## CMOC A1\n\n- ${word}: x\n\nWords (${word}).`).slice(2), [], word);
    }
  });

  it("know every value of a choice, and no other where the list is closed", () => {
    for (const { kind } of KINDS) {
      for (const field of FIELDS[kind]) {
        for (const value of field.values ?? []) {
          assert.deepEqual(read(`## ${HEADS[kind]} A1\n\n- ${field.label}: ${value}`).slice(3), [`v:${value}`]);
        }
        if (field.values && !field.open)
          assert.deepEqual(read(`## ${HEADS[kind]} A1\n\n- ${field.label}: candidly`).slice(3), []);
      }
    }
    for (const layer of vocabulary.LAYERS) {
      assert.deepEqual(read(`## CMOC A1\n\n- C: x\n  - layer: ${layer}`).slice(4), [`v:${layer}`]);
    }
  });
});
