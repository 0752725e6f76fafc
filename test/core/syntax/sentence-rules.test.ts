import assert from "node:assert/strict";
import fc from "fast-check";
import { type Inline, plainInline } from "../../../src/core/syntax/blocks.ts";
import { hasTags, readSentence } from "../../../src/core/syntax/sentence.ts";
import type { RoleMention, Spelt } from "../../../src/core/syntax/slots.ts";
import { CMO, type Scheme, schemeOf } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";

const readTagged = (inline: Inline, scheme: Scheme): Spelt | undefined => readSentence([inline], scheme);

function name(mention: RoleMention): string {
  const { role, n, part, position, absent } = mention;
  return [`${role}${n ?? ""}`, part, position, absent && "absent"].filter(Boolean).join("/");
}

const told = (spelt: Spelt | undefined): string[] => (spelt?.slots ?? []).map((slot) => `${name(slot)}: ${slot.text}`);
const read = (...texts: string[]): string[] => {
  let at = 0;
  const paragraphs = texts.map((text) => {
    const made = plainInline(text, at);
    at += text.length + 2;
    return made;
  });
  return told(readSentence(paragraphs, CMO));
};
const cites = (...texts: string[]): string[] => {
  let at = 0;
  const paragraphs = texts.map((text) => {
    const made = plainInline(text, at);
    at += text.length + 2;
    return made;
  });
  const spelt = readSentence(paragraphs, CMO);
  return (spelt?.citations ?? []).map(({ citation, slot }) => {
    const of = slot === undefined ? undefined : spelt?.slots[slot];
    return `${citation.key}${citation.extract ? `#${citation.extract}` : ""} ${of ? name(of) : "-"}`;
  });
};

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "tags after their words",
    "When partners share a vision (C), they quarrel less (M) and come to trust each other (O1).",
    ["C: partners share a vision", "M: they quarrel less", "O1: come to trust each other"],
  ],
  [
    "the parts of a mechanism",
    "When partners meet often (C), they learn of each other (Mresource) and feel safe (Mresponse), so that they share risks (O1).",
    [
      "C: partners meet often",
      "M/resource: they learn of each other",
      "M/reasoning: feel safe",
      "O1: they share risks",
    ],
  ],
  [
    "a qualifier alone",
    "In contexts where staff are few (C), a shared rota (resource) brings relief (response) and fewer leave (O).",
    ["C: staff are few", "M/resource: a shared rota", "M/reasoning: brings relief", "O: fewer leave"],
  ],
  [
    "square brackets, signs and words as tags",
    "If nurses lead [Context], then patients ask more [Mechanism 1], leading to fewer falls [Outcomes].",
    ["C: nurses lead", "M1: patients ask more", "O: fewer falls"],
  ],
  [
    "the copyright sign",
    "Where time is short ©, people guess (M), and err (O).",
    ["C: time is short", "M: people guess", "O: err"],
  ],
  ["wide brackets", "Time is short（C）, people guess（M）.", ["C: Time is short", "M: people guess"]],
  [
    "several roles in a tag",
    "Shared history (C1, C2), early trust (C/M), then calm (O1–O2).",
    ["C1: Shared history", "C2: Shared history", "C: early trust", "M: early trust", "O1: calm", "O2: calm"],
  ],
  [
    "tags that touch",
    "Partners share (C1) (C2), they trust (M)(O) at once.",
    ["C1: Partners share", "C2: Partners share", "M: they trust at once", "O: they trust at once"],
  ],
  [
    "a tag that only a joining word parts from another",
    "Partners share (C) and (M), and stay (O).",
    ["C: Partners share", "M: Partners share", "O: stay"],
  ],
  [
    "words after a sentence's last tag",
    "Partners share a vision (C). They trust (M) one another at once. Fewer quarrel (O).",
    ["C: Partners share a vision", "M: They trust one another at once", "O: Fewer quarrel"],
  ],
  [
    "sentences without tags",
    "Many tried this. Partners share a vision (C). It is common. They trust (M). That is all.",
    ["C: Partners share a vision", "M: They trust"],
  ],
  [
    "abbreviations",
    "Some tools, e.g. Shared notes vs. Letters of Dr. Weir, are at hand (C). Staff, i.e. Nurses et al. Doctors, trust them (M).",
    [
      "C: Some tools, e.g. Shared notes vs. Letters of Dr. Weir, are at hand",
      "M: Staff, i.e. Nurses et al. Doctors, trust them",
    ],
  ],
  [
    "no capital after the stop",
    "It costs approx. 3.5 pounds. still, they pay (C), and gain (O).",
    ["C: It costs approx. 3.5 pounds. still, they pay", "O: gain"],
  ],
  [
    "a tag after the stop",
    "When partners share a vision, they meet. (C) Then they trust. (M)",
    ["C: partners share a vision, they meet", "M: they trust"],
  ],
  ["or stays", "Trust (M) or fear (M), and so calm (O).", ["M: Trust", "M: or fear", "O: calm"]],
  [
    "joining words, again and again",
    "And so, because when rain falls (C), which leads to mud (O).",
    ["C: rain falls", "O: mud"],
  ],
  [
    "joining words only where they are whole words",
    "Whenever sofas sell (C), andirons thaw (M), as well as ice (O), as a result of heat (O2).",
    ["C: Whenever sofas sell", "M: andirons thaw", "O: as well as ice", "O2: as a result of heat"],
  ],
  [
    "a paragraph that begins with a tag",
    "(C) Partners share a vision, (M1) they trust each other, leading to (O) fewer quarrels.",
    ["C: Partners share a vision", "M1: they trust each other", "O: fewer quarrels"],
  ],
  [
    "a tag before its words, after joining words",
    "When (C) partners share, (M) they trust.",
    ["C: partners share", "M: they trust"],
  ],
  [
    "sentences that begin with tags",
    "[Context] Partners share a vision. [Mechanism] They trust. That is rare. [Outcome] Fewer quarrels.",
    ["C: Partners share a vision", "M: They trust", "O: Fewer quarrels"],
  ],
  [
    "a label that its bracket repeats",
    "Context (C): partners share. Mechanism (M): they trust. Outcome (O): calm.",
    ["C: partners share", "M: they trust", "O: calm"],
  ],
  [
    "brackets that are no role",
    "Partners (two or more) share [a lot] (C), they trust (see above) (M).",
    ["C: Partners (two or more) share [a lot]", "M: they trust (see above)"],
  ],
  [
    "a tag within a bracket",
    "Teams (where leaders listen (C)) speak up (M).",
    ["C: Teams (where leaders listen", "M: speak up"],
  ],
  [
    "links and wikilinks",
    "As in [[TR3]] and [[C1]] partners share (C), they trust (M).",
    ["C: in [[TR3]] and [[C1]] partners share", "M: they trust"],
  ],
  ["lines joined", "When partners\nshare (C),\nthey trust (M).", ["C: partners share", "M: they trust"]],
  ["one role only", "Trust (M) and calm (M2).", []],
  ["ordinary brackets", "Costs fell (by 3 %) and (p. 12) staff (n = 4) stayed (c) and (CI) (OR) (a).", []],
  ["a year of copyright", "© 2014 The authors (M).", []],
  ["nothing to say", "(C) (M) (O).", []],
  [
    "absence and position",
    "No trust (M absent), then quarrels (final O).",
    ["M/absent: No trust", "O/final: quarrels"],
  ],
];

describe("a sentence with tags", () => {
  for (const [title, text, want] of CASES) {
    it(`reads ${title}`, () => {
      assert.deepEqual(read(text), want);
    });
  }

  it("is the first paragraph with two roles, and the tagged ones that follow", () => {
    const tagged = "Partners share (C), they trust (M).";
    assert.deepEqual(read("Trust matters (M).", tagged, "Fewer quarrel (O)."), [
      "C: Partners share",
      "M: they trust",
      "O: Fewer quarrel",
    ]);
    assert.deepEqual(read("Prose.", tagged, "More prose.", "Then calm (O)."), [
      "C: Partners share",
      "M: they trust",
      "O: calm",
    ]);
    assert.equal(readSentence([], CMO), undefined);
    assert.equal(readTagged(plainInline("They trust (M)."), CMO), undefined);
  });

  it("keeps to the scheme's roles", () => {
    const text = "A nurse (A) gives advice (I) where time is short (C), patients act (M), and recover (O).";
    const icamo = schemeOf("ICAMO") ?? CMO;
    assert.equal(hasTags(plainInline(text), icamo), 5);
    assert.equal(hasTags(plainInline(text), CMO), 3);
    assert.deepEqual(told(readTagged(plainInline(text), icamo)), [
      "A: A nurse",
      "I: gives advice",
      "C: time is short",
      "M: patients act",
      "O: recover",
    ]);
  });

  it("finds no tag in code", () => {
    const text = "Write (C) and (M) so.";
    const code: Inline = {
      ...plainInline(text),
      marks: [{ kind: "code", from: 6, to: 9, span: { start: 6, end: 9 } }],
    };
    assert.equal(hasTags(code, CMO), 1);
  });

  it("gives each slot and each tag its place", () => {
    const text = "When partners share (C), they trust (M) one another.";
    const spelt = readTagged(plainInline(text, 100), CMO);
    const at = (span: { start: number; end: number }): string => text.slice(span.start - 100, span.end - 100);
    assert.deepEqual(spelt?.slots.map(at), ["partners share", "they trust (M) one another"]);
    assert.deepEqual(
      spelt?.slots.map((slot) => at(slot.mark)),
      ["(C)", "(M)"],
    );
  });
});

describe("a sentence in quotation marks", () => {
  const CALM: readonly string[] = ["C: wards are short", "M: they tire", "O: leave late"];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["“When wards are short (C), they tire (M), so leave late (O).”", CALM],
    ["“When wards are short (C), they tire (M), so leave late” (O).", CALM],
    ['"When wards are short (C), they tire (M), so leave late (O)."', CALM],
    ["'When wards are short (C), they tire (M), so leave late (O).'", CALM],
    ["‘When wards are short (C), they tire (M), so leave late (O)’.", CALM],
    ["«When wards are short (C), they tire (M), so leave late (O)».", CALM],
    ["„When wards are short (C), they tire (M), so leave late (O).“", CALM],
    ["“‘When wards are short (C), they tire (M), so leave late (O).’”", CALM],
    ["“Soft” skills grow (C), so “we” talk (M).", ["C: “Soft” skills grow", "M: “we” talk"]],
    ['They feel "at home" (C), and say "we" (M).', ['C: They feel "at home"', 'M: say "we"']],
    ["The nurses’ own (C), and the patients’ (M).", ["C: The nurses’ own", "M: the patients’"]],
    ["'tis good (C), so ’tis calm (M).", ["C: 'tis good", "M: ’tis calm"]],
    ["'Twas good (C), and ‘twas calm (M).", ["C: 'Twas good", "M: ‘twas calm"]],
    ["Let ’em (C), '90s wards, (M) and ’90s ones (O).", ["C: Let ’em", "M: '90s wards", "O: ’90s ones"]],
    [
      "’Tis good (C), ’cause ’twas (M), and ’neath the nurses' eye (O).",
      ["C: ’Tis good", "M: ’cause ’twas", "O: ’neath the nurses' eye"],
    ],
    ["’tis the nurses’ own (C), they don’t ask (M).", ["C: ’tis the nurses’ own", "M: they don’t ask"]],
    ["’When wards are short (C), they tire (M), so leave late (O).’", CALM],
    ["’when wards are short (C),’ they tire (M), so leave late (O).", CALM],
    [
      "’wards are short’ (C), and 'they tire' (M), so ‘leave late’ (O).",
      ["C: wards are short", "M: 'they tire'", "O: ‘leave late’"],
    ],
    ["‘tis good’ (C), 'tisn't (M), 'emphasis is lost (O).", ["C: ‘tis good’", "M: 'tisn't", "O: emphasis is lost"]],
    ["'Not mine' is heard (C), they don't ask (M).", ["C: 'Not mine' is heard", "M: they don't ask"]],
  ];
  for (const [text, want] of cases) it(`reads ${text}`, () => assert.deepEqual(read(text), want));

  it("is read however many marks it has", () => {
    for (const many of ["’a ", "’and ", "’", "'tis ", "‘em "])
      assert.equal(read(`${many.repeat(2000)}a (C) ${many.repeat(2000)}b (M)`).length, 2, many);
    assert.deepEqual(read(`${"“".repeat(2000)}a (C) b (M)${"”".repeat(2000)}`).length, 2);
  });
});

describe("a note or a citation without a key", () => {
  const CALM: readonly string[] = ["C: wards are short", "M: they tire", "O: leave"];
  for (const note of [
    "[1,2]",
    "[1], [2]",
    "[12–15]",
    "[^1]",
    "(3, 4)",
    "¹",
    "¹,²",
    "^1,2^",
    "^a^",
    "†",
    "(Lund, 2014)",
    "(Lund 2014a)",
    "(Lund 2014: 12)",
    "(Lund 2014, p. 12)",
    "(see Lund 2014)",
    "(Lund et al. 2014)",
    "(Lund & Weir 2014)",
    "(Lund, Weir and van Rijn 2014)",
    "(de Vries 2014)",
    "(Lund 2014; Moreau 2015)",
    "(Lund 2014; 2015)",
    "(May et al., 2015)",
    "(May, 2015a)",
    "(see May, 2015)",
    "(May and Finch 2009)",
    "(Lund et al., 2014; Moreau & de Vries, 2015a, p. 12)",
    "(see Lund and Weir 2010, 2012)",
    "(e.g. O’Dell, 2010: 12–14; see also van Rijn 2012b)",
    "(Department of Health, 2010)",
    "[Lund 2010]",
    "(p. 12)",
    "(pp. 3–4)",
    "(pp. 3-4, 9)",
    "(p12)",
    "(page 12)",
    "(Table 3)",
    "(Tables 2 and 3; Fig. 1a)",
    "(Fig. 2)",
    "(see Table 2)",
    "(see Box 2 and Fig. 3)",
    "(Supplementary Table 2)",
    "(pp. 12–14, Table 2)",
    "[see Table 2]",
    "(Box 1)",
    "(Appendix 3)",
    "(Appendix A)",
    "(Lund 2010; see Table 2, p. 4)",
  ]) {
    it(`${note} belongs to the tag before it`, () => {
      assert.deepEqual(read(`When wards are short (C) ${note}, they tire (M) ${note} and leave (O) ${note}.`), CALM);
      assert.deepEqual(read(`(C) ${note} wards are short; (M) ${note} they tire; (O) ${note} leave.`), CALM);
    });
  }

  it("belongs to it also run on, and after a comma or a stop", () => {
    for (const note of ["12,15", "¹", "^1^", "[3]", "[^a]"]) {
      assert.deepEqual(
        read(`When wards are short (C)${note}, they tire (M),${note} and leave (O).${note}`),
        CALM,
        note,
      );
      assert.deepEqual(
        read(`Wards are short (C).${note} They tire (M).${note} They leave (O).`),
        ["C: Wards are short", "M: They tire", "O: They leave"],
        note,
      );
    }
    assert.deepEqual(read("Wards are short (C). They tire (M) at once.[3] They leave (O)."), [
      "C: Wards are short",
      "M: They tire at once",
      "O: They leave",
    ]);
  });

  it("leaves no dagger before the tag", () => {
    assert.deepEqual(
      read("Wards are short† (C), they tire† (M)† and leave‡, (O)."),
      CALM.map((each) => each.replace("wards", "Wards")),
    );
    assert.deepEqual(
      read("(C) Wards are short†; (M) they tire †, (O) leave††."),
      CALM.map((each) => each.replace("wards", "Wards")),
    );
  });

  it("is no bracket of words, and no number among them", () => {
    for (const words of [
      "(in London since 2010) they tire",
      "(The Act of 2010) they tire",
      "(two wards) they tire",
      "12 nurses tire",
      "[of them] they tire",
      "5% of them tire",
      "[1](a.md) they tire",
      "(all 3) tire",
      "(London 2012) they tire",
      "(Olympics 2012) they tire",
      "(& Lund 2014) they tire",
      "(Lund 2014) they tire",
      "(Olympics 2012, 2016) they tire",
      "(after Brexit 2016) they tire",
      "(Rio de Janeiro 2016) they tire",
      "(Hackney, London 2012) they tire",
      "(World Cup 2014) they tire",
      "(Health and Social Care Act 2012) they tire",
      "(Care Act, 2014) they tire",
      "(May, 2015) they tire",
      "(March 2015) they tire",
      "(June and July 2015) they tire",
      "(from Sept. 2015) they tire",
      "(March-May, 2015) they tire",
      "(May, 2015; June, 2016) they tire",
      "(P1) they tire",
      "(P 12) they tire",
      "(page boys) tire",
      "(table 3 of them) tire",
      "(Ward 3) they tire",
    ])
      assert.deepEqual(read(`Wards are short (C), ${words} (M).`), ["C: Wards are short", `M: ${words}`], words);
    assert.deepEqual(read("(1) a place (C), (2) trust (M)."), ["C: (1) a place", "M: (2) trust"]);
    assert.deepEqual(read("Wards are short (C), 2nd shifts [3] tire (M)."), [
      "C: Wards are short",
      "M: 2nd shifts [3] tire",
    ]);
  });

  it("is looked for in linear time", () => {
    const long = `(p. ${"1".repeat(180)}!)`;
    const lists = `(p. 1${", 1".repeat(60)}!)`;
    const text = `a (C) ${`b (M) ${long} c (M) ${lists} `.repeat(200)}`;
    assert.equal(read(text).length, 401);
  });

  it("leaves the keys after it to the tag", () => {
    assert.deepEqual(cites("Partners share (C) [1] [@a], they trust (M)."), ["a C"]);
  });
});

describe("a footnote's text", () => {
  it("spells no slots", () => {
    assert.deepEqual(read("Partners share (C), they trust (M).[^1]", "[^1]: A note (C) with tags (M)."), [
      "C: Partners share",
      "M: they trust",
    ]);
    const below =
      "Partners share (C), they trust (M)[^1] [@a].\n[^1]: A note (C) with tags (M) and @b.\n[^2]: More (O).";
    assert.deepEqual(read(below), ["C: Partners share", "M: they trust"]);
    assert.deepEqual(cites(below), ["a M", "b -"]);
    assert.deepEqual(read("Partners share (C), they trust\n[^1] each other (M)."), [
      "C: Partners share",
      "M: they trust [^1] each other",
    ]);
    assert.deepEqual(read("[^note]: A note (C) with tags (M)."), []);
    assert.deepEqual(read("[C] a place [M] trust"), ["C: a place", "M: trust"]);
  });
});

describe("a citation in a sentence", () => {
  it("right after a tag belongs to its slot", () => {
    assert.deepEqual(cites("Partners share (C) [@a#e1], they trust (M) [@b; @c], and stay (O)."), [
      "a#e1 C",
      "b M",
      "c M",
    ]);
    assert.deepEqual(cites("Partners share (C). [@a] They trust (M)."), ["a C"]);
    assert.deepEqual(cites("Partners share (C1, C2) [@a], they trust (M)."), ["a C1", "a C2"]);
  });

  it("inside a slot's words belongs to that slot", () => {
    assert.deepEqual(cites("Partners [@a, p. 3] share (C), they trust [@b#e2] (M) one another [@c]."), [
      "a C",
      "b#e2 M",
      "c M",
    ]);
    assert.deepEqual(cites("(C) partners share [@a], (M) they trust [@b]."), ["a C", "b M"]);
  });

  it("after the last tag's stop speaks to the whole", () => {
    assert.deepEqual(cites("Partners share (C), they trust (M). [@a#e1; @b]"), ["a#e1 -", "b -"]);
    assert.deepEqual(cites("Partners share (C), they trust (M) at once. [@a]."), ["a -"]);
    assert.deepEqual(cites("Partners share (C), they trust (M). See also [@a]."), ["a -"]);
    assert.deepEqual(cites("(C) Partners share, (M) they trust. [@a]"), ["a -"]);
  });

  it("before the last paragraph stays with its tag", () => {
    assert.deepEqual(cites("Partners share (C), they trust (M). [@a]", "Then calm (O). [@b]"), ["a M", "b -"]);
  });

  it("with its bracket is no word of a slot", () => {
    assert.deepEqual(read("Partners [see @a, p. 3] share (@b#e1), then (C) they trust (M) [@c]."), [
      "C: Partners share, then",
      "M: they trust",
    ]);
  });
});

describe("any paragraph", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "When ",
      "partners",
      " share",
      " (C)",
      "(M)",
      " [O1]",
      ", ",
      ". ",
      "They",
      " trust",
      " [@a#e1]",
      " @b",
      "(",
      ")",
      "[",
      "]",
      "\n",
      " and ",
      " so that ",
      "©",
      "e.g. ",
      " (resource)",
      " (C1, M2)",
      "[[TR3]]",
      "“",
      "”",
      "é",
      "\ud83d\ude00",
    ),
    { maxLength: 24 },
  );

  it("gives slots whose words stand in it, in places inside it", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join("");
        const spelt = readSentence([plainInline(text, 7)], CMO);
        for (const slot of spelt?.slots ?? []) {
          assert.ok(slot.text !== "" && slot.text === slot.text.trim(), JSON.stringify(slot.text));
          assert.ok(slot.start >= 7 && slot.start < slot.end && slot.end <= 7 + text.length);
          const source = text.slice(slot.start - 7, slot.end - 7);
          for (const word of slot.text.match(/[\p{L}\p{N}]+/gu) ?? []) assert.ok(source.includes(word), word);
          const mark = text.slice(slot.mark.start - 7, slot.mark.end - 7);
          assert.ok(/[()[\]©]/.test(mark), mark);
        }
        for (const { slot } of spelt?.citations ?? [])
          assert.ok(slot === undefined || slot < (spelt?.slots.length ?? 0));
      }),
      runs(30),
    );
  });

  it("never fails", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
        (text) => void readSentence([plainInline(text)], CMO),
      ),
    );
  });
});
