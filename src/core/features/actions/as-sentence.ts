/** Writing a configuration of fields as one tagged sentence, or as a table of its own. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Scheme } from "../../vocabulary.ts";
import { cellText } from "../edit/cells.ts";
import { type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord } from "../edit/record.ts";
import { mentionText } from "../edit/spell.ts";
import { type Clause, clausesOf, labelOf } from "./clauses.ts";
import { shortened } from "./difference.ts";
import { inSomeHand } from "./hands.ts";
import { inPlaceOfSlots, otherwiseAs } from "./runs.ts";

/** The edits; a refusal where the sentence would not say what the fields say. */
export function asSentence(record: OpenRecord): Outcome {
  return rewritten(record, "sentence", (clauses) => sentenceOf(clauses, record.scheme));
}

export function asTable(record: OpenRecord): Outcome {
  return rewritten(record, "table", (clauses) => tableOf(clauses, record.scheme, record.eol));
}

function rewritten(
  record: OpenRecord,
  spelling: Cmoc["spelling"],
  write: (clauses: readonly Clause[]) => string | undefined,
): Outcome {
  const { entity } = record;
  if (entity.kind !== "cmoc" || entity.row || entity.spelling !== "fields") return refuse("spelling");
  const whole = record.bullets.filter(({ read }) => read.is === "slot").map(({ bullet }) => bullet);
  return inSomeHand(entity.id, (hand) => {
    const clauses = clausesOf(record, entity, whole, hand);
    const block = write(clauses);
    if (block === undefined) return unsayable(clauses, record.scheme);
    const edits = inPlaceOfSlots(record, block);
    return otherwiseAs(record, spelling, edits) ?? inDocument(record, edits);
  });
}

/** Why clauses can be neither tags nor cells. */
export function unsayable(clauses: readonly Clause[], scheme: Scheme): string {
  const shared = clauses.find(({ roles }) => roles.length > 1);
  const words = (each: Clause): string => shortened(each.words);
  if (shared) return t("{0} share the words “{1}”.", labelOf(shared.roles, scheme), words(shared));
  const unnamed = clauses.find(({ roles }) => roles.some((role) => mentionText(role, scheme) === undefined));
  return unnamed ? t("{0} “{1}” cannot be named there.", labelOf(unnamed.roles, scheme), words(unnamed)) : "";
}

/** `When … (C), … (M), so that … (O).` */
export function sentenceOf(clauses: readonly Clause[], scheme: Scheme): string | undefined {
  let text = "";
  let before: string | undefined;
  for (const { roles, words } of clauses) {
    const tags = roles.map((role) => mentionText(role, scheme));
    const [role] = roles;
    if (!role || tags.includes(undefined)) return undefined;
    const joint = before === undefined ? (role.role === "C" ? "When " : "") : joining(before, role.role);
    // What is cited stands behind the tag.
    const cited = CITED.exec(words)?.[0] ?? "";
    const own = words.slice(0, words.length - cited.length).replace(/[\s.,;]+$/, "");
    text += `${joint}${own} (${tags.join(", ")})${cited === "" ? "" : ` ${cited.trim()}`}`;
    before = role.role;
  }
  return text === "" ? undefined : `${text}.`;
}

const CITED = /(?:\s*\[@[^[\]]{1,200}\])+$/;

function joining(before: string, role: string): string {
  if (before === role) return " and ";
  return role === "O" ? ", so that " : ", ";
}

/** One row below a head of the slots' words. */
function tableOf(clauses: readonly Clause[], scheme: Scheme, eol: string): string | undefined {
  const columns = roleCells(clauses, scheme);
  if (!columns) return undefined;
  const heads = [...columns.keys()].map(
    (letter) => scheme.slots.find((slot) => slot.letter === letter)?.label ?? letter,
  );
  const line = (words: readonly string[]): string => `| ${words.join(" | ")} |`;
  return [
    line(heads),
    line(heads.map((head) => "-".repeat(Math.max(3, head.length)))),
    line([...columns.values()]),
  ].join(eol);
}

/** The cell of each role, by its letter; undefined where slots share words, or cannot be marked in a cell. */
export function roleCells(clauses: readonly Clause[], scheme: Scheme): ReadonlyMap<string, string> | undefined {
  const columns = new Map<string, string[]>();
  for (const { roles, words } of clauses) {
    const [role, ...others] = roles;
    if (!role || others.length > 0) return undefined;
    const cell = columns.get(role.role) ?? [];
    columns.set(role.role, cell);
    const last = cell[cell.length - 1];
    const isPlain = role.n === undefined && role.position === undefined && !role.absent && role.layer === undefined;
    if (isPlain && role.part === "reasoning" && last !== undefined) cell[cell.length - 1] = `${last} → ${words}`;
    else if (isPlain && role.part === "resource") cell.push(words);
    else {
      const tag = isPlain && role.part === undefined ? "" : mentionText(role, scheme);
      if (tag === undefined) return undefined;
      cell.push(tag === "" ? words : `${words} (${tag})`);
    }
  }
  return new Map([...columns].map(([letter, cell]) => [letter, cellText([cell.join("; ")])]));
}
