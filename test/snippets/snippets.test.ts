import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { SCALES, snippets } from "../../scripts/snippets.mjs";
import { displayId } from "../../src/core/report/json.ts";
import { messageOf } from "../../src/core/rules/index.ts";
import { DEFAULT_MANIFEST, readManifest } from "../../src/core/syntax/manifest.ts";
import * as vocabulary from "../../src/core/vocabulary.ts";
import { problemsOf, reviewOf, short } from "../core/reviews.ts";
import { expand } from "./expand.ts";
import { contents, inReview } from "./review.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const LANGUAGES = ["markdown", "yaml"] as const;
const read = (language: string) =>
  Object.entries(JSON.parse(readFileSync(`snippets/${language}.json`, "utf8")) as { [name: string]: Snippet });
const MARKDOWN = read("markdown");
const ALL = LANGUAGES.flatMap(read);

const VARIABLES = { TM_FILENAME_BASE: "lund2020", CURRENT_YEAR: "2026", CURRENT_MONTH: "03", CURRENT_DATE: "02" };
const expansion = (snippet: Snippet) => expand(snippet.body.join("\n"), VARIABLES);

/** What a new record lacks until its author goes on, and why each is to be told of. */
const LACKS: { readonly [rule: string]: string } = {
  "cmoc/no-evidence": "a configuration that is still to be supported is not supported yet",
  "extract/unlinked": "an extract that bears on nothing yet is on the list of what to link next",
};

const NAMED: { readonly [name: string]: readonly string[] } = {
  Theory: ["theory PT1"],
  "Demi-regularity": ["demi-regularity D1"],
  Extract: ["extract @sample2025#e1"],
  "Extract in other words": ["extract @sample2025#e1"],
  "Coding line": [],
  Code: ["code some-code"],
  Memo: ["memo 2026-03-02"],
  Source: ["extract @lund2020#e1", "source lund2020"],
};

describe("snippets", () => {
  it("are what `node scripts/snippets.mjs` would write", () => {
    const made = snippets(vocabulary, SCALES);
    assert.deepEqual(
      readdirSync("snippets").sort(),
      LANGUAGES.map((language) => `${language}.json`),
    );
    for (const language of LANGUAGES) assert.deepEqual(Object.fromEntries(read(language)), made[language]);
    assert.deepEqual({ ...DEFAULT_MANIFEST.appraisal }, SCALES);
  });

  it("have a prefix of their own and a description in a sentence", () => {
    const prefixes = ALL.map(([, { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const [name, { prefix, description }] of ALL) {
      assert.match(prefix, /^[a-z]+(?:-[a-z]+)*$/, name);
      assert.match(description, /^[A-Z][^$]+\.$/, name);
    }
  });

  it("go through their places in writing order and end behind them", () => {
    for (const [name, snippet] of ALL) {
      const numbers = expansion(snippet).stops.map(({ number }) => number);
      assert.deepEqual(numbers, [...numbers.slice(0, -1).map((_, index) => index + 1), 0], name);
    }
  });

  it("are there for each kind of record, each scheme and each spelling", () => {
    const names = MARKDOWN.map(([name]) => name);
    for (const scheme of vocabulary.SCHEME_NAMES)
      for (const name of [
        `${scheme} configuration`,
        `${scheme} configuration as a sentence`,
        `Table of ${scheme} configurations`,
      ])
        assert.ok(names.includes(name), name);
    for (const { kind } of vocabulary.KINDS) {
      const gives = MARKDOWN.some(([name, snippet]) =>
        contents(inReview(name, expansion(snippet).text)).some((called) => called.startsWith(`${kind} `)),
      );
      assert.ok(gives, kind);
    }
  });

  for (const [name, snippet] of MARKDOWN) {
    it(`give a record that reads well: ${name}`, () => {
      const { text } = expansion(snippet);
      const files = inReview(name, text);
      const old = contents(inReview(name, ""));
      assert.deepEqual(
        contents(files).filter((called) => !old.includes(called)),
        NAMED[name] ?? ["cmoc CMOC1"],
      );
      const wrong = problemsOf(files).filter(({ level }) => level === "error" || level === "warning");
      assert.deepEqual(
        wrong
          .filter(({ rule }) => LACKS[rule] === undefined)
          .map((problem) => `${problem.rule}: ${messageOf(problem)}`),
        [],
      );
    });
  }

  it("lack only what somebody must still find", () => {
    const lacking = new Set(
      MARKDOWN.flatMap(([name, snippet]) =>
        problemsOf(inReview(name, expansion(snippet).text)).map(({ rule }) => rule),
      ),
    );
    for (const [rule, why] of Object.entries(LACKS)) assert.ok(lacking.has(rule), why);
  });

  it("give every slot of the scheme, with the words that stand in its place", () => {
    for (const scheme of vocabulary.SCHEME_NAMES) {
      const letters = vocabulary.schemeOf(scheme)?.slots.map(({ letter }) => letter) ?? [];
      for (const [name, snippet] of MARKDOWN.filter(
        ([one]) => one.startsWith(`${scheme} conf`) || one.startsWith(`Table of ${scheme} `),
      )) {
        const review = reviewOf(inReview(name, expansion(snippet).text));
        const record = [...review.records("cmoc")].find((one) => displayId(one, review) === "CMOC1");
        assert.ok(record?.entity.kind === "cmoc");
        const slots = record.entity.slots.map(short);
        assert.deepEqual(
          slots.map((slot) => slot.charAt(0)),
          letters,
          name,
        );
        for (const slot of slots) assert.match(slot, /^[A-Z]: (?:what|who) [\w, ]+$/);
      }
    }
  });

  it("offer what the vocabulary has, all of it and nothing else", () => {
    const letters = new Set(
      vocabulary.SCHEME_NAMES.flatMap((name) => vocabulary.schemeOf(name)?.slots.map(({ letter }) => letter) ?? []),
    );
    const allowed = new Map<string, readonly string[]>();
    for (const field of [...Object.values(vocabulary.FIELDS).flat(), ...vocabulary.SLOT_FIELDS])
      if (field.values && !allowed.has(field.label)) allowed.set(field.label, field.values);
    const offered = new Set<string>();
    for (const [name, { body }] of ALL) {
      for (const line of body) {
        const found = /\$\{\d+\|([^|]*)\|\}/.exec(line);
        if (!found) continue;
        const choices = found[1]?.split(",") ?? [];
        const label = /^\s*(?:- )?([a-z]+):/.exec(line)?.[1];
        if (name === "Source" && label === "status") assert.deepEqual(choices, vocabulary.SOURCE_STATUSES);
        else if (name === "Source") assert.deepEqual(choices, DEFAULT_MANIFEST.appraisal[label ?? ""], line);
        else if (label === "configuration") assert.deepEqual(choices, vocabulary.SCHEME_NAMES);
        else if (label === "role" || line.includes("some-code")) assert.deepEqual(choices, [...letters], line);
        else if (label === undefined) assert.deepEqual(choices, vocabulary.STANCES, line);
        else {
          assert.deepEqual(choices, allowed.get(label), line);
          offered.add(label);
        }
      }
    }
    assert.deepEqual([...offered].sort(), [...allowed.keys()].sort());
  });

  it("name only labels that the vocabulary has", () => {
    const known = new Set(
      [...Object.values(vocabulary.FIELDS).flat(), ...vocabulary.SLOT_FIELDS].map(({ label }) => label),
    );
    for (const [name, { body }] of MARKDOWN)
      for (const line of body) {
        const label = /^\s*- ([a-z][a-z ]*):/.exec(line)?.[1];
        if (label !== undefined) assert.ok(known.has(label), `${name}: ${label}`);
      }
  });

  it("give a review.yaml that is whole, for each scheme", () => {
    for (const [name, snippet] of read("yaml")) {
      const { text } = expansion(snippet);
      for (const scheme of vocabulary.SCHEME_NAMES) {
        const { manifest, findings } = readManifest(text.replace("configuration: CMO", `configuration: ${scheme}`));
        assert.deepEqual(findings, [], name);
        assert.equal(manifest.scheme.name, scheme);
        assert.equal(manifest.coders.size, 1);
        assert.deepEqual({ ...manifest.appraisal }, SCALES);
      }
    }
  });
});
