import assert from "node:assert/strict";
import type { Held } from "../../../src/core/proof/held.ts";
import { quoteProblems } from "../../../src/core/proof/problems.ts";
import { Proofs } from "../../../src/core/proof/proofs.ts";
import { textPathsOf } from "../../../src/core/proof/text-paths.ts";
import { messageOf } from "../../../src/core/rules/index.ts";
import { textOfFile } from "../../../src/core/texts/plain-text.ts";
import { reviewOf } from "../reviews.ts";

const TEXT = "They met every week, and little was hidden.\n\fTrust grew where they met every week.\n";
const extract = (id: string, quote: string, at: string): string =>
  `## Extract ${id}\n\n> ${quote}\n\n- at: ${at}\n- parked: later\n\n`;
const review = (...extracts: readonly string[]) =>
  reviewOf({ "review.yaml": "cmoc: 1\n", "lund.md": `---\ncitekey: lund2010\n---\n\n${extracts.join("")}` });

function toldOf(files: ReturnType<typeof review>, held: Held): readonly string[] {
  const proofs = new Proofs(
    files,
    () => held,
    () => ({ first: "407" }),
  );
  return quoteProblems(files, proofs, "lund.md").map(
    (problem) =>
      `${problem.level} ${problem.rule} ${files.text("lund.md")?.slice(problem.span.start, problem.span.end)}: ${messageOf(problem)}`,
  );
}

const held: Held = { is: "text", text: textOfFile(TEXT), stamp: "1" };

describe("quotations of a review", () => {
  it("are told of where they are not in the text, nearly, or elsewhere, and nothing is said of the others", () => {
    const told = toldOf(
      review(
        extract("e1", "They met every week, and little was hidden.", "p. 407"),
        extract("e2", "Trust grew where they met every week.", "p. 407"),
        extract("e3", "They met every week, and much was hidden.", "p. 407"),
        extract("e4", "Nobody came to the harbour in winter.", "p. 407"),
      ),
      held,
    );
    assert.deepEqual(told, [
      "warning quote/moved p. 407: The words of @lund2010#e2 stand on page 408, and not at “p. 407”. Correct the page.",
      "info quote/near > They met every week, and much was hidden.: The source of @lund2010#e3 has other words. Use those, or mark what was changed with […]. It says: “They met every week, and little was hidden.”",
      "error quote/not-found > Nobody came to the harbour in winter.: The words of @lund2010#e4 are not in the text of its source, nor any like them. Compare them with the source, or write them as a paraphrase.",
    ]);
  });

  it("are compared without the marks of the program that they were pasted from", () => {
    const text = textOfFile("Partners that had succeeded together met 10³ people at CO2, and little was hidden.\n");
    const quotes = [
      "Partners that had ==succeeded== together",
      "Partners that had ~~succeeded~~ together",
      "Partners that had succeeded<sup>3</sup> together[^1] met 10<sup>3</sup> people",
      "Partners that had succeeded together ^abc123",
      "Partners that had [[TR1|succeeded]] together met 10^3^ people at CO~2~",
      "[!quote] Okafor 2014\n> Partners that had succeeded together",
      "==Partners==\n\n> and little was ==hidden==",
    ];
    const files = review(...quotes.map((each, index) => extract(`e${index + 1}`, each, "p. 407")));
    assert.deepEqual(toldOf(files, { is: "text", text, stamp: "1" }), []);
    const other = review(extract("e1", "succeeded together met 10<sup>2</sup> people at", "p. 407"));
    assert.equal(toldOf(other, { is: "text", text, stamp: "1" }).length, 1);
  });

  it("that cannot be checked are never said not to be found", () => {
    const files = review(extract("e1", "Nobody came to the harbour in winter.", "p. 1"));
    for (const each of [
      { is: "none" },
      { is: "scan", file: "texts/lund2010.pdf" },
      { is: "unreadable", file: "texts/lund2010.pdf", why: "It is encrypted." },
      { is: "coming" },
    ] as const)
      assert.deepEqual(toldOf(files, each), [], each.is);
  });

  it("that are not found where pages hold no text cannot be checked, and those that are found still are", () => {
    const files = review(
      extract("e1", "Nobody came to the harbour in winter.", "p. 408"),
      extract("e2", "They met every week, and much was hidden.", "p. 407"),
    );
    const told = (text: string): readonly string[] => {
      const proofs = new Proofs(files, () => ({ is: "text", text: textOfFile(text), stamp: text }));
      const [first, second] = [...files.extractsOf("lund2010")].map((each) => proofs.of(each));
      return [
        first?.is ?? "",
        first?.is === "unverifiable" && first.held.is === "unreadable" ? first.held.why : "",
      ].concat(second?.is ?? "");
    };
    const cover = "They met every week, and little was hidden.";
    assert.deepEqual(told(`${cover}\n\f12\n\f\n\f13\n\fEnd.`), [
      "unverifiable",
      "Of its 5 pages, 3 hold no text: have it recognised.",
      "near",
    ]);
    // An empty page of many is one that books have.
    assert.deepEqual(told(`${cover}\n${"\fMore of it.\n".repeat(20)}\f12\n\fEnd.`), ["absent", "", "near"]);
    assert.deepEqual(told(`${cover}\n`), ["absent", "", "near"]);
  });

  it("that are not found where a page could not be read to its end cannot be checked, which names the file", () => {
    const files = review(extract("e1", "Nobody came to the harbour in winter.", "p. 408"));
    const text = { ...textOfFile("They met every week.\n\fAnd in summer.\n\fEnd."), unread: 1 };
    const toldOf = (file?: string): unknown => {
      const proofs = new Proofs(files, () => ({ is: "text", text, stamp: "1", file }));
      return [...files.extractsOf("lund2010")].map((each) => proofs.of(each))[0];
    };
    const why = "Of its 3 pages, 1 could not be read to the end: save it again from where it came from.";
    assert.deepEqual(toldOf("texts/lund.pdf"), {
      is: "unverifiable",
      held: { is: "unreadable", file: "texts/lund.pdf", why },
    });
    assert.deepEqual(toldOf(), { is: "unverifiable", held: { is: "unreadable", file: "lund2010", why } });
  });

  it("that stand several times are told apart by those beside them", () => {
    const files = review(
      extract("e1", "little was hidden", "p. 407"),
      extract("e2", "they met every week", "chapter 2"),
      extract("e3", "they met every week", "p. 407"),
    );
    const proofs = new Proofs(
      files,
      () => held,
      () => ({ first: "407" }),
    );
    const places = files.extractsOf("lund2010").map((definition) => {
      const proof = proofs.of(definition as Parameters<Proofs["of"]>[0]);
      return proof?.is === "exact" ? TEXT.slice(0, proof.passage.span.start).length : undefined;
    });
    assert.deepEqual(places, [25, 62, 0]);
  });

  it("are compared again only where they, their pages or the text are others", () => {
    const files = review(extract("e1", "little was hidden", "p. 407"));
    let asked: Held = held;
    const proofs = new Proofs(files, () => asked);
    const of = () => proofs.of(files.extractsOf("lund2010")[0] as Parameters<Proofs["of"]>[0]);
    const first = of();
    assert.equal(of(), first);
    asked = { is: "text", text: textOfFile("Nothing was said.\n"), stamp: "2" };
    assert.equal(of()?.is, "absent");
    asked = held;
    assert.notEqual(of(), first);
    assert.equal(of()?.is, "exact");
  });

  it("are not proven by the file of a source itself", () => {
    const files = reviewOf({
      "review.yaml": "cmoc: 1\n",
      "lund.md": "---\ncitekey: lund2010\ntext: lund.md\n---\n\n## Extract e1\n\n> They met.\n",
      "other.md": "---\ncitekey: moe2011\ntext: notes.md\n---\n",
      "notes.md": "They met.\n",
    });
    assert.deepEqual(textPathsOf(files, "lund2010"), { own: "lund.md" });
    assert.deepEqual(textPathsOf(files, "moe2011"), { paths: ["notes.md"], named: true });
  });

  it("are compared with a text whose name is written as another disk writes it", () => {
    const files = reviewOf({ "review.yaml": "cmoc: 1\n", "müller.md": "---\ncitekey: m\u00fcller2010\n---\n" });
    const found = textPathsOf(files, "m\u00fcller2010");
    assert.ok("paths" in found);
    assert.deepEqual(found.paths.slice(0, 2), ["texts/m\u00fcller2010.txt", "texts/m\u00fcller2010.md"]);
    for (const path of ["texts/m\u00fcller2010.PDF", "texts/mu\u0308ller2010.txt", "texts/mu\u0308ller2010.PDF"])
      assert.ok(found.paths.includes(path), path);
  });
});
