/** The words and signs that a role is made of; what is none of them makes the whole text no role. */
import { digits } from "../ids.ts";
import { LAYERS, type Scheme } from "../vocabulary.ts";

export type Token =
  | { readonly type: "head"; readonly role: string; readonly word: boolean; readonly plural: boolean }
  | { readonly type: "number"; readonly n: number | string }
  | { readonly type: "quality"; readonly kind: Quality; readonly value: string | true }
  | {
      readonly type: "separator" /** `and`, `&`, `+`: what follows is another role, never more about the one before. */;
      readonly adds: boolean;
    }
  | { readonly type: "dash" | "colon" | "open" | "close" | "present" };

type Quality = "part" | "position" | "absent" | "layer";

/** Whether the token only joins what stands around it. */
export function joined(token: Token): boolean {
  return token.type === "dash" || token.type === "colon";
}

const QUALITIES: ReadonlyMap<string, Token> = new Map(
  [
    ...["resource", "resources"].map((word) => [word, "part", "resource"] as const),
    ...["reasoning", "reasonings", "response", "responses", "reaction", "reactions"].map(
      (word) => [word, "part", "reasoning"] as const,
    ),
    ...(["immediate", "intermediate", "final"] as const).map((word) => [word, "position", word] as const),
    ["absent", "absent", true] as const,
    ...LAYERS.map((word) => [word, "layer", word] as const),
  ].map(([word, kind, value]) => [word, { type: "quality", kind, value }]),
);

/** Parts as they are shortened right after the letter: `Mres`, `MReas`. */
const SHORTENED: ReadonlyMap<string, Token> = new Map(
  [
    ["res", "resource"],
    ["reas", "reasoning"],
    ["resp", "reasoning"],
  ].map(([short = "", value = ""]) => [short, { type: "quality", kind: "part", value }]),
);

/** What a letter and an s is, where it is not its plural. */
const WORDS: ReadonlySet<string> = new Set(["As", "Is", "Us"]);

const SEPARATOR: Token = { type: "separator", adds: false };
const ADDING: Token = { type: "separator", adds: true };
const DASH: Token = { type: "dash" };
const COLON: Token = { type: "colon" };
const OPEN: Token = { type: "open" };
const CLOSE: Token = { type: "close" };
const PRESENT: Token = { type: "present" };

const SIGNS: { readonly [sign: string]: Token } = {
  ",": SEPARATOR,
  ";": SEPARATOR,
  "/": SEPARATOR,
  "&": ADDING,
  "+": ADDING,
  "、": SEPARATOR,
  "-": DASH,
  "‐": DASH,
  "‒": DASH,
  "–": DASH,
  "—": DASH,
  "―": DASH,
  "−": DASH,
  _: DASH,
  ":": COLON,
  "(": OPEN,
  "[": OPEN,
  "{": OPEN,
  ")": CLOSE,
  "]": CLOSE,
  "}": CLOSE,
};

/** Lower-case Roman numerals, a number in some published tags: `O (ii)`. */
const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/;
const LETTER = /[\p{L}\p{M}]/u;
/** Marks that show nothing: zero-width characters and soft hyphens. */
const INVISIBLE = /\p{Cf}|\ufe0e|\ufe0f/gu;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const PLURAL = /^(?:[([](?:s|es|ies)[)\]]|\/s(?![\p{L}\p{N}]))/iu;

interface Word {
  readonly role: string;
  readonly words: readonly string[];
  readonly plural: boolean;
}

interface Lexicon {
  readonly letters: readonly string[];
  /** By the first word of a label, longest first. */
  readonly labels: ReadonlyMap<string, readonly Word[]>;
}

const lexicons = new WeakMap<Scheme, Lexicon>();
const ENGLISH: readonly (readonly [string, string])[] = [
  ["C", "Context"],
  ["M", "Mechanism"],
  ["O", "Outcome"],
];

function lexiconOf(scheme: Scheme): Lexicon {
  const known = lexicons.get(scheme);
  if (known) return known;
  const labels = new Map<string, Word[]>();
  const add = (role: string, label: string): void => {
    const words = plain(label)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu);
    const last = words?.at(-1);
    if (words === null || last === undefined) return;
    const forms: [string, boolean][] = [[last, false]];
    for (const form of plurals(last)) forms.push([form, true]);
    if (/[^s]s$/.test(last)) forms.push([last.slice(0, -1), false]);
    for (const [form, plural] of forms) {
      const phrase = [...words.slice(0, -1), form];
      const list = labels.get(phrase[0] ?? "") ?? [];
      if (list.some((word) => word.words.join(" ") === phrase.join(" "))) continue;
      list.push({ role, words: phrase, plural });
      list.sort((a, b) => b.words.length - a.words.length);
      labels.set(phrase[0] ?? "", list);
    }
  };
  for (const slot of scheme.slots) add(slot.letter, slot.label);
  for (const [letter, label] of ENGLISH) if (scheme.slots.some((slot) => slot.letter === letter)) add(letter, label);
  const letters = scheme.slots.map((slot) => slot.letter);
  const made = { letters, labels };
  lexicons.set(scheme, made);
  return made;
}

function plurals(word: string): readonly string[] {
  const forms = [`${word}s`, `${word}es`];
  if (word.endsWith("y")) forms.push(`${word.slice(0, -1)}ies`);
  return forms;
}

/** One kind of space, digit and letter for those that mean the same: NFKC, without what shows nothing. */
function plain(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replaceAll("©", "C")
    .replace(OTHER_DIGIT, (digit) => String(digits(digit)));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) at++;
      else break;
    } else {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (!LETTER.test(letter)) break;
      at += letter.length;
    }
  }
  return at;
}

/** The tokens of the whole text, or undefined when some of it can belong to no role. Brackets in the result are balanced. */
export function tokensOf(written: string, scheme: Scheme, colons: boolean): readonly Token[] | undefined {
  const text = plain(written);
  const lexicon = lexiconOf(scheme);
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    if (/\s/u.test(sign) || sign === "~" || sign === "^") {
      at++;
      continue;
    }
    if (sign >= "0" && sign <= "9") {
      const number = numberAt(text, at, lexicon);
      if (number === undefined) return undefined;
      tokens.push({ type: "number", n: number.n });
      at = number.end;
      continue;
    }
    const token = SIGNS[sign];
    if (token) {
      if (token === COLON && !colons) return undefined;
      if (token === OPEN) depth++;
      if (token === CLOSE && --depth < 0) return undefined;
      if (token.type === "separator" && tokens.at(-1)?.type === "separator") return undefined;
      tokens.push(token);
      at++;
      continue;
    }
    if (sign === "." || sign === "#") {
      const before = tokens.at(-1)?.type;
      if (before !== "head" && before !== "number" && before !== "quality") return undefined;
      if (sign === "." && !/^\.\s*(?:$|[\d)\]])/.test(text.slice(at, at + 8))) return undefined;
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    if (end === at) return undefined;
    const again = end === at + 1 ? letterAgain(sign, tokens) : undefined;
    if (again) {
      tokens.push(again);
      at = end;
      continue;
    }
    const skipped = beforeNumber(text, at, end);
    if (skipped >= 0) {
      at = skipped;
      continue;
    }
    const read = wordsAt(text, at, end, lexicon, tokens.at(-1));
    if (read === undefined) return undefined;
    for (const one of read.tokens) {
      if (one.type === "separator" && tokens.at(-1)?.type === "separator") tokens.pop();
      tokens.push(one);
    }
    at = read.end;
  }
  return depth === 0 ? tokens : undefined;
}

/** `M1a/b`, `M1a–c`: a letter after a number with a letter stands for that number with it. */
function letterAgain(letter: string, tokens: readonly Token[]): Token | undefined {
  const sign = tokens[tokens.length - 1]?.type;
  const number = tokens[tokens.length - 2];
  if ((sign !== "separator" && sign !== "dash") || number?.type !== "number" || !/^[a-z]$/.test(letter))
    return undefined;
  const digits = /^(\d+)[a-z]$/.exec(String(number.n))?.[1];
  return digits === undefined ? undefined : { type: "number", n: digits + letter };
}

/** Where `no.`, `nr` or `number` ends when a digit follows it, else -1. */
function beforeNumber(text: string, at: number, end: number): number {
  if (end - at > 6 || !/^n(?:o|r|umber)$/i.test(text.slice(at, end))) return -1;
  const rest = /^\.?\s?(?=[0-9])/.exec(text.slice(end, end + 3));
  return rest ? end + rest[0].length : -1;
}

/** Digits with a letter after them or not, `1.2` too; a letter of the scheme after digits is the role of `1C`. */
function numberAt(text: string, from: number, lexicon: Lexicon): { n: number | string; end: number } | undefined {
  let end = from;
  let dotted = false;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit >= 48 && unit <= 57) continue;
    if (unit === 46 && /[0-9]/.test(text.charAt(end + 1))) dotted = true;
    else break;
  }
  if (end - from > 9) return undefined;
  const digits = text.slice(from, end);
  const letter = text.charAt(end);
  if (/[A-Za-z]/.test(letter) && wordEnd(text, end) === end + 1 && !lexicon.letters.includes(letter)) {
    if (!/[0-9]/.test(text.charAt(end + 1))) return { n: `${dotted ? digits : Number(digits)}${letter}`, end: end + 1 };
  }
  return { n: dotted ? digits : Number(digits), end };
}

/** What the word from `at` to `end` is, with the words after it where a label has several. */
function wordsAt(
  text: string,
  at: number,
  end: number,
  lexicon: Lexicon,
  before: Token | undefined,
): { readonly tokens: readonly Token[]; readonly end: number } | undefined {
  const word = text.slice(at, end);
  const past = end + (PLURAL.exec(text.slice(end, end + 6))?.[0].length ?? 0);
  if (lexicon.letters.includes(word)) {
    return { tokens: [{ type: "head", role: word, word: false, plural: past > end }], end: past };
  }
  const lower = word.toLowerCase();
  for (const label of lexicon.labels.get(lower) ?? []) {
    const stop = phraseEnd(text, end, label.words);
    if (stop === undefined) continue;
    const suffix = PLURAL.exec(text.slice(stop, stop + 6))?.[0].length ?? 0;
    return {
      tokens: [{ type: "head", role: label.role, word: true, plural: label.plural || suffix > 0 }],
      end: stop + suffix,
    };
  }
  const quality = QUALITIES.get(lower);
  if (quality) return { tokens: [quality], end: past + levelAfter(quality, text, past) };
  const small = smallWord(lower, text, end, before);
  if (small) return small;
  if (ROMAN.test(word) && before !== undefined) return { tokens: [{ type: "number", n: word }], end };
  const runOn = runOnWord(word, lower, lexicon);
  return runOn && { tokens: runOn, end: past };
}

/** How long the word "level" after a layer is: `macro-level`. */
function levelAfter(quality: Token, text: string, at: number): number {
  if (quality.type !== "quality" || quality.kind !== "layer") return 0;
  return /^[\s-]levels?(?![\p{L}\p{M}])/iu.exec(text.slice(at, at + 8))?.[0].length ?? 0;
}

function smallWord(lower: string, text: string, end: number, before: Token | undefined) {
  switch (lower) {
    case "and":
      return { tokens: [ADDING], end };
    case "to":
      return before?.type === "number" ? { tokens: [DASH], end } : undefined;
    case "present":
      return { tokens: [PRESENT], end };
    case "inter": {
      const rest = /^-personal(?![\p{L}\p{M}])/iu.exec(text.slice(end, end + 12));
      const layer = QUALITIES.get("interpersonal");
      if (!rest || !layer) return undefined;
      const stop = end + rest[0].length;
      return { tokens: [layer], end: stop + levelAfter(layer, text, stop) };
    }
    default:
      return undefined;
  }
}

/** Where a label's further words end when they follow, parted by spaces or hyphens. */
function phraseEnd(text: string, from: number, words: readonly string[]): number | undefined {
  let at = from;
  for (let index = 1; index < words.length; index++) {
    const start = at;
    while (at < text.length && /[\s‐-–-]/u.test(text.charAt(at))) at++;
    const end = wordEnd(text, at);
    if (at === start || text.slice(at, end).toLowerCase() !== words[index]) return undefined;
    at = end;
  }
  return at;
}

/** `Mresponse`, `Mechanismresource`, `finalO`, `Oii`, `Cs`: a head and a qualifier, a numeral, or a plural, with nothing between. */
function runOnWord(word: string, lower: string, lexicon: Lexicon): readonly Token[] | undefined {
  for (const letter of lexicon.letters) {
    const head = { type: "head", role: letter, word: false, plural: false } as const;
    if (word.startsWith(letter)) {
      const rest = word.slice(letter.length);
      if (rest === "s" && !WORDS.has(word)) return [{ ...head, plural: true }];
      const quality =
        QUALITIES.get(rest.toLowerCase()) ?? (letter === "M" ? SHORTENED.get(rest.toLowerCase()) : undefined);
      if (quality) return [head, quality];
      if (rest.length > 1 && ROMAN.test(rest)) return [head, { type: "number", n: rest }];
    }
    if (word.endsWith(letter)) {
      const quality = QUALITIES.get(lower.slice(0, -letter.length));
      if (quality) return [quality, head];
    }
  }
  for (const [quality, token] of QUALITIES) {
    if (!lower.endsWith(quality)) continue;
    const label = lexicon.labels.get(lower.slice(0, -quality.length))?.find((one) => one.words.length === 1);
    if (label) return [{ type: "head", role: label.role, word: true, plural: label.plural }, token];
  }
  return undefined;
}

/** False where no letter and no word of the scheme stands in the text, in another word or not: no role is named there. Sure of ASCII only. */
export function mayNameRole(text: string, scheme: Scheme): boolean {
  if (!isAscii(text)) return true;
  const { letters, labels } = lexiconOf(scheme);
  for (const letter of letters) if (text.includes(letter)) return true;
  const lower = text.toLowerCase();
  for (const word of labels.keys()) if (lower.includes(word)) return true;
  return false;
}

/** The role that a single word is the word for: `contexts`, `Outcome`; undefined for letters and everything else. */
export function wordRole(word: string, scheme: Scheme): string | undefined {
  return lexiconOf(scheme)
    .labels.get(word.toLowerCase())
    ?.find((label) => label.words.length === 1)?.role;
}
