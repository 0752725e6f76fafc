/** A statement whose roles stand before their words: its slots, and why labels may be none of roles. */

import { t } from "../l10n.ts";
import { readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { isEnough } from "./enough.ts";
import { isMeaning } from "./glossary.ts";
import { type Labelled, labelledIn } from "./labelled.ts";
import { mentionsIn } from "./mentions.ts";
import type { Note, PrintedSlot } from "./printed.ts";
import type { Statement } from "./statements.ts";

/** `Context: When boats are old (C), crews mend them (M)`: the words of one label name several roles. */
export function isStatement(part: Labelled, scheme: Scheme): boolean {
  return isEnough(
    tagsWithin(part.text, scheme).flatMap(({ roles }) => roles),
    scheme,
  );
}

/** That a tag says something else than the label before it. */
function otherThan(tag: string): string {
  return t("“{0}” stands behind the words of a label for another role: they are read as the label says.", tag);
}

/** Whether labelled words say what their roles are. */
export function meansIn(words: string, scheme: Scheme): boolean {
  const { before, parts } = labelledIn(words, scheme);
  return before === "" && parts.length > 0 && mean(parts, scheme);
}

/** Whether all of them, or most of several, say what their roles are. */
function mean(parts: readonly Labelled[], scheme: Scheme): boolean {
  const meanings = parts.filter((part) => isMeaning(part.text, part.roles, scheme)).length;
  return meanings === parts.length || (meanings > 1 && meanings * 2 > parts.length);
}

/** Labels of an abstract that are none of roles. */
const ABSTRACT =
  /(?:^|[.\n]\s{0,2})(?:methods?|objectives?|background|aims?|(?:study )?designs?|conclusions?|participants|data sources|m[ée]thodes?|m[ée]todos?|methoden|objetivos?|objectifs?|conclusiones|conclus[ãa]o|hintergrund|ziele?)\s?:\s/i;
/** The same where stops follow them, and questions that were asked. */
export const ASKED =
  /(?:^|[.\n]\s{0,2})(?:Methods?|Objectives?|Background|Aims?|Conclusions?|Results)\.\s+(?=\p{Lu})|\b(?:[Ii]nterview|[Tt]opic) (?:guide|schedule)s?:/u;

/** The statement that the labels of some words make; undefined where they are none of roles, or too few. */
export function labelledOf(
  words: string,
  scheme: Scheme,
): Pick<Statement, "slots" | "labels" | "cited" | "before" | "awaits" | "notes" | "isWhole" | "doubts"> | undefined {
  const { before, parts, outside } = labelledIn(words, scheme);
  if (parts.length === 0 || ABSTRACT.test(words)) return undefined;
  if (parts.some((part) => isStatement(part, scheme))) return undefined;
  const named = parts.flatMap((part) => part.roles);
  if (before !== "" && !isEnough(named, scheme)) return undefined;
  if (mean(parts, scheme)) return undefined;
  const slots: PrintedSlot[] = [];
  const cited: string[] = [];
  const notes: Note[] = [];
  for (const part of parts) {
    const found = mentionsIn(part.text, part.roles, scheme);
    append(slots, found.slots);
    append(cited, found.cited);
    if (/\p{L}/u.test(found.nothing)) notes.push({ label: part.label, text: found.nothing });
  }
  const last = parts[parts.length - 1];
  const other = parts
    .flatMap((part) =>
      tagsWithin(part.text, scheme).filter(({ roles }) =>
        roles.some(({ role }) => !part.roles.some((each) => each.role === role)),
      ),
    )
    .map(({ tag }) => tag)[0];
  return {
    ...(other !== undefined && { doubts: [otherThan(other)] }),
    slots,
    cited,
    notes,
    before,
    isWhole: /\p{L}/u.test(outside),
    labels: parts.map((part) => part.label),
    ...(last?.text === "" && { awaits: last.roles }),
  };
}

const TAG = /[([]([^()[\]\n]{1,40})[)\]]/g;

/** The tags among the words of a label. */
function tagsWithin(
  words: string,
  scheme: Scheme,
): readonly { readonly tag: string; readonly roles: readonly RoleMention[] }[] {
  const found: { tag: string; roles: readonly RoleMention[] }[] = [];
  if (!/[([]/.test(words)) return found;
  for (const [tag, inside = ""] of words.matchAll(TAG)) {
    const roles = readTag(inside, scheme);
    if (roles) found.push({ tag, roles });
  }
  return found;
}
