/** Tags that are spoken of: keys to them, tags behind the names of the roles themselves, and the letters of other lists. */

export interface Mark {
  readonly role: string;
  /** What stands between it and the mark before it. */
  readonly before: string;
}

export interface Marked {
  readonly marks: readonly Mark[];
  /** What stands behind the last one. */
  readonly after: string;
}

const TAG =
  /[([]\s?(?:([CMOISA])\d{0,2}|([Cc]ontext|[Mm]echanism|[Oo]utcome|[Ii]ntervention|[Ss]trategy|[Aa]ctor)s?)\s?[)\]]/g;
/** Longer paragraphs are no keys and no lists. */
const LONGEST = 1500;

/** The letters and names of roles in brackets, with what stands around them; none in a long text. */
export function markedIn(text: string): Marked {
  const marks: Mark[] = [];
  let from = 0;
  if (text.length <= LONGEST && /[([]/.test(text))
    for (const found of text.matchAll(TAG)) {
      marks.push({ role: (found[1] ?? found[2] ?? "").charAt(0).toUpperCase(), before: text.slice(from, found.index) });
      from = found.index + found[0].length;
    }
  return { marks, after: text.slice(from) };
}

const NAMES: { readonly [role: string]: string } = {
  C: "[ck]onte[xs]t\\p{L}*|circumstances?",
  M: "m[eé](?:ch|c|k)ani[sz]m\\p{L}*",
  O: "outcomes?|results?|r[ée]sul\\p{L}*|effects?|ergebnis\\p{L}*|uitkomst\\p{L}*|desfech\\p{L}*|esit\\p{L}*",
  I: "interven\\p{L}*",
  S: "strateg\\p{L}*",
  A: "actors?|actor\\p{L}*|agents?",
};
/** What keys are made of beside the names. */
const LINKS =
  "and|or|y|et|und|as|is|are|was|were|be|by|for|the|an?|in|with|of|to|then|we|used?|shown|shows?|appears?|marks?|marked|given|written|printed|denote[ds]?|indicate[ds]?|labell?ed|tagged|coded|highlighted|represent(?:s|ed)?|stands?|means?|refers?|bold|italics?|underlined|colou?r(?:ed)?|blue|green|red|orange|purple|yellow|gr[ae]y|black|type|font|text|brackets?|parenthes[ei]s|letters?|each|its|their";
const LINK = new RegExp(`(?<!\\p{L})(?:${LINKS})(?!\\p{L})|[^\\p{L}\\p{N}]+`, "giu");
const NAMED = new Map(
  Object.entries(NAMES).map(([role, name]) => [
    role,
    {
      whole: new RegExp(`^(?:${name})$`, "iu"),
      end: new RegExp(`(?<!\\p{L})(?:${name})(?:[^\\p{L}\\p{N}]|(?<!\\p{L})(?:${LINKS})(?!\\p{L}))*$`, "iu"),
      begin: new RegExp(`^(?:[^\\p{L}\\p{N}]|(?<!\\p{L})(?:${LINKS})(?!\\p{L}))*(?:${name})(?!\\p{L})`, "iu"),
    },
  ]),
);

/** Whether words are the role's name, and what links it to its tag. */
function isNameOf(words: string, role: string): boolean {
  return words.length < 120 && (NAMED.get(role)?.whole.test(words.replace(LINK, "")) ?? false);
}

/** `(C) context; (M) mechanism`, `contexts as (C), mechanisms as (M)`: whether the tags are explained, and tag nothing. */
export function explainsTags(text: string): boolean {
  const { marks, after } = markedIn(text);
  const [first, ...others] = marks;
  const last = marks[marks.length - 1];
  if (!first || !last || others.length === 0 || new Set(marks.map(({ role }) => role)).size < marks.length)
    return false;
  if (
    others.every(({ role, before }) => isNameOf(before, role)) &&
    NAMED.get(first.role)?.end.test(first.before.slice(-120))
  )
    return true;
  return (
    marks.slice(0, -1).every(({ role }, at) => isNameOf(marks[at + 1]?.before ?? "", role)) &&
    (NAMED.get(last.role)?.begin.test(after.slice(0, 120)) ?? false)
  );
}

const SUBJECT = new RegExp(
  `(?:^|[.;:,(]|(?<!\\p{L})and)\\s*(?:(?:the|an?|our|this|its|each)\\s)?(?:(?:main|key|primary|only|first)\\s)?(?:${Object.values(NAMES).join("|")})(?:\\sof\\s(?:interest|this|the)(?:\\s\\p{L}+)?)?\\s*$`,
  "iu",
);

/** `The outcome (O) was retention. The mechanism (M) is unknown.`: whether each tag stands behind nothing but the name of a role. */
export function namesOnly({ marks }: Marked): boolean {
  return marks.length > 1 && marks.every(({ before }) => SUBJECT.test(before.slice(-120)));
}

const MANTRA =
  /(?<!\p{L})(?:what|which|works?|doesn['’]?t|does|not|for|whom|who|in|under|circumstances?|conditions?|contexts?|settings?|how|why|when|where|and|or|to|extent|respects?|it|they|the|do|is|are|so|about)(?!\p{L})|[^\p{L}\p{N}]+/giu;

/** `what works (O), for whom and in what circumstances (C), and how (M)`: the questions of the field. */
export function areQuestionsOfField({ marks }: Marked): boolean {
  return (
    marks.length > 1 &&
    marks.slice(1).every(({ before }) => before.length < 200 && before.replace(MANTRA, "") === "") &&
    /(?<!\p{L})(?:what|which|how|why|whom)(?!\p{L})/iu.test(marks[0]?.before.slice(-80) ?? "")
  );
}

const LAST = /(\p{L}[\p{L}\p{M}’'-]*)[^\p{L}\p{N}]*$/u;

/** How many different letters abbreviate the words before them, as in `control (C), medication (M)`; 0 where one of them does not. */
export function abbreviated({ marks }: Marked): number {
  const all = marks.every(
    ({ role, before }) =>
      LAST.exec(before.slice(-60))?.[1]?.charAt(0).toUpperCase() === role && !isNameAt(before, role),
  );
  return all ? new Set(marks.map(({ role }) => role)).size : 0;
}

function isNameAt(before: string, role: string): boolean {
  return NAMED.get(role)?.whole.test(LAST.exec(before.slice(-60))?.[1] ?? "") ?? false;
}

/** Whether a word only parts the marks, as in a list. */
export function isShort({ marks }: Marked): boolean {
  return marks.slice(1).every(({ before }) => /^,?\s?(?:and\s|or\s)?[\p{L}-]+\s?$/u.test(before.trimStart()));
}

/** `X (C), y (M) or z (O)`: what can be one or another is a list, and no chain of causes. */
export function areAlternatives({ marks }: Marked): boolean {
  return marks.length > 2 && /^,?\s*or\s/i.test(marks[marks.length - 1]?.before ?? "");
}
