/** Further ways of printing configurations, and tables and words that look like them and are none (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

function page(caption: string, ...rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}`)).join("</td>")}</td></tr>`,
  );
  return `<html><body><table><caption>${caption}</caption>${lines.join("\n")}</table></body></html>`;
}

const READ: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "ids below a head that is called after theories, of which one holds two configurations",
    page(
      "Table 1",
      ["Theory", "Context", "Mechanism", "Outcome"],
      ["T1", "Ferries are late", "Anger", "Complaints"],
      ["T2", "Ferries are old", "Fear", "Fewer trips"],
      ["", "Ferries are new", "Pride", "More trips"],
    ),
    [
      "T1 | C: Ferries are late | M: Anger | O: Complaints",
      "T2 | C: Ferries are old | M: Fear | O: Fewer trips",
      "- | C: Ferries are new | M: Pride | O: More trips",
    ],
  ],
  [
    "ids beside a column of references",
    page(
      "Table 1",
      ["CMOC", "Context", "Mechanism", "Outcome", "Ref"],
      ["1", "Ferries are late", "Anger", "Complaints", "[3]"],
      ["2", "Ferries are old", "Fear", "Fewer trips", "[4]"],
    ),
    ["CMOC1 | C: Ferries are late | M: Anger | O: Complaints", "CMOC2 | C: Ferries are old | M: Fear | O: Fewer trips"],
  ],
  [
    "two roles in one column whose words say which is which",
    page(
      "Table 1",
      ["Theory", "Context + mechanism", "Outcome"],
      ["T1", "Context: Ferries are late.<br>Mechanism: Islanders feel forgotten.", "They move"],
      ["T2", "Ferries are new (C), and islanders feel seen (M)", "They stay"],
    ),
    [
      "T1 | C: Ferries are late. | M: Islanders feel forgotten. | O: They move",
      "T2 | C: Ferries are new | M: islanders feel seen | O: They stay",
    ],
  ],
  [
    "outcomes with and without the mechanism, in a second row of heads",
    page(
      "Table 1",
      ['<td rowspan="2">Context', '<td rowspan="2">Mechanism', '<td colspan="2">Outcomes'],
      ["When M is present", "When M is not present"],
      ["Ferries are late", "Islanders feel seen", "They wait", "They shout"],
    ),
    ["- | C: Ferries are late | M: Islanders feel seen | O: They wait | O absent: They shout"],
  ],
  [
    "lines that only join",
    page(
      "Table 1",
      ["Context", "+ Mechanism", "= Outcome"],
      [
        "<p>If</p><p>Ferries are late</p>",
        "<p>Then this triggers:</p><p>Anger</p><p>Shame</p>",
        "<p>leading to</p><p>Complaints</p>",
      ],
    ),
    ["- | C: Ferries are late | M: Anger | M: Shame | O: Complaints"],
  ],
  [
    "cells that stand for others",
    page(
      "Table 1",
      ["CMOC", "Context", "Mechanism", "Outcome"],
      ["CMOC 1", "Ferries are late", "Anger", "Complaints"],
      ["CMOC 2", "As above", "Shame", "″"],
      ["CMOC 3", "Ferries are old", "As for CMOC 2", "Fewer trips"],
    ),
    [
      "CMOC1 | C: Ferries are late | M: Anger | O: Complaints",
      "CMOC2 | C: Ferries are late | M: Shame | O: Complaints",
      "CMOC3 | C: Ferries are old | M: Shame | O: Fewer trips",
    ],
  ],
  [
    "heads that lead to their role, with dots",
    page(
      "Table 1",
      ["PT", "If… (context)", "Then… (mechanism)", "Leading to… (outcome)"],
      ["PT 1", "…the pier is lit", "…anglers feel safe", "…night fishing"],
    ),
    ["PT1 | C: the pier is lit | M: anglers feel safe | O: night fishing"],
  ],
  [
    "a column of themes that is called an area, and one whose cells span",
    `${page("Table 1", ["Programme theory area", "CMO configuration"], ["Piers", "C: Late ferries M: Anger O: Complaints"])}${page("Table 2", ["Brief title", "Full configuration"], ['<td rowspan="2">Piers', "Where ferries are old (C), fear (M) keeps people home (O)."], ["Where ferries are new (C), pride (M) brings them out (O)."], ["Boats", "Where boats leak (C), fear (M) grows into silence (O)."])}`,
    [
      "- <Piers> | C: Late ferries | M: Anger | O: Complaints",
      "- <Piers> | C: ferries are old | M: fear | O: keeps people home",
      "- <Piers> | C: ferries are new | M: pride | O: brings them out",
      "- <Boats> | C: boats leak | M: fear | O: grows into silence",
    ],
  ],
  [
    "cells that say that there is nothing",
    page(
      "Table 1",
      ["Context", "Mechanism", "Outcome"],
      ["Ferries are late", "None identified<sup>a</sup>", "No data"],
      ["x", "y", "z"],
    ),
    ["- | C: Ferries are late", "- | C: x | M: y | O: z"],
  ],
  [
    "references that are called so, and a word before an id",
    "Overall, CMOC 9: When ferries are late (C), islanders feel forgotten (M) and move away (O) (refs 8, 13).\n",
    ["CMOC9 | C: ferries are late | M: islanders feel forgotten | O: move away"],
  ],
  [
    "a table that goes on over pages, with a row that goes on with the last one",
    `${page("Table 3. Configurations", ["ID", "Context", "Mechanism", "Outcome"], ["3a", "Ferries are late", "Anger", "Complaints"])}<p>(Continued)</p><p>Table 3 (Continued)</p>${page("", ["ID", "Context", "Mechanism", "Outcome"], ["", "", "", "Letters"], ["3b", "Ferries are old", "Fear", "Fewer trips"])}`,
    [
      "CMOC3a | C: Ferries are late | M: Anger | O: Complaints | O: Letters",
      "CMOC3b | C: Ferries are old | M: Fear | O: Fewer trips",
    ],
  ],
  [
    "a table that was copied one cell a line",
    "Table 2 Configurations\n\nCMOC\n\nContext\n\nMechanism\n\nOutcome\n\n1\n\nFerries are late\n\nAnger\n\nComplaints\n\n2\n\nFerries are\nold\n\nFear\n\nFewer trips\n\nWords after it.\n",
    ["CMOC1 | C: Ferries are late | M: Anger | O: Complaints", "CMOC2 | C: Ferries are old | M: Fear | O: Fewer trips"],
  ],
  [
    "one without ids and without empty lines",
    "Table 2 CMO configurations\nContext\nMechanism\nOutcome\nFerries are late\nAnger\nComplaints\nFerries are old\nFear\nFewer trips\n\nWords after it.\n",
    ["- | C: Ferries are late | M: Anger | O: Complaints", "- | C: Ferries are old | M: Fear | O: Fewer trips"],
  ],
  [
    "statements below a title that says which words lead to which roles",
    "Table 2. Theories, as IF (context) – THEN (outcome) – BECAUSE (mechanism)\n\nIPT1. IF ferries are late, THEN islanders complain, BECAUSE they feel forgotten.\n\nIPT2. IF ferries are\nnew, THEN islanders travel, BECAUSE they are proud.\n\nIPT3. Ferries matter because islanders live there, then and now.\n",
    [
      "IPT1 | C: ferries are late | O: islanders complain | M: they feel forgotten",
      "IPT2 | C: ferries are new | O: islanders travel | M: they are proud",
    ],
  ],
  [
    "heads in Spanish",
    page("Tabla 1", ["N.º", "Contexto", "Mecanismos", "Resultados (O)"], ["1", "Barcos tardíos", "Enfado", "Quejas"]),
    ["CMOC1 | C: Barcos tardíos | M: Enfado | O: Quejas"],
  ],
  [
    "heads in German",
    page("Tabelle 1", ["Nr.", "Kontext", "Mechanismus", "Ergebnisse"], ["1", "Späte Schiffe", "Ärger", "Klagen"]),
    ["CMOC1 | C: Späte Schiffe | M: Ärger | O: Klagen"],
  ],
  [
    "labels in French, and tags in Portuguese",
    "CMO 1\nContexte : bateaux en retard\nMécanisme : colère\nRésultat : plaintes\n\nCMO 2: Quando os barcos são novos (contexto), há orgulho (mecanismo) e mais viagens (resultado).\n",
    [
      "CMOC1 | C: bateaux en retard | M: colère | O: plaintes",
      "CMOC2 | C: Quando os barcos são novos | M: há orgulho | O: e mais viagens",
    ],
  ],
  [
    "heads in Dutch and Italian",
    `${page("", ["Context", "Mechanisme", "Uitkomst"], ["Late boten", "Woede", "Klachten"])}${page("", ["Contesto", "Meccanismo", "Esito"], ["Battelli vecchi", "Paura", "Silenzio"])}`,
    ["- | C: Late boten | M: Woede | O: Klachten", "- | C: Battelli vecchi | M: Paura | O: Silenzio"],
  ],
  [
    "chains below a key",
    "Key: C → M → O\n\n1. Ferries are late → anger; shame → complaints\n2. Ferries are new → pride → trips → fares\n\nNote: → leads to\n",
    [
      "CMOC1 | C: Ferries are late | M: anger | M: shame | O: complaints",
      "CMOC2 | C: Ferries are new | M: pride | O: trips | O: fares",
    ],
  ],
  [
    "sums below their key",
    "Context + Mechanism = Outcome\n\nLate ferries + anger = complaints\n\nNew ferries + pride = trips\n",
    ["- | C: Late ferries | M: anger | O: complaints", "- | C: New ferries | M: pride | O: trips"],
  ],
  [
    "statements below a title that says what their words are",
    "Table 3. Statements (IF = context; THEN = mechanism; LEADING TO = outcome)\n\n1. IF ferries are late, THEN islanders feel forgotten, LEADING TO complaints.\n",
    ["CMOC1 | C: ferries are late | M: islanders feel forgotten | O: complaints"],
  ],
  [
    "heads that are the words of the title's key",
    page(
      "Theories as If (context), then (outcome), because (mechanism)",
      ["PT", "If", "Then…", "Because"],
      ["PT1", "ferries are late", "islanders complain", "they feel forgotten"],
    ),
    ["PT1 | C: ferries are late | O: islanders complain | M: they feel forgotten"],
  ],
  [
    "an id over the table of one configuration",
    "<h3>CMOC 4: Piers</h3><table><tr><td>Context</td><td>Late ferries</td></tr><tr><td>Mechanism</td><td>Anger</td></tr><tr><td>Outcome</td><td>Complaints</td></tr></table>",
    ["CMOC4 “Piers” | C: Late ferries | M: Anger | O: Complaints"],
  ],
  [
    "an id that each row says again",
    "CMOC 8 | Context | Late ferries\nCMOC 8 | Mechanism | Anger\nCMOC 8 | Outcome | Complaints\nCMOC 9 | Context | New ferries\nCMOC 9 | Mechanism | Pride\nCMOC 9 | Outcome | Trips\n",
    ["CMOC8 | C: Late ferries | M: Anger | O: Complaints", "CMOC9 | C: New ferries | M: Pride | O: Trips"],
  ],
  [
    "bold letters in a numbered list, and quoted blocks",
    "1. **C**: late ferries **M**: anger **O**: complaints\n\n> **Context**: new ferries\n>\n> **Mechanism**: pride\n>\n> **Outcome**: trips\n",
    ["CMOC1 | C: late ferries | M: anger | O: complaints", "- | C: new ferries | M: pride | O: trips"],
  ],
  [
    "an id in a row above each head",
    page(
      "",
      ['<td colspan="3">CMOC 1: Piers'],
      ["Context", "Mechanism", "Outcome"],
      ["Late ferries", "Anger", "Complaints"],
      ['<td colspan="3">CMOC 2: Boats'],
      ["Context", "Mechanism", "Outcome"],
      ["New ferries", "Pride", "Trips"],
    ),
    [
      "CMOC1 “Piers” | C: Late ferries | M: Anger | O: Complaints",
      "CMOC2 “Boats” | C: New ferries | M: Pride | O: Trips",
    ],
  ],
  [
    "a row without an id that says that it says the same again",
    page(
      "",
      ["ID", "Context", "Mechanism", "Outcome"],
      ["1", "Late ferries", "Anger", "Complaints"],
      ["", "as above", "Shame", "Silence"],
    ),
    ["CMOC1 | C: Late ferries | M: Anger | O: Complaints", "- | C: Late ferries | M: Shame | O: Silence"],
  ],
  [
    "labels with signs in lines of their own",
    "CMOC1\nC: late ferries\n+\nM: anger\n=\nO: complaints\n",
    ["CMOC1 | C: late ferries | M: anger | O: complaints"],
  ],
  [
    "tags with a sign",
    "Where ferries are late (C+), anger (M-) results in complaints (O-).\n",
    ["- | C: ferries are late | M: anger | O: complaints"],
  ],
  [
    "chains in cells below a head that is their key",
    page("Table 1", ["Theme", "Context → Mechanism → Outcome"], ["Piers", "Ferries are late → anger → complaints"]),
    ["- <Piers> | C: Ferries are late | M: anger | O: complaints"],
  ],
];

describe("further ways of printing", () => {
  for (const [name, text, wanted] of READ) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));
});

const NONE: readonly (readonly [string, string])[] = [
  [
    "mechanisms of another field",
    page(
      "Table 1. Patients",
      ["ID", "Mechanism of injury", "Context", "Outcome"],
      ["1", "Bite", "Kennel", "Well"],
      ["2", "Kick", "Stable", "Died"],
    ),
  ],
  [
    "studies with ticks below roles, which cite configurations",
    page(
      "Table 2. Included documents",
      ["First author", "Design", "Setting and context", "Main outcomes", "CMOC", "Mechanisms mentioned"],
      ["Ahlgren", "Survey", "Oslo", "Trips", "1, 3", "Yes"],
      ["Bosman", "Survey", "Bergen", "Fares", "2–4", "No"],
    ),
  ],
  [
    "an abstract whose sentences have commas",
    "Background: Ferries matter.\nContext, mechanism and outcome configurations can show for whom.\nThey were made, read and joined.\nIf nobody is told, few travel, because they do not know.\n",
  ],
  [
    "a glossary in plain text",
    "Glossary\nContext (C): islands that were there. Mechanism (M): resources, and what islanders make of them. Outcome (O): what follows.\nRetroduction: asking why.\n",
  ],
  [
    "search terms",
    page("Table: Search terms", ["Context", "Mechanism", "Outcome"], ["ferry", "trust", "trips"]) +
      page("Table 2", ["Context", "Mechanism", "Outcome"], ["ferry OR boat", "trust OR calm", "trip*"]),
  ],
  [
    "questions to ask",
    page(
      "Table 2",
      ["Domain", "Questions"],
      ["Context", "Can you tell me about your pier?"],
      ["Mechanism", "What made you wait?"],
      ["Outcomes", "What happened?"],
    ),
  ],
  [
    "quotes for codes, grades and counts",
    page(
      "",
      ["Code", "Example quote"],
      ["Context", "“It was late”"],
      ["Mechanism", "“I was angry”"],
      ["Outcome", "“I wrote”"],
    ) +
      page(
        "",
        ["Role", "Words"],
        ["Context", "“It was late”"],
        ["Mechanism", "“I was angry”"],
        ["Outcome", "“I wrote”"],
      ) +
      page(
        "Appraisal",
        ["Study", "Context", "Mechanism", "Outcome"],
        ["A", "Rich", "Thin", "✗"],
        ["B", "✓", "Thin", "✗"],
      ) +
      page("Coding", ["Study", "Context", "Mechanism", "Outcome"], ["A", "12 codes", "4 codes", "3"]),
  ],
  [
    "an abstract with labels",
    "Context: Ferries are old. Mechanism: we studied trust. Methods: a survey. Outcomes: trips.\n\nContexte : vieux bateaux. Mécanismes : la confiance. Méthodes : une enquête. Résultats : voyages.\n",
  ],
  [
    "a logic model",
    page(
      "Table 2",
      ["Inputs", "Activities", "Outputs", "Mechanisms", "Outcomes"],
      ["Money", "Calls", "Logs", "Calm", "Trips"],
    ),
  ],
  [
    "words in a row that a key does not speak of",
    "1. If ferries are late, then islanders complain, because they feel forgotten.\n2. Ferries → anger → complaints\n",
  ],
  [
    "lines that name the roles, and prose",
    "Three things were noted.\n\nContext\n\nMechanism\n\nOutcome\n\nThe first.\n\nThe second.\n\nThe third.\n",
  ],
  [
    "a table with another number after one that goes on",
    `${page("Table 3", ["ID", "Ferry", "Fare"], ["1", "x", "y"])}<p>Table 3 (continued)</p>`,
  ],
  [
    "a glossary without a title",
    "Context (C): what was there before the ferry. Mechanism (M): resources and people's response to them. Outcome (O): trips.\n",
  ],
];

describe("what only looks like configurations", () => {
  for (const [name, text] of NONE)
    it(`has no slots: ${name}`, () =>
      assert.deepEqual(
        readPublished(text).records.flatMap(({ slots }) => slots),
        [],
      ));
});
