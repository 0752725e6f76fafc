/** The codes of an extract: below its heading, and at the words of its quote that bear them. */

import { nameOf } from "../../model/names.ts";
import type { Coding, Extract } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import { inMarkup } from "../../text.ts";
import { placeOfName } from "../card/naming.ts";
import { plain } from "../card/words.ts";
import { hrefOf, type Setting } from "./html.ts";
import type { PreviewRecord } from "./records.ts";
import { roleLook } from "./roles.ts";

/** More codes than these are in the text below. */
const MOST = 24;
/** Of more words than these it is not shown where they stand. */
const MOST_CODED = 100;

/** `C shared-history`, `M trust`, each once, in a line; nothing where nothing is coded. */
export function codeChips({ codings }: Extract, setting: Setting): string {
  const chips = new Set<string>();
  for (const coding of codings) {
    if (chips.size === MOST) break;
    chips.add(codeChip(coding, setting));
  }
  return chips.size === 0 ? "" : `<div class="cmoc-codes">${[...chips].join(" ")}</div>\n`;
}

function codeChip({ role, code }: Coding, { review, uri, looks }: Setting): string {
  const look = role && looks.get(role.role);
  const letter =
    role && `<span class="${roleLook(look ?? "S")}">${inMarkup(plain(roleWord(role, review.manifest.scheme)))}</span>`;
  const place = code === undefined ? undefined : placeOfName(nameOf("code", code, undefined), review);
  const words = code === undefined ? "" : inMarkup(plain(code));
  const named = place ? `<a class="cmoc-ref" href="${inMarkup(hrefOf(place, uri, review))}">${words}</a>` : words;
  return `<span class="cmoc-chip cmoc-code">${[letter, named].filter(Boolean).join(" ")}</span>`;
}

/** The coded words of a quote, those alone that stand in it as they are; the first coding of words that several have gives the look. */
export function codedIn(at: Definition<Extract>, { review, looks }: Setting): PreviewRecord["coded"] {
  const found = new Map<string, { words: string; look: string; title: string }>();
  for (const { role, code, words, coder } of at.entity.codings) {
    const title = [role && roleWord(role, review.manifest.scheme), code, coder === undefined ? undefined : `(${coder})`]
      .filter((word) => word !== undefined)
      .map(plain)
      .join(" ");
    for (const { text } of words) {
      const known = found.get(text);
      if (!known && found.size === MOST_CODED) continue;
      if (text.trim() === "") continue;
      if (known) known.title += `; ${title}`;
      else found.set(text, { words: text, look: `cmoc-coded cmoc-${(role && looks.get(role.role)) ?? "none"}`, title });
    }
  }
  return [...found.values()];
}
