import assert from "node:assert/strict";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { changeScheme, copyOf, filesToMoveTo, moveRecord } from "../../../../src/core/features/refactor.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, record } from "../editing.ts";
import { newsIn } from "./news.ts";

const one =
  '## CMOC TR1: One\n\n- **C:** a place [@lund2010#e1](sources/lund.md#extract-e1)\n- leads to: [TR2](#cmoc-tr2-two), [TR1](a.md#cmoc-tr1-one)\n\nSee [t](theory.md), [own](#deep), ![p](<img/a b.png> "t"), [web](https://x.org/a.md#deep), `[c](a.md)`, [up](#top).\n\n> [q](theory.md#x)\n\n### Deep\n\nText.\n';
const two = "## CMOC TR2: Two\n\n- **C:** x\n- leads to: [TR1](#cmoc-tr1-one)\n\n### Deep\n";
const files: Files = {
  "a.md": `# Top\n\n${one}\n${two}`,
  "sources/lund.md": sourceFile(
    "lund2010",
    "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: [TR1](../a.md#cmoc-tr1-one)\n",
  ),
  "theory.md":
    "# Theory PT1: All\n\n- configurations: [TR1](a.md#cmoc-tr1-one), TR2\n\n[d](a.md#deep) [e](a.md#deep-1) [a](a.md)\n\n[m]: a.md#deep\n",
  "b.md": "## CMOC TR5\r\n\r\n- C: b\r\n\r\n### Deep\r\n\r\n[deep](#deep)\r\n",
};

function moved(id: string, to: string, of: Files = files): Files {
  const review = reviewOf(of);
  const after = filesAfter(review, moveRecord(review, record(review, id), to).outcome);
  assert.deepEqual(newsIn(of, after), []);
  return after;
}

function refused(id: string, to: string, of: Files = files): string {
  const review = reviewOf(of);
  const { outcome } = moveRecord(review, record(review, id), to);
  return isRefusal(outcome) ? String(outcome.data.words) : "done";
}

describe("moving a record to another file", () => {
  it("keeps where its links lead, and where links to it and to headings beside it lead", () => {
    const after = moved("TR1", "sub/new.md");
    assert.equal(after["a.md"], `# Top\n\n${two.replace("#cmoc-tr1", "sub/new.md#cmoc-tr1")}`);
    assert.equal(
      after["sub/new.md"],
      one
        .replace("(sources/", "(../sources/")
        .replace("(#cmoc-tr2", "(../a.md#cmoc-tr2")
        .replace("(a.md#cmoc-tr1-one)", "(new.md#cmoc-tr1-one)")
        .replace("(theory.md)", "(../theory.md)")
        .replace("<img/a b.png>", "<../img/a%20b.png>")
        .replace("[up](#top)", "[up](../a.md#top)")
        .replace("(theory.md#x)", "(../theory.md#x)"),
    );
    assert.match(after["sources/lund.md"] ?? "", /\[TR1\]\(\.\.\/sub\/new\.md#cmoc-tr1-one\)/);
    assert.equal(
      after["theory.md"],
      "# Theory PT1: All\n\n- configurations: [TR1](sub/new.md#cmoc-tr1-one), TR2\n\n[d](sub/new.md#deep) [e](a.md#deep) [a](a.md)\n\n[m]: sub/new.md#deep\n",
    );
    assert.equal(after["b.md"], files["b.md"]);
  });

  it("leaves references what they are in the file to which they led, in both directions", () => {
    const of = (a: string, b: string): Files => ({
      "a.md": `## CMOC TR1\n\n- C: x\n- note: see [TR2](b.md#cmoc-tr2)\n\nAnd [TR2](b.md#cmoc-tr2), [d](b.md#deep).\n\n### Deep\n${a}`,
      "b.md": `# B\n${b}`,
    });
    const two = (home: string, other: string, deep: string): string =>
      `\n## CMOC TR2\n\n- C: y\n- note: see [TR1](${other}#cmoc-tr1), [TR2](${home}#cmoc-tr2)\n\nAnd [TR1](${other}#cmoc-tr1), [d](${home}#${deep}), [b](#${deep}).\n\n### Deep\n`;
    const before = of("", two("b.md", "a.md", "deep"));
    const after = moved("TR2", "a.md", before);
    assert.deepEqual(after, {
      "a.md": of(two("a.md", "a.md", "deep-1"), "")
        ["a.md"]?.replaceAll("b.md#cmoc", "a.md#cmoc")
        .replace("b.md#deep", "a.md#deep-1"),
      "b.md": "# B\n",
    });
    const counts = (files: Files, name: string): number => [...reviewOf(files).references(name)].length;
    for (const name of ["r:tr1", "r:tr2"]) assert.equal(counts(after, name), counts(before, name), name);
    assert.deepEqual(moved("TR2", "b.md", after), before);
  });

  it("goes to the end of a file in its line endings, past a heading of the same words", () => {
    const after = moved("TR1", "b.md");
    assert.ok(
      (after["b.md"] ?? "").startsWith(
        `${(files["b.md"] ?? "").trimEnd()}\r\n\r\n## CMOC TR1: One\r\n\r\n- **C:** a place`,
      ),
    );
    assert.doesNotMatch(after["b.md"] ?? "", /[^\r]\n/);
    assert.match(after["b.md"] ?? "", /\[deep\]\(#deep\)[\s\S]*\[own\]\(#deep-1\)/);
    assert.match(after["theory.md"] ?? "", /\[d\]\(b\.md#deep-1\) \[e\]\(a\.md#deep\)/);
  });

  it("there and back gives the words back, at the end", () => {
    const back = moved("TR2", "a.md", moved("TR2", "b.md"));
    // Links that had no file's name have one then.
    const named = (text = ""): string => text.trimEnd().replaceAll("(#cmoc", "(a.md#cmoc");
    assert.deepEqual(
      { ...back, "b.md": named(back["b.md"]) },
      { ...files, "a.md": `${named(files["a.md"])}\n`, "b.md": named(files["b.md"]) },
    );
  });

  it("writes out links by reference, whose definitions stay, and refuses where one elsewhere would lose its own", () => {
    const words = "See [r][r1], [R1][], ![r2], [a *b*][ r2 ], `[r1]`, [r1\\], [none], **[r1]** [[TR2]].\n";
    const ends = '[r1]: ../b.md\n[R2]: <sub/p q.md#x> "T"\n[r1]: other.md\n';
    const of = (piece: string, rest: string): Files => ({
      "x/a.md": `## CMOC TR1\n\n- **C:** x\n\n${piece}\n## CMOC TR2\n\n- **C:** y\n${rest}`,
      "b.md": "## CMOC TR5\n\n- C: b\n",
      "c.md": "# Theory PT1: A\n\n[one]: x/a.md#cmoc-tr1\n\n[See][one].\n",
    });
    const after = moved("TR1", "y/z/new.md", of(words, `\n${ends}`));
    assert.equal(
      after["y/z/new.md"]?.split("- **C:** x\n\n")[1],
      'See [r](../../b.md), [R1](../../b.md), ![r2](<../../x/sub/p%20q.md#x> "T"), [a *b*](<../../x/sub/p%20q.md#x> "T"), `[r1]`, [r1\\], [none], **[r1](../../b.md)** [[TR2]].\n',
    );
    assert.equal(after["x/a.md"], `## CMOC TR2\n\n- **C:** y\n\n${ends}`);
    assert.match(after["c.md"] ?? "", /\[one\]: y\/z\/new\.md#cmoc-tr1\n/);
    const own = moved("TR1", "n/new.md", of(`[r][r1]\n\n${ends}`, ""))["n/new.md"] ?? "";
    assert.ok(
      own.endsWith('[r](../b.md)\n\n[r1]: ../b.md\n[R2]: <../x/sub/p%20q.md#x> "T"\n[r1]: ../x/other.md\n'),
      own,
    );
    assert.match(refused("TR1", "n.md", of(ends, "\nSee [this][R2].\n")), /^TR1 or .* has links by reference/);
    assert.match(refused("TR1", "c.md", of("See [one].\n", "")), /links by reference/);
    assert.match(refused("TR1", "n.md", of("See [a [b] c][r1].\n", `\n${ends}`)), /links by reference/);
    assert.equal(refused("TR1", "n.md", of("See [a [b] c][r1].\n", "")), "done");
  });

  it("lets HTML lead where it led: attributes, and anchors to which links lead", () => {
    const html = (up: string, top: string, own: string): string =>
      `See <img alt="src='p.png'" src="${up}p.png"> and <A HREF='${up}s.md#x&amp;y'>s</A>, <a href="${top}#t">t</a>, <a href=#${own}>o</a>, <a id="here"></a><a href="#here">h</a>, <a href="https://x.org/#t" title="src=p.png">w</a>, <img src = ${up}p.png data-x>, \`<img src="p.png">\` <!-- <img src="p.png"> -->.\n\n<div>\n<img src="${up}a%20b.png?raw=1&amp;x">\n<script>x = '<img src="p.png">'</script>\n<!-- <img src="p.png"> -->\n</div>\n\n\`\`\`\n<img src="p.png">\n\`\`\`\n\n> <img src="${up}p.png">\n\n### Deep\n`;
    const of = (piece: string): Files => ({
      "a.md": `# T\n\n## CMOC TR1\n\n- **C:** x\n\n${piece}\n## CMOC TR2\n\n- **C:** y\n`,
      "b.md": '# B\n\n<a href="a.md#here">h</a> [h](a.md#here) <a href="a.md#deep">d</a>\n',
      "c/d.md": '# D\n\n<a id="here2"></a>\n',
    });
    const after = moved("TR1", "c/d.md", of(html("", "", "deep")));
    assert.equal(after["c/d.md"]?.split("- **C:** x\n\n")[1], `${html("../", "../a.md", "deep").trimEnd()}\n`);
    assert.equal(after["b.md"], '# B\n\n<a href="c/d.md#here">h</a> [h](c/d.md#here) <a href="c/d.md#deep">d</a>\n');
    const taken = { ...of(html("", "", "deep")), "c/d.md": '# D\n\n<b id="here">x</b>\n' };
    assert.match(refused("TR1", "c/d.md", taken), /^TR1 has an anchor “here”/);
  });

  it("keeps footnotes whole in both files", () => {
    const of = (one: string, two: string, end: string, b = "# B\n"): Files => ({
      "a.md": `# T\n\n## CMOC TR1\n\n- **C:** x${one}\n\n## CMOC TR2\n\n- **C:** y${two}\n${end}`,
      "c/b.md": b,
    });
    const at = (id: string, all: Files): readonly string[] => {
      const after = moved(id, "c/b.md", all);
      return [after["a.md"] ?? "", after["c/b.md"] ?? ""].map((text) => text.replace(/^[\s\S]*?(?=## CMOC)/, ""));
    };
    const note = "[^n]: See [s](s.md).\n";
    const led = "[^n]: See [s](../s.md).\n";
    // A copy where both need it, the definition itself where one does.
    assert.deepEqual(at("TR1", of(" [^n]", " [^N] `[^n]`", `\n${note}`)), [
      `## CMOC TR2\n\n- **C:** y [^N] \`[^n]\`\n\n${note}`,
      `## CMOC TR1\n\n- **C:** x [^n]\n\n${led}`,
    ]);
    assert.deepEqual(at("TR1", of(" [^n]", " \\[^n] `[^n]`", `\n${note}\n[^m]: m\n`)), [
      "## CMOC TR2\n\n- **C:** y \\[^n] `[^n]`\n\n[^m]: m\n",
      `## CMOC TR1\n\n- **C:** x [^n]\n\n${led}`,
    ]);
    // Those in the record that others need stay.
    assert.deepEqual(at("TR2", of(" [^n]", " y", `\n${note}[^k]: word\n`)), [
      `## CMOC TR1\n\n- **C:** x [^n]\n\n${note}`,
      "## CMOC TR2\n\n- **C:** y y\n\n[^k]: word\n",
    ]);
    assert.deepEqual(at("TR2", of(" [^n]", " [^n]", `\n${note}`)), [
      `## CMOC TR1\n\n- **C:** x [^n]\n\n${note}`,
      `## CMOC TR2\n\n- **C:** y [^n]\n\n${led}`,
    ]);
    // Notes of notes, and labels that are another note there, or the same.
    const nested = "\n[^1]: One [^a].\n\n    More.\n\n[^a]: word\n";
    assert.deepEqual(at("TR1", of(" [^1] `[^1]`", "", nested, "# B [^1] [^2]\n\n[^1]: Other.\n\n[^a]: word\n")), [
      "## CMOC TR2\n\n- **C:** y\n",
      "## CMOC TR1\n\n- **C:** x [^3] `[^1]`\n\n[^3]: One [^a].\n\n    More.\n",
    ]);
    assert.deepEqual(
      at("TR1", of(" [^Ab]", "", "\n[^ab]: mine\n", "# B\n\n[^AB]: theirs\n"))[1],
      "## CMOC TR1\n\n- **C:** x [^ab-2]\n\n[^ab-2]: mine\n",
    );
    for (const [one, end, b] of [
      [" [^n]", "- [^n]: x\n", "# B\n"],
      [" [^n]", "\n> [^n]: x\n", "# B\n"],
      [" [^n]", "\n[^n]: x\n\n[^n]: y\n", "# B\n"],
      [" [^n]", "\n[^n]: x\n\n    [s](s.md)\n", "# B\n"],
      [" [^n]", "", "# B\n\n[^n]: theirs\n"],
    ] as const)
      assert.match(refused("TR1", "c/b.md", of(one, "", end, b)), /^Footnotes of TR1/, end);
    // The second of one label, which nothing uses, goes nowhere unsaid; nor does the first.
    for (const [one, two] of [
      [" [^1]\n\n[^1]: foot one", "\n\n[^1]: foot two"],
      ["\n\n[^1]: foot one", " [^1]\n\n[^1]: foot two"],
      ["\n\n[^1]: foot one", "\n\n[^1]: foot two\n\n[^1]: foot three"],
      [" [^1]\n\n[^1]: foot one\n[^1]: foot two", " [^1]"],
    ] as const)
      for (const id of ["TR1", "TR2"])
        assert.match(refused(id, "c/b.md", of(one, two, "")), /^Footnotes of TR/, id + one + two);
  });

  it("refuses, with the reason", () => {
    assert.match(refused("e1", "a.md"), /an extract stands in the file of its source/);
    assert.match(refused("TR1", "a.md"), /stands in a\.md already/);
    for (const to of ["../x.md", "x.txt", "review.yaml", "texts/x.md", "", "/x.md", "a/./b.md", "c\\d.md"])
      assert.match(refused("TR1", to), /is no file in which/, to);
    const rows = { "t.md": "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| X1 | a | b | c |\n" };
    assert.match(refused("X1", "a.md", rows), /X1 is a row of a table/);
    const swallowing = {
      "a.md": "# Theory PT1\n\n- stage: initial\n\n## CMOC TR1\n\n- C: x\n\n## Notes\n\n- stage: final\n",
    };
    assert.match(refused("TR1", "b.md", swallowing), /other records would be read otherwise/);
    const open = { "a.md": "## CMOC TR1\n\n- C: x\n", "b.md": "## CMOC TR2\n\n- C: y\n\n```\ncode\n" };
    assert.match(refused("TR1", "b.md", open), /read otherwise/);
  });

  it("reads what looks like links by reference in linear time", () => {
    const long = {
      spaces: ` [a]:${" ".repeat(60_000)}x "`,
      open: "[a\\".repeat(20_000),
      labels: "[a]:\n".repeat(20_000),
    };
    for (const [name, text] of Object.entries(long)) {
      const begun = performance.now();
      assert.equal(refused("TR1", "b.md", { "a.md": `## CMOC TR1\n\n- C: x\n\n${text}\n` }), "done");
      assert.ok(performance.now() - begun < 3000, name);
    }
  });

  it("offers files of the review, those of sources last", () => {
    const review = reviewOf({ ...files, "review.yaml": "exclude: [x.md]\n" });
    assert.deepEqual(filesToMoveTo(review, record(review, "TR1")), ["b.md", "theory.md", "sources/lund.md"]);
  });
});

describe("changing the scheme of a review", () => {
  const changed = (manifest: string, text: string, name: string, anyway = false): string => {
    const review = reviewOf({ "review.yaml": manifest, "a.md": text });
    const { outcome } = changeScheme(review, name, anyway);
    return isRefusal(outcome)
      ? `${outcome.refused}: ${String(outcome.data.words)}`
      : (filesAfter(review, outcome)["review.yaml"] ?? "");
  };
  const cmo = "## CMOC TR1\n\n- C: x\n- M: y\n- O: z\n";

  it("writes it where it stood, or at the end, and leaves all else", () => {
    assert.equal(
      changed("cmoc: 1\nconfiguration: ICAMO # ours\ntitle: A\n", "# A\n", "CIMO"),
      "cmoc: 1\nconfiguration: CIMO # ours\ntitle: A\n",
    );
    assert.equal(changed("cmoc: 1", "", "ICAMO"), "cmoc: 1\nconfiguration: ICAMO\n");
    assert.equal(changed("\ufeffconfiguration: ICAMO\ncmoc: 1\n", "", "CIMO"), "\ufeffconfiguration: CIMO\ncmoc: 1\n");
    assert.equal(changed("cmoc: 1\r\ntitle: A\r\n", "", "ICAMO"), "cmoc: 1\r\ntitle: A\r\nconfiguration: ICAMO\r\n");
    assert.equal(changed('"configuration": CMO\ncmoc: 1\n', cmo, "SCMO", true), '"configuration": SCMO\ncmoc: 1\n');
    assert.equal(changed("'configuration' : CIMO # x\n", "", "CMO"), "'configuration' : CMO # x\n");
    const own =
      "configuration:\n- { letter: C, label: Context }\n- { letter: M, label: Mechanism }\n\n- { letter: O, label: Outcome }\n# end\ntitle: A\n";
    assert.equal(changed(own, cmo, "CMO"), "configuration: CMO\n# end\ntitle: A\n");
    assert.equal(changed("configuration: [\n  {letter: P, label: Process}]\n", "", "CMO"), "configuration: CMO\n");
  });

  it("keeps the comments of the value that stood there", () => {
    assert.equal(changed("configuration: [C, M, O]  # keep\n", "", "ICAMO"), "configuration: ICAMO  # keep\n");
    assert.equal(
      changed(
        "cmoc: 1\nconfiguration: # all\n  - {letter: C, label: 'It''s # no comment'} # ctx\n# a comment\n  - {letter: M, label: \"a\\\" # b\"}\n  - {letter: O, label: Reviewer's} # \"out\n  # below\n\ntitle: A\n",
        "",
        "CMO",
      ),
      'cmoc: 1\nconfiguration: CMO # all\n  # ctx\n  # a comment\n  # "out\n  # below\n\ntitle: A\n',
    );
    assert.equal(
      changed("configuration:\r\n- C\r\n- M # m\r\n- O\r\n# end\r\n", "", "ICAMO"),
      "configuration: ICAMO\r\n  # m\r\n# end\r\n",
    );
  });

  it("names what could not be read the same, and asks where slots would be missing", () => {
    assert.match(
      changed("configuration: CIMO\n", `${cmo}- I: a course\n`, "CMO"),
      /^told: TR1 could not be read the same as CMO/,
    );
    assert.match(
      changed("cmoc: 1\n", "## CMOC TR1\n\nWhen we (A) meet (C), trust (M) grows, so peace (O).\n", "ICAMO"),
      /^told: TR1 could not/,
    );
    const rows = "| ID | Intervention | Actor | Outcome |\n|---|---|---|---|\n| X1 | a | b | c |\n";
    assert.match(changed("cmoc: 1\n", rows, "ICAMO", true), /^told: X1 could not/, "it would be a record then");
    assert.match(changed("cmoc: 1\n", cmo, "ICAMO"), /^problems: TR1 has no intervention/);
    assert.match(changed("cmoc: 1\n", cmo, "ICAMO", true), /configuration: ICAMO\n$/);
    assert.match(changed("cmoc: [\n", cmo, "ICAMO"), /^told: review\.yaml cannot be read/);
    const none = changeScheme(reviewOf({ "a.md": cmo }), "ICAMO").outcome;
    assert.ok(isRefusal(none) && none.refused === "told");
  });
});

describe("copying records", () => {
  const text =
    "## CMOC TR1: One\n\n- **C:** a | place\n- **M:** trust [@lund2010#e1]\n- **O:** peace\n- supports: @lund2010#e1\n\n## CMOC S1\n\nWhen they meet (C), trust (M) grows, so that it holds (O).\n\n## Code trust\n\n- role: M\n\n## Memo 2026-01-02\n\n- about: TR1\n";
  const table =
    "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| X1 | a | b → c | d; e | @lund2010#e1 |\n|  | f | g | h | |\n\n";
  const review = reviewOf({
    "a.md": text,
    "t.md": table,
    "l.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  });
  const all = ["TR1", "S1", "X1", "e1", "trust", "2026-01-02"].map((id) => record(review, id));
  const nameless = [...review.records("cmoc")].filter(({ name }) => name === "");
  const copied = (as: Parameters<typeof copyOf>[2]): string => copyOf(review, all, as, "b/c.md").text;

  it("as references: of fields, of prose, as links", () => {
    assert.equal(copied("reference"), "TR1, S1, X1, @lund2010#e1, trust, 2026-01-02");
    assert.equal(copied("wikilink"), "[[TR1]], [[S1]], [[X1]], [@lund2010#e1], [[Code trust]], [[Memo 2026-01-02]]");
    assert.match(
      copied("link"),
      /^\[TR1\]\(\.\.\/a\.md#cmoc-tr1-one\), .*\[@lund2010#e1\]\(\.\.\/l\.md#extract-e1\), \[Code trust\]\(\.\.\/a\.md#code-trust\)/,
    );
    assert.deepEqual(copyOf(review, nameless, "reference", "").left, [
      "the row “f”: nothing can refer to it by its id.",
    ]);
  });

  it("as rows and as sentences that are read as the same slots", () => {
    const rows = copyOf(review, [...all, ...nameless], "table", "");
    assert.equal(
      rows.text,
      "| ID | Context | Mechanism | Outcome | Evidence |\n| --- | --- | --- | --- | --- |\n| TR1 | a \\| place | trust [@lund2010#e1] | peace | @lund2010#e1 |\n| S1 | they meet | trust | grows, so that it holds | – |\n| X1 | a | b → c | d; e | @lund2010#e1 |\n|  | f | g | h | – |",
    );
    assert.equal(rows.left.length, 3);
    assert.ok(rows.text.endsWith(copyOf(review, [...all, ...nameless], "row", "").text));
    const piped = reviewOf({ "t.md": table.replace("| a |", "| a \\| b |") });
    assert.match(copyOf(piped, [record(piped, "X1")], "sentence", "").text, /^When a \| b \(C\), b \(M resource\)/);
    const slots = (words: string): unknown =>
      [...reviewOf({ "a.md": words }).records("cmoc")].map(
        (at) =>
          at.entity.kind === "cmoc" &&
          at.entity.slots.map(({ role, text: said }) => `${role} ${said.replace(/\.$/, "")}`),
      );
    const sentences = copied("sentence").split("\n\n");
    assert.deepEqual(
      slots(sentences.map((words, at) => `## CMOC Y${at}\n\n${words}\n`).join("\n")),
      slots(rows.text.split("\n").slice(0, 5).join("\n")),
    );
  });
});
