/** What stands below a label in a list: the items of a list within it, and the parts of a mechanism. */

import { t } from "../l10n.ts";
import { roleWord } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import type { TextBlock } from "./blocks.ts";
import { flat } from "./chars.ts";
import type { Draft, Under } from "./draft.ts";
import { isWorks } from "./holding.ts";
import { labelAlone, labelledIn } from "./labelled.ts";
import { mentionsIn } from "./mentions.ts";
import { numberAt } from "./openers.ts";
import type { PrintedSlot, Said } from "./printed.ts";
import type { Statement } from "./statements.ts";

const PART = /^(?:resource|reasoning|response|reaction)/i;

/** `Response: …` alone, where no configuration is open that lacks a mechanism or has just begun one: letters to an editor have such labels too. */
export function arePartsApart(
  slots: readonly PrintedSlot[],
  labels: readonly string[],
  open: Draft | undefined,
): boolean {
  if (slots.length === 0 || !labels.every((label) => PART.test(label))) return false;
  if (!open || open.record.by === "sentence") return true;
  return open.last === "O" && open.record.slots.some(({ role }) => role === "M");
}

/** The last label of a statement in an item. A part of a mechanism leaves it with the mechanism. */
export function underOf(
  { under }: Draft,
  { slots, labels, awaits }: Statement,
  { depth }: TextBlock,
  scheme: Scheme,
): Under | undefined {
  const label = labels[labels.length - 1] ?? "";
  if (depth === undefined) return undefined;
  if (under && under.depth < depth && PART.test(label)) return under;
  const [last] = slots.slice(-1);
  const roles = awaits ?? (last ? [roleOf(last)] : labelAlone(`${label}:`, scheme));
  return roles && { roles, label, depth, isFilled: last !== undefined, told: false };
}

function roleOf({ text, ...role }: PrintedSlot): RoleMention {
  return role;
}

const LATER = /[.;,]\s+(?:contexts?|mechanisms?|outcomes?|[CMO]\d?)\s?[:=]/i;

/** A text, with the label that ended the one before it where further labels stand among its words: `Uncertainty. Outcome: More pain.` */
export function withLabel(open: Draft | undefined, text: string, scheme: Scheme): string {
  const [role, ...others] = open?.awaits ?? [];
  if (!role || others.length > 0 || !LATER.test(text)) return text;
  const { before, parts } = labelledIn(text, scheme);
  const isOther = parts.length > 0 && parts.every(({ roles }) => roles.every((each) => each.role !== role.role));
  return before !== "" && isOther ? `${roleWord(role, scheme)}: ${text}` : text;
}

const QUOTE = /^[“"‘«„]/;
const LABELLED = /^(\p{Lu}[\p{L} ]{2,40})\s?:\s/u;
const SENTENCES = /[.!?]\s+\p{Lu}/u;
const LONGEST = 240;

/** Takes an item of the list within the item of a label: one more mention of its role, or a note where it cites, quotes or tells. False where it is none. */
export function takeBelow(open: Draft, block: TextBlock, printed: string, scheme: Scheme, said: Said): boolean {
  const { under, record } = open;
  if (!under || block.is !== "item" || block.depth === undefined || block.depth <= under.depth) return false;
  const number = numberAt(printed);
  const words = number ? printed.slice(number.end) : printed;
  const text = flat(words);
  const label = LABELLED.exec(text);
  if (isWorks(text)) record.cited.push(text);
  else if (label) record.notes.push({ label: label[1] ?? "", text: text.slice(label[0].length) });
  else if (QUOTE.test(text) || text.length > LONGEST || SENTENCES.test(text))
    record.notes.push({ label: under.label, text });
  else {
    const { slots, cited, nothing } = mentionsIn(words, under.roles, scheme);
    append(record.slots, slots);
    append(record.cited, cited);
    if (nothing !== "") record.notes.push({ label: under.label, text: nothing });
    if (under.isFilled && !under.told && slots.length > 0)
      said.doubt(t("The items below “{0}” are read as more of it.", under.label), block.from);
    under.told = true;
  }
  record.to = block.to;
  open.words.push(flat(printed));
  return true;
}
