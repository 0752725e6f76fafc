/** More ways in which reviews print (all content invented): each was looked at beside its text. */
import assert from "node:assert/strict";
import { flat } from "../../../src/core/read/chars.ts";
import { readPublished } from "../../../src/core/read/published.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { slotsIn, written } from "../../../src/core/read/written.ts";
import { read, slotLine } from "./reading.ts";

const FORMS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "Wiley",
    "<section><h4>3.2.1 CMOC 1: Shared language</h4><p><b>Context.</b> Teams from two trades meet weekly.</p><p><b>Mechanism.</b> They learn each other's words and feel at ease.</p><p><b>Outcome.</b> They agree plans faster.</p><h4>3.2.2 CMOC 2: No shared language</h4><p><i>Context:</i> Teams never meet.</p><p><i>Mechanism:</i> They suspect each other.</p><p><i>Outcome:</i> Plans differ.</p></section>",
    [
      "CMOC1 “Shared language” | C: Teams from two trades meet weekly. | M: They learn each other's words and feel at ease. | O: They agree plans faster.",
      "CMOC2 “No shared language” | C: Teams never meet. | M: They suspect each other. | O: Plans differ.",
    ],
  ],
  [
    "combined",
    "<table><tr><th>Theme</th><th>Context</th><th>Mechanism (resource and reasoning)</th><th>Outcome</th></tr><tr><td>Beds</td><td>few beds</td><td>A bed manager is hired (resource), so nurses feel relieved (reasoning)</td><td>calm</td></tr></table>",
    ["- <Beds> | C: few beds | M resource: A bed manager is hired | M reasoning: nurses feel relieved | O: calm"],
  ],
  [
    "id after tag, text boxed IF THEN with tags capitals",
    "IF schools offer breakfast (C) THEN pupils feel looked after (M) LEADING TO better attendance (O)",
    ["- | C: schools offer breakfast | M: pupils feel looked after | O: better attendance"],
  ],
  [
    "MRes MReas",
    "CMOC 4. In schools with many poor pupils (C), breakfast (MRes) makes pupils feel looked after (MReas), and they come on time (O).",
    [
      "CMOC4 | C: In schools with many poor pupils | M resource: breakfast | M reasoning: makes pupils feel looked after | O: they come on time",
    ],
  ],
  [
    "mechanism first order",
    "CMOC 5: Pupils feel looked after (M) when breakfast is calm (C), so they come on time (O).",
    ["CMOC5 | M: Pupils feel looked after | C: breakfast is calm | O: they come on time"],
  ],
  [
    'parentheses with words "Context: x" inside brackets',
    "Staff [Context: rural wards] came to trust the tool [Mechanism: seeing it help], and used it [Outcome].",
    ["- “Staff” | C: rural wards | M: seeing it help"],
  ],
  [
    "long markdown table with pipes and bold ids",
    "| **CMO** | **Context** | **Mechanism** | **Outcome** | **References** |\n|---|---|---|---|---|\n| **1.1** Feedback | Staff get *no* feedback [3,4] | They feel ignored | They stop reporting^5^ | Abe 2014 |\n| **1.2** Praise | Staff get praise | They feel seen<br>They feel safe | They report |  |",
    [
      "CMOC1.1 “Feedback” | C: Staff get no feedback | M: They feel ignored | O: They stop reporting",
      "CMOC1.2 “Praise” | C: Staff get praise | M: They feel seen | M: They feel safe | O: They report",
    ],
  ],
  [
    "spanned theme with id rows and outcomes list lower-case",
    "| CMOC | Context | Mechanism | Outcome |\n|---|---|---|---|\n| **Theme: Trust** | | | |\n| CMOC1 | a | b | c; d |\n| | | e | |\n| CMOC2 | f | g | h |",
    ["CMOC1 <Theme: Trust> | C: a | M: b | O: c | O: d | M: e", "CMOC2 <Theme: Trust> | C: f | M: g | O: h"],
  ],
  [
    'reasons table "what works"',
    "| Strategy | Context | Mechanism | Outcome |\n|---|---|---|---|\n| Send letters | homes | duty | replies |",
    ["- | S: Send letters | C: homes | M: duty | O: replies"],
  ],
  [
    "transposed with evidence",
    "<table><tr><td></td><td>Configuration</td><td>Supporting evidence</td></tr><tr><td>Context</td><td>wards</td><td>Lund 2014</td></tr><tr><td>Mechanism</td><td>pride</td><td>Abe 2015</td></tr><tr><td>Outcome</td><td>stay</td><td>Cole</td></tr></table>",
    ["- | C: wards | M: pride | O: stay"],
  ],
  [
    "PMC style",
    '<section class="tw xbox font-sm" id="tab3"><h4 class="obj_head">Table 3.</h4><div class="caption p"><p>CMOCs for theory area 1</p></div><div class="tbl-box p" tabindex="0"><table class="content" frame="hsides" rules="groups"><thead><tr><th align="left" colspan="1" rowspan="1">CMOC</th><th align="left" colspan="1" rowspan="1">Configuration</th><th>Key sources</th></tr></thead><tbody><tr><td align="left" colspan="3" rowspan="1"><strong>Theory area 1: Starting</strong></td></tr><tr><td align="left">1</td><td>When carers are told early (C), they have time to plan (M-resource) and feel less alone (M-response), leading to less stress (O)</td><td><sup><a href="#b1">1</a>, <a href="#b2">2</a></sup></td></tr><tr><td>2</td><td>When carers are told late <strong>(C)</strong>, they feel abandoned <strong>(M)</strong>, leading to anger <strong>(O)</strong></td><td>3</td></tr></tbody></table></div><div class="tw-foot p"><div class="fn"><p>C context, M mechanism, O outcome</p></div></div></section>',
    [
      "CMOC1 <Theory area 1: Starting> | C: carers are told early | M resource: they have time to plan | M reasoning: feel less alone | O: less stress",
      "CMOC2 <Theory area 1: Starting> | C: carers are told late | M: they feel abandoned | O: anger",
    ],
  ],
  [
    "JATS",
    '<?xml version="1.0"?><!DOCTYPE article><article><front><journal-meta><journal-title>J</journal-title></journal-meta><article-meta><title-group><article-title>A realist review</article-title></title-group></article-meta></front><body><sec><title>Findings</title><p>CMOC1: When pay is low (C), people feel used (M) and go (O).<xref ref-type="bibr" rid="b1"><sup>12</sup></xref></p><table-wrap id="t1"><label>Table 1</label><caption><p>CMO configurations</p></caption><table><thead><tr><th>Context</th><th>Mechanism</th><th>Outcome</th></tr></thead><tbody><tr><td>low pay</td><td>anger</td><td>strikes</td></tr></tbody></table></table-wrap></sec></body></article>',
    ["CMOC1 | C: pay is low | M: people feel used | O: go", "- | C: low pay | M: anger | O: strikes"],
  ],
  [
    "search table: PICO",
    "<table><tr><th>Context</th><th>Mechanism terms</th><th>Outcome terms</th></tr><tr><td>hospital* OR ward*</td><td>trust* OR fear*</td><td>fall* OR injur*</td></tr></table>",
    [],
  ],
  [
    "an empty middle, no ids: no mechanism of another configuration",
    "| Context | Mechanism | Outcome |\n|---|---|---|\n| Late pay | Worry | They leave |\n| Late rota | | They quit |\n| | Anger | They strike |",
    [
      "- | C: Late pay | M: Worry | O: They leave",
      "- | C: Late rota | O: They quit",
      "- | C: Late rota | M: Anger | O: They strike",
    ],
  ],
  [
    "ids in first cells",
    "| Context | Mechanism | Outcome |\n|---|---|---|\n| CMOC1: Late pay | Worry | They leave |\n| CMOC2: Late rota | Fear | They quit |",
    ["CMOC1 | C: Late pay | M: Worry | O: They leave", "CMOC2 | C: Late rota | M: Fear | O: They quit"],
  ],
  [
    "numbers in first cells",
    "| Context | Mechanism | Outcome |\n|---|---|---|\n| 1. Late pay | Worry | They leave |\n| 2. Late rota | Fear | They quit |",
    ["CMOC1 | C: Late pay | M: Worry | O: They leave", "CMOC2 | C: Late rota | M: Fear | O: They quit"],
  ],
  [
    "no head over ids",
    "|  | Context | Mechanism | Outcome |\n|---|---|---|---|\n| CMO 1 | Late pay | Worry | They leave |\n| | | Anger | They sue |\n| CMO 2 Rota | Late rota | Fear | They quit |",
    [
      "CMOC1 | C: Late pay | M: Worry | O: They leave | M: Anger | O: They sue",
      "CMOC2 “Rota” | C: Late rota | M: Fear | O: They quit",
    ],
  ],
  [
    "nested list",
    "- **CMOC 1**\n  - Context: late pay\n  - Mechanism: worry\n  - Outcome: they leave\n- **CMOC 2**\n  - Context: late rota\n  - Mechanism: fear\n  - Outcome: they quit",
    ["CMOC1 | C: late pay | M: worry | O: they leave", "CMOC2 | C: late rota | M: fear | O: they quit"],
  ],
  [
    "dl",
    "<dl><dt>CMOC 1</dt><dd>Late pay</dd><dt>Context:</dt><dd>Pay comes late</dd><dt>Mechanism:</dt><dd>Worry</dd><dt>Outcome:</dt><dd>They leave</dd></dl><p>x</p>",
    ["CMOC1 “Late pay” | C: Pay comes late | M: Worry | O: They leave"],
  ],
  [
    "bold run-on in p with br",
    "<p><b>CMOC 3: Late rota</b><br><b>Context:</b> Rota comes late<br><b>Mechanism:</b> fear<br><b>Outcome:</b> they quit</p><p>More words follow here.</p>",
    ["CMOC3 “Late rota” | C: Rota comes late | M: fear | O: they quit"],
  ],
  [
    "CMOs with narrative",
    "<p><strong>CMO1</strong> Nurses who are new to a ward (C) and who have a mentor (M—resource) feel backed (M—reasoning), and thus remain (O).</p><p>Narrative: in one study nurses said so.<sup>12</sup></p><p><strong>CMO2</strong> Nurses who have none (C) feel lost (M) and leave (O).</p>",
    [
      "CMOC1 | C: Nurses who are new to a ward | M resource: who have a mentor | M reasoning: feel backed | O: remain",
      "CMOC2 | C: Nurses who have none | M: feel lost | O: leave",
    ],
  ],
  [
    "citations after tags",
    "CMOC 1: When nurses are new (C) [1-3], mentors (M, resource) (Lund et al., 2014) make them feel backed (M, reasoning)4, so they stay (O).5,6",
    ["CMOC1 | C: nurses are new | M resource: mentors | M reasoning: make them feel backed | O: they stay"],
  ],
  [
    "plus numbers and slots",
    "CMOC6: In busy (C1), poor (C2) wards with old stock (C3), staff grow numb (M1) and angry (M2); errors rise (O1), complaints too (O2).",
    [
      "CMOC6 | C1: In busy | C2: poor | C3: wards with old stock | M1: staff grow numb | M2: angry | O1: errors rise | O2: complaints too",
    ],
  ],
  [
    "outcome when mechanism absent column",
    "| CMOC | Context | Mechanism | Outcome if M is present | Outcome if M is not present |\n|---|---|---|---|---|\n| 1 | a | b | c | d |",
    ["CMOC1 | C: a | M: b | O: c | O absent: d"],
  ],
  [
    "when M is not present text",
    "CMOC 9: When leaders listen (C), staff feel heard (M) and stay (O). When M is not present, they leave (O absent).",
    ["CMOC9 | C: leaders listen | M: staff feel heard | O: stay | O absent: they leave"],
  ],
  [
    "two-line heads in csv",
    ",,Mechanism,,\nCMOC,Context,Resource,Reasoning,Outcome\n1,a,b,c,d",
    ["CMOC1 | C: a | M resource: b | M reasoning: c | O: d"],
  ],
  [
    "csv with title lines",
    'Table 2: CMO configurations,,,\nCMO,Context,Mechanism,Outcome\n1,"a, b",c,d\nTheme two,,,\n2,e,f,g\nNote: CMO = context mechanism outcome,,,',
    ["CMOC1 | C: a, b | M: c | O: d", "CMOC2 <Theme two> | C: e | M: f | O: g"],
  ],
  [
    "markdown sentences table with themes",
    "| CMOC | Evidence |\n|---|---|\n| **Access** | |\n| CMOC1: If buses run (C), people feel free (M) and go out (O) | Lund |\n| CMOC2: If they do not (C), people feel stuck (M) and stay in (O) | Abe |",
    [
      "CMOC1 <Access> | C: buses run | M: people feel free | O: go out",
      "CMOC2 <Access> | C: they do not | M: people feel stuck | O: stay in",
    ],
  ],
  [
    "absent",
    "CMOC 9: When leaders listen (C), staff feel heard (M) and stay (O). When M is not present, they leave (O).",
    ["CMOC9 | C: leaders listen | M: staff feel heard | O: stay | O absent: they leave"],
  ],
  [
    "absent labels",
    "CMO 3: Context: leaders listen. Mechanism: staff feel heard. Outcome when mechanism is present: they stay. Outcome when mechanism is not present: they leave.",
    ["CMOC3 | C: leaders listen. | M: staff feel heard. | O: they stay. | O absent: they leave."],
  ],
  [
    "aligned without ids",
    "Context              Mechanism             Outcome\nWards with few       Nurses feel watched   Fewer falls\nstaff at night       over and calm\nWards with many      Nurses feel free      More talk\nstaff",
    [
      "- | C: Wards with few staff at night | M: Nurses feel watched over and calm | O: Fewer falls",
      "- | C: Wards with many staff | M: Nurses feel free | O: More talk",
    ],
  ],
  [
    "abbreviations CMOc lower",
    "CMOc 2.3 In schools (C) …, pupils feel safe (M)…, and learn (O)…",
    ["CMOC2.3 | C: In schools | M: pupils feel safe | O: learn"],
  ],
  [
    "IPT",
    "IPT3. If schools are calm (C), pupils feel safe (M) and learn (O).",
    ["IPT3 | C: schools are calm | M: pupils feel safe | O: learn"],
  ],
  [
    "Configuration words",
    "Configuration A: schools that are calm (context) make pupils feel safe (mechanism), who then learn (outcome).\nConfiguration B: schools that are loud (context) make pupils tense (mechanism), who then sleep (outcome).",
    [
      "A | C: schools that are calm | M: make pupils feel safe | O: who then learn",
      "B | C: schools that are loud | M: make pupils tense | O: who then sleep",
    ],
  ],
  [
    "hyphen id",
    "CMOC-5 — When schools are calm (C), pupils feel safe (M) and learn (O)",
    ["CMOC5 | C: schools are calm | M: pupils feel safe | O: learn"],
  ],
  [
    "bracketed id",
    "(CMOC 5) When schools are calm (C), pupils feel safe (M) and learn (O).\n[CMOC6] When schools are loud (C), pupils are tense (M) and sleep (O).",
    [
      "CMOC5 | C: schools are calm | M: pupils feel safe | O: learn",
      "CMOC6 | C: schools are loud | M: pupils are tense | O: sleep",
    ],
  ],
  [
    "id and title then sentence in the same paragraph",
    "CMOC 7: Calm schools. When schools are calm (C), pupils feel safe (M) and learn (O).",
    ["CMOC7 “Calm schools” | C: schools are calm | M: pupils feel safe | O: learn"],
  ],
  [
    "heading with statement only title",
    "#### CMO configuration 8: calm schools\nWhen schools are calm (C), pupils feel safe (M) and learn (O).\n#### CMO configuration 9: loud schools\nWhen schools are loud (C), pupils are tense (M) and sleep (O).",
    [
      "CMOC8 “calm schools” | C: schools are calm | M: pupils feel safe | O: learn",
      "CMOC9 “loud schools” | C: schools are loud | M: pupils are tense | O: sleep",
    ],
  ],
  [
    "several Cs joined",
    "CMOC 10: When schools are calm and small (C1 and C2), pupils feel safe (M) and learn (O1, O2).",
    [
      "CMOC10 | C1: schools are calm and small | C2: schools are calm and small | M: pupils feel safe | O1: learn | O2: learn",
    ],
  ],
  [
    '"Context/M" combos',
    "CMOC 11: In calm schools (context) with kind teachers (context) pupils feel safe (mechanism/response) because of the garden (mechanism/resource) and learn (intermediate outcome) to be kind (final outcome).",
    [
      "CMOC11 | C: In calm schools | C: with kind teachers | M reasoning: pupils feel safe | M resource: the garden | O intermediate: learn | O final: to be kind",
    ],
  ],
  [
    "bullets with roles bold in html with colons inside strong",
    "<p><strong>CMO 1: Gardens</strong></p><p><strong>C:</strong> schools with space</p><p><strong>M:</strong> pride</p><p><strong>O:</strong> greens</p><p>Discussion text.</p>",
    ["CMOC1 “Gardens” | C: schools with space | M: pride | O: greens"],
  ],
  [
    'table of C to M to O with arrows columns and ID like "CMO-1"',
    "<table><tr><th>ID</th><th>Context (C)</th><th>→</th><th>Mechanism (M)</th><th>→</th><th>Outcome (O)</th></tr><tr><td>CMO-1</td><td>space</td><td>→</td><td>pride</td><td>→</td><td>greens</td></tr></table>",
    ["CMOC1 | C: space | M: pride | O: greens"],
  ],
  [
    "rows that span partially",
    "<table><tr><th>CMOC</th><th>Context</th><th>Mechanism</th><th>Outcome</th></tr><tr><td>1</td><td colspan=2>space</td><td>greens</td></tr><tr><td>2</td><td>x</td><td>y</td><td>z</td></tr></table>",
    ["CMOC1 | C: space | O: greens", "CMOC2 | C: x | M: y | O: z"],
  ],
  [
    "nested bullets of cell with sub labels",
    "<table><tr><th>CMO</th><th>Context</th><th>Mechanism</th><th>Outcome</th></tr><tr><td>CMO1</td><td>• old<br>• poor</td><td><b>Resource</b><br>van<br><b>Response</b><br>ease</td><td>a) visits<br>b) calls</td></tr></table>",
    ["CMOC1 | C: old | C: poor | M resource: van | M reasoning: ease | O: visits | O: calls"],
  ],
  [
    "head says mechanisms (M) Resources | Reasoning",
    "<table><tr><th>Context</th><th>Resources offered</th><th>Reasoning of participants</th><th>Outcomes</th></tr><tr><td>old</td><td>van</td><td>ease</td><td>visits</td></tr></table>",
    ["- | C: old | M resource: van | M reasoning: ease | O: visits"],
  ],
  [
    "whole row in one statement cell + C/M/O cells",
    "<table><tr><th>CMOC</th><th>Context</th><th>Mechanism</th><th>Outcome</th></tr><tr><td>CMOC1: When homes are far, a van puts people at ease so they come</td><td>far homes</td><td>ease</td><td>visits</td></tr><tr><td>CMOC2: When homes are near, people walk so they come even if it rains a lot</td><td>near homes</td><td>freedom</td><td>visits</td></tr></table>",
    [
      "CMOC1 “When homes are far, a van puts people at ease so they come” | C: far homes | M: ease | O: visits",
      "CMOC2 “When homes are near, people walk so they come even if it rains a lot” | C: near homes | M: freedom | O: visits",
    ],
  ],
  [
    "tagged cells under heads",
    "| CMOC | Context | Mechanism | Outcome |\n|---|---|---|---|\n| 1 | Small teams (C) | Pride (M) | They stay (O) |\n| 2 | Large teams (C1), old wards (C2) | Fear (M) | They go (O) |",
    [
      "CMOC1 | C: Small teams | M: Pride | O: They stay",
      "CMOC2 | C1: Large teams | C2: old wards | M: Fear | O: They go",
    ],
  ],
  [
    "tagged cells without heads",
    "<table><tr><td>Small teams (C)</td><td>Pride (M)</td><td>They stay (O)</td></tr><tr><td>Large teams (C)</td><td>Fear (M)</td><td>They go (O)</td></tr></table>",
    ["- | C: Small teams | M: Pride | O: They stay", "- | C: Large teams | M: Fear | O: They go"],
  ],
  [
    "statement spans with bold words",
    "<p><b>CMOC4</b>: When <b>partners trust each other (C)</b>, <i>they share freely (M)</i>, leading to <u>faster work (O)</u>.</p><p>end</p>",
    ["CMOC4 | C: partners trust each other | M: they share freely | O: faster work"],
  ],
  [
    "if-then-because with tags",
    "CMOC 3: IF nurses are given time (C), THEN they will use the tool (O), BECAUSE they feel it is theirs (M).",
    ["CMOC3 | C: nurses are given time | O: they will use the tool | M: they feel it is theirs"],
  ],
  [
    "tag groups with slash and comma",
    "CMOC 8: Where budgets are cut (C), teams feel anxious/defensive (M1/M2), and (so) stop sharing (O).",
    [
      "CMOC8 | C: budgets are cut | M1: teams feel anxious/defensive | M2: teams feel anxious/defensive | O: (so) stop sharing",
    ],
  ],
  [
    "bracket text non-role inside",
    "CMOC 9: Where teams (e.g. in wards) are new (C), leaders (who may be absent) inspire them (M) [12], so work (and joy) grows (O).",
    [
      "CMOC9 | C: teams (e.g. in wards) are new | M: leaders (who may be absent) inspire them | O: work (and joy) grows",
    ],
  ],
  [
    "with dashes",
    "CMOC10 - Where teams are new - or nearly so - (C), leaders inspire (M) - and work grows (O).",
    ["CMOC10 | C: teams are new - or nearly so | M: leaders inspire | O: work grows"],
  ],
  [
    "Two-paragraph",
    "CMOC 11\nWhen teams are new (C), leaders inspire (M).\n\nThis leads to growth (O1) and joy (O2).\n\nCMOC 12\nWhen teams are old (C), leaders bore (M), leading to sleep (O).",
    [
      "CMOC11 | C: teams are new | M: leaders inspire | O1: This leads to growth | O2: joy",
      "CMOC12 | C: teams are old | M: leaders bore | O: sleep",
    ],
  ],
  [
    "PTs as table with if then",
    "<table><tr><th>Initial programme theory</th><th>Refined programme theory</th></tr><tr><td>IPT1: If teams are new (C), leaders inspire (M), so work grows (O)</td><td>PT1: If teams are new (C1) and small (C2), leaders inspire (M), so work grows (O)</td></tr></table>",
    [
      "IPT1 | C: teams are new | M: leaders inspire | O: work grows",
      "PT1 | C1: teams are new | C2: small | M: leaders inspire | O: work grows",
    ],
  ],
  [
    "quotes col",
    "<table><tr><th>CMOC</th><th>Illustrative quote</th></tr><tr><td>CMOC 1: When teams are new (C), leaders inspire (M), so work grows (O)</td><td>“We (the team) were new [laughs] and she was great” (Nurse 3)</td></tr></table>",
    ["CMOC1 | C: teams are new | M: leaders inspire | O: work grows"],
  ],
  [
    'HTA table with "Context, mechanism, outcome" single',
    "<table><tr><th>Reference</th><th>CMO</th></tr><tr><td>CMO 1.1</td><td>Context: new teams<br/>Mechanism (resource): a leader; Mechanism (response): inspiration<br/>Outcome: growth</td></tr></table>",
    ["CMOC1.1 | C: new teams | M resource: a leader | M reasoning: inspiration | O: growth"],
  ],
  [
    "demi regularities",
    "Demi-regularity 1: Leaders\nWhen teams are new (C), leaders inspire (M), so work grows (O).",
    ["DR1 “Leaders” | C: teams are new | M: leaders inspire | O: work grows"],
  ],
  [
    "long prefix label",
    "Proposed CMO configuration 2: teams that are old (C) are bored by leaders (M) and sleep (O).",
    ["CMOC2 | C: teams that are old | M: are bored by leaders | O: sleep"],
  ],
  [
    "C/M/O with equals",
    "CMO 7: New teams (Context) + inspiring leaders (Mechanism) = growth (Outcome)",
    ["CMOC7 | C: New teams | M: inspiring leaders | O: growth"],
  ],
  [
    "M1 resource",
    "CMOC 13: New teams (C) get a leader (M1 resource), who inspires (M1 reasoning) and challenges (M2 reasoning), and they grow (O).",
    [
      "CMOC13 | C: New teams | M1 resource: get a leader | M1 reasoning: who inspires | M2 reasoning: challenges | O: they grow",
    ],
  ],
  [
    "numbered CMOCs as list w/ bold",
    "1. **CMOC1**: New teams (C) trust leaders (M) and grow (O).\n2. **CMOC2**: Old teams (C) doubt leaders (M) and shrink (O).",
    ["CMOC1 | C: New teams | M: trust leaders | O: grow", "CMOC2 | C: Old teams | M: doubt leaders | O: shrink"],
  ],
  [
    "unlabeled numbering list html ol",
    "<h3>CMO configurations</h3><ol><li>New teams (C) trust leaders (M) and grow (O).</li><li>Old teams (C) doubt leaders (M) and shrink (O).</li></ol><p>x</p>",
    ["- | C: New teams | M: trust leaders | O: grow", "- | C: Old teams | M: doubt leaders | O: shrink"],
  ],
  [
    "table w/ footnote markers",
    "<table><tr><th>CMOC<sup>a</sup></th><th>Context<sup>b</sup></th><th>Mechanism*</th><th>Outcome†</th></tr><tr><td>1</td><td>new teams<sup>c</sup></td><td>trust*</td><td>growth<sup>†</sup></td></tr></table>",
    ["CMOC1 | C: new teams | M: trust | O: growth"],
  ],
  [
    "caption spanning head",
    "<table><tr><th colspan=4>Table 3. Final CMOCs</th></tr><tr><th></th><th>C</th><th>M</th><th>O</th></tr><tr><td>1</td><td>new teams</td><td>trust</td><td>growth</td></tr></table>",
    ["CMOC1 | C: new teams | M: trust | O: growth"],
  ],
  [
    "theme col rowspan and id",
    "<table><tr><th>Domain</th><th>CMOC</th><th>C</th><th>M</th><th>O</th></tr><tr><td rowspan=2>Teams</td><td>1</td><td>new teams</td><td>trust</td><td>growth</td></tr><tr><td>2</td><td>old teams</td><td>doubt</td><td>sleep</td></tr><tr><td>Leaders</td><td>3</td><td>kind</td><td>joy</td><td>song</td></tr></table>",
    [
      "CMOC1 <Teams> | C: new teams | M: trust | O: growth",
      "CMOC2 <Teams> | C: old teams | M: doubt | O: sleep",
      "CMOC3 <Leaders> | C: kind | M: joy | O: song",
    ],
  ],
  [
    "PDF page two columns text noise",
    "Journal of Things 2021, 18, 4321   7 of 18\n\n3.2. Theme 1: Trust\nCMOC1: Nurses who share a rota (C)\nfeel equal (M) and swap shifts with\nease (O) [21,22].\n\nJournal of Things 2021, 18, 4321   8 of 18\n\nCMOC2: Nurses who have no say (C) feel\nsmall (M) and call in sick (O) [23].",
    [
      "CMOC1 <Theme 1: Trust> | C: Nurses who share a rota | M: feel equal | O: swap shifts with ease",
      "CMOC2 <Theme 1: Trust> | C: Nurses who have no say | M: feel small | O: call in sick",
    ],
  ],
  [
    "aligned table with tagless wrapped theme rows",
    "Table 3. Context-mechanism-outcome configurations.\n\nTheme          Context               Mechanism             Outcome\n\nTrust          Old friends on        Ease                  Swaps of\n               the ward                                    shifts\n\nPower          Managers who          Resentment            Sick leave\n               never ask",
    [
      "- <Trust> | C: Old friends on the ward | M: Ease | O: Swaps of shifts",
      "- <Power> | C: Managers who never ask | M: Resentment | O: Sick leave",
    ],
  ],
  [
    "markdown grid with html breaks & bullets",
    "| No | Context | Mechanism | Outcome |\n|:--|:--|:--|:--|\n| 1 | • Old friends<br>• Small ward | Ease (response) to a shared rota (resource) | ↑ swaps; ↓ sick leave |",
    [
      "CMOC1 | C: Old friends | C: Small ward | M reasoning: Ease | M resource: to a shared rota | O: ↑ swaps | O: ↓ sick leave",
    ],
  ],
  [
    "CMOC with sub ids in one cell",
    "<table><tr><th>Programme theory</th><th>CMOCs</th></tr><tr><td>PT1: Sharing</td><td><p>CMOC 1.1: Friends (C) feel ease (M) and swap (O).</p><p>CMOC 1.2: Strangers (C) feel doubt (M) and do not swap (O).</p></td></tr></table>",
    ["CMOC1.1 | C: Friends | M: feel ease | O: swap", "CMOC1.2 | C: Strangers | M: feel doubt | O: do not swap"],
  ],
  [
    "outcomes (+/-)",
    "<table><tr><th>Context</th><th>Mechanism (+)</th><th>Outcomes (+/-)</th></tr><tr><td>friends</td><td>ease</td><td>+ swaps<br>- sick leave</td></tr></table>",
    ["- | C: friends | M: ease | O: + swaps | O: - sick leave"],
  ],
  [
    'Mechanisms: "Mechanism: resource" "Mechanism: reasoning" side heads with two configs and colspan ids',
    "<table><tr><th rowspan=2>Element</th><th colspan=2>CMOCs</th></tr><tr><th>CMOC 1</th><th>CMOC 2</th></tr><tr><td>Context</td><td>friends</td><td>strangers</td></tr><tr><td>Mechanism: resource</td><td colspan=2>a shared rota</td></tr><tr><td>Mechanism: reasoning</td><td>ease</td><td>doubt</td></tr><tr><td>Outcome</td><td>swaps</td><td>none of them swap</td></tr></table>",
    [
      "CMOC1 | C: friends | M resource: a shared rota | M reasoning: ease | O: swaps",
      "CMOC2 | C: strangers | M resource: a shared rota | M reasoning: doubt | O: none of them swap",
    ],
  ],
  [
    "side heads markdown",
    "| | CMOC 1 | CMOC 2 |\n|---|---|---|\n| **Context** | friends | strangers |\n| **Mechanism** | ease | doubt |\n| **Outcome** | swaps | silence |",
    ["CMOC1 | C: friends | M: ease | O: swaps", "CMOC2 | C: strangers | M: doubt | O: silence"],
  ],
  [
    "side heads one config with title",
    "| CMOC 3 | Friends swap |\n|---|---|\n| Context | friends |\n| Mechanism | ease |\n| Outcome | swaps |",
    ["CMOC3 “Friends swap” | C: friends | M: ease | O: swaps"],
  ],
  [
    "3-column side: label | text | sources",
    "<table><tr><th colspan=3>CMOC 4: Friends</th></tr><tr><td>Context</td><td>friends</td><td>Lund 2014</td></tr><tr><td>Mechanism</td><td>ease</td><td>Abe 2015</td></tr><tr><td>Outcome</td><td>swaps</td><td>Cole 2016</td></tr></table>",
    ["CMOC4 “Friends” | C: friends | M: ease | O: swaps"],
  ],
  [
    "text labels with parentheses (C) after label",
    "CMOC 5\nContext (C): friends\nMechanism (M): ease\nOutcome (O): swaps",
    ["CMOC5 | C: friends | M: ease | O: swaps"],
  ],
  [
    "Context =",
    "Context = friends on the ward, Mechanism = ease, Outcome = swaps",
    ["- | C: friends on the ward | M: ease | O: swaps"],
  ],
  ["pipes", "Context: friends | Mechanism: ease | Outcome: swaps", ["- | C: friends | M: ease | O: swaps"]],
  ["arrows labels", "Context: friends → Mechanism: ease → Outcome: swaps", ["- | C: friends | M: ease | O: swaps"]],
  [
    "numbered labels",
    "CMOC 6. C1: friends. C2: small ward. M1: ease. M2: humour. O1: swaps. O2: fewer sick days.",
    ["CMOC6 | C1: friends. | C2: small ward. | M1: ease. | M2: humour. | O1: swaps. | O2: fewer sick days."],
  ],
  [
    "M-resource labels",
    "CMOC 7: Context: friends; M (resource): a rota; M (reasoning): ease; Outcome: swaps",
    ["CMOC7 | C: friends | M resource: a rota | M reasoning: ease | O: swaps"],
  ],
  [
    "in words",
    "In the context of friendship (C), a rota (I) triggers ease (M), which results in swaps (O).",
    ["- | C: In the context of friendship | I: a rota | M: triggers ease | O: swaps"],
  ],
  [
    "references section",
    "Lund C, Okafor M. A realist review of rotas. J Things 2014;1:2. doi:10.1000/1\nAbe O: Mechanisms and outcomes. 2015.",
    [],
  ],
  [
    "methods paragraph",
    "We extracted data on context (C), mechanism (M) and outcome (O), and linked them as CMO configurations (CMOCs). Context was defined as anything that changes how mechanisms fire. Mechanism: resource and reasoning.",
    [],
  ],
  [
    "headings Background Context",
    "## Context\nHospitals are busy.\n## Mechanism of action\nThe drug binds.\n## Outcomes\nWe measured pain.",
    [],
  ],
  [
    "csv statements",
    'CMOC,Statement,Theme\n1,"When pay is late (C), staff lose faith (M), and leave (O)",Pay\n2,"When pay is fair (C), staff feel seen (M), and stay (O)",Pay',
    [
      "CMOC1 <Pay> | C: pay is late | M: staff lose faith | O: leave",
      "CMOC2 <Pay> | C: pay is fair | M: staff feel seen | O: stay",
    ],
  ],
  [
    "icamo heads",
    "| ID | Intervention | Context | Actor | Mechanism | Outcome |\n|---|---|---|---|---|---|\n| 1 | visits | far | managers | pride | plans |",
    ["CMOC1 | I: visits | C: far | A: managers | M: pride | O: plans"],
  ],
  [
    "scmo tags",
    "SCMO 1: By sharing rotas (S) in small wards (C), nurses feel equal (M) and swap (O).",
    ["CMOC1 | S: By sharing rotas | C: in small wards | M: nurses feel equal | O: swap"],
  ],
  [
    "CIMO text",
    "CIMO-2: In small wards (C), sharing rotas (I) makes nurses feel equal (M), so they swap (O).",
    ["CMOC2 | C: In small wards | I: sharing rotas | M: makes nurses feel equal | O: they swap"],
  ],
  [
    "multiple header lines glosses",
    "| CMO configuration | Context (What conditions need to be in place?) | Mechanism (How and why does it work?) | Outcome (What happens as a result?) |\n|---|---|---|---|\n| CMOC 1: Sharing | Small wards | Equal say | Swaps |",
    ["CMOC1 “Sharing” | C: Small wards | M: Equal say | O: Swaps"],
  ],
  [
    "contextual conditions",
    "| Enabling context | Disabling context | Mechanism triggered | Intended outcomes | Unintended outcomes |\n|---|---|---|---|---|\n| Small wards | Large wards | Equal say | Swaps | Gossip |",
    ["- | C: Small wards | C: Large wards | M: Equal say | O: Swaps | O: Gossip"],
  ],
  [
    'Programme mechanism & "Response" columns',
    "| Context | Resource | Response | Outcome |\n|---|---|---|---|\n| Small wards | A rota | Equal say | Swaps |",
    ["- | C: Small wards | M resource: A rota | M reasoning: Equal say | O: Swaps"],
  ],
  [
    "M1 with arrows",
    "| Context | Mechanism | Outcome |\n|---|---|---|\n| Small wards | A rota → equal say → pride | Swaps |",
    ["- | C: Small wards | M resource: A rota | M reasoning: equal say | M reasoning: pride | O: Swaps"],
  ],
  [
    "bracketed id lists after cells",
    "| Context | Mechanism | Outcome | CMOC |\n|---|---|---|---|\n| Small wards [4] | Equal say (Lund et al. 2014; Abe 2015) | Swaps.4,5 | CMOC 3 |",
    ["CMOC3 | C: Small wards | M: Equal say | O: Swaps."],
  ],
  ["non CMO table with context", "| Theme | Context | Quote |\n|---|---|---|\n| A | wards | x |", []],
  ["logic model", "| Inputs | Activities | Outputs | Outcomes |\n|---|---|---|---|\n| a | b | c | d |", []],
  [
    "two tables, one glossary heading",
    "## Box 1. Glossary\n| Context | The conditions |\n|---|---|\n| Mechanism | Hidden |\n| Outcome | Result |\n\n## Results\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |",
    ["- | C: a | M: b | O: c"],
  ],
  [
    "Sentence with quotation marks & nested",
    "CMOC 4: When nurses say “we share” (C), ‘old hands’ feel heard (M), so that they “stay put” (O).",
    ["CMOC4 | C: nurses say “we share” | M: ‘old hands’ feel heard | O: they “stay put”"],
  ],
  [
    "sentence with colon & semicolons multiple Os",
    "CMOC 5: When rotas are shared (C): nurses feel equal (M); they swap (O1); they stay (O2); and they teach (O3).",
    ["CMOC5 | C: rotas are shared | M: nurses feel equal | O1: they swap | O2: they stay | O3: they teach"],
  ],
  [
    "statement with bold id only in table and second column with sentences containing labels lower-case",
    "<table><tr><th>CMOC 1</th></tr><tr><td><b>context</b> small wards <b>mechanism</b> equal say <b>outcome</b> swaps</td></tr></table>",
    [],
  ],
  [
    "interleaved text with CMOC label after",
    "Nurses in small wards (context) who share rotas (resource) feel equal (response) and swap (outcome) – CMOC 6.",
    ["CMOC6 | C: Nurses in small wards | M resource: who share rotas | M reasoning: feel equal | O: swap"],
  ],
  [
    "em tags",
    "When nurses share rotas <em>(context)</em>, they feel equal <em>(mechanism)</em> and swap <em>(outcome)</em>.",
    ["- | C: nurses share rotas | M: they feel equal | O: swap"],
  ],
  [
    "numbers as separate lines",
    "1\nWhen nurses share rotas (C), they feel equal (M) and swap (O).\n\n2\nWhen nurses do not (C), they feel small (M) and leave (O).",
    [
      "CMOC1 | C: nurses share rotas | M: they feel equal | O: swap",
      "CMOC2 | C: nurses do not | M: they feel small | O: leave",
    ],
  ],
  [
    "trailing evidence",
    "CMOC 7: When nurses share rotas (C), they feel equal (M) and swap (O). Supported by: Lund 2014; Abe 2015. Refuted by: Cole 2016.",
    ["CMOC7 | C: nurses share rotas | M: they feel equal | O: swap"],
  ],
];

describe("ways of printing", () => {
  for (const [name, text, wanted] of FORMS) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));

  it("are written as Markdown that reads the same, in each spelling", () => {
    for (const [name, text] of FORMS) {
      const { records, scheme } = readPublished(text);
      for (const as of ["fields", "sentence", "table"] as const) {
        const own = slotsIn(written(records, scheme, as), scheme);
        const said = (slots: readonly Parameters<typeof slotLine>[0][]): string =>
          slots.map(slotLine).sort().join(" | ");
        assert.deepEqual(
          own.map(({ slots }) => said(slots)).sort(),
          records.map(({ slots }) => said(slots.map((slot) => ({ ...slot, text: flat(slot.text) })))).sort(),
          `${name}, ${as}`,
        );
        const ids = records.filter(({ id }) => id !== "").map(({ id }) => id);
        for (const id of ids)
          assert.ok(
            own.some((each) => each.id === id),
            `${name}, ${as}: ${id}`,
          );
      }
    }
  });

  it("lose no word", () => {
    for (const [name, text] of FORMS) {
      const reading = new ReadText(text, "x", {});
      // What is in the language comes out as it is.
      if (reading.markdown("fields") === text) continue;
      const said = JSON.stringify(reading.json()).toLowerCase();
      const words = text.replace(/<[^<>]*>/g, " ").match(/\p{L}{4,}/gu) ?? [];
      for (const word of words)
        if (!/^(?:cmoc?s?|configurations?|responses?|resources?|reasonings?)$/i.test(word))
          assert.ok(said.includes(word.toLowerCase()), `${name}: ${word}`);
    }
  });
});
