import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { composed, spliced } from "../../../../src/core/features/refactor/stretches.ts";
import {
  changeScheme,
  linksToSplit,
  moveRecord,
  partsToSplit,
  retire,
  splitOff,
} from "../../../../src/core/features/refactor.ts";
import { applyEdits } from "../../../../src/core/text.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";
import { anyRecord } from "../generate-records.ts";
import { newsIn, wordsOf } from "./news.ts";

const records = fc
  .array(anyRecord, { minLength: 2, maxLength: 4 })
  .map(
    (all): Files =>
      Object.fromEntries(
        all.map(({ text, source }, at) => [
          source ? "l.md" : `${at}.md`,
          text.replace(
            /^## (CMOC TR|Theory PT|Demi-regularity D|Code trust)\d/,
            (_, head: string) => `## ${head}${at + 1}`,
          ),
        ]),
      ),
  );

describe("any refactoring", () => {
  it("brings no problem, and loses no word but what it replaces, whatever stands there", () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(records, fc.nat(9), fc.boolean(), (files, pick, keep) => {
        const review = reviewOf(files);
        const all = review.uris().flatMap((uri) => review.placed(uri).flatMap(({ definitions }) => definitions));
        const any = all[pick % Math.max(1, all.length)];
        const cmocs = all.filter(({ brief }) => brief.kind === "cmoc" && brief.name !== "");
        const at = cmocs[pick % Math.max(1, cmocs.length)] ?? any;
        if (!at || !any) return;
        const parts = partsToSplit(review, at).map((_, index) => index);
        const choice = { taken: parts.slice(pick % 2, (pick % 2) + 1), shared: parts.slice(2) };
        const memo = { date: "2026-01-02", reason: "Why so." };
        const made = {
          retire: () => retire(review, at, { reason: "nobody says so", memo }),
          split: () =>
            splitOff(review, at, { ...choice, title: "New", links: linksToSplit(review, at, choice), keep, memo }),
          move: () => moveRecord(review, any, pick % 2 === 0 ? "new/file.md" : "0.md"),
          scheme: () => changeScheme(review, "SCMO"),
        };
        for (const [name, make] of Object.entries(made)) {
          const { outcome } = make();
          if (isRefusal(outcome)) continue;
          done.set(name, (done.get(name) ?? 0) + 1);
          const after = filesAfter(review, outcome);
          const fresh: readonly string[] = [...reviewOf(after).records("cmoc")].map(({ brief }) => brief.id);
          const same: { readonly [id: string]: string } = Object.fromEntries(
            fresh.filter((id) => !review.isDefined(`r:${id.toLowerCase()}`)).map((id) => [id, at.brief.id]),
          );
          assert.deepEqual(newsIn(files, after, same), [], name);
          const [before, now] = [wordsOf(files), wordsOf(after)];
          // Ids and slots of links are written anew.
          const own =
            /^(?:candidate|tr\d|\d|cmoc\d?|[cmo]\d?|resource|reasoning|configurations|md|b|extract|sources|lund|e\d|lund2010|moreau2005|odd|key|supports|refutes|refines|status)$/;
          for (const [word, count] of before)
            if (!own.test(word)) assert.ok((now.get(word) ?? 0) >= count, `${name}: ${word} is lost`);
        }
      }),
      runs(8),
    );
    assert.ok(
      ["retire", "move"].some((name) => done.has(name)),
      [...done].join(" "),
    );
  });
});

describe("changes one after another", () => {
  it("are one edit that makes the same text, and no longer than it need be", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\r", "\n", "😀", "c"), maxLength: 20 });
    const steps = fc.array(fc.tuple(fc.nat(25), fc.nat(6), text), { maxLength: 5 });
    fc.assert(
      fc.property(text, steps, (before, changes) => {
        let now = before;
        let stretches = spliced([{ from: 0, to: before.length }], []);
        for (const [at, length, newText] of changes) {
          const start = Math.min(at, now.length);
          const edits = [{ span: { start, end: Math.min(start + length, now.length) }, newText }];
          stretches = spliced(stretches, edits);
          now = applyEdits(now, edits);
        }
        const edits = composed(stretches, before);
        assert.equal(applyEdits(before, edits), now);
        for (const { span, newText } of edits) assert.notEqual(before.slice(span.start, span.end), newText);
        if (changes.length === 0) assert.deepEqual(edits, []);
      }),
      runs(100),
    );
  });
});
