/** Tables that have the heads of configurations and hold something else: search terms, questions, what is to be extracted, logic models. */
import { flat } from "./chars.ts";
import { type Grid, type GridRow, textOf } from "./grid.ts";
import { isMark } from "./holding.ts";
import type { Layout } from "./layouts.ts";
import type { Printed } from "./printed.ts";
import { isReference } from "./references.ts";

const TITLE =
  /\b(?:search (?:terms?|strateg\p{L}+|strings?|concepts?)|topic guides?|interview (?:guides?|schedules?|questions?|topics?)|data[ -]extraction|extraction (?:forms?|templates?|tools?|fields)|eligibility|(?:inclusion|exclusion) criteria|PICOC?S?|checklist|survey (?:items|questions)|questionnaire|logic models?|log ?frame|characteristics of (?:the )?(?:included |selected |reviewed )?(?:studies|papers|articles|sources|documents|literature))(?![\p{L}])/iu;
const CONFIGURATIONS = /\b[CIS]{1,4}MO[Cc]?s?\b|configuration|context.{1,24}mechanism/i;

/** What is asked of studies before they are read: its title may name a scheme of questions, such as CIMO. */
const SOUGHT =
  /\b(?:eligibility|(?:inclusion|exclusion|selection) criteria|search (?:terms?|strateg\p{L}+|strings?))(?![\p{L}])/iu;
const CONFIGURED = /\b[CIS]{1,4}MO[Cc]s?\b|configuration/i;

const SECTION =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s)?(?:eligibility(?: criteria)?|(?:inclusion|exclusion|selection)(?: (?:and|or|\/) (?:inclusion|exclusion))? criteria|search (?:terms?|strateg(?:y|ies)|strings?|concepts?)|data[ -]extraction|(?:data )?extraction (?:forms?|templates?|tools?|fields)|topic guide|interview (?:guide|schedule|questions)|authors?['’]? contributions?|contributors|PICOC?S?)(?:\s(?:for|of|used|in)\s[^.:]{1,40})?[.:]?$/i;

/** Whether a line is a title below which labels say what was sought, asked or done. */
export function isOtherSection(text: string): boolean {
  return text.length < 90 && SECTION.test(text.trim());
}

/** Whether a title says that its table is none of configurations. */
export function isOtherTitle(title: string): boolean {
  return title
    .split("\n")
    .some(
      (line) => line.length < 300 && TITLE.test(line) && !(SOUGHT.test(line) ? CONFIGURED : CONFIGURATIONS).test(line),
    );
}

/** `ferr* OR boat*`, `What happened?` */
const QUERY = /\b(?:OR|AND|NOT|NEAR|adj\d)\b.*\S|\p{L}[*$](?:[\s,;)]|$)|\/exp\b/u;
const QUESTION = /\?[”"'’)]?$/;

/** Fields of databases, and what joins terms there: `.ti,ab`, `TITLE-ABS-KEY(`, `[tiab]`. */
const SEARCH =
  /\.(?:ti|ab)\b|:(?:ti|ab|kw)(?:,(?:ti|ab|kw))+\b|[)*"]\.(?:tw|mp|kw|kf|sh|hw|af)\b|TITLE-ABS-KEY|\[(?:tiab|[Mm]e[Ss][Hh](?: [Tt]erms)?|[Tt]itle\/[Aa]bstract|[Aa]ll [Ff]ields)\]|\b(?:TI|AB|SU|TX|TS|MH)\s?[=(]\s?["“(]|\bexp \p{L}[\p{L} ]{1,40}\/|\b(?:adj|ADJ)\d\b|\bNEAR\/\d/u;

/** Whether words are a line of a search in a database. */
export function isSearch(text: string): boolean {
  return text.length < 3000 && /[.[(=/:]|adj\d/i.test(text) && SEARCH.test(text);
}

const CRITERION = /^(in|ex)clu(?:de[ds]?|sion criteria|sion)\s?:?$/i;
/** “Inclusion” alone may be a theme. */
const THEME = /^(?:in|ex)clusion$/i;
const COM_B = /\bCOM-?B\b|theoretical domains/i;
const LETTER = /^[CMOB]$/;

/** Whether the rows of a table are lines of a search, or of a list of references, or what is included and excluded. */
export function isOtherGrid({ rows }: Grid): boolean {
  let searches = 0;
  let references = 0;
  const criteria = new Set<string>();
  const looked = rows.slice(0, LOOKED_AT);
  for (const row of looked) {
    const text = textOf(row);
    if (isSearch(text)) searches++;
    if (isReferenceRow(row)) references++;
    const label = flat((row.cells[0]?.text ?? "").slice(0, 40));
    const criterion = CRITERION.exec(label)?.[1];
    if (criterion !== undefined && !(THEME.test(label) && (rows[0]?.cells[0]?.text ?? "") !== ""))
      criteria.add(criterion.toLowerCase());
  }
  return searches > 1 || references * 2 > looked.length || criteria.size > 1;
}

/** A reference in a cell of its own, with its number beside it or nothing. */
function isReferenceRow({ cells }: GridRow): boolean {
  const words = [...new Set(cells)].map((cell) => cell?.text ?? "").filter((text) => text.length > SHORT);
  return words.length === 1 && isReference(words[0] ?? "");
}

const SHORT = 8;

/** Whether letters are those of COM-B, as the title says. */
export function isComB(title: string, { rows }: Grid): boolean {
  if (!COM_B.test(title) || CONFIGURATIONS.test(title)) return false;
  return (rows[0]?.cells.filter((cell) => cell !== undefined && LETTER.test(flat(cell.text))).length ?? 0) > 1;
}

/** Whether all that was read are marks, as of studies that speak of a role. */
export function areMarks(records: readonly Printed[]): boolean {
  const slots = records.flatMap((record) => record.slots);
  return slots.length > 1 && slots.every(({ text }) => isMark(text) || /^(?:[xX×√☒☑]{1,2}|[YN])$/.test(text));
}

const LOOKED_AT = 60;
const QUOTED = /^[“"‘'«].*[”"’'»][.]?$/u;

/** Whether all that was read are quotes, of every role. */
function isQuoted(records: readonly Printed[]): boolean {
  const slots = records.flatMap((record) => record.slots);
  return slots.length > 1 && slots.every(({ text }) => QUOTED.test(text));
}

/** Whether most of what was read are terms to search for, or questions to ask, or all of it quotes. */
export function isAsked(records: readonly Printed[]): boolean {
  return areAsked(records) || isQuoted(records);
}

/** Whether most of what was read are terms to search for, or questions to ask. */
export function areAsked(records: readonly Pick<Printed, "slots">[]): boolean {
  let asked = 0;
  let all = 0;
  for (const { slots } of records)
    for (const { text } of slots) {
      all++;
      if (QUESTION.test(text) || (QUERY.test(text) && !/[.]$/.test(text) && text !== text.toUpperCase())) asked++;
    }
  return asked > 1 && asked * 2 > all;
}

const LOGIC =
  /^(?:inputs?|activit(?:y|ies)|outputs?|impacts?|assumptions?|external factors|indicators?|goals?|objectives?)\b/i;

/** Whether the heads are those of a logic model: its parts, and no contexts. */
export function isLogicModel({ columns }: Pick<Layout, "columns">): boolean {
  const parts = columns.filter(({ label, roles }) => roles.every(({ role }) => role !== "C") && LOGIC.test(label));
  return parts.length > 1 && columns.every(({ roles }) => roles.every(({ role }) => role !== "C"));
}
