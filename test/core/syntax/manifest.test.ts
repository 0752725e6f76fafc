import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../../src/core/syntax/finding.ts";
import { DEFAULT_MANIFEST, levelOf, readManifest } from "../../../src/core/syntax/manifest.ts";
import { MANIFEST_KEYS } from "../../../src/core/syntax/manifest-keys.ts";
import { LANGUAGE_VERSION } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";

const WHOLE = `cmoc: 1                       # version of this language; 1 when left out
title: Why do some collaborations work when others do not?
questions:
  - What makes partners behave collaboratively, for whom, and in what circumstances?
registration: PROSPERO CRD42019149009
configuration: ICAMO
appraisal:                    # the scales this review uses, lowest first
  relevance: [low, moderate, high]
  usefulness: [1, 2, 3]
coders: { JA: first coder, RM: second coder }
bibliography: [references.bib, ./more/zotero.json]
texts: full texts/
exclude: [drafts/**]
decisions: [screening/decisions.csv]
checks: { cmoc/single-source: hint, wording: off }
`;

const told = (text: string, rules?: readonly string[]) =>
  readManifest(text, rules).findings.map(({ rule, start, end, data }) => [
    rule,
    text.slice(start, end),
    data.expected ?? data.reason ?? data.near ?? "",
  ]);
const manifest = (text: string) => readManifest(text).manifest;

describe("readManifest", () => {
  it("reads every key", () => {
    const { manifest: read, findings } = readManifest(WHOLE, ["cmoc/single-source", "wording/long"]);
    assert.deepEqual(findings, []);
    assert.equal(read.version, 1);
    assert.equal(read.title, "Why do some collaborations work when others do not?");
    assert.deepEqual(read.questions, [
      "What makes partners behave collaboratively, for whom, and in what circumstances?",
    ]);
    assert.equal(read.registration, "PROSPERO CRD42019149009");
    assert.deepEqual(read.scheme.required, ["I", "C", "A", "M", "O"]);
    assert.deepEqual({ ...read.appraisal }, { relevance: ["low", "moderate", "high"], usefulness: ["1", "2", "3"] });
    assert.deepEqual(
      [...read.coders],
      [
        ["JA", "first coder"],
        ["RM", "second coder"],
      ],
    );
    assert.deepEqual(
      read.bibliography.map(({ path, span }) => [path, WHOLE.slice(span.start, span.end)]),
      [
        ["references.bib", "references.bib"],
        ["more/zotero.json", "./more/zotero.json"],
      ],
    );
    assert.equal(read.texts, "full texts");
    assert.deepEqual(read.exclude, ["drafts/**"]);
    assert.deepEqual(
      read.decisions.map(({ path }) => path),
      ["screening/decisions.csv"],
    );
    assert.deepEqual(
      [...read.checks],
      [
        ["cmoc/single-source", "hint"],
        ["wording", "off"],
      ],
    );
  });

  it("has a default for all that is left out, empty or null", () => {
    const empty = MANIFEST_KEYS.map((key) => `${key}:\n`).join("");
    for (const text of ["", "\n", "# nothing yet\n", "\uFEFF", empty]) {
      assert.deepEqual(readManifest(text), { manifest: DEFAULT_MANIFEST, findings: [] }, text);
    }
  });

  it("takes one text for a list of one", () => {
    const read = manifest(
      "questions: Why?\nbibliography: references.bib\nexclude: drafts/**\ndecisions: d.csv\ncoders: JA\nappraisal: { rigour: done }\n",
    );
    assert.deepEqual(read.questions, ["Why?"]);
    assert.deepEqual(
      read.bibliography.map(({ path }) => path),
      ["references.bib"],
    );
    assert.deepEqual(read.exclude, ["drafts/**"]);
    assert.deepEqual(
      read.decisions.map(({ path }) => path),
      ["d.csv"],
    );
    assert.deepEqual([...read.coders], [["JA", ""]]);
    assert.deepEqual({ ...read.appraisal }, { rigour: ["done"] });
  });

  it("takes numbers and dates for text as they are written", () => {
    const read = manifest("title: 2020\nregistration: 2026-03-02\nquestions: [007, yes]\n");
    assert.deepEqual([read.title, read.registration, read.questions], ["2020", "2026-03-02", ["007", "yes"]]);
  });

  it("reads a configuration by name in any case, and of one's own", () => {
    for (const [name, letters] of Object.entries({ CMO: "CMO", cimo: "CIMO", IcAmO: "ICAMO", scmo: "SCMO" })) {
      assert.deepEqual(manifest(`configuration: ${name}`).scheme.required.join(""), letters);
    }
    const own = manifest("configuration: [{ letter: P, label: Process }]").scheme;
    assert.deepEqual(
      own.slots.map((slot) => `${slot.letter} ${slot.label}`),
      ["C Context", "M Mechanism", "O Outcome", "P Process"],
    );
    assert.deepEqual(told("configuration: CMOX"), [["yaml/value", "CMOX", ["CMO", "CIMO", "ICAMO", "SCMO", "ICMO"]]]);
    assert.deepEqual(told("configuration: []"), [["yaml/value", "[]", "slots"]]);
    const mixed =
      "configuration: [{letter: p, label: Process}, {letter: P, label: Process}, {letter: P, label: Plan}, {letter: Q}, R, {letter: T, label: }]";
    assert.deepEqual(told(mixed), [
      ["yaml/value", "p", "letter"],
      ["yaml/value", "P", "unique"],
      ["yaml/value", "{letter: Q}", "slots"],
      ["yaml/value", "R", "slots"],
      ["yaml/value", "", "text"],
    ]);
    assert.deepEqual(manifest(mixed).scheme.required, ["C", "M", "O", "P"]);
  });

  it("reads any scale, each value once", () => {
    assert.deepEqual(
      { ...manifest("appraisal: { rigor: [yes, no], __proto__: [a] }").appraisal },
      Object.fromEntries([
        ["rigour", ["yes", "no"]],
        ["__proto__", ["a"]],
      ]),
    );
    assert.equal(DEFAULT_MANIFEST.appraisal.constructor, undefined);
    assert.deepEqual(told("appraisal: { a: [low, Low, high], b: , c: [], d: { e: f }, g: [[x]] }"), [
      ["yaml/value", "Low", "unique"],
      ["yaml/value", "", "scale"],
      ["yaml/value", "[]", "scale"],
      ["yaml/value", "{ e: f }", "scale"],
      ["yaml/value", "[x]", "text"],
    ]);
    assert.deepEqual(
      { ...manifest("appraisal: { a: [low, Low, high], b: , c: [] }").appraisal },
      { a: ["low", "high"] },
    );
    assert.deepEqual(told("appraisal: high"), [["yaml/value", "high", "map"]]);
  });

  it("reads coders as a map or a list", () => {
    assert.deepEqual(
      [...manifest("coders: [JA, RM]").coders],
      [
        ["JA", ""],
        ["RM", ""],
      ],
    );
    assert.deepEqual(
      [...manifest("coders: { JA: , RM: second }").coders],
      [
        ["JA", ""],
        ["RM", "second"],
      ],
    );
    assert.deepEqual(told("coders: [JA, JA, {RM: x}]"), [
      ["yaml/value", "{RM: x}", "text"],
      ["yaml/value", "JA", "unique"],
    ]);
    assert.deepEqual(told("coders: { JA: [x] }"), [["yaml/value", "[x]", "text"]]);
  });

  it("reads levels, and `off` however a tool writes it", () => {
    const checks = manifest("checks: { a/b: off, c: false, d: 'off', e/*: warning, f/: error, g: info }").checks;
    assert.deepEqual(
      [...checks],
      [
        ["a/b", "off"],
        ["c", "off"],
        ["d", "off"],
        ["e", "warning"],
        ["f", "error"],
        ["g", "info"],
      ],
    );
    const levels = ["off", "hint", "info", "warning", "error"];
    assert.deepEqual(told("checks: { a: loud, b: true, c: }"), [
      ["yaml/value", "loud", levels],
      ["yaml/value", "true", levels],
      ["yaml/value", "", levels],
    ]);
    assert.deepEqual(told("checks: off"), [["yaml/value", "off", "map"]]);
  });

  it("holds the names of checks against the rules that there are", () => {
    const rules = ["cmoc/single-source", "wording/long"];
    const text =
      "checks: { wording: off, wordng: off, cmoc/single-sorce: hint, nothing/like: hint, cmoc: info, wording/*: hint }";
    assert.deepEqual(told(text, rules), [
      ["yaml/key", "wordng", "wording"],
      ["yaml/key", "cmoc/single-sorce", "cmoc/single-source"],
      ["yaml/key", "nothing/like", ""],
    ]);
    assert.deepEqual(told(text), []);
  });

  it("warns of keys that it does not know, with the key that was meant", () => {
    assert.deepEqual(told("titel: x\nZotero: y\nQuestion: z\n"), [
      ["yaml/key", "titel", "title"],
      ["yaml/key", "Zotero", ""],
      ["yaml/key", "Question", "questions"],
    ]);
    assert.deepEqual(readManifest("titel: x").findings[0]?.data, { key: "titel", near: "title" });
  });

  it("refuses a newer language with that one word, and takes an older or a mistaken number for its own", () => {
    const newer = readManifest(`title: x\ncmoc: ${LANGUAGE_VERSION + 1}\nshape: new\ntexts: /new\n`);
    assert.deepEqual(newer.findings, [
      {
        rule: "manifest/version",
        start: 15,
        end: 16,
        data: { version: LANGUAGE_VERSION + 1, newest: LANGUAGE_VERSION },
      },
    ]);
    assert.deepEqual(newer.manifest, { ...DEFAULT_MANIFEST, version: LANGUAGE_VERSION + 1 });
    for (const wrong of ["0", "-1", "one", "'1'", "[1]", "0.5"]) {
      assert.deepEqual(told(`cmoc: ${wrong}`), [["yaml/value", wrong, "version"]], wrong);
      assert.equal(manifest(`cmoc: ${wrong}`).version, LANGUAGE_VERSION);
    }
  });

  it("takes no path out of the review", () => {
    const faults = {
      "/etc/passwd.bib": "absolute",
      "../references.bib": "parent",
      "a/../../references.bib": "parent",
      "'C:\\refs.bib'": "drive",
      "'a\\b.bib'": "backslash",
      "file:///refs.bib": "url",
      "https://example.org/refs.bib": "url",
      "~/refs.bib": "home",
      '"a\\u0000.bib"': "character",
    };
    for (const [path, reason] of Object.entries(faults)) {
      for (const key of ["bibliography", "decisions", "exclude"]) {
        assert.deepEqual(told(`${key}: [${path}, good.bib]`), [["manifest/path", path, reason]], key + path);
      }
      assert.deepEqual(told(`texts: ${path}`), [["manifest/path", path, reason]]);
      assert.equal(manifest(`texts: ${path}`).texts, "texts");
      assert.deepEqual(
        manifest(`bibliography: [${path}, good.bib]`).bibliography.map((file) => file.path),
        ["good.bib"],
      );
    }
    assert.deepEqual(told("texts: ."), [["manifest/path", ".", "whole"]]);
    assert.deepEqual(told("exclude: ['!', ./]"), [
      ["manifest/path", "'!'", "whole"],
      ["manifest/path", "./", "whole"],
    ]);
    assert.deepEqual(told("bibliography: [refs.docx, REFS.BIB]"), [
      ["yaml/value", "refs.docx", [".bib", ".json", ".ris"]],
    ]);
    assert.deepEqual(
      told(`exclude: ['${"{a,b}".repeat(7)}', "${"x".repeat(1001)}", a]`).map(([rule, , expected]) => [rule, expected]),
      [
        ["yaml/value", "pattern"],
        ["yaml/value", "pattern"],
      ],
    );
  });

  it("gives what is right beside what is wrong, at the exact place", () => {
    const text =
      "title: [a, b]\nquestions: { a: b }\nbibliography: [refs.bib, 5, [x], ]\nregistration: 7\nconfiguration: cimo\nappraisal: 3\ntexts: [x]\nchecks: { a: loud, b: off }\n";
    const { manifest: read } = readManifest(text);
    assert.deepEqual(
      told(text).map(([rule, slice]) => [rule, slice]),
      [
        ["yaml/value", "[a, b]"],
        ["yaml/value", "{ a: b }"],
        ["yaml/value", "[x]"],
        ["yaml/value", "5"],
        ["yaml/value", "3"],
        ["yaml/value", "[x]"],
        ["yaml/value", "loud"],
      ],
    );
    assert.deepEqual(
      [read.title, read.registration, read.scheme.name, read.texts, read.bibliography.length, [...read.checks]],
      ["", "7", "CIMO", "texts", 1, [["b", "off"]]],
    );
    assert.deepEqual(readManifest(text).findings[0]?.data, { key: "title", value: "list", expected: "text" });
  });

  it("gives what is right in broken YAML", () => {
    const text =
      "title: Trust: a review\r\nregistration: PROSPERO 1\r\nexclude: [drafts/**\r\nchecks: { wording: off }\r\n";
    const { manifest: read, findings } = readManifest(text);
    assert.deepEqual([read.registration, read.checks.get("wording")], ["PROSPERO 1", "off"]);
    assert.ok(findings.length > 0 && findings.every((finding) => finding.rule === "yaml/syntax"));
    assert.deepEqual(told("- a\n- b\n"), [["yaml/syntax", "- a\n- b\n", "not-a-map"]]);
    assert.deepEqual(told("title\n"), [["yaml/syntax", "title", "not-a-map"]]);
    assert.deepEqual(told("title: a\ntitle: b\n"), [["yaml/syntax", "title", "duplicate-key"]]);
    assert.equal(manifest("title: a\ntitle: b\n").title, "a");
  });

  it("never throws, and its spans lie inside the text", () => {
    const piece = fc.constantFrom(
      ...MANIFEST_KEYS.map((key) => `\n${key}: `),
      "\n  - ",
      "[",
      "]",
      "{",
      "}",
      "a",
      "a: ",
      ", ",
      "CMO",
      "../x",
      "off",
      "&a ",
      "*a",
      "2",
      "\r",
      "\0",
      "'",
      "# ",
    );
    const inside = (findings: readonly Finding[], text: string) => {
      for (const { start, end } of findings) assert.ok(0 <= start && start <= end && end <= text.length);
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const { findings, manifest: read } = readManifest(text, ["cmoc/single-source"]);
        inside(findings, text);
        inside(
          [...read.bibliography, ...read.decisions].map(({ span }) => ({ rule: "", ...span, data: {} })),
          text,
        );
      }),
      runs(24),
    );
  });
});

describe("levelOf", () => {
  it("asks the rule, then its family, then the default", () => {
    const read = manifest("checks: { wording: off, wording/long: hint, cmoc/single-source: error }");
    assert.equal(levelOf(read, "wording/long", "info"), "hint");
    assert.equal(levelOf(read, "wording/plan", "info"), "off");
    assert.equal(levelOf(read, "cmoc/single-source", "info"), "error");
    assert.equal(levelOf(read, "cmoc/rival", "info"), "info");
    assert.equal(levelOf(read, "plain", "warning"), "warning");
  });
});
