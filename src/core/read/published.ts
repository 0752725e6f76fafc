/**
 * The reader of what journals print: Markdown, HTML, separated values or plain text in, configurations out, with what was left aside and what it was unsure of.
 * It never makes a slot of words that no tag, label or head names a role for.
 */

import { idKey, isId } from "../ids.ts";
import { t } from "../l10n.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { relabelled } from "./bare.ts";
import type { Block, TableBlock, TextBlock } from "./blocks.ts";
import { flat } from "./chars.ts";
import { continued } from "./continued.ts";
import type { Called } from "./draft.ts";
import { type Format, formatOf } from "./format.ts";
import { areMeanings, isGlossaryTitle, plainTitle } from "./glossary.ts";
import { gridOf, textOf } from "./grid.ts";
import { readHtml } from "./html.ts";
import { headedBy, keyOf } from "./keys.ts";
import { holdsConfigurations, whyAside } from "./layouts.ts";
import { openerAt } from "./openers.ts";
import { areMarks, isAsked, isComB, isOtherGrid, isOtherSection, isOtherTitle } from "./others.ts";
import { parted } from "./parted.ts";
import { readPlain } from "./plain.ts";
import { type Printed, Said } from "./printed.ts";
import { Running } from "./running.ts";
import { EVERY, schemeFor } from "./schemes.ts";
import { separated } from "./separated.ts";
import { explainsRoles, readSides } from "./sides.ts";
import { readStated } from "./stated.ts";
import { readHeaded } from "./tables.ts";

export interface Published {
  readonly format: Format;
  readonly scheme: Scheme;
  readonly records: readonly Printed[];
  readonly aside: readonly { readonly text: string; readonly from: number }[];
  readonly unsure: readonly { readonly text: string; readonly from: number }[];
  /** Heads and labels that named roles, as they are printed. */
  readonly labels: readonly string[];
}

export interface ReadOptions {
  /** Undefined: what the page shows. */
  readonly scheme?: Scheme | undefined;
  /** The file's name, which tells a list of values from prose. */
  readonly name?: string;
  readonly format?: Format;
}

/** Reads a page. Never throws, and takes time in proportion to the text. */
export function readPublished(text: string, options: ReadOptions = {}): Published {
  const scheme = options.scheme ?? EVERY;
  const holds = (grid: Parameters<typeof holdsConfigurations>[0]): boolean => holdsConfigurations(grid, scheme);
  const { format, sign } = options.format
    ? { format: options.format, sign: undefined }
    : formatOf(text, options.name ?? "", holds);
  const said = new Said();
  const records = readBlocks(
    continued(relabelled(blocksOf(text, format, sign, holds), format === "html")),
    scheme,
    said,
  );
  const kept = once(records, said);
  const letters = new Set(kept.flatMap((record) => record.slots.map((slot) => slot.role)));
  const named = [...said.schemes].sort((a, b) => b[1] - a[1])[0]?.[0];
  return {
    format,
    scheme: options.scheme ?? schemeFor(letters, named),
    records: kept,
    aside: said.aside,
    unsure: said.unsure,
    labels: [...said.labels],
  };
}

function blocksOf(
  text: string,
  format: Format,
  sign: string | undefined,
  holds: (grid: TableBlock["grid"]) => boolean,
): readonly Block[] {
  if (format === "html") return readHtml(text, holds);
  if (format !== "separated") return readPlain(text, format === "markdown");
  const lines = separated(text, sign ?? ",");
  const grid = gridOf(lines);
  return grid ? [{ is: "table", grid, from: lines[0]?.from ?? 0, to: text.length }] : [];
}

/** So many blocks before a table may be its title. */
const TITLES = 3;

function readBlocks(blocks: readonly Block[], scheme: Scheme, said: Said): readonly Printed[] {
  const records: Printed[] = [];
  let running = new Running(scheme, said);
  const titles: string[] = [];
  const flush = (): void => {
    running.end();
    append(records, running.found);
    running = new Running(scheme, said);
  };
  let glossary = false;
  /** Whether labels here say what was sought, asked or done. */
  let sought = false;
  for (const block of blocks) {
    if (block.is !== "table") {
      if (block.is === "heading") glossary = isGlossaryTitle(block.text);
      else if (glossary ? openerAt(block.text)?.configuration : false) glossary = false;
      else glossary = isGlossary(block.text, glossary);
      sought = isOtherSection(block.text) || (sought && ROW_LABEL.test(block.text));
      if (glossary || (sought && ROW_LABEL.test(block.text))) said.leave(flat(block.text), block.from);
      else running.take(block);
      titles.push(block.text);
      if (titles.length > TITLES) titles.shift();
      continue;
    }
    const items = listedIn(block, scheme);
    if (items) {
      for (const item of items) running.take(item);
      titles.length = 0;
      continue;
    }
    const called: Called | undefined = running.called();
    flush();
    const title = titles.filter((each) => each.length < 500).join("\n");
    titles.length = 0;
    const found = tableOf(block, title, scheme, said);
    const [only, ...others] = found;
    if (called && only && others.length === 0 && only.id === "") {
      only.id = called.id;
      if (only.title === "") only.title = called.title;
      else if (called.title !== "") said.leave(called.title, called.from);
    } else if (called) said.leave(called.words, called.from);
    append(records, found);
  }
  flush();
  return records;
}

/** The rows of a table of one column as paragraphs, where labels stand before their words and no table of configurations is seen in it. */
function listedIn({ grid }: TableBlock, scheme: Scheme): readonly TextBlock[] | undefined {
  if (grid.width > 1 || grid.rows.filter((row) => ROW_LABEL.test(row.cells[0]?.text ?? "")).length < 2)
    return undefined;
  if (readHeaded(grid, scheme, false, new Said()) ?? readSides(grid, scheme, new Said())) return undefined;
  if (readStated(grid, undefined, scheme, new Said())?.length) return undefined;
  return grid.rows.map((row) => ({ is: "paragraph", text: textOf(row), from: row.from, to: row.to }));
}

const ROW_LABEL = /^\s?(?:contexts?|mechanisms?|outcomes?|interventions?|[CMOI]\d?)\s?[:=]/i;

function isGlossary(text: string, before: boolean): boolean {
  const title = plainTitle(text);
  return title === undefined ? before : title === "glossary";
}

const TOLD = /\b(?:[CIS]{1,4}MO|ICAMO|CMO)(?:[Cc]?s?)\b|configuration|context.{1,24}mechanism|mechanism.{1,60}outcome/i;

function tableOf({ grid, from }: TableBlock, title: string, scheme: Scheme, said: Said): readonly Printed[] {
  const told = TOLD.test(title);
  const caption = title
    .split("\n")
    .filter(
      (line) =>
        /^(?:table|box|appendix|supplementary|additional|panel|glossary|definitions?)\b/i.test(line) ||
        line.length < 160,
    );
  const isGlossary = caption.some(
    (line) =>
      isGlossaryTitle(line) && !/\bCMO[Cc]?s?\b(?!.{0,30}(?:terms|defin))/i.test(line.replace(/\(CMO[Cc]?s?\)/g, "")),
  );
  const isOtherwise = isOtherGrid(grid) || isComB(caption.join("\n"), grid);
  const isOther = isGlossary || isOtherwise || isOtherTitle(caption.join("\n"));
  let own = new Said();
  const tried = (read: (said: Said) => readonly Printed[] | undefined): readonly Printed[] | undefined => {
    own = new Said();
    const all = read(own);
    return all && all.length > 0 ? all : undefined;
  };
  const key = keyOf(grid, title, scheme);
  const apart = isOther ? undefined : parted(grid, scheme);
  const found = isOther
    ? undefined
    : (tried((each) => readHeaded(headedBy(apart ?? grid, key, scheme), scheme, told, each)) ??
      tried((each) => readSides(apart ?? grid, scheme, each)) ??
      tried((each) => readStated(grid, key, scheme, each)));
  const explains = found?.every(({ id, slots }) => id === "" && areMeanings(slots, scheme)) ?? false;
  if (explains) said.doubt(t("A table is left aside: its cells explain words."), from);
  const marks = found !== undefined && areMarks(found);
  if (marks) said.doubt(t("A table is left aside: its cells hold marks, counts or references instead of words."), from);
  if (found && !explains && !marks && !isAsked(found)) {
    said.take(own);
    return found;
  }
  if (isGlossary) said.doubt(t("A table is left aside: its title says that it explains words."), from);
  const named = isGlossary || found ? undefined : whyAside(grid, scheme, told, isOther);
  const would = named !== undefined || (isOther && !isGlossary && readSides(grid, scheme, new Said()) !== undefined);
  const why = would && isOther ? whyOther(isOtherwise) : named;
  if (why !== undefined) said.doubt(why, from);
  else if (!isGlossary && !found && explainsRoles(grid, scheme))
    said.doubt(t("A table is left aside: its cells explain roles, ask for them or quote."), from);
  for (const row of grid.rows) said.leave(textOf(row), row.from);
  return [];
}

/** Why a table that would be read is left aside for what its rows, or its title, say. */
function whyOther(rows: boolean): string {
  return rows
    ? t(
        "A table is left aside: it holds lines of a search, references, criteria of selection, or the letters of COM-B.",
      )
    : t("A table is left aside: its title says that it holds something else than configurations.");
}

/** A configuration that is printed twice in the same words is one; an id without slots gives way to one with them. */
function once(records: readonly Printed[], said: Said): readonly Printed[] {
  const byId = new Map<string, SameId>();
  const kept: Printed[] = [];
  for (const record of records) {
    if (record.id !== "" && !isId(record.id)) record.id = "";
    if (record.id === "") {
      kept.push(record);
      continue;
    }
    const same = byId.get(idKey(record.id)) ?? { records: [], said: new Set(), hasSlots: false };
    byId.set(idKey(record.id), same);
    const words = slotsOf(record);
    if (record.slots.length > 0 && same.said.has(words)) {
      said.leave(wordsOf(record), record.from);
      continue;
    }
    same.records.push(record);
    same.said.add(words);
    same.hasSlots ||= record.slots.length > 0;
    kept.push(record);
  }
  return kept.filter((record) => {
    const same = byId.get(idKey(record.id));
    if (record.id === "" || !same || same.records.length < 2) return true;
    if (record.slots.length === 0 && same.hasSlots) {
      said.leave(wordsOf(record), record.from);
      return false;
    }
    if (same.records[1] === record)
      said.doubt(t("{0} is the id of several configurations here.", record.id), record.from);
    return true;
  });
}

interface SameId {
  readonly records: Printed[];
  /** What their slots say. */
  readonly said: Set<string>;
  hasSlots: boolean;
}

/** What slots say, where that is compared. */
export function slotsOf({
  slots,
}: {
  readonly slots: readonly { readonly role: string; readonly part?: string | undefined; readonly text: string }[];
}): string {
  return slots.map(({ role, part, text }) => `${role} ${part ?? ""} ${flat(text).toLowerCase()}`).join("\n");
}

export function wordsOf(record: Printed): string {
  const slots = record.statement !== "" ? [record.statement] : record.slots.map((slot) => slot.text);
  return [
    record.id,
    record.title,
    ...slots,
    ...record.notes.map((note) => `${note.label} ${note.text}`),
    ...record.cited,
  ]
    .filter((text) => text.trim() !== "")
    .join(" | ");
}
