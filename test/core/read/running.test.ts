/** Configurations in running text as journals print them (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "ids before tagged sentences",
    "CMOC1: When teams are small (C), nurses feel known (M) and stay (O).\n\nCMOC 2 – When teams are large (C), nurses feel lost (M), leading to turnover (O).\n\nICMO-4. A rota (I) in busy wards (C) gives relief (M), so fewer leave (O).\n",
    [
      "CMOC1 | C: teams are small | M: nurses feel known | O: stay",
      "CMOC2 | C: teams are large | M: nurses feel lost | O: turnover",
      "CMOC4 | I: A rota | C: in busy wards | M: gives relief | O: fewer leave",
    ],
  ],
  [
    "labels whose words hold tags of the same role",
    "CMOC 3. Context: Boats are few in winter. Mechanism: Islanders feel cared for (M: reasoning) and calm. Outcome: Fewer leave.\n\nCMOC 4. Context: small boats (C1) at night (C2); Mechanism: a lamp is lit (M: resource) and crews feel calm (M: reasoning); Outcome: Fewer wrecks (O).",
    [
      "CMOC3 | C: Boats are few in winter. | M reasoning: Islanders feel cared for and calm. | O: Fewer leave.",
      "CMOC4 | C1: small boats | C2: at night | M resource: a lamp is lit | M reasoning: crews feel calm | O: Fewer wrecks.",
    ],
  ],
  [
    "a label over a whole tagged statement",
    "Context: When boats are old (C), crews mend them (M), so trips rise (O).",
    ["- | C: boats are old | M: crews mend them | O: trips rise"],
  ],
  [
    "small letters as tags",
    "1. When a diary is shared (c), porters feel trusted (m), which leads to fewer delays (o)\n2. When it is not (c), porters feel watched (m), leading to delays (o)",
    [
      "CMOC1 | C: a diary is shared | M: porters feel trusted | O: fewer delays",
      "CMOC2 | C: it is not | M: porters feel watched | O: delays",
    ],
  ],
  [
    "words as tags, with a glance at the kind of mechanism",
    "CMO configuration 3 – In villages without a bank (context), savings groups (mechanism: resource) let women feel in charge (mechanism: reasoning), so that they invest (outcome).",
    [
      "CMOC3 | C: In villages without a bank | M resource: savings groups | M reasoning: let women feel in charge | O: they invest",
    ],
  ],
  [
    "adjectives in tags",
    "CMOC 5: Where pay is low (organisational context), teachers feel ignored (underlying mechanism) and leave early (unintended outcome).",
    ["CMOC5 | C: pay is low | M: teachers feel ignored | O: leave early"],
  ],
  [
    "roles before brackets",
    "CMOC 1a: C (low trust) + M (fear of blame) → O (silence)",
    ["CMOC1a | C: low trust | M: fear of blame | O: silence"],
  ],
  [
    "labels in one paragraph",
    "CMO 2: Context: rural schools; Mechanism: pride in the garden; Outcome: children eat greens.",
    ["CMOC2 | C: rural schools | M: pride in the garden | O: children eat greens."],
  ],
  [
    "labels in paragraphs below an id",
    "CMOC 7: Gardens\n\nContext: Rural schools\n\nMechanism (resource): A garden\n\nMechanism (reasoning): Pride\n\nOutcome: Children eat greens\n\nCMOC 8\n\nContext: Town schools\n\nMechanism: Boredom\n\nOutcome: Children do not\n\nThe next section is prose.",
    [
      "CMOC7 “Gardens” | C: Rural schools | M resource: A garden | M reasoning: Pride | O: Children eat greens",
      "CMOC8 | C: Town schools | M: Boredom | O: Children do not",
    ],
  ],
  [
    "labels without ids, one configuration after another",
    "Context: Rural schools\nMechanism: Pride\nOutcome: Greens\n\nContext: Town schools\nMechanism: Boredom\nOutcome: Crisps\n",
    ["- | C: Rural schools | M: Pride | O: Greens", "- | C: Town schools | M: Boredom | O: Crisps"],
  ],
  [
    "labels that stand alone over lists",
    "CMOC 3: Gardens\n\nContexts:\n\n- Rural schools\n- Warm springs\n\nMechanism:\n\nPride\n\nOutcomes:\n\n- Greens\n- Talk at home\n",
    ["CMOC3 “Gardens” | C: Rural schools | C: Warm springs | M: Pride | O: Greens | O: Talk at home"],
  ],
  [
    "letters with a colon",
    "C: small boats M: fear of storms O: short trips",
    ["- | C: small boats | M: fear of storms | O: short trips"],
  ],
  [
    "brackets before words",
    "[Context] Small boats [Mechanism] fear of storms [Outcome] short trips",
    ["- | C: Small boats | M: fear of storms | O: short trips"],
  ],
  [
    "lines broken by a PDF, with parted words and raised numbers",
    "CMOC 9: When fishers share the harbour (C), they come to\ntrust one another (M),12,13 which leads to com-\nmon rules (O).14 This was seen in two\nstudies.\n",
    ["CMOC9 | C: fishers share the harbour | M: they come to trust one another | O: common rules"],
  ],
  [
    "an id behind the sentence",
    "Where rents rise (C), families feel unwelcome (M) and move away (O) [CMOC 2b].",
    ["CMOC2b | C: rents rise | M: families feel unwelcome | O: move away"],
  ],
  [
    "several sentences, each a configuration, in one paragraph",
    "Where rents rise (C), families feel unwelcome (M) and move (O) [CMOC 1a]. Where rents are capped (C), families feel settled (M) and join in (O) [CMOC 1b].",
    [
      "CMOC1a | C: rents rise | M: families feel unwelcome | O: move",
      "CMOC1b | C: rents are capped | M: families feel settled | O: join in",
    ],
  ],
  [
    "a programme theory that is tagged",
    "Programme theory 2: When buses are free (C), older people feel invited (M) and go out (O).",
    ["PT2 | C: buses are free | M: older people feel invited | O: go out"],
  ],
  [
    "if and then without tags: an id and no slot",
    "CMOC 6: If buses are free, then older people go out, because they feel invited.",
    ["CMOC6"],
  ],
  ["if and then without tags and without an id: nothing", "If buses are free, then older people go out.", []],
  [
    "prose that speaks about configurations",
    "We coded contexts (C), mechanisms (M) and outcomes (O). CMOC 4 shows that trust matters. Contexts: we define them broadly. See CMOCs 1–3.",
    [],
  ],
  ["a key", "C = context; M = mechanism; O = outcome; CMOC: context–mechanism–outcome configuration", []],
  [
    "definitions with labels",
    "Context: refers to the conditions of a programme.\n\nMechanism: describes how people respond.\n\nOutcome: refers to what follows.",
    [],
  ],
  [
    "an abstract of another kind",
    "Context: Obesity is common. Objective: To see. Intervention: A diet. Outcomes: Weight.",
    [],
  ],
  [
    "tags that are raised",
    "<p>CMOC 1: When ferries run late<sup>C</sup>, islanders feel forgotten<sup>M</sup> and move<sup>O</sup>.<sup>7,8</sup></p><p>x</p>",
    ["CMOC1 | C: ferries run late | M: islanders feel forgotten | O: move"],
  ],
  [
    "tags with lowered parts",
    "<p>When ferries run late (C<sub>1</sub>), a phone line (M<sub>resource</sub>) calms islanders (M<sub>reasoning</sub>), who stay (O).</p><div>y</div>",
    ["- | C1: ferries run late | M resource: a phone line | M reasoning: calms islanders | O: who stay"],
  ],
  [
    "headings of a page over labels",
    "<h3>CMOC 2: Ferries</h3><h4>Context</h4><p>Islands far out</p><h4>Mechanism</h4><p>Feeling forgotten</p><h4>Outcome</h4><p>Moving away</p><h3>Discussion</h3><p>Words.</p>",
    ["CMOC2 “Ferries” | C: Islands far out | M: Feeling forgotten | O: Moving away"],
  ],
  [
    "a theme over statements",
    "## Theme 1: Boats\n\nCMOC1: When boats are small (C), fear (M) keeps them near (O).\n",
    ["CMOC1 <Theme 1: Boats> | C: boats are small | M: fear | O: keeps them near"],
  ],
];

describe("configurations in running text", () => {
  for (const [name, text, wanted] of CASES) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));

  it("say so where a tag names another role than the label before it", () => {
    const { unsure } = readPublished("CMOC 8. Context: small boats. Mechanism: crews rest (O). Outcome: fewer wrecks.");
    assert.match(unsure.map(({ text }) => text).join(), /“\(O\)”.*as the label says/);
  });

  it("leave the words that are in none aside", () => {
    const { aside } = readPublished("Before it.\n\nCMOC1: When x (C), y (M), so z (O).\n\nAfter it.");
    assert.deepEqual(
      aside.map(({ text }) => text),
      ["Before it.", "After it."],
    );
  });
});
