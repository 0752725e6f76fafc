/** The items of lists of references: authors before a title, and a year. Their titles name contexts, mechanisms and outcomes. */

import { explainsTags } from "./spoken.ts";

const NAME = String.raw`(?:(?:van|von|de|der|den|di|la|le)\s){0,2}\p{Lu}[\p{L}'’-]{1,30}`;
/** `Pawson R. …`, `12. Dalkin SM, Jones B. …`, `Pawson, R. (1997) …`, `Pawson R, et al. …`. */
const AUTHORS = new RegExp(
  String.raw`^\s*[([]?(?:\d{1,3}[.)\]]{0,2}\s{1,3})?(?:${NAME}(?:\s${NAME})?\s\p{Lu}{1,3}(?:[.,;:]|\s(?:and|&|et al)\s)|${NAME},\s(?:\p{Lu}\.[\s-]?){1,3}(?:,|&|\(|and\s|et al|\p{Lu}|\d))`,
  "u",
);
const YEAR = /(?:^|[\s(;,.])(?:19|20)\d\d[a-z]?(?:[);:.,]|$)/;
/** `2012;18:3`, `2012;18(2):3–9`: nothing but a journal is cited so. */
const VOLUME = /(?:19|20)\d\d\s?[;|:]\s?\d{1,4}\s?(?:\(\d{1,3}\))?\s?:\s?\w?\d/;
const TAG = /[([]\s?(?:[CMO]\d{0,2}|context|mechanism|outcome)\s?[)\]]/i;
const LABEL = /(?<!\p{L})(?:contexts?|mechanisms?|outcomes?|[CMO])\s?[:=]/giu;
const CALLED = /^\s*[([]?(?:[CIAS]{1,4}MO|configuration|programme|program|theory|hypothesis)/i;

/** Whether a paragraph or an item is a reference, or several. */
export function isReference(text: string): boolean {
  if (!/(?:19|20)\d\d/.test(text) || CALLED.test(text) || !AUTHORS.test(text.slice(0, 160))) return false;
  if (TAG.test(text) && !explainsTags(text)) return false;
  if (VOLUME.test(text)) return true;
  return YEAR.test(text) && new Set(text.match(LABEL)).size < 2;
}
