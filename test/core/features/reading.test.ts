import assert from "node:assert/strict";
import fc from "fast-check";
import type { Refusal } from "../../../src/core/features/edit/outcome.ts";
import { refusalWords } from "../../../src/core/features/edit/refusal-words.ts";
import { setSourceFields } from "../../../src/core/features/edit.ts";
import { markRead, nextToRead, readingProgress, toRead } from "../../../src/core/features/reading.ts";
import { runs } from "../../runs.ts";
import { type Files, problemsOf, reviewOf } from "../reviews.ts";
import { filesAfter, refusal } from "./editing.ts";

const EXTRACT = "\n## Extract e1\n\n> So.\n";
const file = (key: string, more = "", body = ""): string => `---\ncitekey: ${key}\n${more}---\n${body}`;
const FILES: Files = {
  "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
  "refs.bib": "@book{zoe1999,\n title = {Z}\n}\n@book{abe1998,\n title = {A}\n}\n@book{una2000,\n title = {U}\n}\n",
  "s/1.md": file("unread1", "status: included\n"),
  "s/2.md": file("begun2", "status: awaiting\n", EXTRACT),
  "s/3.md": file("gone3", "status: excluded\n", EXTRACT),
  "s/4.md": file("done4", "read: 2026-03-02\n", EXTRACT),
  "s/5.md": file("begun5", "", EXTRACT),
  "s/6.md": file("without6"),
};
const HELD = new Set(["unread1", "abe1998", "zoe1999", "begun2"]);
const holdsText = (key: string): boolean => HELD.has(key);

describe("the reading of a review's sources", () => {
  it("is counted by state, without what is excluded or taken up by nobody", () => {
    const review = reviewOf(FILES);
    assert.deepEqual(readingProgress(review, holdsText), {
      counts: { coding: 2, unread: 3, "no text": 1, read: 1 },
      all: 7,
    });
    assert.deepEqual(readingProgress(review), { counts: { coding: 2, unread: 2, "no text": 0, read: 1 }, all: 5 });
  });

  it("goes on with what is being coded, then takes up what is unread and has a text, by files and bibliography", () => {
    const all = toRead(reviewOf(FILES), holdsText);
    const keys = all.map(({ key }) => key);
    assert.deepEqual(keys, ["begun2", "begun5", "unread1", "zoe1999", "abe1998"]);
    assert.equal(nextToRead(all)?.key, "begun2");
    assert.equal(nextToRead(all, "begun5")?.key, "unread1");
    assert.equal(nextToRead(all, "abe1998")?.key, "begun2");
    assert.equal(nextToRead(all, "done4")?.key, "begun2");
    assert.equal(nextToRead([], "done4"), undefined);
  });
});

describe("marking sources as read", () => {
  const marked = (keys: readonly string[], reading?: { date: string; coder?: string }, files = FILES): Files => {
    const review = reviewOf(files);
    return filesAfter(review, markRead(review, keys, reading));
  };

  it("writes the day, and who, and leaves what others wrote", () => {
    const day = { date: "2026-04-01" };
    assert.equal(marked(["unread1"], day)["s/1.md"], file("unread1", "status: included\nread: 2026-04-01\n"));
    assert.equal(marked(["done4"], day)["s/4.md"], FILES["s/4.md"]);
    const coded = marked(["done4"], { ...day, coder: "JA" })["s/4.md"];
    assert.equal(coded, file("done4", "read: 2026-03-02, 2026-04-01 (JA)\n", EXTRACT));
    const empty = { ...FILES, "s/6.md": file("without6", "read:\n") };
    assert.equal(marked(["without6"], day, empty)["s/6.md"], file("without6", "read: 2026-04-01\n"));
  });

  it("refuses, with words, where something else than dates is said, so that nothing of it is lost", () => {
    const wrote = [
      "2026-01-01 (RM), in part",
      "2 March 2026 (RM), skimmed the appendix",
      "2026-03-02 (RM) and 2026-03-09",
      "twice, closely; RM",
      "yes",
      "2026-01-01 (RM), 2026-05-05 (J, A)",
      "[2026-01-01 (RM)]",
      "{ RM: 2026-01-01 }",
      "|\n  2026-01-01 (RM)\n  in part",
      "\n  - 2026-01-01 (RM)\n  - 2026-02-02 (ZZ)",
      Array.from({ length: 50 }, (_, n) => `2026-01-01 (A${n})`).join(", "),
    ];
    for (const said of wrote)
      for (const reading of [{ date: "2026-05-05", coder: "JA" }, { date: "2026-05-05" }, undefined]) {
        const review = reviewOf({ ...FILES, "s/6.md": file("without6", `read: ${said}\n`) });
        const outcome = markRead(review, ["unread1", "without6"], reading);
        // Where all of it can be read, taking it out is what was asked for, and one more may be one too many.
        if (said.startsWith("2026-01-01 (A0)") && reading?.coder === undefined) continue;
        assert.equal(refusal(outcome), said.startsWith("2026-01-01 (A0)") ? "form" : "told", said);
        if (refusal(outcome) === "told") assert.match(refusalWords(outcome as Refusal), /without6.*read: 2026-03-02/s);
      }
  });

  it("refuses a coder who could not be read again, and keeps who was there", () => {
    for (const coder of ["J, A", "A (x)", "A;B", ""]) {
      const review = reviewOf({ ...FILES, "s/6.md": file("without6", "read: 2026-01-01 (RM)\n") });
      assert.equal(refusal(markRead(review, ["without6"], { date: "2026-05-05", coder })), "form", coder);
    }
  });

  it("begins the files of sources that only a bibliography has, one each, and takes marks out again", () => {
    const many = marked(["zoe1999", "abe1998", "zoe1999", "begun5"], { date: "2026-04-01", coder: "R M" });
    assert.equal(many["s/zoe1999.md"], file("zoe1999", "read: 2026-04-01 (R M)\n"));
    assert.equal(many["s/abe1998.md"], file("abe1998", "read: 2026-04-01 (R M)\n"));
    assert.equal(many["s/5.md"], file("begun5", "read: 2026-04-01 (R M)\n", EXTRACT));
    assert.equal(marked(["done4", "zoe1999"])["s/4.md"], file("done4", "", EXTRACT));
    const twins = {
      "review.yaml": "cmoc: 1\nbibliography: [r.bib]\n",
      "r.bib": "@book{a:b,\n title={x}}\n@book{a/b,\n title={y}}\n",
    };
    const made = marked(["a:b", "a/b"], { date: "2026" }, twins);
    assert.deepEqual(Object.keys(made).filter((path) => path.endsWith(".md")).length, 2);
  });

  it("refuses what is excluded or gone, all of it", () => {
    const review = reviewOf(FILES);
    assert.equal(refusal(markRead(review, ["unread1", "gone3"], { date: "2026" })), "form");
    assert.equal(refusal(markRead(review, ["unread1", "nobody"], { date: "2026" })), "unknown");
  });

  it("says what it means in any front matter, or refuses", () => {
    const line = fc.constantFrom(
      "title: 'A: b'",
      "read: 2025-01-01 # so",
      "read: soon",
      "read:",
      "read: ",
      'read: "2025"',
      "own: [a, b]",
      "# note",
      "status: included",
      "relevance: high — so",
      "appraisals:\n  JA: { rigour: low }",
      "? read\n: x",
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { maxLength: 6, selector: (text) => text.slice(0, 4) }),
        fc.constantFrom("\n", "\r\n"),
        (lines, eol) => {
          const text = ["---", "citekey: a1", ...lines, "---", "", "Words.", ""].join("\n").replaceAll("\n", eol);
          const review = reviewOf({ "a.md": text });
          const outcome = markRead(review, ["a1"], { date: "2026-04-01", coder: "JA" });
          if ("refused" in outcome) return;
          const made = filesAfter(review, outcome)["a.md"] ?? "";
          const read = reviewOf({ "a.md": made }).source("a1")?.frontMatter;
          assert.match(read?.fields.get("read")?.value ?? "", /2026-04-01 \(JA\)$/);
          assert.ok(made.endsWith(`Words.${eol}`));
          assert.deepEqual(
            problemsOf({ "a.md": made }).filter(({ rule, data }) => rule.startsWith("yaml/") || data.field === "read")
              .length,
            lines.some((one) => one.startsWith("? ")) ? 1 : 0,
          );
        },
      ),
      runs(100),
    );
  });
});

describe("setting several keys of a source at once", () => {
  it("puts each where it belongs, as one change", () => {
    const review = reviewOf(FILES);
    const made = filesAfter(
      review,
      setSourceFields(review, "unread1", [
        ["rigour", "low — one site: small"],
        ["relevance", "high"],
        ["status", undefined],
        ["richness", ""],
      ]),
    );
    assert.equal(made["s/1.md"], file("unread1", 'relevance: high\nrigour: "low — one site: small"\n'));
    const begun = filesAfter(
      review,
      setSourceFields(review, "una2000", [
        ["rigour", "low"],
        ["relevance", "high - so"],
      ]),
    );
    assert.equal(begun["s/una2000.md"], file("una2000", "relevance: high - so\nrigour: low\n"));
  });
});
