/** What looks like configurations and is something else, and its neighbours that are some (all content invented). */
import assert from "node:assert/strict";
import { ReadText } from "../../../src/core/read/report.ts";
import { read } from "./reading.ts";

/** Each is left aside, word for word; `?` before it says that `unsure` tells so. */
const NONE: { readonly [kind: string]: readonly string[] } = {
  "a key to the tags": [
    "Key: (C) context; (M) mechanism; (O) outcome.",
    "Note: (C) = context; (M) = mechanism; (O) = outcome.",
    "We mark contexts as (C), mechanisms as (M) and outcomes as (O).",
    "In each sentence, context is shown as (C), mechanism as (M) and outcome as (O).",
    "In the tables below, (C) denotes context, (M) mechanism and (O) outcome.",
    "Throughout, [I] stands for intervention, [C] for context, [M] for mechanism and [O] for outcome.",
    "(C) contexto; (M) mecanismo; (O) resultado.",
    "Letters show the mechanism (M) and the outcome (O).",
    "Contexts appear in blue (C), mechanisms in green (M) and outcomes in red (O).",
    "We used (C) to mark contexts, (M) to mark mechanisms and (O) to mark outcomes.",
  ],
  "the questions of the field": [
    "What works (O), for whom and in what circumstances (C), and how (M)?",
    "We asked what works (O), for whom, in what contexts (C), and why (M).",
    "?Does a shared rota (C) make porters feel trusted (M), and do they stay (O)?",
  ],
  "questions to ask": [
    "Context: what conditions were in place?\nMechanism: how did people respond?\nOutcome: what changed?",
    "Context: Who was there? Mechanism: What did they make of it? Outcome: What came of it?",
  ],
  "terms to search for": [
    "1. (context* or setting*).ti,ab.\n2. mechanism*.ti,ab.\n3. outcome*.ti,ab.",
    "#1 TITLE-ABS-KEY(context)\n#2 TITLE-ABS-KEY(mechanism)\n#3 TITLE-ABS-KEY(outcome)",
    'Context: "island clinic" OR ferry\nMechanism: trust OR fear\nOutcome: visits OR leaving',
    "#1 context:ti,ab,kw\n#2 mechanism:ti,ab,kw\n#3 outcome:ti,ab,kw",
    "Context: island*, ferr*\nMechanism: trust*, belie*\nOutcome: fall*, mov*",
    "context[tiab] AND mechanism[tiab]: 30 hits; outcome[tiab]: 12",
  ],
  "what was done with data": [
    "?Each document was coded for context: the setting; mechanism: the response; outcome: the effect.",
    "?Data were extracted on: context: setting, country; mechanism: resources, responses; outcome: primary and secondary.",
    "?Two reviewers rated context (high), mechanism (low) and outcome (high).",
    "?Extracts were coded as barriers (C), feelings (M) and effects (O).",
    "?Our codes were: context: where it took place; mechanism: trust; outcome: falls.",
    "?Contextual data (C), data on mechanisms (M) and outcome data (O) were charted.",
    "?The outcome of interest (O) was retention. The mechanism (M) is unknown.",
    "?Context: strong; mechanism: weak; outcome: good",
  ],
  "other lists with letters": [
    "?Capability (C), opportunity (O) and motivation (M) produce behaviour (B).",
    "?The COM-B model (capability (C), opportunity (O), motivation (M)) was used.",
    "?Barriers were mapped to capability (C), opportunity (O) or motivation (M).",
    "?Samples of carbon (C), magnesium (M) and oxygen (O) were taken.",
    "?Patients were randomised to control (C), medication (M) or observation (O).",
  ],
  people: [
    "?Maria Lopez (M), Chen Wei (C) and Olu Ade (O) screened titles.",
    "?Ferry Nilsson (C) and Mona Berg (M) coded the interviews.",
    "?Prof. Maria Lopez (C), Dr Chen Wei (M), Olu Ade (O)",
    "Author contributions: Context: ML; Mechanism: CW and OA; Outcome: OA.",
    "Contributors: ML (context), CW (mechanism) and OA (outcome) coded the data.",
  ],
  references: [
    "References\n5. Nilsson J. Mechanism: what is it? Ferries 2012;18:3.\n6. Berg A. Outcome: a review. Isl J 2010;3:4.\n7. Holm E. Context: a concept. Isl J 2011;5:6.",
    "References\n1. Nilsson R. Context, mechanism and outcome. London: Quay; 1997.\n2. Berg SM. What is it? Isl Sci 2015;10:49.",
    "Nilsson, R. (1997). Context: a concept. Quay.\n\nBerg, S. M. (2011). Mechanism: old words. Quay.\n\nHolm, E. (2012). Outcome: new words. Quay.",
    "References\n1 Nilsson R. Mechanism: a review. Isl J. 2010;3:4.\n2 Berg J. Outcome: a review. Isl J. 2010;3:5.",
    "1. Nilsson J. Context (C), mechanism (M), outcome (O) configurations. Isl Health 2015.",
  ],
  criteria: [
    "?<table><tr><td></td><td>Include</td></tr><tr><td>Context</td><td>Islands</td></tr><tr><td>Mechanism</td><td>All</td></tr><tr><td>Outcome</td><td>Falls</td></tr></table>",
    "?<table><tr><th>Criteria</th><th>Include</th><th>Exclude</th></tr><tr><td>Context</td><td>Islands</td><td>Schools</td></tr><tr><td>Mechanism</td><td>All</td><td></td></tr><tr><td>Outcome</td><td>Falls</td><td>Cost</td></tr></table>",
    "?<table><caption>Table 1 Eligibility criteria (CIMO)</caption><tr><th>Part</th><th>Words</th></tr><tr><td>Context</td><td>Islands</td></tr><tr><td>Intervention</td><td>Ferries</td></tr><tr><td>Mechanism</td><td>All</td></tr><tr><td>Outcome</td><td>Falls</td></tr></table>",
    "## Inclusion criteria\n\n- Context: islands of the north\n- Mechanism: all that crews feel\n- Outcome: falls\n",
    "?,Context,Mechanism,Outcome\nInclusion,Islands,All,Falls\nExclusion,Towns,None,Cost",
  ],
  marks: [
    "?Study,Context,Mechanism,Outcome\nAli 2011,Y,N,Y\nBeck 2009,N,Y,Y",
    "?Study,Context,Mechanism,Outcome\nAli 2011,x,x,x\nBeck 2009,x,,x",
    "?<table><tr><td>Context</td><td>Yes</td><td>No</td></tr><tr><td>Mechanism</td><td>Yes</td><td>Yes</td></tr><tr><td>Outcome</td><td>No</td><td>Yes</td></tr></table>",
  ],
  "COM-B": [
    "?<table><caption>COM-B</caption><tr><th>Barrier</th><th>C</th><th>O</th><th>M</th></tr><tr><td>Lack of boats</td><td>Physical</td><td>Social</td><td>Reflective</td></tr></table>",
  ],
};

const SOME: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a key in the last row of a table",
    "<table><tr><th>CMOC</th><th>Statement</th></tr><tr><td>1</td><td>When pay is low (C), staff feel used (M) and leave (O).</td></tr><tr><td colspan=2>Key: (C) context; (M) mechanism; (O) outcome.</td></tr></table>",
    ["CMOC1 | C: pay is low | M: staff feel used | O: leave"],
  ],
  [
    "words that end with the names of roles",
    "In poor rural contexts (C), crews trust the ferry (M) and good outcomes follow (O).",
    ["- | C: In poor rural contexts | M: crews trust the ferry | O: good outcomes follow"],
  ],
  [
    "words that happen to begin with the letters",
    "Where clinics close (C), patients feel misled (M) and opt out (O).",
    ["- | C: clinics close | M: patients feel misled | O: opt out"],
  ],
  [
    "an island's data that are coded in a configuration",
    "When boats are coded by colour (C), crews feel watched (M) and hurry (O).",
    ["- | C: boats are coded by colour | M: crews feel watched | O: hurry"],
  ],
  [
    "words that happen to begin with the letters, without a condition",
    "Consultants lack cover (C), feel misused (M), and opt out (O).",
    ["- | C: Consultants lack cover | M: feel misused | O: opt out"],
  ],
  [
    "records that are coded by somebody",
    "Records coded by clerks (C) make crews feel watched (M) and hide errors (O).",
    ["- | C: Records coded by clerks | M: make crews feel watched | O: hide errors"],
  ],
  [
    "words in capitals that lead to something",
    "Shared Leadership (C) led to Job Satisfaction (M) and Staff Retention (O).",
    ["- | C: Shared Leadership | M: Job Satisfaction | O: Staff Retention"],
  ],
  [
    "what looks as the author of a work below a label",
    "Context\n\nWard B, opened in 2012, had few nurses.\n\nMechanism\n\nFear\n\nOutcome\n\nMoving",
    ["- | C: Ward B, opened in 2012, had few nurses. | M: Fear | O: Moving"],
  ],
  [
    "inclusion and exclusion as themes",
    "Theme,Context,Mechanism,Outcome\nInclusion,few boats,trust,staying\nExclusion,many boats,fear,moving",
    ["- <Inclusion> | C: few boats | M: trust | O: staying", "- <Exclusion> | C: many boats | M: fear | O: moving"],
  ],
  [
    "a title that speaks of criteria and of more",
    "## Selection criteria made staff compete\n\n- Context: few posts\n- Mechanism: fear\n- Outcome: moving\n",
    ["- | C: few posts | M: fear | O: moving"],
  ],
  [
    "labels below criteria and other words",
    "## Inclusion criteria\n\nAll islands.\n\n## Findings\n\n- Context: few boats\n- Mechanism: fear\n- Outcome: moving\n",
    ["- | C: few boats | M: fear | O: moving"],
  ],
  [
    "words in capitals",
    "Low Pay (C), Job Stress (M), Staff Turnover (O)",
    ["- | C: Low Pay | M: Job Stress | O: Staff Turnover"],
  ],
  [
    "a question with an id",
    "CMOC 3: When pay is low (C), do staff feel used (M) and leave (O)?",
    ["CMOC3 | C: pay is low | M: do staff feel used | O: leave"],
  ],
  [
    "labels below words that tell of data and of configurations",
    "Data were coded into one configuration: Context: few boats; Mechanism: fear; Outcome: moving.",
    ["- “Data were coded into one configuration” | C: few boats | M: fear | O: moving."],
  ],
  [
    "rows that begin with who wrote them",
    "<table><tr><th>Source</th><th>Context</th><th>Mechanism</th><th>Outcome</th></tr><tr><td>Berg S, (2012)</td><td>few boats</td><td>fear</td><td>moving</td></tr><tr><td>Holm E. 2014;3:4.</td><td>many boats</td><td>trust</td><td>staying</td></tr></table>",
    ["- | C: few boats | M: fear | O: moving", "- | C: many boats | M: trust | O: staying"],
  ],
  [
    "a title with CMO configurations and criteria",
    "<table><caption>CMO configurations that met the inclusion criteria</caption><tr><td>Context</td><td>few boats</td></tr><tr><td>Mechanism</td><td>fear</td></tr><tr><td>Outcome</td><td>moving</td></tr></table>",
    ["- | C: few boats | M: fear | O: moving"],
  ],
  [
    "a table of letters without a word of COM-B",
    "<table><caption>What was found</caption><tr><th>C</th><th>M</th><th>O</th></tr><tr><td>few boats</td><td>fear</td><td>moving</td></tr></table>",
    ["- | C: few boats | M: fear | O: moving"],
  ],
  [
    "a head that gives the key to the rows",
    "<table><tr><th>IF (context)… THEN (outcome)… BECAUSE (mechanism)</th></tr><tr><td>IF pay is low THEN staff leave BECAUSE they feel used</td></tr></table>",
    ["- | C: pay is low | O: staff leave | M: they feel used"],
  ],
  [
    "a head that gives the key in small letters",
    "<table><tr><th>No</th><th>If (context) then (outcome) because (mechanism)</th></tr><tr><td>1</td><td>If pay is low then staff leave because they feel used</td></tr></table>",
    ["CMOC1 | C: pay is low | O: staff leave | M: they feel used"],
  ],
  [
    "a word of a key that is said twice is not guessed at",
    "<table><tr><th>No</th><th>If (context) then (outcome) because (mechanism)</th></tr><tr><td>1</td><td>If pay is low then staff leave because they feel used because of it</td></tr><tr><td>2</td><td>If pay is high, then staff stay, because they feel valued</td></tr></table>",
    ["CMOC2 | C: pay is high | O: staff stay | M: they feel valued"],
  ],
];

describe("what is no configuration", () => {
  for (const [kind, texts] of Object.entries(NONE))
    for (const printed of texts)
      it(`is left aside: ${kind}: ${printed.slice(0, 60)}`, () => {
        const text = printed.replace(/^\?/, "");
        assert.deepEqual(read(text), []);
        const said = new ReadText(text, "x", {}).json();
        const words = JSON.stringify(said.aside) + JSON.stringify(said.labels);
        for (const word of text.replace(/<[^>]*>/g, " ").match(/\p{L}{3,}/gu) ?? [])
          assert.ok(words.includes(word), word);
        assert.equal(said.unsure.length > 0, printed.startsWith("?"), JSON.stringify(said.unsure));
      });

  for (const [name, text, wanted] of SOME)
    it(`is told from its neighbour: ${name}`, () => assert.deepEqual(read(text), wanted));
});

describe("letters that may be codes", () => {
  for (const text of [
    "Vitamin C (C) was given in the morning (M).",
    "Visitors came by boat (C), on foot (M) or by car (O).",
    "Patients were allocated to single rooms (C), felt alone (M) and called more (O).",
    "Where clinics close (C), patients feel misled (M) and opt out (O).",
  ])
    it(`are read, and doubted: ${text}`, () => {
      assert.equal(read(text).length, 1);
      assert.equal(new ReadText(text, "x.txt", {}).json().unsure.length, 1);
    });
});

describe("a tagged paragraph below a statement", () => {
  const statement = "When pay is low (C), staff feel used (M) and leave (O).";
  const slots = "- | C: pay is low | M: staff feel used | O: leave";
  const unsure = (text: string): number => new ReadText(text, "x.txt", {}).json().unsure.length;

  for (const below of [
    "Patient involvement\nPatients chose the outcomes (O) that mattered.",
    "In one paper, nurses said (C) that doors were closed.",
    "The main mechanism (M) was trust.",
  ])
    it(`is left aside where its tags do not end words: ${below}`, () => {
      const text = `${statement}\n\n${below}`;
      assert.deepEqual(read(text), [slots]);
      assert.equal(unsure(text), 1);
      const words = JSON.stringify(new ReadText(text, "x.txt", {}).json().aside);
      for (const word of below.match(/\p{L}{3,}/gu) ?? []) assert.ok(words.includes(word), word);
    });

  it("is more of a whole statement where it says so, and is doubted elsewhere", () => {
    const more = `${statement}\n\nThen wards are short of hands (O).`;
    assert.deepEqual(read(more), [`${slots} | O: wards are short of hands`]);
    assert.equal(unsure(more), 0);
    const other = `${statement}\n\nWards are short of hands (O).`;
    assert.deepEqual(read(other), [slots]);
    assert.equal(unsure(other), 1);
  });

  it("is more of one that lacks its role", () => {
    const text = "When pay is low (C), staff feel used (M).\n\nThey leave (O).";
    assert.deepEqual(read(text), ["- | C: pay is low | M: staff feel used | O: They leave"]);
    assert.equal(unsure(text), 0);
  });
});
