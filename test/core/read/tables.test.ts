/** Tables as journals print them (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

type Row = string | readonly (string | readonly [string, string])[];

/** A page with a table: each row a line of cells, a cell with attributes is a pair. */
function page(...rows: readonly Row[]): string {
  const cell = (each: string | readonly [string, string]): string =>
    typeof each === "string" ? `<td>${each}</td>` : `<td ${each[1]}>${each[0]}</td>`;
  const lines = rows.map((row) => (typeof row === "string" ? row : `<tr>${row.map(cell).join("")}</tr>`));
  return `<html><body><table>\n${lines.join("\n")}\n</table></body></html>`;
}

const HEAD = ["Context", "Mechanism", "Outcome"] as const;

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "columns in another order, with glosses and letters",
    page(
      ["Key contextual factor (C)", "Outcome of interest (O)", "Plausible mechanism (M)"],
      ["Wards are short of staff", "Fewer falls", "Nurses feel watched over"],
    ),
    ["- | C: Wards are short of staff | O: Fewer falls | M: Nurses feel watched over"],
  ],
  [
    "questions as glosses",
    page(
      ["No.", "Context (in what circumstances?)", "Mechanisms – why does it work?", "Outcomes: what changes"],
      ["1", "Rural clinics", "Trust in the midwife", "Earlier visits"],
      ["2", "Town clinics", "Fear of judgement", "Later visits"],
    ),
    [
      "CMOC1 | C: Rural clinics | M: Trust in the midwife | O: Earlier visits",
      "CMOC2 | C: Town clinics | M: Fear of judgement | O: Later visits",
    ],
  ],
  [
    "a head of two rows with spanned cells",
    page(
      [
        ["CMOC", 'rowspan="2"'],
        ["Context", 'rowspan="2"'],
        ["Mechanism", 'colspan="2"'],
        ["Outcome", 'rowspan="2"'],
      ],
      ["Resource", "Reasoning"],
      ["CMOC 1", "Night shifts", "A quiet room", "Feeling cared for", "Fewer resignations"],
    ),
    ["CMOC1 | C: Night shifts | M resource: A quiet room | M reasoning: Feeling cared for | O: Fewer resignations"],
  ],
  [
    "a title over the head, group rows and a head again",
    page(
      [["Context-mechanism-outcome configurations", 'colspan="4"']],
      ["ID", ...HEAD],
      [["Theme 1: Trust", 'colspan="4"']],
      ["1a", "a", "b", "c"],
      ["1b", "d", "e", "f"],
      ["ID", ...HEAD],
      [["Theme 2: Time", 'colspan="4"']],
      ["2a", "g", "h", "i"],
    ),
    [
      "CMOC1a <Theme 1: Trust> | C: a | M: b | O: c",
      "CMOC1b <Theme 1: Trust> | C: d | M: e | O: f",
      "CMOC2a <Theme 2: Time> | C: g | M: h | O: i",
    ],
  ],
  [
    "a theme above the head, and another above the head that comes again",
    page(
      [["Trust in staff", 'colspan="4"']],
      ["ID", ...HEAD],
      ["A1", "a", "b", "c"],
      [["Time for care", 'colspan="4"']],
      ["ID", ...HEAD],
      ["B1", "d", "e", "f"],
    ),
    ["A1 <Trust in staff> | C: a | M: b | O: c", "B1 <Time for care> | C: d | M: e | O: f"],
  ],
  [
    "words above the head that say that they are a theme, and a title that does not",
    [
      page([["Theme 1: Trust", 'colspan="3"']], HEAD, ["a", "b", "c"]),
      page([["What we found", 'colspan="3"']], HEAD, ["d", "e", "f"]),
    ].join(""),
    ["- <Theme 1: Trust> | C: a | M: b | O: c", "- | C: d | M: e | O: f"],
  ],
  [
    "cells that span rows: a context that two configurations share, outcomes of one",
    page(
      HEAD,
      [["Small teams", 'rowspan="2"'], "Pride", "They stay"],
      ["Fear", "They leave"],
      [["Large teams", 'rowspan="2"'], ["Distance", 'rowspan="2"'], "Slower answers"],
      ["More errors"],
    ),
    [
      "- | C: Small teams | M: Pride | O: They stay",
      "- | C: Small teams | M: Fear | O: They leave",
      "- | C: Large teams | M: Distance | O: Slower answers | O: More errors",
    ],
  ],
  [
    "rows under one id go on with it",
    page(
      ["CMOC", ...HEAD],
      [["CMOC 1", 'rowspan="2"'], "Poor roads", "Worry", "Home births"],
      ["Few buses", "Shame", "Late calls"],
      ["CMOC 2", "Good roads", "Ease", "Early calls"],
    ),
    [
      "CMOC1 | C: Poor roads | M: Worry | O: Home births | C: Few buses | M: Shame | O: Late calls",
      "CMOC2 | C: Good roads | M: Ease | O: Early calls",
    ],
  ],
  [
    "bullets, numbers and lines in cells",
    page(HEAD, [
      "<ul><li>New staff</li><li>Old wards</li></ul>",
      "1) they feel safe 2) they speak up",
      "<p>Fewer errors</p><p>More reports</p>",
    ]),
    ["- | C: New staff | C: Old wards | M: they feel safe | M: they speak up | O: Fewer errors | O: More reports"],
  ],
  [
    "parts of a mechanism in one cell",
    page(HEAD, ["Busy clinics", "Resource: a shared diary. Reasoning: relief", "Fewer visits missed"]),
    ["- | C: Busy clinics | M resource: a shared diary. | M reasoning: relief | O: Fewer visits missed"],
  ],
  [
    "numbers of references, raised and in brackets",
    page(HEAD, ["Rural towns<sup>12,13</sup>", "Trust [4, 5–7]", "Use of services.8 More visits.9–11"]),
    ["- | C: Rural towns | M: Trust | O: Use of services. More visits."],
  ],
  [
    "an intervention makes it ICMO",
    page(["Intervention", ...HEAD], ["A phone line", "Remote farms", "Feeling less alone", "Earlier calls"]),
    ["- | I: A phone line | C: Remote farms | M: Feeling less alone | O: Earlier calls"],
  ],
  [
    "outcomes when the mechanism does not fire",
    page(
      ["Context", "Mechanism", "Outcome when mechanism is present", "Outcome when mechanism is not present"],
      ["Steady funding", "Hope", "They plan", "They wait"],
    ),
    ["- | C: Steady funding | M: Hope | O: They plan | O absent: They wait"],
  ],
  [
    "notes beside the roles",
    page(
      ["CMO no.", "Programme theory", ...HEAD, "Supporting evidence"],
      ["3", "PT1", "a", "b", "c", "Lund 2014; Okafor 2019"],
    ),
    ["CMOC3 | C: a | M: b | O: c"],
  ],
  [
    "a table with one column of statements",
    page(
      ["CMO configurations"],
      ["CMOC1: When pay is late (C), staff lose faith (M) and leave (O)."],
      ["CMOC2: When pay is on time (C), staff feel respected (M) and stay (O)."],
    ),
    [
      "CMOC1 | C: pay is late | M: staff lose faith | O: leave",
      "CMOC2 | C: pay is on time | M: staff feel respected | O: stay",
    ],
  ],
  [
    "statements beside ids and themes",
    page(
      ["Theme", "Number", "CMOC"],
      [["Pay", 'rowspan="2"'], "1", "If pay is late (context), staff lose faith (mechanism) and leave (outcome)"],
      ["2", "If pay is fair (context), staff feel seen (mechanism) and stay (outcome)"],
    ),
    [
      "CMOC1 <Pay> | C: pay is late | M: staff lose faith | O: leave",
      "CMOC2 <Pay> | C: pay is fair | M: staff feel seen | O: stay",
    ],
  ],
  [
    "roles down the side, a configuration in each column",
    page(
      ["", "CMOC 1", "CMOC 2: Distance"],
      ["Context", "Near homes", "Far homes"],
      ["Mechanism", "Ease", "Dread"],
      ["Outcome", "They come", "They stay away"],
    ),
    [
      "CMOC1 | C: Near homes | M: Ease | O: They come",
      "CMOC2 “Distance” | C: Far homes | M: Dread | O: They stay away",
    ],
  ],
  [
    "roles down the side, a configuration in each block",
    page(
      [["CMOC 1: Near", 'colspan="2"']],
      ["Context", "Near homes"],
      ["Mechanism (resource)", "A van"],
      ["Mechanism (response)", "Ease"],
      ["Outcome", "They come"],
      [["CMOC 2: Far", 'colspan="2"']],
      ["Context", "Far homes"],
      ["Mechanism", "Dread"],
      ["Outcome", "They stay away"],
    ),
    [
      "CMOC1 “Near” | C: Near homes | M resource: A van | M reasoning: Ease | O: They come",
      "CMOC2 “Far” | C: Far homes | M: Dread | O: They stay away",
    ],
  ],
  [
    "roles down the side beside ids",
    page(
      [["CMO1", 'rowspan="3"'], "C", "Near homes"],
      ["M", "Ease"],
      ["O", "They come"],
      [["CMO2", 'rowspan="3"'], "C", "Far homes"],
      ["M", "Dread"],
      ["O", "They stay away"],
    ),
    ["CMOC1 | C: Near homes | M: Ease | O: They come", "CMOC2 | C: Far homes | M: Dread | O: They stay away"],
  ],
  [
    "labels in a cell",
    page(
      ["Configuration", "Detail"],
      ["CMO 1", "Context: Near homes<br>Mechanism: Ease<br>Outcome: They come"],
      ["CMO 2", "C: Far homes; M: Dread; O: They stay away"],
    ),
    ["CMOC1 | C: Near homes | M: Ease | O: They come", "CMOC2 | C: Far homes | M: Dread | O: They stay away"],
  ],
  [
    "no glossary",
    page(
      ["Term", "Definition"],
      ["Context", "The conditions in which a programme works"],
      ["Mechanism", "How people respond to what a programme offers"],
      ["Outcome", "What comes of it"],
    ),
    [],
  ],
  [
    "no characteristics of studies",
    page(
      ["Author", "Country", "Context", "Intervention", "Outcomes"],
      ["Lund 2014", "Norway", "Schools", "Breakfasts", "Attendance"],
    ),
    [],
  ],
  ["no table of outcomes' measures", page(["Outcome", "Measure", "Result"], ["Pain", "VAS", "3.2"]), []],
  [
    "a key to the letters below the head",
    page(HEAD, [["C, context; M, mechanism; O, outcome", 'colspan="3"']], ["a", "b", "c"]),
    ["- | C: a | M: b | O: c"],
  ],
  [
    "a foot that stands before the rows",
    page(
      `<thead><tr><th>Context</th><th>Mechanism</th><th>Outcome</th></tr></thead>`,
      `<tfoot><tr><td colspan="3">C context, M mechanism, O outcome</td></tr></tfoot><tbody>`,
      ["a", "b", "c"],
      ["d", "e", "f"],
    ),
    ["- | C: a | M: b | O: c", "- | C: d | M: e | O: f"],
  ],
  [
    "a foot that stands before the rows and names no letters",
    page(
      `<thead><tr><th>Context</th><th>Mechanism</th><th>Outcome</th></tr></thead>`,
      `<tfoot><tr><td colspan="3">Drawn from all sources</td></tr></tfoot><tbody>`,
      ["a", "b", "c"],
    ),
    ["- | C: a | M: b | O: c"],
  ],
  [
    "abbreviations below the head, which are no theme as a group of people is",
    page(
      HEAD,
      [["HCW, health care worker; GPs = general practitioners", 'colspan="3"']],
      ["a", "b", "c"],
      [["GP, nurse and family", 'colspan="3"']],
      ["d", "e", "f"],
    ),
    ["- | C: a | M: b | O: c", "- <GP, nurse and family> | C: d | M: e | O: f"],
  ],
  [
    "a table in a table of layout",
    `<table><tr><td><p>Menu</p></td><td>${page(HEAD, ["a", "b", "c"])}</td></tr></table>`,
    ["- | C: a | M: b | O: c"],
  ],
  [
    "ragged rows",
    page(["ID", ...HEAD], ["1", "a", "b"], ["2", "d", "e", "f", "g"], ["3"]),
    ["CMOC1 | C: a | M: b", "CMOC2 | C: d | M: e | O: f"],
  ],
  [
    "Word's markup",
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal{mso-style-unhide:no} --></style></head><body lang=EN-GB>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal><b>Context<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Mechanism<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Outcome<o:p></o:p></b></p></td></tr>
<tr><td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>New
 staff<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]><span><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Old wards<o:p></o:p></p></td><td><p class=MsoNormal>They feel&nbsp;safe<o:p></o:p></p></td><td><p class=MsoNormal>&nbsp;Fewer er&shy;rors<o:p></o:p></p></td></tr></table></body></html>`,
    ["- | C: New staff | C: Old wards | M: They feel safe | O: Fewer errors"],
  ],
];

describe("tables that journals print", () => {
  for (const [name, text, wanted] of CASES) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));
});

const MARKDOWN: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "empty cells go on with the row above",
    "| Theme | Context | Mechanism | Outcome |\n|---|---|---|---|\n| Pay | Late pay | Worry | They leave |\n| | | Anger | They strike |\n| | | | They sue |\n| Time | Long days | Fatigue | Errors |\n",
    [
      "- <Pay> | C: Late pay | M: Worry | O: They leave",
      "- <Pay> | C: Late pay | M: Anger | O: They strike | O: They sue",
      "- <Time> | C: Long days | M: Fatigue | O: Errors",
    ],
  ],
  [
    "empty cells that are not at the left stay empty",
    "| Context | Mechanism | Outcome |\n|---|---|---|\n| Few staff | Fear | Silence |\n| Many staff | | Delay |\n| Clubs | | Fun |\n| | Envy | Quarrels |\n",
    [
      "- | C: Few staff | M: Fear | O: Silence",
      "- | C: Many staff | O: Delay",
      "- | C: Clubs | O: Fun",
      "- | C: Clubs | M: Envy | O: Quarrels",
    ],
  ],
  [
    "many empty cells at the left, and many that say `as above`",
    `| Context | Mechanism | Outcome |\n|---|---|---|\n| Few staff | Fear | Silence |\n${[2, 3, 4, 5, 6, 7, 8, 9]
      .map((n) => `| | Fear ${n} | Silence ${n} |\n`)
      .join("")}| Many staff | Ease | Talk |\n${[2, 3, 4, 5, 6, 7, 8, 9]
      .map((n) => `| As above | Ease ${n} | Talk ${n} |\n`)
      .join("")}`,
    [
      "- | C: Few staff | M: Fear | O: Silence",
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `- | C: Few staff | M: Fear ${n} | O: Silence ${n}`),
      "- | C: Many staff | M: Ease | O: Talk",
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `- | C: Many staff | M: Ease ${n} | O: Talk ${n}`),
    ],
  ],
  [
    "semicolons as separators",
    'No.;Context;Mechanism;Outcome\n1;Small towns;Trust, and pride;Use\n2;"Big; loud towns";Fear;None of it\n',
    [
      "CMOC1 | C: Small towns | M: Trust, and pride | O: Use",
      "CMOC2 | C: Big | C: loud towns | M: Fear | O: None of it",
    ],
  ],
  [
    "commas as separators, with lines in quotes",
    'ID,Context,Mechanism,Outcome\nA1,"New, small teams","- Pride\n- Care",They stay\n',
    ["A1 | C: New, small teams | M: Pride | M: Care | O: They stay"],
  ],
  [
    "tabs as separators",
    "Context\tMechanism\tOutcome\nSmall towns\tTrust\tUse\nBig towns\tFear\tAvoidance\n",
    ["- | C: Small towns | M: Trust | O: Use", "- | C: Big towns | M: Fear | O: Avoidance"],
  ],
  [
    "columns that blanks keep apart",
    [
      "Table 2. Configurations",
      "",
      "CMOC   Context               Mechanism             Outcome",
      "1      Wards with few        Nurses feel watched   Fewer falls at",
      "       staff at night        over and calm         night",
      "2      Wards with many       Nurses feel free      More talk",
      "       staff",
      "",
      "Words after the table.",
    ].join("\n"),
    [
      "CMOC1 | C: Wards with few staff at night | M: Nurses feel watched over and calm | O: Fewer falls at night",
      "CMOC2 | C: Wards with many staff | M: Nurses feel free | O: More talk",
    ],
  ],
];

describe("tables in other formats", () => {
  for (const [name, text, wanted] of MARKDOWN) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));
});

/** Ids with their notes. */
function notes(text: string): readonly string[] {
  return readPublished(text).records.map((record) =>
    [record.id, ...record.notes.map(({ label, text: words }) => `${label}: ${words}`)].join(" | "),
  );
}

describe("tables with the roles down the side", () => {
  it("keep what other rows say with the configurations above them", () => {
    const text = page(
      ["", "CMOC 1", "CMOC 2", "CMOC 3"],
      ["Context", "Near homes", "Far homes", "No homes"],
      ["Mechanism", "Ease", "Dread", "Hope"],
      ["Supporting evidence", "Adams; Brown", ["Cole", 'colspan="2"']],
      ["Outcome", "They come", "They stay away", "They wait"],
      ["Sources", "1, 2", "3", ""],
      ["What follows", "Drive", "Fetch", "Build"],
    );
    assert.deepEqual(notes(text), [
      "CMOC1 | Supporting evidence: Adams; Brown | Sources: 1, 2 | What follows: Drive",
      "CMOC2 | Supporting evidence: Cole | Sources: 3 | What follows: Fetch",
      "CMOC3 | Supporting evidence: Cole | What follows: Build",
    ]);
    assert.equal(readPublished(text).records[2]?.slots.length, 3);
    assert.ok(!readPublished(text).labels.some((label) => label.includes("Adams")));
  });

  it("are called by what names them in the row above", () => {
    const block = (...name: readonly string[]): readonly Row[] => [
      name,
      ["Context", "Near homes"],
      ["Mechanism", "Ease"],
      ["Outcome", "They come"],
    ];
    const slots = "C: Near homes | M: Ease | O: They come";
    assert.deepEqual(read(page(...block("Theory 1", "Being known"), ...block("Theory 2", "Being seen"))), [
      `PT1 “Being known” | ${slots}`,
      `PT2 “Being seen” | ${slots}`,
    ]);
    assert.deepEqual(read(page(...block("Theme", "Trust"), ...block("Theme", "Time"))), [
      `- <Trust> | ${slots}`,
      `- <Time> | ${slots}`,
    ]);
    assert.deepEqual(
      read(page(["CMOC 1", ""], ...block("Title", "A van"), ["CMOC 2", ""], ...block("Title", "A bus"))),
      [`CMOC1 “A van” | ${slots}`, `CMOC2 “A bus” | ${slots}`],
    );
  });

  it("keep it with each block", () => {
    const text = page(
      [["CMOC 1", 'colspan="2"']],
      ["Context", "Near homes"],
      ["Mechanism", "Ease"],
      ["Outcome", "They come"],
      ["Supporting evidence", "Adams; Brown"],
      [["CMOC 2", 'colspan="2"']],
      ["Context", "Far homes"],
      ["Mechanism", "Dread"],
      ["Outcome", "They stay away"],
      ["Supporting evidence", "Cole"],
    );
    assert.deepEqual(notes(text), ["CMOC1 | Supporting evidence: Adams; Brown", "CMOC2 | Supporting evidence: Cole"]);
  });

  it("are read below heads such as “Description”, beside ids, with what spans a block said once", () => {
    const text = page(
      ["CMOC", "", "Description", "Sources"],
      [["CMOC 1", 'rowspan="3"'], "C", "Near homes", ["Adams; Brown", 'rowspan="3"']],
      ["M", "Ease"],
      ["O", "They come"],
      [["CMOC 2", 'rowspan="3"'], "C", "Far homes", ["Cole", 'rowspan="3"']],
      ["M", "Dread"],
      ["O", "They stay away"],
    );
    assert.deepEqual(read(text), [
      "CMOC1 | C: Near homes | M: Ease | O: They come",
      "CMOC2 | C: Far homes | M: Dread | O: They stay away",
    ]);
    assert.deepEqual(notes(text), ["CMOC1 | Sources: Adams; Brown", "CMOC2 | Sources: Cole"]);
  });

  it("have heads that say at length what they hold", () => {
    const text = page(
      ["", "CMOC 1"],
      ["Context (the conditions in which the vans were brought in)", "Near homes"],
      ["Mechanism (what people made of the vans and of their drivers)", "Ease"],
      ["Outcome (what came of it, intended or not, for people)", "They come"],
    );
    assert.deepEqual(read(text), ["CMOC1 | C: Near homes | M: Ease | O: They come"]);
  });
});

const OTHERS: readonly (readonly [string, RegExp, string])[] = [
  [
    "drugs",
    /“Drug”/,
    page(
      ["Drug", "Mechanism", "Outcome", "Context"],
      ["Aspirin", "Blocks an enzyme", "Fewer clots", "Hospitals"],
      ["Statin", "Lowers a fat", "Fewer strokes", "Clinics"],
    ),
  ],
  [
    "compounds",
    /“Compound”/,
    page(
      ["Compound", "Mechanism of action", "Clinical context", "Outcome"],
      ["X-12", "Binds a receptor", "Cancer", "Remission"],
    ),
  ],
  [
    "studies",
    /“Study design”/,
    page(
      ["Author, year", "Study design", "Context", "Mechanisms described", "Outcomes"],
      ["Lund, 2014", "Cohort", "Schools", "Trust", "Attendance"],
    ),
  ],
  [
    "a logic model",
    /“Inputs”/,
    page(
      ["Inputs", "Activities", "Mechanisms", "Outputs", "Outcomes", "Context"],
      ["Funds", "Training", "Knowledge", "Trained staff", "Better care", "Villages"],
    ),
  ],
  [
    "a logic model that is called a theory of change",
    /“Inputs”/,
    `<p>Table 1. Theory of change</p>${page(
      ["Inputs", "Activities", "Mechanisms", "Outputs", "Outcomes", "Context"],
      ["Funds", "Training", "Knowledge", "Trained staff", "Better care", "Villages"],
    )}`,
  ],
  [
    "works that support configurations",
    /references/,
    page(
      ["CMOC", ...HEAD],
      ["CMOC 1", "Lee 2014", "Lund and Okafor 2019", "Smith et al. (2011a)"],
      ["CMOC 2", "Smith 2012; Lee 2014", "Lee 2014", ""],
    ),
  ],
  [
    "works with commas",
    /references/,
    page(
      ["CMOC", ...HEAD],
      ["CMOC 2", "Lund, 2012, Lee, 2014", "(Lee, 2014)", "Lund and Lee (2012); Brown, Jones & Lee 2013"],
    ),
  ],
  [
    "characteristics of studies by their title",
    /title/,
    `<p>Table 1. Characteristics of included studies</p>${page(
      ["Study", "Country", ...HEAD],
      ["Lund 2014", "Norway", "a", "b", "c"],
    )}`,
  ],
  [
    "what reviewers found clear",
    /marks/,
    page(
      ["Source", ...HEAD],
      ["Lund 2014", "Clear", "Unclear", "Clear"],
      ["Okafor 2019", "Not clear", "Clear", "Clear"],
    ),
  ],
  ["men and women", /“Gender”|“F”/, page(["Gender", "M", "F", "O", "C"], ["Ward A", "ten", "nine", "two", "one"])],
];

describe("tables of other things that name roles", () => {
  for (const [name, why, text] of OTHERS)
    it(`are left aside, and it is said why: ${name}`, () => {
      const found = readPublished(text);
      assert.deepEqual(found.records, []);
      assert.equal(found.unsure.length, 1);
      assert.match(found.unsure[0]?.text ?? "", why);
      assert.match(found.aside.map((each) => each.text).join("\n"), /Lund|Ward A|Aspirin|X-12|Funds/);
    });

  it("are none where mechanisms and outcomes alone are named, and nothing tells of configurations", () => {
    const text = page(["Mechanism", "Outcome"], ["Trust", "Use"]);
    assert.deepEqual(read(text), []);
    assert.deepEqual(read(`<p>Table 2. CMO configurations</p>${text}`), ["- | M: Trust | O: Use"]);
  });

  const row = "C: Schools | M: Trust | O: Attendance";
  const OWN: readonly (readonly [string, string, string])[] = [
    ["a column of sources", page(["Source", ...HEAD], ["Lund 2014", "Schools", "Trust", "Attendance"]), `- | ${row}`],
    ["a column of authors", page(["Author", ...HEAD], ["Lund", "Schools", "Trust", "Attendance"]), `- | ${row}`],
    [
      "places and years as contexts",
      page(HEAD, ["Norway 2014", "Trust", "Attendance"]),
      "- | C: Norway 2014 | M: Trust | O: Attendance",
    ],
    [
      "studies in countries",
      page(["Study", "Country", ...HEAD], ["Lund 2014", "Norway", "Schools", "Trust", "Attendance"]),
      `- | ${row}`,
    ],
    [
      "studies, below a title that tells of configurations",
      `<p>Table 3. CMO configurations by study</p>${page(
        ["Author, year", "Study design", ...HEAD],
        ["Lund, 2014", "Cohort", "Schools", "Trust", "Attendance"],
      )}`,
      `- | ${row}`,
    ],
    [
      "studies, with ids of configurations in their cells",
      page(
        ["No.", "Author, year", "Study design", ...HEAD],
        ["CMOC 4", "Lund, 2014", "Cohort", "Schools", "Trust", "Attendance"],
      ),
      `CMOC4 | ${row}`,
    ],
    [
      "drugs, where heads are tagged",
      page(["Drug", "Context (C)", "Mechanism (M)", "Outcome (O)"], ["Any", "Schools", "Trust", "Attendance"]),
      `- | ${row}`,
    ],
    [
      "studies under a head that comes again, with an id above it alone",
      page(
        ["Author, year", "Study design", ...HEAD],
        ["CMOC 1", "", "a", "b", "c"],
        ...Array.from({ length: 45 }, () => ["", "", "", "", ""]),
        ["Author, year", "Study design", ...HEAD],
      ),
      "- | C: a | M: b | O: c",
    ],
    [
      "activities and outputs of programme theories",
      page(
        ["Programme theory", "Activities", "Outputs", ...HEAD],
        ["PT1", "Calls", "Lists", "Schools", "Trust", "Attendance"],
      ),
      `PT1 | ${row}`,
    ],
  ];
  for (const [name, text, wanted] of OWN)
    it(`are read where they are of configurations: ${name}`, () => assert.deepEqual(read(text), [wanted]));
});
