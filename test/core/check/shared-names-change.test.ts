import assert from "node:assert/strict";
import fc from "fast-check";
import { Checker } from "../../../src/core/check.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { runs } from "../../runs.ts";
import { problemsOf, reviewOf, sourceFile } from "../reviews.ts";

/** Every one of few words, so that ids are borne by several things and slots are equal. */
const id = fc.constantFrom("TR1", "TR2", "TR3");
const extractId = fc.constantFrom("e1", "e2");
const word = fc.constantFrom("trust", "a shared past");
const slots = fc.constantFrom("", "", " (C)", " (M)", " (M1)", " (C, M)");
const stance = fc.constantFrom("supports", "supports", "refutes", "refines");
const status = fc.constantFrom("candidate", "refined", "supported", "retired").map((each) => `- status: ${each}\n`);
const theory = id.map((each) => `- theory: ${each}\n`);
const ties = fc.tuple(fc.constantFrom("moderates", "leads to", "rival of"), id).map(([tie, to]) => `- ${tie}: ${to}\n`);

const link = fc.tuple(stance, extractId, slots).map(([is, from, at]) => `- ${is}: @lund2010#${from}${at}\n`);
const twice = fc
  .tuple(stance, extractId, slots, slots)
  .map(([is, from, one, two]) => `- ${is}: @lund2010#${from}${one}, @lund2010#${from}${two}\n`);
const bearing = fc.tuple(stance, id, slots).map(([is, on, at]) => `- ${is}: ${on}${at}\n`);
const richness = fc.constantFrom("rich", "thin").map((each) => `- richness: ${each}\n`);
const slot = fc.tuple(fc.constantFrom("C", "M", "O"), word).map(([role, text]) => `- ${role}: ${text}\n`);

/** A record with some of these lines. */
function record(
  kinds: readonly string[],
  ids: fc.Arbitrary<string>,
  first: string,
  ...lines: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  const some = fc.array(fc.oneof(...lines), { maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...kinds), ids, some)
    .map(([kind, of, texts]) => `## ${kind} ${of}\n\n${first}${texts.join("")}\n`);
}

const row = fc.tuple(id, word, word, word).map((cells) => `| ${cells.join(" | ")} |\n`);
const table = fc
  .array(row, { minLength: 1, maxLength: 2 })
  .map((rows) => `## Table\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n${rows.join("")}\n`);
const configurations = fc
  .array(id, { minLength: 1, maxLength: 2 })
  .map((ids) => `- configurations: ${ids.join(", ")}\n`);
const section = fc.oneof(
  { weight: 4, arbitrary: record(["CMOC"], id, "", status, slot, slot, link, twice, theory, ties) },
  { weight: 2, arbitrary: record(["Theory", "Demi-regularity"], id, "", configurations, configurations, link) },
  { weight: 3, arbitrary: record(["Extract"], extractId, "> They met.\n\n- at: p. 1\n", bearing, bearing, richness) },
  { weight: 1, arbitrary: table },
);

const FILES: readonly string[] = ["a.md", "m.md", "s.md", "x.md"];
/** What becomes of one section of one file. */
const step = fc.record({
  uri: fc.constantFrom(...FILES),
  at: fc.nat(3),
  how: fc.constantFrom("put", "put", "replace", "drop", "drop", "swap", "delete"),
  section,
});

function textOf(uri: string, sections: readonly string[]): string {
  return uri === "s.md" ? sourceFile("lund2010", sections.join("")) : sections.join("");
}

function changed(sections: readonly string[], at: number, how: string, put: string): readonly string[] {
  const before = sections.slice(0, at);
  const one = sections.slice(at, at + 1);
  const after = sections.slice(at + 1);
  if (how === "put") return [...before, put, ...one, ...after];
  if (how === "replace") return [...before, put, ...after];
  if (how === "drop") return [...before, ...after];
  return [...before, ...after.slice(0, 1), ...one, ...after.slice(1)];
}

describe("names that several things bear", () => {
  it("have the problems that they would have if all were checked from nothing, whatever becomes of one of the things", () => {
    const start = fc.tuple(...FILES.map(() => fc.array(section, { maxLength: 3 })));
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 6 }), (all, steps) => {
        const files = new Map<string, readonly string[]>(FILES.map((uri, index) => [uri, all[index] ?? []]));
        const texts = () => Object.fromEntries([...files].map(([uri, sections]) => [uri, textOf(uri, sections)]));
        const review = reviewOf(texts());
        const checker = new Checker(review, ALL_RULES);
        checker.update();
        for (const { uri, at, how, section } of steps) {
          const sections = files.get(uri) ?? [];
          if (how === "delete") files.delete(uri);
          else files.set(uri, changed(sections, at, how, section));
          const text = texts()[uri];
          checker.update(text === undefined ? review.delete(uri) : review.set({ uri, version: 0, text }));
          assert.deepEqual(checker.problems(), problemsOf(texts()));
        }
      }),
      runs(4),
    );
  });
});
