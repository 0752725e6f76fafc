import assert from "node:assert/strict";
import fc from "fast-check";
import { mayNameRole } from "../../../src/core/syntax/role-tokens.ts";
import {
  countSlots,
  readHead,
  readRole,
  readRoles,
  readTag,
  roleWord,
  slotsNamed,
} from "../../../src/core/syntax/roles.ts";
import { sharedRoles } from "../../../src/core/syntax/shared-roles.ts";
import { type RoleMention, slotOf } from "../../../src/core/syntax/slots.ts";
import { CMO, LAYERS, ownScheme, type Scheme, schemeOf } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";

const scheme = (name: string): Scheme => schemeOf(name) ?? CMO;
const OWN = ownScheme([
  { letter: "P", label: "Process" },
  { letter: "E", label: "Enabling condition" },
  { letter: "T", label: "Strategy" },
]);

/** `M1/resource`, as short as a mention can be told. */
function short(mention: RoleMention): string {
  const { role, n, part, position, absent, layer } = mention;
  return [`${role}${n ?? ""}`, part, position, absent && "absent", layer].filter(Boolean).join("/");
}

const ONE: readonly (readonly [string, string])[] = [
  ["Cs", "C"],
  ["Ms", "M"],
  ["Os", "O"],
  ["MRes", "M/resource"],
  ["Mreas", "M/reasoning"],
  ["MResp1", "M1/reasoning"],
  ["C", "C"],
  ["M", "M"],
  ["C2", "C2"],
  ["C 1", "C1"],
  ["C-1", "C1"],
  ["C – 1", "C1"],
  ["C_1", "C1"],
  ["C.1", "C1"],
  ["C#1", "C1"],
  ["C no. 1", "C1"],
  ["C No2", "C2"],
  ["Outcome number 2", "O2"],
  ["Context № 3", "C3"],
  ["C01", "C1"],
  ["C(1)", "C1"],
  ["C [1]", "C1"],
  ["(C1)", "C1"],
  ["1C", "C1"],
  ["1 C", "C1"],
  ["M1a", "M1a"],
  ["M 1b", "M1b"],
  ["O1.2", "O1.2"],
  ["O (ii)", "Oii"],
  ["Oii", "Oii"],
  ["M₁", "M1"],
  ["M²", "M2"],
  ["Ｃ１", "C1"],
  ["C\u00a01", "C1"],
  ["C\u200b1", "C1"],
  ["©", "C"],
  ["©1", "C1"],
  ["C٢", "C2"],
  ["C①", "C1"],
  ["C.", "C"],
  ["context", "C"],
  ["CONTEXTS", "C"],
  ["Context(s)", "C"],
  ["Outcome/s", "O"],
  ["Context (C)", "C"],
  ["Context C", "C"],
  ["C (Context)", "C"],
  ["Contexts (C1)", "C1"],
  ["Outcome 1 (O1)", "O1"],
  ["Outcomes 1", "O1"],
  ["Outcome-2", "O2"],
  ["Outcome2", "O2"],
  ["Outcome 1a", "O1a"],
  ["Mechanism (resource)", "M/resource"],
  ["mechanism – resource", "M/resource"],
  ["M-resource", "M/resource"],
  ["M – response", "M/reasoning"],
  ["Mechanism — response", "M/reasoning"],
  ["Mresponse", "M/reasoning"],
  ["(Mresources)", "M/resource"],
  ["MResource", "M/resource"],
  ["M1 (resource)", "M1/resource"],
  ["M1resource", "M1/resource"],
  ["M resource 1", "M1/resource"],
  ["Mresource1", "M1/resource"],
  ["Mresource 1", "M1/resource"],
  ["M_resource", "M/resource"],
  ["Mechanism reasoning", "M/reasoning"],
  ["Mechanism (reaction)", "M/reasoning"],
  ["M (resource, 2)", "M2/resource"],
  ["Resource mechanism", "M/resource"],
  ["Mechanismresource", "M/resource"],
  ["Intermediate outcome", "O/intermediate"],
  ["Immediate outcomes", "O/immediate"],
  ["Final O", "O/final"],
  ["finalO", "O/final"],
  ["O (final)", "O/final"],
  ["O-final", "O/final"],
  ["Ofinal", "O/final"],
  ["O1 [intermediate]", "O1/intermediate"],
  ["O (absent)", "O/absent"],
  ["O (final, absent)", "O/final/absent"],
  ["Context (macro)", "C/macro"],
  ["Context (macro-level)", "C/macro"],
  ["Macro context", "C/macro"],
  ["Meso-level context", "C/meso"],
  ["C (inter-personal)", "C/interpersonal"],
  ["Institutional context 2", "C2/institutional"],
];

const NONE: readonly string[] = [
  "",
  " ",
  "-",
  "()",
  "1",
  "c",
  "c1",
  "m",
  "I",
  "A",
  "S",
  "I1",
  "a",
  "i",
  "Intervention",
  "C is",
  "Context of care",
  "Contextual factors",
  "Outcomes research",
  "Outcome measure",
  "Mechanisms of action",
  "actors' views",
  "the context",
  "Primary outcome",
  "Outcomes from 2010",
  "2 contexts",
  "12 outcomes",
  "CMO",
  "CMOC",
  "CM",
  "C1M1",
  "C M",
  "Context mechanism",
  "Context Context",
  "CI",
  "OR",
  "MO",
  "cs",
  "CS",
  "Co",
  "C1 2",
  "M1 (O)",
  "C (resource)",
  "Outcome (resource)",
  "M (resource) (response)",
  "Mechanism (not resource)",
  "resource",
  "response",
  "final",
  "macro",
  "C:",
  "Context: macro",
  "C (",
  "C)",
  "C -",
  "- C",
  "C –– 1",
  "C?",
  "C!",
  "C = 1",
  "hepatitis C",
  "vitamin C",
  "C difficile",
  "present",
  "and",
  "C1234567890",
  "Ｃontexte",
  "контекст",
  "文脈",
];

describe("a role", () => {
  for (const [text, want] of ONE) {
    it(`reads ${JSON.stringify(text)} as ${want}`, () => {
      const role = readRole(text, CMO);
      assert.equal(role && short(role), want);
    });
  }

  for (const text of NONE) {
    it(`finds none in ${JSON.stringify(text)}`, () => assert.equal(readRole(text, CMO), undefined));
  }

  it("keeps to the letters of its scheme", () => {
    assert.equal(readRole("I", scheme("CIMO"))?.role, "I");
    assert.equal(readRole("Interventions", scheme("CIMO"))?.role, "I");
    assert.equal(readRole("Actor(s)", scheme("ICAMO"))?.role, "A");
    for (const word of ["As", "Is"]) assert.equal(readRole(word, scheme("ICAMO")), undefined, word);
    assert.equal(readRole("Strategies", scheme("SCMO"))?.role, "S");
    assert.equal(readRole("Strategy (S)", CMO), undefined);
    assert.equal(readRole("Actors", scheme("CIMO")), undefined);
    assert.equal(readRole("1A", scheme("ICAMO"))?.role, "A");
    assert.equal(readRole("C1A", scheme("ICAMO")), undefined);
  });

  it("reads a review's own letters and words", () => {
    assert.equal(readRole("Process (P)", OWN)?.role, "P");
    assert.equal(readRole("processes", OWN)?.role, "P");
    assert.equal(readRole("P2", OWN)?.n, 2);
    assert.equal(readRole("Enabling conditions 2", OWN)?.role, "E");
    assert.equal(readRole("Enabling-Condition (E1)", OWN)?.n, 1);
    assert.equal(readRole("Enabling", OWN), undefined);
    assert.equal(readRole("strategies", OWN)?.role, "T");
    const spanish = ownScheme([
      { letter: "C", label: "Contexto" },
      { letter: "Р", label: "Ресурсы" },
    ]);
    assert.equal(readRole("Contextos", spanish)?.role, "C");
    assert.equal(readRole("Context", spanish)?.role, "C");
    assert.equal(readRole("ресурсы (Р)", spanish)?.role, "Р");
  });
});

describe("a list of roles", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["C1, C2", "C1 C2"],
    ["C/M", "C M"],
    ["C; M; O", "C M O"],
    ["C & M", "C M"],
    ["C + M", "C M"],
    ["C and M", "C M"],
    ["C, M, and O", "C M O"],
    ["Context and mechanism", "C M"],
    ["C1–C3", "C1 C2 C3"],
    ["C1-3", "C1 C2 C3"],
    ["C1 – C3", "C1 C2 C3"],
    ["C1 to C3", "C1 C2 C3"],
    ["Outcomes 1-3", "O1 O2 O3"],
    ["Outcomes 1 and 2", "O1 O2"],
    ["O1, 2", "O1 O2"],
    ["O1, 3–5", "O1 O3 O4 O5"],
    ["C1/2", "C1 C2"],
    ["M1a–c", "M1a M1b M1c"],
    ["M1a/b", "M1a M1b"],
    ["M1a, b and c", "M1a M1b M1c"],
    ["M1, b", ""],
    ["C-1–C-3", "C1 C2 C3"],
    ["C 1 - C 3", "C1 C2 C3"],
    ["M1 (resource)–M3 (resource)", "M1/resource M2/resource M3/resource"],
    ["M1a–1c", "M1a M1b M1c"],
    ["M1 (resource), M1 (response)", "M1/resource M1/reasoning"],
    ["M1 (resource/response)", "M1/resource M1/reasoning"],
    ["Mresource and response", "M/resource M/reasoning"],
    ["Immediate and final outcomes", "O/immediate O/final"],
    ["Outcomes (O1, O2)", "O1 O2"],
    ["Outcomes (1, 2)", "O1 O2"],
    ["Outcomes (O1–O3)", "O1 O2 O3"],
    ["(C1, M2)", "C1 M2"],
    ["C, C", "C"],
    ["C1–M3", ""],
    ["C3–C1", ""],
    ["C1–C900", ""],
    ["C,", ""],
    [", C", ""],
    ["C and care", ""],
    ["C, p. 12", ""],
    ["1, 2", ""],
    ["C, 2", ""],
    ["O, final", "O/final"],
    ["O; absent", "O/absent"],
    ["O1, final", "O1/final"],
    ["O, final, absent", "O/final/absent"],
    ["O, immediate and final", "O/immediate O/final"],
    ["C, O, final", "C O/final"],
    ["O, final 2", "O O2/final"],
    ["M/resource", "M/resource"],
    ["M, resource, response", "M/resource M/reasoning"],
    ["M and resource", "M M/resource"],
    ["final, O", "O/final"],
    ["C, resource", ""],
    ["C，M；O", "C M O"],
    ["Contexts (C1 & C2)", "C1 C2"],
    ["C1 and C2, M3", "C1 C2 M3"],
  ];
  for (const [text, want] of cases) {
    it(`reads ${JSON.stringify(text)} as ${want || "nothing"}`, () => {
      assert.equal((readRoles(text, CMO) ?? []).map(short).join(" "), want);
    });
  }
});

describe("a tag", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["resource", "M/resource"],
    ["Response 2", "M2/reasoning"],
    ["reasoning", "M/reasoning"],
    ["resource, response", "M/resource M/reasoning"],
    ["C, resource", "C M/resource"],
    ["M: resource", "M/resource"],
    ["Outcome: final", "O/final"],
    ["final", ""],
    ["macro", ""],
    ["2", ""],
    ["response rate", ""],
    ["C: shared vision", ""],
  ];
  for (const [text, want] of cases) {
    it(`reads (${text}) as ${want || "nothing"}`, () => {
      assert.equal((readTag(text, CMO) ?? []).map(short).join(" "), want);
    });
  }
});

describe("the head of a column", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Context", "C"],
    ["Context:", "C"],
    ["+ Mechanism", "M"],
    ["= Outcome", "O"],
    ["→ Outcomes", "O"],
    ["-> Outcome", "O"],
    ["Context +", "C"],
    ["Mechanism =", "M"],
    ["M: resource", "M/resource"],
    ["Mechanism: Reasoning", "M/reasoning"],
    ["Mechanism – reaction(s)", "M/reasoning"],
    ["Outcome when the mechanism is present", "O"],
    ["Outcome when the mechanism is absent", "O/absent"],
    ["Outcome (when the mechanism is absent)", "O/absent"],
    ["Outcomes, when mechanism absent", "O/absent"],
    ["Outcome if mechanism not triggered", "O/absent"],
    ["O (mechanism absent)", "O/absent"],
    ["Outcome without the mechanism", "O/absent"],
    ["Outcome when M is absent", "O/absent"],
    ["Outcome when M is present", "O"],
    ["Outcome (no mechanism)", "O/absent"],
    ["Outcome where the mechanism has been triggered", "O"],
    ["Context†", "C"],
    ["Outcome in the absence of the mechanism", "O/absent"],
    ["Context when the mechanism is present", "C"],
    ["Outcome (present)", "O"],
    ["Mechanism absent", "M/absent"],
    ["Mechanism (resource and response)", "M/resource M/reasoning"],
    ["Mechanism (resource, response)", "M/resource M/reasoning"],
    ["Context / Mechanism", "C M"],
    ["Contexts\n(C)", "C"],
    ["Unintended outcomes", "O"],
    ["Short-term outcome", "O"],
    ["Long term Outcomes (O)", "O"],
    ["Outcome (unintended)", "O"],
    ["Outcomes: short-term", "O"],
    ["Intended and unintended outcomes", "O"],
    ["= Positive / negative outcomes", "O"],
    ["Clinical outcomes", "O"],
    ["Health and cost outcomes", "O"],
    ["If (context)", "C"],
    ["Then (mechanism)", "M"],
    ["Leading to (outcome)", "O"],
    ["Leads to [outcomes]", "O"],
    ["Context (where?)", "C"],
    ["Mechanisms (why and how?)", "M"],
    ["If (a context)", ""],
    ["Where?", ""],
    ["If (what?)", ""],
    ["Mechanism (?)", "M"],
    ["Unintended context", ""],
    ["Unintended", ""],
    ["Short-term outcome measures", ""],
    ["Os", "O"],
    ["(=) Outcome", "O"],
    ["Outcome (=)", "O"],
    ["[+] Mechanism", "M"],
    ["Outcome (+/−)", "O"],
    ["× Mechanism", "M"],
    ["± Outcome", "O"],
    ["∴ Outcome", "O"],
    ["+/- Outcome", "O"],
    ["Outcome ➝", "O"],
    ["( ) Outcome", "O"],
    ["Context[^1]", "C"],
    ["Context (C) [^note]", "C"],
    ["Outcome [12]", "O"],
    ["Outcome [1, 2]", "O"],
    ["Outcome ¹", "O"],
    ["Context²,³", "C"],
    ["Mechanism^b^", "M"],
    ["C[^1]", "C"],
    ["C [1]", "C1"],
    ["C¹", "C1"],
    ["Outcome (1)", "O1"],
    ["Outcome 2[^1]", "O2"],
    ["Context of the study", ""],
    ["Outcome measures", ""],
    ["Methods", ""],
    ["", ""],
    ["=", ""],
    ["when the mechanism is absent", ""],
  ];
  for (const [text, want] of cases) {
    it(`reads ${JSON.stringify(text)} as ${want || "nothing"}`, () => {
      assert.equal((readHead(text, CMO) ?? []).map(short).join(" "), want);
    });
  }
});

describe("a role's word", () => {
  const number = fc.oneof(
    fc.nat({ max: 99 }),
    fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(..."abxyz")).map(([n, letter]) => `${n}${letter}`),
    fc.constantFrom("1.2", "ii", "i", "x"),
  );
  const mention: fc.Arbitrary<RoleMention> = fc
    .record(
      {
        role: fc.constantFrom("C", "M", "O", "I", "A"),
        part: fc.constantFrom("resource" as const, "reasoning" as const),
        position: fc.constantFrom("immediate" as const, "intermediate" as const, "final" as const),
        absent: fc.constant(true as const),
        layer: fc.constantFrom(...LAYERS),
        n: number,
      },
      { requiredKeys: ["role"], noNullPrototype: true },
    )
    .map((made) => (made.role === "M" || made.part === undefined ? made : { role: made.role }));

  it("reads back as the same role", () => {
    const icamo = scheme("ICAMO");
    fc.assert(fc.property(mention, (made) => assert.deepEqual(readRole(roleWord(made, icamo), icamo), made)));
  });

  it("is what a reader expects", () => {
    assert.equal(roleWord({ role: "M", part: "resource", n: 1 }, CMO), "M1 (resource)");
    assert.equal(roleWord({ role: "O", position: "final", absent: true }, CMO), "O (final, absent)");
    assert.equal(roleWord({ role: "C" }, CMO), "C");
  });

  it("never fails on any text", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "C",
        "M",
        "context",
        "resource",
        "1",
        "(",
        ")",
        "[",
        ",",
        "–",
        " ",
        "and",
        "to",
        ":",
        "é",
        "\ud800",
        "a",
        "Contexts",
        "©",
        "final",
      ),
      { maxLength: 12 },
    );
    const text = fc.oneof(
      fc.array(fc.nat({ max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      pieces.map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        for (const read of [readRole, readRoles, readHead, readTag]) read(any, CMO);
        if (readRoles(any, CMO)?.length) assert.ok(mayNameRole(any, CMO), any);
      }),
      runs(30),
    );
  });

  it("is quick to refuse a long text", () => {
    for (const text of ["C,".repeat(100_000), "(".repeat(100_000), "context ".repeat(50_000), "+ ".repeat(100_000)]) {
      assert.equal(readRoles(text, CMO), undefined);
      assert.equal(readHead(text, CMO), undefined);
    }
  });
});

describe("the slots that a name means", () => {
  const mentions = (text: string): RoleMention[] => text.split(" ").map((one) => readRole(one, CMO) ?? { role: "?" });
  const named = (name: string, slots: string): readonly number[] =>
    slotsNamed(readRole(name, CMO) ?? { role: "?" }, mentions(slots));

  it("counts a resource and the reasonings after it as one", () => {
    assert.deepEqual(
      countSlots(mentions("C Mresource Mresponse Mresponse Mresource Mresponse M O O")),
      [1, 1, 1, 1, 2, 2, 3, 1, 2],
    );
    assert.deepEqual(countSlots(mentions("Mresponse Mresource Mresponse")), [1, 2, 2]);
    assert.deepEqual(countSlots(mentions("M Mresponse Mresource")), [1, 1, 2]);
  });

  it("means all of a role without a number, and the counted one with it", () => {
    assert.deepEqual(named("O", "C M O O"), [2, 3]);
    assert.deepEqual(named("O2", "C M O O"), [3]);
    assert.deepEqual(named("O3", "C M O O"), []);
    assert.deepEqual(named("M1", "Mresource Mresponse Mresource"), [0, 1]);
    assert.deepEqual(named("M-resource", "Mresource Mresponse Mresource"), [0, 2]);
    assert.deepEqual(named("M2-resource", "Mresource Mresponse Mresource"), [2]);
  });

  it("goes by the written number first", () => {
    assert.deepEqual(named("O1", "O2 O1"), [1]);
    assert.deepEqual(named("O1", "O2 O3"), []);
    assert.deepEqual(named("M2", "M2resource Mresponse M"), [0, 1]);
    assert.deepEqual(named("M1", "M1a M1b M2"), [0, 1]);
    assert.deepEqual(named("M1a", "M1a M1b M2"), [0]);
    assert.deepEqual(named("M1", "M1resource M2resource M1response"), [0, 2]);
  });

  it("counts past the numbers that somebody wrote", () => {
    assert.deepEqual(countSlots(mentions("O2 O O")), [2, 1, 3]);
    assert.deepEqual(countSlots(mentions("O O2 O")), [1, 2, 3]);
    assert.deepEqual(named("O1", "O2 O O"), [1]);
    assert.deepEqual(named("O3", "O2 O O"), [2]);
  });

  it("heeds positions, layers and absence", () => {
    assert.deepEqual(named("O-final", "O-immediate O-final"), [1]);
    assert.deepEqual(named("C-macro", "C C-macro"), [1]);
    assert.deepEqual(named("O-absent", "O O-absent"), [1]);
  });
});

// With numbers that no other test names: what was remembered before is given up when much else was read.
describe("lists of roles that are shared", () => {
  it("are one for all texts that name the same", () => {
    assert.equal(readRoles("C, M71 (resource)", CMO), readRoles("context; Mechanism 71 resource", CMO));
    assert.notEqual(readRoles("C, M1", CMO), readRoles("C, M", CMO));
    assert.equal(sharedRoles([]), sharedRoles([]));
  });

  it("are without the words of slots", () => {
    const span = { start: 0, end: 5 };
    const roles = sharedRoles([
      { role: "C", text: "trust", ...span, mark: span },
      slotOf({ role: "O", n: 72 }, "peace", span, span),
    ]);
    assert.deepEqual(roles, [{ role: "C" }, { role: "O", n: 72 }]);
    assert.equal(roles, readRoles("C, O72", CMO));
  });
});
