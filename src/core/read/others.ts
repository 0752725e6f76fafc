/** Tables that have the heads of configurations and hold something else: search terms, questions, what is to be extracted, logic models. */
import type { Layout } from "./layouts.ts";
import type { Printed } from "./printed.ts";

const TITLE =
  /\b(?:search (?:terms?|strateg\p{L}+|strings?|concepts?)|topic guides?|interview (?:guides?|schedules?|questions?|topics?)|data[ -]extraction|extraction (?:forms?|templates?|tools?|fields)|eligibility|(?:inclusion|exclusion) criteria|PICOC?S?|checklist|survey (?:items|questions)|questionnaire|logic models?|log ?frame|characteristics of (?:the )?(?:included |selected |reviewed )?(?:studies|papers|articles|sources|documents|literature))(?![\p{L}])/iu;
const CONFIGURATIONS = /\b[CIS]{1,4}MO[Cc]?s?\b|configuration|context.{1,24}mechanism/i;

/** Whether a title says that its table is none of configurations. */
export function isOtherTitle(title: string): boolean {
  return title.split("\n").some((line) => line.length < 300 && TITLE.test(line) && !CONFIGURATIONS.test(line));
}

/** `ferr* OR boat*`, `What happened?` */
const QUERY = /\b(?:OR|AND|NOT|NEAR|adj\d)\b.*\S|\p{L}[*$](?:\s|$)|\/exp\b/u;
const QUESTION = /\?[”"'’)]?$/;

const QUOTED = /^[“"‘'«].*[”"’'»][.]?$/u;

/** Whether all that was read are quotes, of every role. */
function isQuoted(records: readonly Printed[]): boolean {
  const slots = records.flatMap((record) => record.slots);
  return slots.length > 1 && slots.every(({ text }) => QUOTED.test(text));
}

/** Whether most of what was read are terms to search for, or questions to ask, or all of it quotes. */
export function isAsked(records: readonly Printed[]): boolean {
  let asked = 0;
  let all = 0;
  for (const { slots } of records)
    for (const { text } of slots) {
      all++;
      if (QUESTION.test(text) || (QUERY.test(text) && !/[.]$/.test(text) && text !== text.toUpperCase())) asked++;
    }
  return (asked > 1 && asked * 2 > all) || isQuoted(records);
}

const LOGIC =
  /^(?:inputs?|activit(?:y|ies)|outputs?|impacts?|assumptions?|external factors|indicators?|goals?|objectives?)\b/i;

/** Whether the heads are those of a logic model: its parts, and no contexts. */
export function isLogicModel({ columns }: Pick<Layout, "columns">): boolean {
  const parts = columns.filter(({ label, roles }) => roles.every(({ role }) => role !== "C") && LOGIC.test(label));
  return parts.length > 1 && columns.every(({ roles }) => roles.every(({ role }) => role !== "C"));
}
