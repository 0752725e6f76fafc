// @ts-check
/** Citations and references in running text. */
import { captures, grammar, KEY, KIND, REFERENCE, TABLE, within } from "./shape.mjs";
import { ID, ID_WITH_BOTH, RANGE_ENDS } from "./words.mjs";

/** @typedef {ReturnType<typeof import("./words.mjs").wordsOf>} Words */

const raw = String.raw;

/** The key after an `@`, and the extract after it: Pandoc's keys without their rarest signs. */
const AT = raw`(@)(?<=^@|[\s(\[{（［【,;，；、،؛]@|[\s(\[{（［【]-@)`;
const KEY_WORD = raw`[\p{L}\p{N}\p{M}_](?>(?:[\p{L}\p{N}\p{M}_]|[:.$%&+?~/-](?=[\p{L}\p{N}\p{M}_]))*)`;
const EXTRACT = raw`(#)([\p{L}\p{N}\p{M}](?>(?:[\p{L}\p{N}\p{M}_]|[.-](?=[\p{L}\p{N}\p{M}]))*))`;
const CITED = captures(["punctuation.definition.citation.cmoc", KEY, "punctuation.separator.extract.cmoc", KEY]);
const LINK_ENDS = raw`(?![ \t]?[(\[]|:)`;

/**
 * Citations that are sure ones in any Markdown: with an extract, in square brackets, or with a year; and `[[TR3]]`.
 *
 * @param {Words} words
 */
export function citations(words) {
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
export function keys() {
  const patterns = [{ match: `${AT}(${KEY_WORD})`, captures: CITED }];
  const places = ["meta.record meta.paragraph", `${TABLE} markup.table`, "meta.record markup.table"];
  return grammar("keys", within(places, "meta.record.extract markup.quote, meta.link.reference"), patterns);
}
