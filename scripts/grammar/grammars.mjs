// @ts-check
/**
 * The injection grammars, as TextMate reads them. Those of `wrappers.mjs` put a scope around records, fields and tables of configurations,
 * empty in width, and leave what stands within to Markdown's own rules; those here colour words at Markdown's inner scopes.
 */

import { citations, keys } from "./citations.mjs";
import { linked, links, tags } from "./links.mjs";
import { CODE, captures, DEFINED, FIELD, grammar, KIND, ROLE, STANCE, VALUE, within } from "./shape.mjs";
import { tables } from "./tables.mjs";
import { anyCase, COLON, ID, labelsOf, wordsOf } from "./words.mjs";
import { wrappers } from "./wrappers.mjs";

/** @typedef {ReturnType<typeof wordsOf>} Words */

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
      ...tables(words),
      citations(words),
      keys(),
    ].map((made) => [made.scopeName.slice("markdown.cmoc.".length), made]),
  );
}

/**
 * @param {ReturnType<typeof wordsOf>} words
 *
 * @param {Words} words
 */
function headings(words) {
  const title = raw`(?<=[ \t])(?<=^[ ]{0,3}#{1,6}[ \t]{1,8})`;
  const patterns = words.kinds.map((kind) => {
    const { spellings, gap, id } = words.sureHead(kind);
    return { match: `${title}(${spellings})${gap}(${id})`, captures: captures([KIND, DEFINED]) };
  });
  return grammar("headings", within(["meta.record entity.name.section.markdown"]), patterns);
}

/**
 * The label at the start of a field's bullet, bold or not. The wrappers have seen that it is one, so any words will do here.
 *
 * @param {Words} words
 */
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

/**
 * Values that are one of a list, codes, and lists of slots.
 *
 * @param {import("./words.mjs").Vocabulary} vocabulary
 * @param {Words} words
 */
function values(vocabulary, words) {
  /** @param {readonly string[]} labels */
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
