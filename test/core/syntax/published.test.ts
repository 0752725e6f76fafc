/** Configurations as reviews in many hands publish them (all content invented), and what each reads as; whole texts, read as a review reads them. */
import assert from "node:assert/strict";
import { cmocsIn, recordsIn, short, sourceFile } from "../reviews.ts";

type Wanted = readonly string[];

const slots = (text: string, manifest?: string): Wanted =>
  cmocsIn(text, manifest).flatMap((cmoc) => cmoc.slots.map(short));
const of = (configuration: string): string => `cmoc: 1\nconfiguration: ${configuration}\n`;
const table = (...lines: readonly string[]): string => {
  const [head = "", ...body] = lines;
  return [head, head.replace(/[^|]+/g, "---"), ...body].map((line) => `${line}\n`).join("");
};

const SENTENCES: readonly (readonly [string, Wanted])[] = [
  [
    "When partners share a vision (C), they quarrel less (M) and come to trust each other (O1), which others have seen too.",
    ["C: partners share a vision", "M: they quarrel less", "O1: come to trust each other, which others have seen too"],
  ],
  [
    "In contexts where wards are short of staff (**C**), a shared rota (_M_<sub>resource</sub>) gives relief (M<sub>response</sub>), so that fewer leave (**O**).",
    ["C: wards are short of staff", "M resource: a shared rota", "M reasoning: gives relief", "O: fewer leave"],
  ],
  [
    "If managers listen **(C)**, then nurses feel heard **(M)**, leading to fewer complaints **(O)**.",
    ["C: managers listen", "M: nurses feel heard", "O: fewer complaints"],
  ],
  [
    "Where clinics are far away [C1] and buses are rare [C2], a phone line [M-resource] makes patients feel cared for [M-response], resulting in earlier calls [O].",
    [
      "C1: clinics are far away",
      "C2: buses are rare",
      "M resource: a phone line",
      "M reasoning: makes patients feel cared for",
      "O: earlier calls",
    ],
  ],
  [
    "Because leaders change often (Context), staff doubt that plans will last (Mechanism: reasoning), and so they wait (Outcome: immediate) and leave (Outcome: final).",
    [
      "C: leaders change often",
      "M reasoning: staff doubt that plans will last",
      "O immediate: they wait",
      "O final: leave",
    ],
  ],
  [
    "Older people who live alone (C–1) enjoy the visits (M–1), so that they eat better (O–1) and sleep better (O–2).",
    ["C1: Older people who live alone", "M1: enjoy the visits", "O1: they eat better", "O2: sleep better"],
  ],
  [
    "Peers with lived experience (1C) are believed (1M); young people stay in touch (1O).",
    ["C1: Peers with lived experience", "M1: are believed", "O1: young people stay in touch"],
  ],
  [
    "Where budgets are pooled (Contexts), partners lose the fear of being cheated (Mechanisms), and they plan together (Outcomes).",
    ["C: budgets are pooled", "M: partners lose the fear of being cheated", "O: they plan together"],
  ],
  [
    "(C) Schools have a nurse on site; (M) pupils see her as one of them; (O) more of them ask for help.",
    ["C: Schools have a nurse on site", "M: pupils see her as one of them", "O: more of them ask for help"],
  ],
  [
    "**[C]** The town has one surgery. **[M]** People trust its doctor. **[O]** They turn up for screening.",
    ["C: The town has one surgery", "M: People trust its doctor", "O: They turn up for screening"],
  ],
  [
    "Context (C1): rural wards with one doctor. Mechanism (M1): staff rely on each other. Outcome (O1): few transfers.",
    ["C1: rural wards with one doctor", "M1: staff rely on each other", "O1: few transfers"],
  ],
  [
    "**Context** (C): rural wards\n**Mechanism** (M): staff rely on each other\n**Outcome** (O): few transfers",
    ["C: rural wards", "M: staff rely on each other", "O: few transfers"],
  ],
  [
    "When wards are short of staff (C), nurses feel lost (M). (This is rare.) They leave (O).",
    ["C: wards are short of staff", "M: nurses feel lost", "O: They leave"],
  ],
  [
    "Wards are short of staff [C] + relief [M] = fewer leave [O] → less harm [Final outcome]",
    ["C: Wards are short of staff", "M: relief", "O: fewer leave", "O final: less harm"],
  ],
  [
    "When audit is public ©, surgeons feel watched (M) and operate on fewer frail patients (O, intermediate).",
    ["C: audit is public", "M: surgeons feel watched", "O intermediate: operate on fewer frail patients"],
  ],
  [
    "Where nobody follows up (C), the tool is soon forgotten (M, absent), and nothing changes (O; absent).",
    ["C: nobody follows up", "M absent: the tool is soon forgotten", "O absent: nothing changes"],
  ],
  [
    "Trust that was earned before (C/M) makes joint bids thinkable (M), so that money is found (O).",
    [
      "C: Trust that was earned before",
      "M: Trust that was earned before",
      "M: makes joint bids thinkable",
      "O: money is found",
    ],
  ],
  [
    "In teams of long standing (C1, C2 & C3), people speak up (M) and errors are caught (O1 and O2).",
    [
      "C1: In teams of long standing",
      "C2: In teams of long standing",
      "C3: In teams of long standing",
      "M: people speak up",
      "O1: errors are caught",
      "O2: errors are caught",
    ],
  ],
  [
    "Where targets are set from above (C1–C3), managers game them (M1), and figures lose their meaning (O1-O2).",
    [
      "C1: targets are set from above",
      "C2: targets are set from above",
      "C3: targets are set from above",
      "M1: managers game them",
      "O1: figures lose their meaning",
      "O2: figures lose their meaning",
    ],
  ],
  [
    "When a home visit (resource) is made by a known nurse (C), parents relax (response) and they open up (O₁).",
    ["M resource: a home visit", "C: is made by a known nurse", "M reasoning: parents relax", "O1: they open up"],
  ],
  [
    "Pharmacists on the ward（C）are asked more often（M）， and doses are right（O）。",
    ["C: Pharmacists on the ward", "M: are asked more often", "O: doses are right"],
  ],
  [
    "Patients with hepatitis C (HCV; see Table 2) in stable housing (C) come to see cure as possible (M) (n = 12) and start treatment (O).",
    [
      "C: Patients with hepatitis C (HCV; see Table 2) in stable housing",
      "M: come to see cure as possible",
      "O: (n = 12) and start treatment",
    ],
  ],
  [
    "Carers who are paid (C) [@okafor2014, p. 3] feel valued (M) [@moreau2005#e2; @tanaka2002] and stay (O).",
    ["C: Carers who are paid", "M: feel valued", "O: stay"],
  ],
  [
    "Where wards meet daily (C). Staff notice change early (M). That is new. They act sooner (O).",
    ["C: wards meet daily", "M: Staff notice change early", "O: They act sooner"],
  ],
  [
    "Fear of blame (M) or fatigue (M), where rotas are long (C), and hence silence (O).",
    ["M: Fear of blame", "M: or fatigue", "C: rotas are long", "O: hence silence"],
  ],
  [
    "Co-located teams {C} trust one another {M} and refer early {O}.",
    ["C: Co-located teams", "M: trust one another", "O: refer early"],
  ],
  [
    "When mothers' groups are led by peers (C\u00a01), they feel at ease (M\u00a01), so\u00a0that they come back (O\u00a01).",
    ["C1: mothers' groups are led by peers", "M1: they feel at ease", "O1: they come back"],
  ],
  [
    "Staff know the plan (Context A, see p. 4) where it is posted (C), feel sure (M) and follow it (O).",
    ["C: Staff know the plan (Context A, see p. 4) where it is posted", "M: feel sure", "O: follow it"],
  ],
  [
    "Where staff are few (C)(M), they improvise (O) ; so it goes.",
    ["C: staff are few", "M: staff are few", "O: they improvise; so it goes"],
  ],
  [
    "Because of poor pay (C) and as a result of long hours (C), cleaners feel invisible (M); they leave (O).",
    ["C: poor pay", "C: as a result of long hours", "M: cleaners feel invisible", "O: they leave"],
  ],
];

describe("a published sentence", () => {
  for (const [text, wanted] of SENTENCES)
    it(`reads ${text.slice(0, 60)}`, () => assert.deepEqual(slots(`## CMOC 1\n\n${text}\n`), wanted));

  it("reads in the scheme of its review", () => {
    const text =
      "## CMOC 1\n\nWhere rents are high (C), a link worker (A) offers a grant (I), which feels fair (M), so tenants stay (O).\n";
    assert.deepEqual(slots(text, of("ICAMO")), [
      "C: rents are high",
      "A: a link worker",
      "I: offers a grant",
      "M: feels fair",
      "O: tenants stay",
    ]);
    assert.deepEqual(
      slots(text.replace("(A) ", "").replace("(I)", "(Interventions)"), of("CIMO"))[1],
      "I: a link worker offers a grant",
    );
    assert.deepEqual(
      slots(
        "## CMOC 1\n\nA joint board (S1) where trust is low (C) calms fears (M) and contracts are kept (O).\n",
        of("SCMO"),
      ),
      ["S1: A joint board", "C: trust is low", "M: calms fears", "O: contracts are kept"],
    );
    assert.deepEqual(
      slots(
        "## CMOC 1\n\nДоверие (К), люди ждут (Механизм) и помогают (О).\n",
        of("[{ letter: К, label: Контекст }, { letter: М, label: Механизм }, { letter: О, label: Исход }]"),
      ),
      ["К: Доверие", "М: люди ждут", "О: и помогают"],
    );
  });
});

const TABLES: readonly (readonly [string, string, Wanted])[] = [
  [
    "plurals, letters in brackets, signs",
    table("| No. | Contexts (C) | + Mechanisms (M) | = Outcome(s) (O) |", "| 1 | short stays | hurry | errors |"),
    ["C: short stays", "M: hurry", "O: errors"],
  ],
  [
    "three columns and no more",
    table("| CONTEXT | MECHANISM | OUTCOME |", "| short stays | hurry | errors |"),
    ["C: short stays", "M: hurry", "O: errors"],
  ],
  [
    "bare letters",
    table("| C | M | O |", "| short stays | hurry | errors |"),
    ["C: short stays", "M: hurry", "O: errors"],
  ],
  [
    "bold heads with arrows",
    table("| **Context →** | **Mechanism →** | **Outcome** |", "| short stays | hurry | errors |"),
    ["C: short stays", "M: hurry", "O: errors"],
  ],
  [
    "a mechanism in two columns",
    table(
      "| CMOC | Context | Mechanism (resource) | Mechanism (reasoning) | Outcome |",
      "| 4 | short stays | a form → a call | feeling pressed; feeling lost | errors |",
    ),
    [
      "C: short stays",
      "M resource: a form → a call",
      "M reasoning: feeling pressed",
      "M reasoning: feeling lost",
      "O: errors",
    ],
  ],
  [
    "a mechanism's parts with other signs",
    table(
      "| ID | Context | Mechanism: resource | Mechanism – response | Intermediate outcome | Final outcomes |",
      "| A1 | new teams | a coach | feeling safe | talk | fewer falls |",
    ),
    [
      "C: new teams",
      "M resource: a coach",
      "M reasoning: feeling safe",
      "O intermediate: talk",
      "O final: fewer falls",
    ],
  ],
  [
    "arrows of every kind",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | new teams | a coach → feeling safe ⇒ hope | → talk |",
      "| A2 | new teams | a coach -> feeling safe | talk -> trust |",
      "| A3 | new teams | → relief | talk |",
      "| A4 | a map (A → B) | a map (A → B) and a guide => calm | talk |",
    ),
    [
      "C: new teams",
      "M resource: a coach",
      "M reasoning: feeling safe",
      "M reasoning: hope",
      "O: talk",
      "C: new teams",
      "M resource: a coach",
      "M reasoning: feeling safe",
      "O: talk -> trust",
      "C: new teams",
      "M: relief",
      "O: talk",
      "C: a map (A → B)",
      "M resource: a map (A → B) and a guide",
      "M reasoning: calm",
      "O: talk",
    ],
  ],
  [
    "marks with numbers",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | C1: new teams; C2: old wards | M1 – relief<br>M2 – pride | O1 problems are fewer; O2) hope |",
      "| A2 | (C1) new teams | relief (M1) | Outcome 1: hope<br>Outcome 2: calm |",
    ),
    [
      "C1: new teams",
      "C2: old wards",
      "M1: relief",
      "M2: pride",
      "O1: problems are fewer",
      "O2: hope",
      "C1: new teams",
      "M1: relief",
      "O1: hope",
      "O2: calm",
    ],
  ],
  [
    "marks with parts and positions",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | (macro) cuts | (resource) a coach; (response) pride | Immediate: talk; Final: fewer falls |",
      "| A2 | cuts | Resource: a coach<br>Reasoning: pride | fewer falls (final) |",
      "| A3 | cuts | M1 (resource): a coach<br>M1 (response): pride | O1 (absent): no talk |",
    ),
    [
      "C: cuts",
      "M resource: a coach",
      "M reasoning: pride",
      "O immediate: talk",
      "O final: fewer falls",
      "C: cuts",
      "M resource: a coach",
      "M reasoning: pride",
      "O final: fewer falls",
      "C: cuts",
      "M1 resource: a coach",
      "M1 reasoning: pride",
      "O1 absent: no talk",
    ],
  ],
  [
    "a mark of another role: the column's wins",
    table("| ID | Context | Mechanism | Outcome |", "| A1 | new teams (M) | (O1) relief | C2: talk |"),
    ["C: new teams", "M1: relief", "O2: talk"],
  ],
  [
    "a mark for several",
    table("| ID | Context | Mechanism | Outcome |", "| A1 | C1, C2: new teams | relief | talk (O1–O2) |"),
    ["C1: new teams", "C2: new teams", "M: relief", "O1: talk", "O2: talk"],
  ],
  [
    "words that look like marks",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | Hepatitis C clinics (see above) | I feel heard: at last | 3 C warmer; at 9:30 calm |",
      '| A2 | two wards (A; B) and "one; two" | 5 M people (n = 4) | a 20 % fall |',
    ),
    [
      "C: Hepatitis C clinics (see above)",
      "M: I feel heard: at last",
      "O: 3 C warmer",
      "O: at 9:30 calm",
      'C: two wards (A; B) and "one; two"',
      "M: 5 M people (n = 4)",
      "O: a 20 % fall",
    ],
  ],
  [
    "lists in a cell",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | • new teams<br>• old wards | - relief<br>- pride | talk;<br>calm; |",
    ),
    ["C: new teams", "C: old wards", "M: relief", "M: pride", "O: talk", "O: calm"],
  ],
  [
    "empty cells",
    table("| ID | Context | Mechanism | Outcome |", "| A1 | new teams | – | -- |", "| A2 | n/a | relief | \u2014 |"),
    ["C: new teams", "M: relief"],
  ],
  [
    "outcomes when the mechanism fires or not",
    table(
      "| Context | Mechanism | Outcome when mechanism is present | Outcome when mechanism is absent |",
      "| new teams | relief | talk | silence |",
    ),
    ["C: new teams", "M: relief", "O: talk", "O absent: silence"],
  ],
  [
    "outcomes when M is not triggered",
    table(
      "| Context | Mechanism | Outcome if M is triggered | Outcome – if no mechanism |",
      "| new teams | relief | talk | silence |",
    ),
    ["C: new teams", "M: relief", "O: talk", "O absent: silence"],
  ],
  [
    "a column for both parts",
    table(
      "| ID | Context | Mechanism (resource and response) | Outcomes (immediate, final) |",
      "| A1 | new teams | a coach → pride | talk (immediate); fewer falls (final) |",
      "| A2 | new teams | relief | calm |",
    ),
    [
      "C: new teams",
      "M resource: a coach",
      "M reasoning: pride",
      "O immediate: talk",
      "O final: fewer falls",
      "C: new teams",
      "M: relief",
      "O: calm",
    ],
  ],
  [
    "a column for two roles",
    table("| ID | Context / Mechanism | Outcome |", "| A1 | trust; (C) new teams | talk |"),
    ["C: trust", "M: trust", "C: new teams", "O: talk"],
  ],
  [
    "numbered columns",
    table("| Context 1 | Context 2 | Mechanism | Outcome-1 |", "| new teams | old wards | relief | talk |"),
    ["C1: new teams", "C2: old wards", "M: relief", "O1: talk"],
  ],
  [
    "layers of context",
    table(
      "| CMOC no. | Context (macro) | Meso-level context | Context – individual | Mechanism | Outcome |",
      "| 1 | law | rota | age | relief | talk |",
    ),
    ["C: law", "C: rota", "C: age", "M: relief", "O: talk"],
  ],
  [
    "two roles under a configuration's heading",
    `## CMOC TR1: Trust\n\n${table("| Context | Outcome |", "| new teams | talk |")}`,
    ["C: new teams", "O: talk"],
  ],
  [
    "two roles beside a column of configurations",
    table("| CMO configuration | Context | Mechanism | Source |", "| 12 | new teams | relief | @okafor2014 |"),
    ["C: new teams", "M: relief"],
  ],
  [
    "a mark that no-break spaces and subscripts write",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | C<sub>1</sub>: new\u00a0teams | M₂: relief | **O\u00a03** talk |",
    ),
    ["C1: new teams", "M2: relief", "O3: talk"],
  ],
  [
    "several numbered marks in one cell, each after its words",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | Staff (C1) and patients, (C2) | hope (M1) [@okafor2014], which calms (M2); pride (M3) | calm (O1), talk (O2) and rest (O3) at night |",
    ),
    ["C1: Staff", "C2: patients", "M1: hope", "M2: calms", "M3: pride", "O1: calm", "O2: talk", "O3: rest at night"],
  ],
  [
    "several marks in one cell that part nothing",
    table(
      "| ID | Context | Mechanism | Outcome |",
      "| A1 | Staff (C1) and (C2) | hope (M1) for staff (C1) | calm (O1) and then calm (O1) |",
    ),
    ["C1: Staff and", "M1: hope for staff", "O1: calm and then calm"],
  ],
  [
    "footnotes in the head",
    table("| ID* | Context* | Mechanism† | Outcomes‡ |", "| A1 | new teams | relief | talk |"),
    ["C: new teams", "M: relief", "O: talk"],
  ],
  [
    "raised footnotes in the head",
    table(
      "| ID[^1] | Context<sup>a</sup> | M<sub>resource</sub> | M<sup>response</sup> | Outcome<sup>1,2</sup> |",
      "| A1 | new teams | a desk | relief | talk |",
    ),
    ["C: new teams", "M resource: a desk", "M reasoning: relief", "O: talk"],
  ],
];

describe("a published table", () => {
  for (const [title, text, wanted] of TABLES) it(`reads ${title}`, () => assert.deepEqual(slots(text), wanted));

  it("reads in the scheme of its review", () => {
    const cells = "| 1 | a letter | a nurse | flats | pride | visits |";
    assert.deepEqual(
      slots(table("| ID | Intervention | Actor(s) | Context | Mechanism | Outcome |", cells), of("ICAMO")),
      ["I: a letter", "A: a nurse", "C: flats", "M: pride", "O: visits"],
    );
    assert.deepEqual(slots(table("| I | A | C | M | O |", cells.replace("| 1 ", "")), of("ICAMO")).length, 5);
    assert.deepEqual(
      slots(
        table("| Strategies | Context | Mechanism | Outcome |", "| a board | flats | pride | S1: visits |"),
        of("SCMO"),
      ),
      ["S: a board", "C: flats", "M: pride", "O1: visits"],
    );
    assert.deepEqual(
      slots(
        table("| Process | Context | Mechanism | Outcome |", "| P2: a board | flats | (P) pride | visits |"),
        of("[{ letter: P, label: Process }]"),
      ),
      ["P2: a board", "C: flats", "M: pride", "O: visits"],
    );
  });

  it("knows the other columns by their near spellings", () => {
    const [one, two] = cmocsIn(
      table(
        "| No. | CMOC | Themes | Context | Mechanism | Outcome | Supporting evidence | Setting |",
        "| Trust | | | | | | | |",
        "| 1 | CMOC TR3: Early trust | | new teams | relief [@okafor2014#e1] | talk | @moreau2005, strong | wards |",
        "| 2 | (TR4) | Faith | old teams | pride; [@tanaka2002] | calm | | |",
      ),
    );
    assert.deepEqual([one.id, one.theme, two.id, two.theme], ["TR3", "Trust", "TR4", "Faith"]);
    assert.deepEqual(
      one.evidence.map((each: { source: string; slots: readonly string[] }) => [each.source, each.slots.length]),
      [
        ["okafor2014", 1],
        ["moreau2005", 0],
      ],
    );
    assert.deepEqual(two.evidence[0].slots, ["M"]);
  });

  it("takes a first column without a head as ids where it holds them", () => {
    const ids = (...first: readonly string[]): readonly string[] =>
      cmocsIn(
        table("| | Context | Mechanism | Outcome |", "| Trust | | | |", ...first.map((id) => `| ${id} | a | b | c |`)),
      ).map((cmoc) => cmoc.id);
    assert.deepEqual(ids("TR3", "4", "CMOC 5"), ["TR3", "CMOC4", "CMOC5"]);
    assert.deepEqual(ids("TR3", "in 2014 and later"), ["a.md:4", "a.md:5"]);
    assert.deepEqual(ids("Wards", "Homes"), ["a.md:4", "a.md:5"]);
  });

  it("reads ids in near spellings", () => {
    for (const [written, id] of [
      ["TR3", "TR3"],
      ["**TR3**", "TR3"],
      ["(TR3)", "TR3"],
      ["TR3.", "TR3"],
      ["TR3:", "TR3"],
      ["4", "CMOC4"],
      ["4.", "CMOC4"],
      ["#4", "CMOC4"],
      ["No. 4", "CMOC4"],
      ["CMOC 4", "CMOC4"],
      ["CMO-4", "CMOC4"],
      ["CMO configuration 4", "CMOC4"],
      ["1a", "CMOC1a"],
      ["TR3 – Early trust", "TR3"],
      ["CMOC 4: Early trust", "CMOC4"],
    ] as const) {
      const [row] = cmocsIn(table("| CMOC | Context | Mechanism | Outcome |", `| ${written} | a | b | c |`));
      assert.equal(row?.id, id, written);
    }
  });
});

describe("the role of a coding line", () => {
  const lines: readonly (readonly [string, string])[] = [
    ['C shared-history: "a b"', "C shared-history"],
    ['C1 trust: "a"', "C trust"],
    ['M-resource hope: "b"', "M resource hope"],
    ['Mechanism (response) fear: "c"', "M reasoning fear"],
    ['M resource trust: "d"', "M resource trust"],
    ["final outcome:", "O"],
    ['O (absent) x-y: "d" (RM)', "O x-y"],
    ['Contexts: "a"; "b"', "C"],
    ['code trust: "e"', " trust"],
  ];
  for (const [line, wanted] of lines)
    it(`reads ${line}`, () => {
      const [extract] = recordsIn(
        { "s.md": sourceFile("okafor2014", `## Extract e1\n\n> a b c d e\n\n- ${line}\n`) },
        "extract",
      );
      const { role = "", part, code } = extract.codings[0];
      const words = [role, part, code];
      assert.equal(words.filter((word) => word !== undefined).join(" "), wanted);
    });
});
