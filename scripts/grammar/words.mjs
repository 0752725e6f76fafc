// @ts-check
/**
 * The regular expressions of the grammars that come from the language's one table, `src/core/vocabulary.ts`. Oniguruma's syntax.
 * Every repetition within another is bounded, so that a line costs time in proportion to its length. (`{0,9}+` is no possessive repetition in
 * Oniguruma: an atomic group `(?>…)` is.)
 *
 * @typedef {typeof import("../../src/core/vocabulary.ts")} Vocabulary
 * @typedef {import("../../src/core/vocabulary.ts").Kind} Kind
 */

const raw = String.raw;

/** @param {readonly string[]} texts @returns {string} one of the texts, the longest first; a space stands for one to four, a hyphen for any */
export function oneOf(texts) {
  const longest = [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longest.map(spelt).join("|")})`;
}

/** @param {string} text */
function spelt(text) {
  return text
    .replace(/[.()]/g, (sign) => `\\${sign}`)
    .replaceAll(" ", raw`[ \t]{1,4}`)
    .replaceAll("-", "[-‐‑–]");
}

/** @param {readonly string[]} texts as {@link oneOf}, in any case */
export function anyCase(texts) {
  return `(?i:${oneOf(texts)})`;
}

/** @param {{ readonly label: string, readonly aliases?: readonly string[] }} field */
export function labelsOf(field) {
  return [field.label, ...(field.aliases ?? [])];
}

/** An id, and one with a digit in it. What follows an id is for the place where it stands to say. */
export const ID = raw`[\p{L}\p{N}](?>[\p{L}\p{M}\p{N}._-]{0,199})(?<![._-])`;
export const ID_WITH_DIGIT = raw`(?=[^\s:：,;]{0,199}\p{Nd})${ID}`;
/** In running text an id has a letter too, since a number there is mostly a number. */
export const ID_WITH_BOTH = raw`(?=[\p{M}\p{N}._-]{0,40}\p{L})${ID_WITH_DIGIT}`;
/** Before an id: nothing that could belong to it. */
export const ID_BEGINS = raw`(?<![\p{L}\p{M}\p{N}._@#/\\-])`;
export const ID_ENDS = raw`(?![\p{L}\p{M}\p{N}@#/\\-]|[._][\p{L}\p{N}])`;
/** From the first id of a range to its last: `TR1–TR4`, `TR1 – 4`, `TR1--TR4`. */
export const RANGE_ENDS = raw`[ \t]?(?:--|[-‐‑‒–—―−])[ \t]?(?>[\p{L}\p{M}._-]{0,40})\p{Nd}{1,9}`;
/** What parts a label from its value, with the stars of bold on either side. */
export const COLON = raw`[*_]{0,3}[ \t]?[:：]`;
/** What ends the id of a heading: nothing more, or a colon or a spaced dash and a title. */
const HEAD_ENDS = raw`(?=[ \t]*(?:#{1,6}[ \t]*)?$|[ \t]{0,4}[:：]|[ \t]{1,4}[-–—‒―−]{1,3}[ \t]{1,4}\S)`;
const CODE_ENDS = raw`(?=[ \t]{0,4}[:：][ \t]*\S)`;

/** @param {Vocabulary} vocabulary */
export function wordsOf({ KINDS, FIELDS, SLOT_FIELDS, STANCES, LAYERS, schemeOf, SCHEME_NAMES }) {
  const slots = new Map(
    SCHEME_NAMES.flatMap((name) => (schemeOf(name)?.slots ?? []).map((slot) => [slot.letter, slot.label])),
  );
  const letters = `[${[...slots.keys()].join("")}]`;
  const roleWords = `(?i:${[...slots.values()].map((label) => `${label.toLowerCase()}(?:s|\\(s\\))?`).join("|")})`;
  const parts = SLOT_FIELDS.filter(({ label }) => label === "resource" || label === "reasoning").flatMap(labelsOf);
  const part = anyCase([...parts.filter((word) => !word.includes("-")), "reaction", "reactions"]);
  const quality = anyCase([
    ...parts.filter((word) => !word.includes("-")),
    "immediate",
    "intermediate",
    "final",
    "absent",
    ...LAYERS,
  ]);
  const number = raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,2})?[a-z]?(?![\p{L}\p{N}])`;
  const roman = raw`(?:i{1,3}|iv|vi{0,3}|ix|x)(?![\p{L}\p{N}])`;
  const letter = raw`(?:M(?i:res|reas|resp)(?!\p{L})|${letters}(?:(?:\(s\)|s)?(?![\p{L}\p{N}])|(?=\p{Nd}|${quality}(?!\p{L}))))`;
  const head = raw`(?:${letter}|${roleWords}(?!\p{L}))`;
  const more = raw`(?:${number}|${roman}|${quality}(?!\p{L}))`;
  const inside = raw`(?:${letters}?${number}|${letters}(?!\p{L})|${more})`;
  const bracket = raw`(?:[ \t]?[(\[]${inside}(?:[,;/][ \t]?${inside}){0,2}[)\]])`;
  /** One role: `C`, `O1`, `1C`, `Mechanism (resource)`, `M-resource`, `Intermediate outcome`, `Context (C)`. */
  const role = raw`(?>(?:${quality}[ \t-])?(?:\p{Nd}{1,3}(?=${letters}(?!\p{L})))?${head}(?:[ \t_‐–—-]?[ \t]?${more}){0,2}${bracket}?)`;
  const join = raw`[ \t]?(?:[,;/&，、–-]|and(?=[ \t])|to(?=[ \t]))[ \t]?`;
  const roles = raw`(?>${role}(?:${join}(?:${role}|${number}|${quality}(?!\p{L}))){0,6})`;
  const stances = FIELDS.cmoc
    .filter(({ label }) => /** @type {readonly string[]} */ (STANCES).includes(label))
    .flatMap(labelsOf);

  /** @param {Kind} kind the spellings of the kind, and what stands between them and the id */
  const kindWords = (kind) => KINDS.find((words) => words.kind === kind)?.spellings ?? [];
  const gap = raw`(?:[ \t]{1,8}|[-‐‑–—−](?=\p{Nd})|(?=\p{Nd}))`;
  /** @param {Kind} kind */
  const sureHead = (kind) => {
    const numbered = raw`${ID_WITH_DIGIT}${HEAD_ENDS}`;
    const slug = raw`(?=[\p{L}\p{M}\p{N}]{1,99}[._-])${ID}${HEAD_ENDS}|${ID}${CODE_ENDS}`;
    return { spellings: anyCase(kindWords(kind)), gap, id: kind === "code" ? `(?:${numbered}|${slug})` : numbered };
  };
  /** A heading that opens a record if a field of its kind stands under it. @param {Kind} kind */
  const unsureHead = (kind) => {
    const words = KINDS.find((one) => one.kind === kind);
    const spellings = (words?.spellings ?? []).filter((spelling) => !words?.everyday.includes(spelling));
    return raw`${anyCase(spellings)}[ \t]{1,8}(?!(?i:configurations?)(?!\p{L}))${ID}${HEAD_ENDS}`;
  };
  /** @param {Kind} kind the labels of fields that only its kind has */
  const ownLabels = (kind) => {
    const others = new Set(KINDS.flatMap((words) => (words.kind === kind ? [] : FIELDS[words.kind].flatMap(labelsOf))));
    return FIELDS[kind].flatMap(labelsOf).filter((label) => !others.has(label));
  };
  const kinds = KINDS.map((words) => words.kind);
  return {
    kinds,
    letters,
    role,
    roles,
    part: raw`${part}(?:[ \t]?${number})?(?!\p{L})`,
    position: raw`${quality}(?!\p{L})`,
    stances: anyCase(stances),
    sureHead,
    unsureHead,
    ownLabels,
    /** Any heading that surely opens a record. */
    anyHead: `(?:${kinds
      .map(sureHead)
      .map(({ spellings, id }) => `${spellings}${gap}${id}`)
      .join("|")})`,
    anyKind: anyCase(KINDS.flatMap((words) => words.spellings)),
    headsOf: { mechanism: ["M", "Mechanism", ...parts], ends: ["C", "O", "Context", "Outcome"] },
    /** The words for configurations, one or several, as they head a column of ids. */
    configurations: `${anyCase(kindWords("cmoc"))}s?`,
  };
}
