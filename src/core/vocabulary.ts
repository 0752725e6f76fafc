/**
 * The one table of the language: kinds of record, their fields, stances, statuses and the words that people see.
 * Readers, checks, completion and documentation are driven by it; what the language gains is written here first.
 * Terms follow the field's use: Pawson and Tilley 1997; RAMESES (doi:10.1186/1741-7015-11-21); resource and reasoning after
 * Dalkin 2015 (doi:10.1186/s13012-015-0237-x).
 */

/** The version of the language that this product reads and writes. */
export const LANGUAGE_VERSION = 1;

export type Kind = "cmoc" | "theory" | "demi-regularity" | "extract" | "code" | "memo";

/** Kinds that share one review-wide name space of ids. */
export const RECORD_KINDS: readonly Kind[] = ["cmoc", "theory", "demi-regularity"];

export interface KindWords {
  readonly kind: Kind;
  /** As it is written in a heading by the product. */
  readonly heading: string;
  /** What stands before an id that starts with a digit (`CMOC 4` has the id `CMOC4`); empty where such ids stay as they are. */
  readonly prefix: string;
  /** Every spelling that opens a heading, in lower case, single spaces, longest first. */
  readonly spellings: readonly string[];
  /** Spellings that need a digit in the id, since the word is an everyday one. */
  readonly everyday: readonly string[];
  readonly one: string;
  readonly many: string;
}

export const KINDS: readonly KindWords[] = [
  {
    kind: "cmoc",
    heading: "CMOC",
    prefix: "CMOC",
    spellings: [
      "context, mechanism, outcome configuration",
      "context-mechanism-outcome configuration",
      "context mechanism outcome configuration",
      "icamo configuration",
      "cmoc configuration",
      "cimo configuration",
      "icmo configuration",
      "scmo configuration",
      "cmo configuration",
      "configuration",
      "icamo",
      "cmoc",
      "icmo",
      "cimo",
      "scmo",
      "cmo",
    ],
    everyday: ["configuration"],
    one: "configuration",
    many: "configurations",
  },
  {
    kind: "theory",
    heading: "Theory",
    prefix: "Theory",
    spellings: ["programme theory", "program theory", "theory"],
    everyday: [],
    one: "theory",
    many: "theories",
  },
  {
    kind: "demi-regularity",
    heading: "Demi-regularity",
    prefix: "Demi-regularity",
    spellings: ["demi-regularity", "demiregularity", "demi regularity", "demi-reg.", "demi-reg", "demireg"],
    everyday: [],
    one: "demi-regularity",
    many: "demi-regularities",
  },
  {
    kind: "extract",
    heading: "Extract",
    prefix: "",
    spellings: ["extract"],
    everyday: [],
    one: "extract",
    many: "extracts",
  },
  { kind: "code", heading: "Code", prefix: "", spellings: ["code"], everyday: [], one: "code", many: "codes" },
  { kind: "memo", heading: "Memo", prefix: "", spellings: ["memo"], everyday: [], one: "memo", many: "memos" },
];

export type Stance = "supports" | "refutes" | "refines";
export const STANCES: readonly Stance[] = ["supports", "refutes", "refines"];

export type Status = "candidate" | "supported" | "refined" | "refuted" | "merged" | "retired";
/** In the order of a configuration's life; all after the first are "past candidate". */
export const STATUSES: readonly Status[] = ["candidate", "supported", "refined", "refuted", "merged", "retired"];
export const STAGES = ["initial", "candidate", "refined", "final"] as const;
export const SCOPES = ["programme", "middle-range"] as const;
export const CONFIDENCES = ["low", "moderate", "high"] as const;
export const CODE_ORIGINS = ["deductive", "inductive", "retroductive"] as const;
export const VOICES = ["author", "participant", "finding"] as const;
export const MEMO_KINDS = ["analytic", "method", "decision", "consensus"] as const;
export const SOURCE_STATUSES = ["included", "excluded", "awaiting"] as const;
/** Layers of context (Pawson's four I's; or micro, meso, macro). */
export const LAYERS = [
  "individual",
  "interpersonal",
  "institutional",
  "infrastructural",
  "micro",
  "meso",
  "macro",
] as const;

/** How the value of a field is read. */
export type FieldForm =
  | "text"
  | "words" // a comma list of tags
  | "choice" // one of `values`
  | "choice-reason" // one of `values`, then a dash and a reason
  | "path" // parts joined by " / "
  | "evidence" // links of a stance: the other end is an extract or a source, or at an extract a record
  | "records" // references to configurations, theories or demi-regularities
  | "codes"
  | "sources" // citations
  | "about" // references of any kind
  | "slots"; // references to the record's own slots: `C1, M2`

export interface FieldWords {
  /** The label as the product writes it, in lower case. */
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly form: FieldForm;
  readonly repeats: boolean;
  readonly values?: readonly string[];
  /** Whether other values are a mistake; a review's own scale may replace `values`. */
  readonly open?: boolean;
  /** The kind that a bare number in a reference takes. */
  readonly expects?: Kind;
  /** What it means, in the field's words: shown on hover and in the reference. */
  readonly means: string;
}

const EVERY: readonly FieldWords[] = [
  { label: "note", aliases: ["notes"], form: "text", repeats: true, means: "A remark that belongs to the record." },
  { label: "tags", aliases: ["tag"], form: "words", repeats: false, means: "Words to find the record by." },
];

const STANCE_FIELDS: readonly FieldWords[] = [
  {
    label: "supports",
    aliases: ["support", "supported by"],
    form: "evidence",
    repeats: true,
    expects: "cmoc",
    means: "Evidence that affirms it.",
  },
  {
    label: "refutes",
    aliases: ["refute", "refuted by"],
    form: "evidence",
    repeats: true,
    expects: "cmoc",
    means: "Evidence that speaks against it.",
  },
  {
    label: "refines",
    aliases: ["refine", "refined by"],
    form: "evidence",
    repeats: true,
    expects: "cmoc",
    means: "Evidence that changes it.",
  },
];

const records = (
  label: string,
  means: string,
  repeats = true,
  aliases: readonly string[] = [],
  expects: Kind = "cmoc",
): FieldWords => ({
  label,
  aliases,
  form: "records",
  repeats,
  expects,
  means,
});

export const FIELDS: { readonly [kind in Kind]: readonly FieldWords[] } = {
  cmoc: [
    {
      label: "status",
      form: "choice-reason",
      repeats: false,
      values: STATUSES,
      means: "Where the configuration stands.",
    },
    { label: "theme", aliases: ["themes"], form: "path", repeats: false, means: "The group it belongs to, as a path." },
    {
      label: "confidence",
      form: "choice-reason",
      repeats: false,
      values: CONFIDENCES,
      open: true,
      means: "How sure the team is, and why.",
    },
    records("theory", "The theory that it is part of.", false, ["theories"], "theory"),
    ...STANCE_FIELDS,
    records("leads to", "This outcome becomes that context: the ripple.", true, ["lead to"]),
    records("moderates", "It strengthens or weakens that configuration.", true, ["moderate"]),
    records("rival of", "Another explanation of the same pattern.", true, ["rival", "rivals"]),
    records("specialises", "A narrower case of that configuration.", true, ["specializes", "specialise", "specialize"]),
    records("merges", "It took those configurations in.", true, ["merge"]),
    records("merged into", "The configuration that took it in.", false),
    ...EVERY,
  ],
  theory: [
    { label: "stage", form: "choice", repeats: false, values: STAGES, means: "How far the theory has come." },
    {
      label: "scope",
      form: "choice",
      repeats: false,
      values: SCOPES,
      means: "Theory of the programme, or middle-range theory.",
    },
    records("configurations", "The configurations that it is made of.", true, [
      "configuration",
      "cmocs",
      "cmoc",
      "cmos",
    ]),
    {
      label: "draws on",
      aliases: ["draw on"],
      form: "sources",
      repeats: true,
      means: "The works or theories it takes from.",
    },
    records("replaces", "The version it replaces.", true, ["replace"], "theory"),
    ...STANCE_FIELDS,
    {
      label: "boundary",
      aliases: ["boundaries", "boundary condition", "boundary conditions"],
      form: "text",
      repeats: true,
      means: "Where it stops holding.",
    },
    {
      label: "counterexamples",
      aliases: ["counterexample", "counter-examples", "counter-example"],
      form: "evidence",
      repeats: true,
      means: "Evidence against it, or “none found”.",
    },
    records("rival of", "Another explanation of the same pattern.", true, ["rival", "rivals"], "theory"),
    ...EVERY,
  ],
  "demi-regularity": [
    records("configurations", "The configurations in which the pattern recurs.", true, [
      "configuration",
      "cmocs",
      "cmoc",
      "cmos",
    ]),
    {
      label: "moderators",
      aliases: ["moderator"],
      form: "text",
      repeats: true,
      means: "What strengthens or weakens the pattern.",
    },
    {
      label: "boundary",
      aliases: ["boundaries", "boundary condition", "boundary conditions"],
      form: "text",
      repeats: true,
      means: "Where it stops holding.",
    },
    {
      label: "counterexamples",
      aliases: ["counterexample", "counter-examples", "counter-example"],
      form: "evidence",
      repeats: true,
      means: "Evidence against it, or “none found”.",
    },
    ...STANCE_FIELDS,
    ...EVERY,
  ],
  extract: [
    { label: "at", form: "text", repeats: false, means: "Page, section, paragraph, table or figure." },
    {
      label: "paraphrase",
      form: "text",
      repeats: false,
      means: "The passage in other words; never checked against the text.",
    },
    { label: "voice", form: "choice", repeats: false, values: VOICES, means: "Whose words they are." },
    ...STANCE_FIELDS,
    { label: "parked", form: "text", repeats: false, means: "Why it is kept with no configuration." },
    { label: "coder", form: "text", repeats: false, means: "Who coded it." },
    { label: "origin", form: "choice", repeats: false, values: CODE_ORIGINS, means: "How the coding came about." },
    {
      label: "annotation",
      form: "text",
      repeats: false,
      means: "The highlight that it was imported from, by the name that the other program gives it.",
    },
    {
      label: "relevance",
      form: "choice-reason",
      repeats: false,
      open: true,
      means: "Of this passage for this inference.",
    },
    {
      label: "richness",
      form: "choice-reason",
      repeats: false,
      open: true,
      means: "Of this passage for this inference.",
    },
    {
      label: "rigour",
      aliases: ["rigor"],
      form: "choice-reason",
      repeats: false,
      open: true,
      means: "Of this passage for this inference.",
    },
    ...EVERY,
  ],
  code: [
    { label: "role", form: "text", repeats: false, means: "The role it usually has; the mention decides." },
    { label: "definition", form: "text", repeats: false, means: "What it covers, and what not." },
    {
      label: "origin",
      form: "choice",
      repeats: false,
      values: CODE_ORIGINS,
      means: "From theory, from the data, or inferred from both.",
    },
    { label: "parent", form: "codes", repeats: false, expects: "code", means: "The wider code." },
    { label: "replaced by", form: "codes", repeats: false, expects: "code", means: "The code to use instead." },
    { label: "retired", form: "text", repeats: false, means: "Since when or why it is no longer used." },
    ...EVERY,
  ],
  memo: [
    { label: "about", form: "about", repeats: true, expects: "cmoc", means: "What it is about." },
    { label: "by", form: "text", repeats: false, means: "Who wrote it." },
    {
      label: "kind",
      form: "choice",
      repeats: false,
      values: MEMO_KINDS,
      means: "Analytic, method, decision or consensus.",
    },
    ...EVERY,
  ],
};

/** What a coding line without a role begins with: `code trust: "words"`. */
export const OPEN_CODE: FieldWords = {
  label: "code",
  form: "codes",
  repeats: true,
  expects: "code",
  means: "A code without a role.",
};

/** Fields of a bullet nested under a slot. */
export const SLOT_FIELDS: readonly FieldWords[] = [
  {
    label: "resource",
    aliases: ["resources", "m-resource"],
    form: "text",
    repeats: true,
    means: "What the programme offers.",
  },
  {
    label: "reasoning",
    aliases: ["response", "responses", "reaction", "reactions", "reasonings"],
    form: "text",
    repeats: true,
    means: "How people respond to it.",
  },
  ...STANCE_FIELDS,
  { label: "inferred", form: "text", repeats: false, means: "Why the slot stands without an extract that says it." },
  { label: "from", form: "slots", repeats: false, means: "The slots that led to it." },
  { label: "layer", form: "choice", repeats: false, values: LAYERS, means: "The layer of the context." },
  ...EVERY,
];

/** A letter of a scheme. */
export interface SlotWords {
  /** A capital letter. */
  readonly letter: string;
  /** The word for it, with a capital: `Context`. */
  readonly label: string;
}

/** A review's `configuration`: which slots its CMOCs have. */
export interface Scheme {
  readonly name: string;
  /** Every letter that is a role in this review, C, M and O always among them. */
  readonly slots: readonly SlotWords[];
  /** The letters that a complete configuration fills. */
  readonly required: readonly string[];
}

const ROLE: { readonly [letter: string]: SlotWords } = {
  C: { letter: "C", label: "Context" },
  M: { letter: "M", label: "Mechanism" },
  O: { letter: "O", label: "Outcome" },
  I: { letter: "I", label: "Intervention" },
  A: { letter: "A", label: "Actor" },
  S: { letter: "S", label: "Strategy" },
};

/** The schemes that have a name. `SCMO` adds a strategy, `ICAMO` an intervention and an actor. */
export const SCHEME_NAMES = ["CMO", "CIMO", "ICAMO", "SCMO", "ICMO"] as const;

function named(name: string): Scheme {
  const slots = [...name].map((letter) => ROLE[letter] ?? { letter, label: letter });
  return { name, slots, required: slots.map((slot) => slot.letter) };
}

export const CMO: Scheme = named("CMO");

/** The scheme of that name in any case, or undefined. */
export function schemeOf(name: string): Scheme | undefined {
  const upper = name.trim().toUpperCase();
  return (SCHEME_NAMES as readonly string[]).includes(upper) ? named(upper) : undefined;
}

/**
 * A scheme of one's own. A list that names C, M or O is the whole scheme; one that names none of them adds its letters to C, M, O.
 * C, M and O are labels in either case.
 */
export function ownScheme(listed: readonly SlotWords[]): Scheme {
  const whole = listed.some((slot) => "CMO".includes(slot.letter));
  const base = CMO.slots.filter((slot) => !listed.some((own) => own.letter === slot.letter));
  const slots = whole ? [...listed, ...base] : [...base, ...listed];
  const required = whole ? listed.map((slot) => slot.letter) : slots.map((slot) => slot.letter);
  const name = required.join("");
  return { name, slots, required };
}

/** The table's line for a label in any case or alias, or undefined. */
export function fieldOf(fields: readonly FieldWords[], label: string): FieldWords | undefined {
  const alike = labelsOf(fields)[label.length];
  if (alike === undefined) return undefined;
  for (const { text, field } of alike) if (spells(label, text)) return field;
  return undefined;
}

/** Whether that is the label in any case. Labels are ASCII, and what lower case makes ASCII keeps its length. */
function spells(written: string, label: string): boolean {
  for (let at = 0; at < label.length; at++) {
    const unit = written.charCodeAt(at);
    const want = label.charCodeAt(at);
    if (unit === want || (unit > 64 && unit < 91 && unit + 32 === want)) continue;
    return unit > 127 && written.toLowerCase() === label;
  }
  return true;
}

interface Label {
  readonly text: string;
  readonly field: FieldWords;
}

/** The labels of a table, and their aliases, by their length. */
type Labels = readonly (readonly Label[] | undefined)[];

const tables = new WeakMap<readonly FieldWords[], Labels>();

function labelsOf(fields: readonly FieldWords[]): Labels {
  const known = tables.get(fields);
  if (known) return known;
  const made: Label[][] = [];
  for (const field of fields) {
    for (const text of [field.label, ...(field.aliases ?? [])]) {
      const alike = made[text.length] ?? [];
      alike.push({ text, field });
      made[text.length] = alike;
    }
  }
  tables.set(fields, made);
  return made;
}
