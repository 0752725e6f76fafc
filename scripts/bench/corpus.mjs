// @ts-check
/**
 * The benchmark's invented reviews: files of about 3 KB with ten records each, the same for the same number of files.
 * Of ten files, five are sources with extracts, four hold configurations in all three spellings and a theory, one holds codes.
 * In one section of fifty stands an entity or a line break made by two blanks, which the line reader leaves to remark.
 */

const RECORDS = 10;
/** Configurations that a file of theory holds; its tenth record is the theory. */
const CONFIGURATIONS = 9;
/** Of its configurations, those in fields: the first ones. */
const IN_FIELDS = 5;
const HUB_USES = 1000;
/** The id that many configurations name. */
export const HUB = "HUB1";
/** What a keystroke goes into: words in every file of theory. */
export const EDITED = "they trusted one another";

const WORDS =
  "partners staff managers history meetings nurses boards budgets housing clinics listening slowly openly early together shared local weekly small known trusted kept promised asked answered written".split(
    " ",
  );

/** Small numbers that look random and are the same in every run. @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Makes the files of one review, one after another. */
class Corpus {
  /** @param {number} files */
  constructor(files) {
    this.files = files;
    this.next = numbers(files + 7);
    this.sections = 0;
    this.inFields = 0;
    const theories = Math.max(1, Math.floor((files * 4) / 10));
    this.theories = theories;
    this.hubEvery = Math.max(1, Math.floor((theories * IN_FIELDS) / HUB_USES));
    this.hubUses = 0;
  }

  /** @param {number} count */
  words(count) {
    return Array.from({ length: count }, () => WORDS[this.next(WORDS.length)]).join(" ");
  }

  /** What one section in fifty has, and no other. */
  odd() {
    this.sections++;
    if (this.sections % 50 !== 0) return "";
    return this.sections % 100 === 0
      ? "Agreed &amp; kept for the record.\n\n"
      : "First they met.  \nThen they agreed.\n\n";
  }

  /** The number of a configuration near the one given, of those that exist. @param {number} from */
  near(from) {
    return Math.abs(from + this.next(41) - 20) % (this.theories * CONFIGURATIONS);
  }

  /** @param {number} theory */
  theory(theory) {
    const first = theory * CONFIGURATIONS;
    const parts = [`# Partnerships ${theory}\n\n${this.words(12)}.\n`];
    for (let at = 0; at < IN_FIELDS; at++) parts.push(this.fields(first + at));
    for (let at = IN_FIELDS; at < CONFIGURATIONS - 2; at++)
      parts.push(
        `## CMOC TR${first + at}: ${this.words(4)}\n\n${this.odd()}When ${this.words(9)} in place ${first + at} (C), ${EDITED} ${this.words(4)} (M), so that ${this.words(8)} (O1) and ${this.words(5)} (O2).\n\n- supports: @source${this.source()}#e${1 + this.next(RECORDS)} (C, M)\n`,
      );
    const rows = [CONFIGURATIONS - 2, CONFIGURATIONS - 1].map(
      (at) =>
        `| TR${first + at} | ${this.words(7)} in place ${first + at} | ${this.words(3)} → ${this.words(4)} | ${this.words(6)} | @source${this.source()}#e${1 + this.next(RECORDS)} |`,
    );
    parts.push(
      `## Further configurations\n\n${this.odd()}| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n${rows.join("\n")}\n`,
    );
    const last = first + CONFIGURATIONS - 1;
    parts.push(
      `## Theory PT${theory}: ${this.words(6)}\n\n${this.odd()}- stage: refined\n- configurations: TR${first}–TR${last}\n- counterexamples: none found\n\n${this.words(14)} [[TR${first + 2}]], ${this.words(8)} [TR${first + 1}](${this.name(this.theoryFile(theory))}).\n`,
    );
    return parts.join("\n");
  }

  /** @param {number} id */
  fields(id) {
    const takesHub = this.inFields++ % this.hubEvery === 0 && this.hubUses < HUB_USES;
    if (takesHub) this.hubUses++;
    return `## CMOC TR${id}: ${this.words(5)}

${this.odd()}- status: candidate
- theme: Functioning / ${this.words(1)}
- **C:** ${this.words(8)} in place ${id}
- **M:** ${EDITED} ${this.words(3)}
  - resource: ${this.words(5)}
- **O:** ${this.words(8)}
- supports: @source${this.source()}#e${1 + this.next(RECORDS)} (C, M); @source${this.source()}#e${1 + this.next(RECORDS)} (O)
- leads to: ${takesHub ? HUB : `TR${this.near(id)}`}
`;
  }

  source() {
    return this.next(Math.max(1, Math.floor(this.files / 2)));
  }

  /** @param {number} source */
  extracts(source) {
    const parts = [
      `---\ncitekey: source${source}\ntitle: ${this.words(5)}\nyear: ${1990 + (source % 36)}\nstatus: included\nrelevance: high\nrichness: rich\nrigour: moderate\nstudy: study-${source}\n---\n\n# Source ${source}\n`,
    ];
    for (let at = 1; at <= RECORDS; at++) {
      const passage = this.words(4);
      parts.push(
        `## Extract e${at}\n\n${this.odd()}> ${this.words(8)} ${passage} ${this.words(5)} in place ${source}.${at}.\n\n- at: p. ${at + 3}\n- voice: finding\n- C history-${this.next(this.codes())}: "${passage}"\n- supports: TR${this.near(Math.floor((source * this.theories * CONFIGURATIONS * 2) / this.files))} (C, M)\n- coder: JA\n`,
      );
    }
    return parts.join("\n");
  }

  codes() {
    return Math.max(1, Math.floor(this.files / 10)) * RECORDS;
  }

  /** @param {number} block */
  codebook(block) {
    const parts = ["# Codes\n"];
    for (let at = 0; at < RECORDS; at++)
      parts.push(
        `## Code history-${block * RECORDS + at}: ${this.words(4)}\n\n${this.odd()}- role: C\n- definition: ${this.words(20)}\n- origin: inductive\n- note: ${this.words(10)}\n`,
      );
    return parts.join("\n");
  }

  /** The file in which a theory stands. @param {number} theory */
  theoryFile(theory) {
    return Math.floor(theory / 4) * 10 + 5 + (theory % 4);
  }

  /** @param {number} file */
  name(file) {
    return `f${file}.md`;
  }

  /** @param {number} file @returns {string} */
  text(file) {
    const [ten, one] = [Math.floor(file / 10), file % 10];
    if (one < 5) return this.extracts(ten * 5 + one);
    return one < 9 ? this.theory(ten * 4 + one - 5) : this.codebook(ten);
  }
}

/**
 * The files of a review by name, its manifest and the configuration that many name among them.
 *
 * @param {number} files how many of about 3 KB; a multiple of ten
 * @returns {{ readonly texts: ReadonlyMap<string, string>, readonly hubUses: number }}
 */
export function corpus(files) {
  const made = new Corpus(files);
  const texts = new Map([["review.yaml", "cmoc: 1\ncoders: { JA: first coder }\n"]]);
  for (let file = 0; file < files; file++) texts.set(made.name(file), made.text(file));
  texts.set("hub.md", `## CMOC ${HUB}: Much named\n\n- **C:** a shared past\n- **M:** trust\n- **O:** larger aims\n`);
  return { texts, hubUses: made.hubUses };
}

/** A file of theory of 1 MB. Its ids are above those of any review made here, so that it may be added to one. */
export function largeText() {
  const made = new Corpus(10_000);
  const parts = [];
  for (let theory = 1_000_000, length = 0; length < 1_000_000; theory++) {
    const text = made.theory(theory);
    length += text.length + 1;
    parts.push(text);
  }
  return parts.join("\n");
}
