// @ts-check
/**
 * Rules that match nothing but a place: they put a scope around a record, a field or a table and take in Markdown's own rules for it, so that
 * later rules know where they stand and every scope of Markdown's is as it was.
 */

import { grammar, NEVER, TABLE } from "./shape.mjs";
import { anyCase, COLON, ID, labelsOf } from "./words.mjs";

const raw = String.raw;

/** What Markdown itself reads in a block, and in a list. */
const BLOCK = { include: "text.html.markdown#block" };
const IN_LIST = [BLOCK, { include: "text.html.markdown#list_paragraph" }];

/** The scope of a record by its kind; `configuration` since it must not read `meta.record.cmoc.cmoc`. */
const NAMES = { cmoc: "configuration" };
/** @param {string} kind */
const nameOf = (kind) => /** @type {Record<string, string>} */ (NAMES)[kind] ?? kind;

const HASHES = raw`[ ]{0,3}#{1,6}[ \t]`;
const BULLET = raw`[*+-][ \t]{1,4}[*_]{0,3}`;
/** A list goes on over lines that are indented or empty, and so does a field. */
const GOES_ON = raw`^(?=[ ]{2}|\t|[ \t]*$)`;
const NESTED_GOES_ON = raw`(?=(?:^|\G)(?:[ ]{2}|\t))|(?=^[ \t]*$)`;

/** The form of a field as its scope names it. @param {import("../../src/core/vocabulary.ts").FieldWords} field */
function formOf({ form, label }) {
  if (form === "choice" || form === "choice-reason") return "choice";
  if (form === "evidence" || form === "records" || form === "sources" || form === "about") return "links";
  if (form === "codes" || form === "slots") return form;
  return label === "role" ? "slots" : "text";
}

/** @param {readonly import("../../src/core/vocabulary.ts").FieldWords[]} fields the labels of each form */
function labelsByForm(fields) {
  /** @type {Map<string, string[]>} */
  const forms = new Map();
  for (const field of fields) forms.set(formOf(field), [...(forms.get(formOf(field)) ?? []), ...labelsOf(field)]);
  return [...forms];
}

/** @param {string} name @param {string} label */
function field(name, label) {
  return {
    name: `meta.field.${name}.cmoc`,
    begin: `^(?=[ ]{0,3}${BULLET}${label}${COLON})`,
    while: GOES_ON,
    patterns: [BLOCK],
  };
}

/** @param {import("./words.mjs").Vocabulary} vocabulary @param {ReturnType<typeof import("./words.mjs").wordsOf>} words */
export function wrappers(vocabulary, words) {
  return [records(vocabulary, words), blocks(words), subfields(vocabulary)];
}

/** @param {import("./words.mjs").Vocabulary} vocabulary @param {ReturnType<typeof import("./words.mjs").wordsOf>} words */
function records({ FIELDS }, words) {
  /** @type {Record<string, { readonly patterns: readonly unknown[] }>} */
  const repository = {};
  const sure = [];
  const unsure = [];
  for (const kind of words.kinds) {
    const name = nameOf(kind);
    const roles =
      kind === "cmoc"
        ? [field("slot", words.roles)]
        : kind === "extract"
          ? [field("coding", `(?:(?i:code)[ \\t]{1,4}${ID}|${words.role}(?:[ \\t]{1,4}${ID})?)`)]
          : [];
    const fields = labelsByForm(FIELDS[kind]).map(([form, labels]) => field(form, anyCase(labels)));
    repository[name] = { patterns: [...fields, ...roles, BLOCK] };
    const inside = [{ include: `#${name}` }];
    const { spellings, gap, id } = words.sureHead(kind);
    sure.push({
      name: `meta.record.${name}.cmoc`,
      begin: raw`^(?=[ ]{0,3}(#{1,6})[ \t]{1,8}[*_]{0,3}${spellings}${gap}${id})`,
      end: raw`^(?!\G)(?=[ ]{0,3}(?!\1#)#{1,6}[ \t]|${HASHES}[ \t]{0,7}[*_]{0,3}${words.anyHead})`,
      patterns: inside,
    });
    const own = anyCase(words.ownLabels(kind));
    const opener = kind === "cmoc" ? `(?:${own}|${words.roles})` : own;
    unsure.push({
      name: `meta.maybe.${name}.cmoc`,
      begin: raw`^(?=${HASHES}[ \t]{0,7}[*_]{0,3}${words.unsureHead(kind)})`,
      end: raw`^(?!\G)(?=${HASHES})`,
      patterns: [
        {
          name: `meta.record.${name}.cmoc`,
          begin: `^(?=[ ]{0,3}${BULLET}${opener}${COLON})`,
          end: `^(?=${HASHES})`,
          patterns: inside,
        },
        BLOCK,
      ],
    });
  }
  const selector = `L:text.html.markdown - (markup, meta.paragraph, meta.separator, meta.link, meta.record, meta.maybe, ${TABLE}, ${NEVER})`;
  return grammar("records", selector, [...sure, ...unsure], repository);
}

/**
 * Tables of configurations, and HTML, whose lines Markdown's grammar gives no scope that would tell them from any others.
 *
 * @param {ReturnType<typeof import("./words.mjs").wordsOf>} words
 */
function blocks(words) {
  const head = raw`\|[ \t]{0,40}(?:[+=][ \t]?)?`;
  /** @param {readonly string[]} texts */
  const has = (texts) =>
    raw`(?=.*?${head}(?:(?:${texts.filter((text) => text.length === 1).join("|")})\b|(?i:${texts
      .filter((text) => text.length > 1)
      .map((text) => text.toLowerCase())
      .join("|")})))`;
  const { mechanism, ends } = words.headsOf;
  /** @param {string} name @param {string} first */
  const table = (name, first) => ({
    name,
    begin: raw`^(?=\|[^|].+\|\s*$)${first}${has(mechanism)}${has(ends)}`,
    while: raw`^(?=\|)`,
    patterns: [BLOCK],
  });
  const patterns = [
    table(
      `${TABLE}.ids.cmoc`,
      raw`(?=\|[ \t]{0,40}(?:(?i:ids?|nos?|nr|number|#|${words.configurations})(?:[ \t](?i:ids?|nos?|number))?\.?)?[ \t]{0,40}\|)`,
    ),
    table(`${TABLE}.cmoc`, ""),
    {
      name: "meta.html.cmoc",
      begin: raw`(?i)^(?=[ ]{0,3}(?:</?[a-zA-Z]+[^\s/&gt;]*(?:\s|$|/?>)|(?:<[a-zA-Z0-9\-](?:/?>|\s.*?>)|</[a-zA-Z0-9\-]>)\s*$))`,
      end: raw`(?!\G)`,
      patterns: [{ include: "text.html.markdown#html" }],
    },
  ];
  const selector = `L:text.html.markdown - (markup, meta.paragraph, meta.separator, meta.link, meta.field, ${TABLE}, ${NEVER})`;
  return grammar("blocks", selector, patterns);
}

/**
 * Fields of a bullet nested under a slot.
 *
 * @param {import("./words.mjs").Vocabulary} vocabulary
 */
function subfields({ SLOT_FIELDS }) {
  const patterns = labelsByForm(SLOT_FIELDS).map(([form, labels]) => ({
    name: `meta.subfield.${form}.cmoc`,
    begin: raw`\G(?=[ ]{0,3}${BULLET}${anyCase(labels)}${COLON})`,
    while: NESTED_GOES_ON,
    patterns: IN_LIST,
  }));
  const never =
    "meta.paragraph, markup.quote, markup.heading, markup.table, markup.list.numbered, markup.list markup.list, meta.subfield";
  return grammar("subfields", `L:meta.field.slot markup.list.unnumbered - (${never}, ${NEVER})`, patterns);
}
