// @ts-check
/** What the values of fields of links hold, and the tags of sentences. */
import { captures, grammar, KIND, REFERENCE, ROLE, TABLE, within } from "./shape.mjs";
import { ID_ENDS, ID_WITH_BOTH, ID_WITH_DIGIT, RANGE_ENDS } from "./words.mjs";

/** @typedef {ReturnType<typeof import("./words.mjs").wordsOf>} Words */

const raw = String.raw;

/**
 * Ids and the slots in brackets after them, in the values of fields of links.
 *
 * @param {Words} words
 */
export function links(words) {
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

/**
 * An id that is the whole text of a link in such a value. Markdown reads the text up to its end only, so `$` is that.
 *
 * @param {Words} words
 */
export function linked(words) {
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

/**
 * Roles in brackets in the sentences of configurations and extracts.
 *
 * @param {Words} words
 */
export function tags(words) {
  const patterns = [
    { match: raw`[(（{](${words.roles}|${words.part})[)）}]`, captures: captures([ROLE]) },
    { match: raw`(?<=[*_])(?<=[(（][*_]{1,3})(${words.roles})(?=[*_]{1,3}[)）])`, name: ROLE },
    { match: raw`©(?<!(?i:copyright )©|(?i:copyright)©)(?![ \t]?\p{Nd}{4})`, name: ROLE },
  ];
  const places = ["meta.record.configuration meta.paragraph", "meta.record.extract meta.paragraph"];
  return grammar(
    "tags",
    within(places, `markup.quote, markup.list, markup.table, ${TABLE}, string.other.link`),
    patterns,
  );
}
