/** A configuration that an extract's coding lines spell, linked to it. */

import { t } from "../../l10n.ts";
import { codeName, recordName } from "../../model/names.ts";
import type { Extract } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Review } from "../../review.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { shownId } from "../card/naming.ts";
import { addLink } from "../edit/add-link.ts";
import { appendRecord } from "../edit/append.ts";
import type { Outcome, Refusal } from "../edit/outcome.ts";
import { mentionText } from "../edit/spell.ts";
import { inSteps } from "./codebook.ts";
import { told } from "./passage.ts";
import { plainValue } from "./verbatim.ts";

/** A slot as the coding lines fill it. */
export interface CodedSlot {
  readonly role: RoleMention;
  readonly text: string;
}

/** A longer quote is no slot: of what is coded as a whole then the code's title is taken. */
const LONGEST_QUOTE = 200;

/** The slots that an extract's coding lines fill, in the order of the review's scheme and then of the lines; words that several lines code alike stand once. */
export function codedSlots(review: Review, { entity }: Definition<Extract>): readonly CodedSlot[] {
  const found = new Map<string, CodedSlot>();
  for (const { role: coded, code, words } of entity.codings) {
    if (!coded) continue;
    const role = asSlot(coded);
    const texts = words.length > 0 ? words.map(({ text }) => text) : [wholeOf(review, entity, code)];
    for (const text of texts) {
      const key = `${slotKey(role)} ${text}`;
      if (text !== undefined && isSaid(text) && !found.has(key)) found.set(key, { role, text });
    }
  }
  const order = review.manifest.scheme.slots.map(({ letter }) => letter);
  return [...found.values()].toSorted((a, b) => order.indexOf(a.role.role) - order.indexOf(b.role.role));
}

/** Whether there is more to a text than a dash or dots, which say that a slot is empty. */
function isSaid(text: string): boolean {
  return /[^\p{P}\s]/u.test(text);
}

/** The role as a slot of a configuration can have it: what is no number of its, such as the x of `O x`, is left out. */
function asSlot(role: RoleMention): RoleMention {
  const { n } = role;
  return n === undefined || /^\d+$/.test(String(n)) ? role : { role: role.role, ...(role.part && { part: role.part }) };
}

/** What stands for a passage that is coded as a whole: its words where they are few, else what the code is called. */
function wholeOf(review: Review, { quote, paraphrase }: Extract, code: string | undefined): string | undefined {
  const text = (quote ?? paraphrase)?.text ?? "";
  if (text !== "" && text.length <= LONGEST_QUOTE) return text;
  if (code === undefined) return undefined;
  const title = review.definitions(codeName(code))[0]?.entity.title;
  return title ? title : code.replace(/[-_]+/g, " ");
}

export interface NewCmoc {
  readonly id: string;
  readonly title: string;
  /** The document that it is written into. */
  readonly uri: string;
}

/** Writes the configuration, a label for each slot of the scheme, and links the extract to it and to the slots that its words fill. */
export function cmocFromExtract(review: Review, at: Definition<Extract>, { id, title, uri }: NewCmoc): Outcome {
  const { scheme } = review.manifest;
  const slots = codedSlots(review, at);
  if (slots.length === 0) return noSlots(review, at);
  const filled = new Set(slots.map(({ role }) => role.role));
  const fields = scheme.slots.flatMap(({ letter }): readonly (readonly [string, string])[] =>
    filled.has(letter)
      ? slots
          .filter(({ role }) => role.role === letter)
          .map(({ role, text }) => [mentionText(role, scheme) ?? letter, plainValue(text)] as const)
      : scheme.required.includes(letter)
        ? [[letter, ""] as const]
        : [],
  );
  const record = { kind: "cmoc", id, title, fields: [["status", "candidate"], ...fields] } as const;
  const named = rolesOf(slots);
  return inSteps(
    review,
    [uri, at.placed.uri],
    [
      (now) => appendRecord(now, { uri }, record),
      (now): Outcome => {
        const own = now.definitions(at.name).find(({ placed }) => placed.uri === at.placed.uri);
        return own ? addLink(now, own, recordName(id), { stance: "supports", slots: named }) : gone();
      },
    ],
  );
}

function gone(): Refusal {
  return { refused: "moved", data: {} };
}

function noSlots(review: Review, at: Definition<Extract>): Refusal {
  return told(
    t(
      "No coding line of {0} has a role, so that no slot would be filled. Code its words as context, mechanism or outcome first.",
      shownId(at, review),
    ),
  );
}

/** The roles that are filled, each once: a number without a slot of it would name nothing. */
function rolesOf(slots: readonly CodedSlot[]): readonly RoleMention[] {
  return [...new Map(slots.map(({ role }) => [slotKey(role), role])).values()];
}
