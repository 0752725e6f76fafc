/** Where in a text each statement begins: at ids, in lines, behind brackets that each hold one. */

import type { Scheme } from "../vocabulary.ts";
import { uncited } from "./cited.ts";
import { isEnough } from "./enough.ts";
import { labelledIn, wholeBrackets } from "./labelled.ts";
import { openerAt } from "./openers.ts";
import { taggedIn } from "./tagged.ts";
import { isTagText } from "./tags.ts";

/** Where in a text further ids open further statements: at a line's beginning, or after a stop. */
const WITHIN =
  /(?:\n|[.!?;)\]](?:\s?\ue000[^\ue000\ue001]{0,200}\ue001|\d{1,3}(?:[,;–-]\d{1,3}){0,30})?\s+)(?=[([]?(?:(?:I?PT|[Pp]rogram(?:me)? [Tt]heory)\s?\d[\w.]{0,5}\s?[,:/–—-]?\s?)?(?:ICAMO|ICMO|CIMO|SCMO|CMO)[Cc]?s?(?:[ -](?:[Cc]onfiguration|[Ss]tatement))?\s?[-#]?\s?(?:\d|[A-Z]\d)|[([]?Configuration\s(?:\d|[A-Z](?![A-Za-z])))/g;

/** `CMOC 3 (Context: …`: what stands behind an id whose labels are in brackets. */
const LABELS_IN =
  /^[([]\s?(?:contexts?|mechanisms?|outcomes?|interventions?|strateg(?:y|ies)|actors?|[CMOIAS])\d{0,2}\s?[:=]/i;

/** The pieces of a text that may each state a configuration, trimmed; their words are all of the text's. */
export function piecesOf(text: string, scheme: Scheme): readonly string[] {
  const cuts = [0];
  for (const match of text.matchAll(WITHIN)) {
    const at = match.index + match[0].length;
    const opener = openerAt(text.slice(at, at + 120));
    const next = text.slice(at + (opener?.end ?? 0), at + (opener?.end ?? 0) + 1);
    // In brackets behind a statement it is that one's id.
    if (
      /^[([]/.test(text.slice(at, at + 1)) &&
      /^[([][^()[\]]{1,40}[)\]]\s?(?:[.;,]|$|\n)/.test(text.slice(at, at + 60))
    )
      continue;
    // `2. CMOC 5: …`: the number of an item.
    if (/(?:^|\n)\s?[([]?\d{1,3}[.)]\s{1,9}$/.test(text.slice(Math.max(0, at - 16), at))) {
      if (at < 16 || text.slice(at - 16, at).includes("\n")) continue;
    }
    const labels = /[([]/.test(next) && LABELS_IN.test(text.slice(at + (opener?.end ?? 0), at + 180));
    if (opener && (opener.parted || labels || /\p{Lu}/u.test(next))) cuts.push(at);
  }
  const pieces = cuts.map((cut, at) => text.slice(cut, cuts[at + 1] ?? text.length).trim());
  return pieces
    .flatMap((piece) => byLines(piece, scheme))
    .flatMap((piece) => byBrackets(piece, scheme))
    .filter((piece) => piece !== "");
}

/** `CMOC 1 (Context: …; Mechanism: …) and CMOC 2 (Context: …; …)`: each bracket ends a configuration. */
function byBrackets(piece: string, scheme: Scheme): readonly string[] {
  const ends = wholeBrackets(piece, scheme);
  if (ends.length < 2) return [piece];
  return ends.map((end, at) => piece.slice(ends[at - 1] ?? 0, at === ends.length - 1 ? piece.length : end).trim());
}

/** Lines that each state a configuration are several; a line that states none goes with the one before it. */
function byLines(piece: string, scheme: Scheme): readonly string[] {
  const lines = piece.split("\n");
  if (lines.length < 2 || lines.length > 400) return [piece];
  const whole = lines.map(
    (line) =>
      taggedIn(plainOf(line, scheme), scheme, false).length > 0 ||
      isEnough(
        labelledIn(line, scheme).parts.flatMap((part) => part.roles),
        scheme,
      ),
  );
  if (whole.filter(Boolean).length < 2) return [piece];
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (whole[at] || parts.length === 0) parts.push(line);
    else parts[parts.length - 1] = `${parts[parts.length - 1] ?? ""}\n${line}`;
  }
  return parts;
}

function plainOf(text: string, scheme: Scheme): string {
  return uncited(text, (inside) => isTagText(inside, scheme)).text;
}
