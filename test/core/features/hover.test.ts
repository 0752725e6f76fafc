import assert from "node:assert/strict";
import {
  FRONT_MATTER_MEANS,
  KIND_MEANS,
  MANIFEST_MEANS,
  meaning,
  ROLE_MEANS,
  SOURCE_STATUS_MEANS,
  VALUE_MEANS,
} from "../../../src/core/features/hover/words.ts";
import { hover, type Told } from "../../../src/core/features/hover.ts";
import { MANIFEST_KEYS } from "../../../src/core/syntax/manifest-keys.ts";
import { FIELDS, KINDS, SCHEME_NAMES, SLOT_FIELDS, SOURCE_STATUSES } from "../../../src/core/vocabulary.ts";
import type { Files } from "../reviews.ts";
import { cursorIn, SMALL } from "./places.ts";

function told(marked: string, more: Files = {}): Told | undefined {
  const { review, uri, offset } = cursorIn({ ...SMALL, ...more, "a.md": marked });
  return hover(review, uri, offset)?.told;
}

/** A told thing as a short line. */
function short(marked: string, more: Files = {}): string {
  const it = told(marked, more);
  if (!it) return "nothing";
  if ("record" in it) return `record ${it.record.name}${it.others > 0 ? ` and ${it.others}` : ""}`;
  if ("source" in it) return `source ${it.source}`;
  return "words" in it ? `${it.words} = ${it.means}` : `${it.says} | ${it.near.join(", ")}`;
}

describe("hover", () => {
  it("tells which record or source is meant", () => {
    assert.equal(short("See [[T¦R1]].\n"), "record r:tr1");
    assert.equal(short("## CMOC X¦1\n"), "record r:x1");
    assert.equal(short("As [@okafor2014#¦e4] says.\n"), "record x:okafor2014#e4");
    assert.equal(short("As [@moreau¦2005] says.\n"), "source moreau2005");
    assert.equal(short("---\ncitekey: ab¦c1\n---\n"), "source abc1");
    assert.equal(short("See [[T¦R1]].\n", { "b.md": "## CMOC TR1\n\n- C: x\n" }), "record r:tr1 and 1");
    const row = "| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| T¦R1 | a place | trust | peace |\n";
    const it = told(row);
    assert.equal(it && "record" in it ? it.record.placed.uri : "", "theory.md");
  });

  it("tells what a word means, and what may stand there", () => {
    const record = (line: string): string => `## CMOC X1\n\n- C: x\n${line}\n`;
    assert.equal(short(record("- sta¦tus: refuted")), "status = Where the configuration stands.");
    assert.equal(
      short(record("- status: ref¦uted")),
      "status: refuted = Evidence speaks against it, and it is not held any more.",
    );
    assert.equal(short(record("- refutes¦: @a")), "refutes = Evidence that speaks against it.");
    assert.equal(short(record("- ¦M: y")), `Mechanism = ${ROLE_MEANS.M}`);
    assert.match(
      short("## CMOC X1\n\nWhen a (C), b (M¦, resource), c (O, absent).\n"),
      /^Mechanism \(resource\) = What/,
    );
    assert.match(
      short("## CMOC X1\n\nWhen a (C), b (M), c (O¦, final, absent).\n"),
      /^Outcome \(final, absent\) = .*end of the chain.*does not fire/,
    );
    assert.equal(short("## CMO¦C X1\n"), `CMOC = ${KIND_MEANS.cmoc}`);
    const it = told(record("- confidence: hi¦gh"));
    assert.deepEqual(it && "values" in it ? it.values : undefined, ["low", "moderate", "high"]);
  });

  it("tells of the review’s own slots, scales, checks and keys", () => {
    const own = {
      "review.yaml":
        "cmoc: 1\nconfiguration: [{ letter: P, label: Process }]\nappraisal: { confidence: [weak, strong] }\n",
    };
    assert.equal(short("## CMOC X1\n\n- ¦P: x\n", own), "Process = A slot of this review’s own scheme.");
    assert.match(short("## CMOC X1\n\n- C: x\n- confidence: st¦rong\n", own), /^confidence: strong = How sure/);
    assert.equal(
      short("---\ncitekey: a1\nstatus: exclu¦ded\n---\n"),
      `status: excluded = ${SOURCE_STATUS_MEANS.excluded}`,
    );
    assert.equal(short("---\ncitekey: a1\nrigour: hi¦gh\n---\n"), "rigour: high = One of low, moderate, high.");
    const { review, offset } = cursorIn({ "review.yaml": "cmoc: 1\nchecks: { cmoc/no-¦theory: off }\n" });
    assert.match(JSON.stringify(hover(review, "review.yaml", offset)?.told), /cmoc\/no-theory.*means/);
  });

  it("tells what is wrong with an unknown name, and the names near it", () => {
    assert.equal(
      short("## CMOC X1\n\n- C: x\n- leads to: TR¦9\n", { "b.md": "## CMOC TR-9\n\n- C: x\n" }),
      "Nothing in this review is called TR9. Did you mean TR-9? Mend the reference, or write what it names. | TR-9",
    );
    assert.equal(
      short("As [@okafor¦2041] says.\n"),
      "No source has the citation key okafor2041. Did you mean @okafor2014? Mend the key, or add the source to the bibliography. | @okafor2014",
    );
    assert.match(short("As [@okafor2014#e¦7] says.\n"), /^Nothing in this review is called @okafor2014#e7\./);
    const coding = "---\ncitekey: a1\n---\n\n## Extract e1\n\n> w\n\n- C shared-¦histroy:\n";
    assert.match(short(coding), /^The code shared-histroy is not in the codebook\. Did you mean shared-history\?/);
  });

  it("tells nothing of what is no word of ours", () => {
    assert.equal(short("## CMOC X1: A ti¦tle\n"), "nothing");
    assert.equal(short("See [[my no¦te]].\n"), "nothing");
    assert.equal(short("---\ncitekey: a1\ncolour¦: red\n---\n"), "nothing");
    assert.equal(short("---\ncitekey: a1\nconstructor¦: red\n---\n"), "nothing");
  });
});

describe("what words mean", () => {
  it("is said of every word of the vocabulary", () => {
    const fields = [...Object.values(FIELDS).flat(), ...SLOT_FIELDS];
    for (const { label, values } of fields) {
      for (const value of values ?? []) assert.ok(meaning(VALUE_MEANS[label], value), `${label}: ${value}`);
    }
    for (const { kind } of KINDS) assert.ok(KIND_MEANS[kind]);
    for (const letter of SCHEME_NAMES.join("")) assert.ok(meaning(ROLE_MEANS, letter), letter);
    for (const status of SOURCE_STATUSES) assert.ok(meaning(SOURCE_STATUS_MEANS, status));
    assert.deepEqual(Object.keys(MANIFEST_MEANS), [...MANIFEST_KEYS]);
    assert.ok(meaning(FRONT_MATTER_MEANS, "citekey"));
  });
});
