// @ts-check
/**
 * The injection grammars, as TextMate reads them. Those of `wrappers.mjs` put a scope around records, fields and tables of configurations,
 * empty in width, and leave what stands within to Markdown's own rules; those here colour words at Markdown's inner scopes.
 */

import {
  CODE,
  captures,
  DEFINED,
  FIELD,
  grammar,
  KEY,
  KIND,
  REFERENCE,
  ROLE,
  STANCE,
  VALUE,
  within,
} from "./shape.mjs";
import { anyCase, COLON, ID, ID_ENDS, ID_WITH_BOTH, ID_WITH_DIGIT, labelsOf, RANGE_ENDS, wordsOf } from "./words.mjs";
import { wrappers } from "./wrappers.mjs";

const raw = String.raw;
/** The grammars by the name of their file. @param {import("./words.mjs").Vocabulary} vocabulary */
export function grammars(vocabulary) {
  const words = wordsOf(vocabulary);
  return Object.fromEntries(
    [
      ...wrappers(vocabulary, words),
      headings(words),
      labels(words),
      values(vocabulary, words),
      links(words),
      linked(words),
      tags(words),
      tables(words),
      citations(words),
      keys(),
    ].map((made) => [made.scopeName.slice("markdown.cmoc.".length), made]),
  );
}

/** @param {ReturnType<typeof wordsOf>} words */
function headings(words) {
  const title = raw`(?<=[ \t])(?<=^[ ]{0,3}#{1,6}[ \t]{1,8})`;
  const patterns = words.kinds.map((kind) => {
    const { spellings, gap, id } = words.sureHead(kind);
    return { match: `${title}(${spellings})${gap}(${id})`, captures: captures([KIND, DEFINED]) };
  });
  return grammar("headings", within(["meta.record entity.name.section.markdown"]), patterns);
}

/** The label at the start of a field's bullet, bold or not. The wrappers have seen that it is one, so any words will do here. */
function labels(words) {
  const bullet = raw`(?<=^[ \t]{0,16}[*+-][ \t]{1,4}|^[ \t]{0,16}[*+-][ \t]{1,4}[*_]{1,3})\G`;
  const ends = raw`(?=[ \t]?${COLON})`;
  const patterns = [
    { match: `${bullet}(${words.roles})${ends}`, name: ROLE },
    {
      match: `${bullet}(?:(${words.role})|((?i:code)))[ \\t]{1,4}(${ID})${ends}`,
      captures: captures([ROLE, FIELD, CODE]),
    },
    { match: `${bullet}(${words.part})${ends}`, name: ROLE },
    { match: `${bullet}${words.stances}${ends}`, name: STANCE },
    { match: raw`${bullet}[^\s:：*_][^:：*_\n]{0,60}?${ends}`, name: FIELD },
  ];
  const never = "markup.quote, markup.table, markup.list.numbered, meta.link";
  const selectors = [
    within(["meta.field markup.list.unnumbered meta.paragraph"], `${never}, markup.list markup.list`),
    within(["meta.subfield markup.list.unnumbered meta.paragraph"], `${never}, meta.subfield markup.list markup.list`),
  ];
  return grammar("labels", selectors.join(", "), patterns);
}

/** Values that are one of a list, codes, and lists of slots. */
function values(vocabulary, words) {
  const after = (labels) =>
    raw`(?<=[ \t:：*_])(?<=^[ \t]{0,16}[*+-][ \t]{1,4}[*_]{0,3}${anyCase(labels)}${COLON}[*_]{0,3}[ \t]{0,4})`;
  const fields = [...Object.values(vocabulary.FIELDS).flat(), ...vocabulary.SLOT_FIELDS];
  const choices = new Map();
  const open = new Set();
  for (const field of fields) {
    if (!field.form.startsWith("choice")) continue;
    if (field.open) for (const label of labelsOf(field)) open.add(label);
    else {
      const known = choices.get(field.label) ?? new Set();
      for (const value of field.values ?? []) known.add(value);
      choices.set(field.label, known);
    }
  }
  const ends = raw`(?![\p{L}\p{M}\p{N}]|-[\p{L}\p{N}])`;
  const listed = [...choices].map(([label, values]) => ({
    match: `${after([label])}${anyCase([...values])}${ends}`,
    name: VALUE,
  }));
  const slotsLabels = [
    ...fields.filter(({ form }) => form === "slots").flatMap(labelsOf),
    ...vocabulary.FIELDS.code.filter(({ label }) => label === "role").flatMap(labelsOf),
  ];
  const codeLabels = fields.filter(({ form }) => form === "codes").flatMap(labelsOf);
  const patterns = [
    ...listed,
    {
      match: raw`${after([...open])}[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} -]{0,30}?)(?=[ \t]*$|[ \t]+[-–—]|[ \t]*\()`,
      name: VALUE,
    },
    { match: `${after(slotsLabels)}${words.roles}(?![\\p{L}\\p{N}])`, name: ROLE },
    {
      match: raw`(?:${after(codeLabels)}|(?<=,)[ \t]{0,4})(?<id>${ID})(?=[ \t]*(?:[,;]|$))`,
      captures: { 1: { name: CODE } },
    },
  ];
  const places = ["choice", "slots", "codes"].flatMap((form) => [
    `meta.field.${form} meta.paragraph`,
    `meta.subfield.${form} meta.paragraph`,
  ]);
  return grammar("values", within(places, "markup.quote, markup.table, meta.link"), patterns);
}

/** Ids and the slots in brackets after them, in the values of fields of links. */
function links(words) {
  const item = raw`(?=[\p{L}\p{N}])(?<=[ \t:：,;，；、،؛])(?<=^[ \t]{0,16}[*+-][ \t]{1,4}|^[ \t]{2,16}|[:：,;，；、،؛][ \t]{0,4}|[:：][*_]{1,3}[ \t]{1,4}|[ \t](?:and|&)[ \t]{1,4})`;
  const kind = raw`(${words.anyKind})(?:s?[ \t]{1,4}|[-‐‑–](?=\p{Nd}))`;
  const bare = raw`(?=[ \t]*(?:$|[,;()，；、،؛（）&]|and[ \t]|[-–—]{1,2}[ \t]))`;
  const patterns = [
    { match: `${item}${kind}(${ID_WITH_DIGIT}(?:${RANGE_ENDS})?)`, captures: captures([KIND, REFERENCE]) },
    { match: `${item}(${ID_WITH_BOTH}(?:${RANGE_ENDS})?)${ID_ENDS}`, name: REFERENCE },
    { match: raw`${item}(\p{Nd}{1,4}(?:${RANGE_ENDS})?)${bare}`, name: REFERENCE },
    {
      match: raw`(?<=\[\[)${ID_WITH_BOTH}(?:${RANGE_ENDS})?(?=\]\])`,
      name: REFERENCE,
    },
    { match: raw`(?<=[\p{L}\p{M}\p{N}\]][ \t]{0,2})[(（](${words.roles})[)）]`, captures: captures([ROLE]) },
  ];
  const places = ["meta.field.links meta.paragraph", "meta.subfield.links meta.paragraph"];
  return grammar("links", within(places, "markup.quote, markup.table, string.other.link"), patterns);
}

/** An id that is the whole text of a link in such a value. Markdown reads the text up to its end only, so `$` is that. */
function linked(words) {
  const patterns = [
    {
      match: raw`(?<=\[)(?:(${words.anyKind})[ \t]{1,4})?(${ID_WITH_DIGIT}(?:${RANGE_ENDS})?)$`,
      captures: captures([KIND, REFERENCE]),
    },
  ];
  const places = [
    "meta.field.links meta.link string.other.link.title",
    "meta.subfield.links meta.link string.other.link.title",
  ];
  return grammar("linked", within(places, "markup.quote, markup.table"), patterns);
}

/** Roles in brackets in the sentences of configurations and extracts. */
function tags(words) {
  const patterns = [
    { match: raw`[(（{](${words.roles}|${words.part})[)）}]`, captures: captures([ROLE]) },
    { match: raw`(?<=[*_])(?<=[(（][*_]{1,3})(${words.roles})(?=[*_]{1,3}[)）])`, name: ROLE },
    { match: raw`©(?<!(?i:copyright )©|(?i:copyright)©)(?![ \t]?\p{Nd}{4})`, name: ROLE },
  ];
  const places = ["meta.record.configuration meta.paragraph", "meta.record.extract meta.paragraph"];
  return grammar(
    "tags",
    within(places, "markup.quote, markup.list, markup.table, meta.table.cmoc, string.other.link"),
    patterns,
  );
}

/**
 * Heads that are roles, ids in the first column, marks in cells. Markdown reads a cell by itself, up to its end, after it has found it in the row, so
 * `$` is a cell's end there. In the row nothing may win over the cell: what stands right after a `|` is looked at in the cell only. The last of the
 * choices matches in the row alone, and late, so that a search there ends in the next cell and not at the end of a long line.
 */
function tables(words) {
  const rest = raw`(?>(?:\\.|[^|\\])*)`;
  const inCell = raw`(?:(?<!\|)|(?=${rest}$))`;
  const start = raw`(?<=\|[ \t]{0,40})`;
  const item = raw`(?<=\|[ \t]{0,40}|;[ \t]{0,4}|>[ \t]{0,4})`;
  const choices = [
    raw`(?<=\|[ \t]{0,40}|[+=][ \t])(${words.roles})(?=[ \t]{0,2}(?:$|\||[(\[][^)\]|]{0,20}[)\]][ \t]*$|(?i:when|where|if)[ ]))`,
    raw`${start}((?i:ids?|cmocs?|no\.?|theme|status|evidence))(?=[ \t]{0,40}(?:$|\|))`,
    raw`(?<=^\|[ \t]{0,40})(?:(${words.anyKind})[ \t]{1,4})?(${ID_WITH_DIGIT})(?=[ \t]{0,40}(?:$|\||[:：]|[ \t][-–—]{1,2}[ \t]))`,
    raw`${item}(${words.roles})(?=[ \t]?[:：])`,
    raw`${item}(${words.letters}\p{Nd}{1,3}[a-z]?)(?=[ \t]\S)`,
  ];
  const patterns = [
    {
      match: raw`(?<=[ \t|;>])(?=\S)(?:${inCell}(?:${choices.join("|")})|(?<=\|[ \t]{1,2})[^\s|\\](?=${rest}\|))`,
      captures: captures([ROLE, FIELD, KIND, DEFINED, ROLE, ROLE]),
    },
    { match: raw`[(（](?<!\|[(（])(${words.roles}|${words.part}|${words.position})[)）]`, captures: captures([ROLE]) },
  ];
  return grammar("tables", within(["meta.table.cmoc markup.table"], "string.other.link"), patterns);
}

/** The key after an `@`, and the extract after it: Pandoc's keys without their rarest signs. */
const AT = raw`(@)(?<=^@|[\s(\[{（［【,;，；、،؛]@|[\s(\[{（［【]-@)`;
const KEY_WORD = raw`[\p{L}\p{N}\p{M}_](?>(?:[\p{L}\p{N}\p{M}_]|[:.$%&+?~/-](?=[\p{L}\p{N}\p{M}_]))*)`;
const EXTRACT = raw`(#)([\p{L}\p{N}\p{M}](?>(?:[\p{L}\p{N}\p{M}_]|[.-](?=[\p{L}\p{N}\p{M}]))*))`;
const CITED = captures(["punctuation.definition.citation.cmoc", KEY, "punctuation.separator.extract.cmoc", KEY]);
const LINK_ENDS = raw`(?![ \t]?[(\[]|:)`;

/** Citations that are sure ones in any Markdown: with an extract, in square brackets, or with a year; and `[[TR3]]`. */
function citations(words) {
  const link = "punctuation.definition.link.title";
  const name = "meta.link.reference.markdown";
  const shortcut = { ...captures([`${link}.begin.markdown`]) };
  const inside = "string.other.link.title.markdown";
  const wiki = raw`(?:${ID_WITH_BOTH}(?:${RANGE_ENDS})?)`;
  const patterns = [
    {
      begin: raw`(\[)(?<![\]\\\[|]\[)(?=-?@[\p{L}\p{N}_][^\s\[\]\\/]{0,300}\]${LINK_ENDS})`,
      beginCaptures: shortcut,
      end: raw`(\])`,
      endCaptures: captures([`${link}.end.markdown`]),
      name,
      contentName: inside,
      patterns: [{ match: `${AT}(${KEY_WORD})(?:${EXTRACT})?`, captures: CITED }],
    },
    {
      match: raw`(\[)(\[)(?<![\]\\\[|]\[\[)(${wiki})(\])(\])${LINK_ENDS}`,
      captures: {
        1: { name: "punctuation.definition.reference.begin.cmoc" },
        2: { name: `${name} ${link}.begin.markdown` },
        3: { name: `${name} ${inside} ${REFERENCE}` },
        4: { name: `${name} ${link}.end.markdown` },
        5: { name: "punctuation.definition.reference.end.cmoc" },
      },
    },
    {
      match: raw`(\[\[)(?<![\]\\\[|]\[\[)(${words.anyKind})[ \t]{1,4}(${ID})(\]\])${LINK_ENDS}`,
      captures: captures([
        "punctuation.definition.reference.begin.cmoc",
        KIND,
        REFERENCE,
        "punctuation.definition.reference.end.cmoc",
      ]),
    },
    { match: `${AT}(${KEY_WORD})${EXTRACT}`, captures: CITED },
    {
      match: raw`${AT}(?=\p{L}[\p{L}\p{M}\p{N}_:.-]{0,60}(?<!\p{Nd})(?:18|19|20)\p{Nd}{2})(${KEY_WORD})`,
      captures: CITED,
    },
    {
      match: raw`(@)(?<=(?:[\[;][ \t]{0,4}|\[(?:see|e\.g\.|cf\.)[ \t])-?@)(${KEY_WORD})(?=[^\[\]/]{0,200}\](?:[^(\[:]|$))`,
      captures: CITED,
    },
  ];
  const places = ["meta.paragraph", "entity.name.section.markdown", "markup.table"];
  return grammar("citations", within(places, "meta.record.extract markup.quote"), patterns);
}

/** In a record every `@key` is a citation. */
function keys() {
  const patterns = [{ match: `${AT}(${KEY_WORD})`, captures: CITED }];
  const places = ["meta.record meta.paragraph", "meta.table.cmoc markup.table", "meta.record markup.table"];
  return grammar("keys", within(places, "meta.record.extract markup.quote, meta.link.reference"), patterns);
}
