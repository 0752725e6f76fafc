/** Which row of a table is its head, and what its columns hold. A head may take two rows, and may come again further down. */
import { t } from "../l10n.ts";
import { readHead, readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat } from "./chars.ts";
import { foreignHead } from "./foreign.ts";
import type { Cell, Grid, GridRow } from "./grid.ts";
import { type Head, headOf } from "./heads.ts";
import { citesOnly, withIds, withoutMarks } from "./holding.ts";
import { isLogicModel } from "./others.ts";
import { isUsual } from "./schemes.ts";

export interface Column {
  readonly head: Head;
  readonly label: string;
  /** For a column of roles. */
  readonly roles: readonly RoleMention[];
}

export interface Layout {
  readonly columns: readonly Column[];
  /** The row after the head. */
  readonly next: number;
  /** The place of the column of ids, or -1. */
  readonly id: number;
  /** Whether a head says that the rows are configurations. */
  readonly named: boolean;
  /** Whether it is read only because we are liberal. */
  readonly loose: boolean;
  /** Whether the ids are those of something that may hold several configurations, such as theories. */
  readonly over: boolean;
}

/** How far down a head is looked for: titles may stand above it. */
export const HEAD_WITHIN = 8;

/** A head that names roles: its layout, or why the table is none of configurations. */
interface Considered {
  readonly layout?: Layout | undefined;
  readonly other?: { readonly is: "marks" | "cites" | "logic" } | { readonly is: "head"; readonly label: string };
}

/** The layout whose head begins in that row. `told` says that the page calls its rows configurations; `again`, that the table is known to be one of them. */
export function layoutAt(
  grid: Grid,
  at: number,
  scheme: Scheme,
  told: boolean,
  again: boolean = false,
): Layout | undefined {
  return considered(grid, at, scheme, told, again).layout;
}

/** Why a table whose head names roles is left aside; undefined where it has none. `isOther` says that its title calls it something else. */
export function whyAside(grid: Grid, scheme: Scheme, told: boolean, isOther: boolean): string | undefined {
  for (let at = 0; at < Math.min(HEAD_WITHIN, grid.rows.length); at++) {
    const { layout, other } = considered(grid, at, scheme, told, false);
    if (isOther && (layout || other))
      return t("A table is left aside: its title says that it holds something else than configurations.");
    if (layout) return undefined;
    if (other?.is === "marks")
      return t("A table is left aside: its cells hold marks, counts or references instead of words.");
    if (other?.is === "cites")
      return t("A table is left aside: its rows cite configurations that are printed elsewhere.");
    if (other?.is === "logic") return t("A table is left aside: its heads are those of a logic model.");
    if (other?.is === "head")
      return t(
        "A table is left aside: it has a column “{0}”, and nothing says that its rows are configurations.",
        other.label,
      );
  }
  return undefined;
}

function considered(grid: Grid, at: number, scheme: Scheme, told: boolean, again: boolean): Considered {
  const row = grid.rows[at];
  if (!row || !mayBeHeads(row, scheme)) return {};
  const top = row.cells.map((cell) => (cell ? headOf(cell.text, scheme) : NOTE));
  const second = secondRow(grid, at, top, scheme);
  const columns: Column[] = [];
  for (let index = 0; index < grid.width; index++) {
    const cell = row.cells[index];
    const below = second?.cells[index];
    const own = top[index] ?? NOTE;
    const left = columns[index - 1];
    // A head that goes on over an empty cell beside it, where the row below parts it.
    const head = second && (!cell || cell.text === "") && left && below?.text ? left.head : own;
    const label = flat(cell?.text ?? "");
    columns.push(
      below && below !== cell && below.text !== ""
        ? both(head, label, below, scheme)
        : { head, label, roles: rolesOf(head) },
    );
  }
  const next = second ? at + 2 : at + 1;
  const whole = takeParts(columns);
  const layout = judged(withoutMarks(whole, grid, next), next, scheme, told);
  if (!layout) return judged(whole, next, scheme, told) ? { other: { is: "marks" } } : {};
  if (citesOnly(layout, grid)) return { other: { is: "cites" } };
  if (isLogicModel(layout)) return { other: { is: "logic" } };
  const label = again ? undefined : foreignHead(layout, at, grid, told);
  return label === undefined ? { layout: withIds(layout, grid) } : { other: { is: "head", label } };
}

const NOTE: Head = { is: "note", study: false };

function rolesOf(head: Head): readonly RoleMention[] {
  return head.is === "role" || head.is === "part" ? head.roles : [];
}

/** What every head of roles has somewhere: a word for one, or a letter alone. Tried on small letters, since every cell of a long table is asked. */
const ROLEISH =
  /context|mechanism|outcome|intervention|strateg|actor|resource|reason|respons|reaction|kont|contest|canism|mekan|r[ée]sult|ergeb|desfech|uitkom|risult|esit|utfall|effet|interven|estrat|recurs|ressour|(?:^|[^a-z])[a-z\u0080-\uffff]\d?(?:$|[^a-z])/;
const LONGEST_HEAD = 140;

function mayBeHeads(row: GridRow, scheme: Scheme): boolean {
  let filled = 0;
  let roles = 0;
  let last: Cell | undefined;
  for (const cell of row.cells) {
    if (!cell || cell === last || cell.text === "") continue;
    last = cell;
    if (cell.text.length > LONGEST_HEAD) continue;
    if (!isUsual(scheme) || ROLEISH.test(cell.text.toLowerCase())) roles++;
    filled++;
    if (filled === 1 && cell.columns >= row.cells.length && row.cells.length > 1) return false;
  }
  return filled > 1 && roles > 1;
}

/** The row below, where it says more of heads that span several columns, or that were left empty. */
function secondRow(grid: Grid, at: number, top: readonly Head[], scheme: Scheme): GridRow | undefined {
  const row = grid.rows[at];
  const next = grid.rows[at + 1];
  if (!row || !next || grid.rows.length < at + 3) return undefined;
  let says = 0;
  for (let index = 0; index < grid.width; index++) {
    const cell = next.cells[index];
    const above = row.cells[index];
    if (!cell || cell.text === "" || cell === above) continue;
    if (spansSeveral(cell, row)) return undefined;
    const head = headOf(cell.text, scheme);
    const isHead = head.is === "role" || head.is === "part" || POSITION.test(cell.text.trim()) || FIRES.test(cell.text);
    const spanned = above !== undefined && above.columns > 1;
    const open = above === undefined || above.text === "" || top[index]?.is === "role";
    if (!isHead || !(spanned || open)) {
      if (spanned && cell.text.length < 40 && cell.head) continue;
      return undefined;
    }
    says++;
  }
  return says > 1 || (says === 1 && row.cells.some((cell) => (cell?.columns ?? 1) > 1)) ? next : undefined;
}

/** Whether a cell stands below several heads: it says no more of any of them. */
function spansSeveral({ column, columns }: Cell, above: GridRow): boolean {
  if (columns < 2) return false;
  const heads = above.cells.slice(column, column + columns).filter((head) => head !== undefined && head.text !== "");
  return new Set(heads).size > 1;
}

const POSITION =
  /^(?:immediate|intermediate|final|short|medium|long|proximal|distal|positive|negative|intended|unintended)\b.{0,20}$/i;

/** `When M is not present` below “Outcomes”. */
const FIRES =
  /\b(?:mechanisms?|M)\b.{0,12}\b(?:present|absent|active|activated|triggered|fires?|fired|firing|operating)\b|\b(?:with|without|presence of|absence of) (?:the )?(?:mechanisms?|M)\b/i;

/** A head over another: `Mechanism` over `Resource`. */
function both(over: Head, label: string, below: Cell, scheme: Scheme): Column {
  const text = flat(below.text);
  const head = headOf(text, scheme);
  const whole = label === "" ? text : `${label}: ${text}`;
  const [role] = rolesOf(over);
  const fires = role?.role === "O" && FIRES.test(text) ? readHead(`Outcome ${text}`, scheme) : undefined;
  if (over.is === "role" && fires?.length === 1) return { head: { ...over, roles: fires }, label: whole, roles: fires };
  if (head.is === "role") return { head, label: whole, roles: head.roles };
  if (head.is === "part" && (over.is !== "role" || role?.role === "M"))
    return { head: { is: "role", roles: head.roles, bare: false, strict: false }, label: whole, roles: head.roles };
  if (over.is === "role" && role) {
    const [more, ...others] = readTag(`${role.role} (${text})`, scheme) ?? [];
    const roles = [more && others.length === 0 && more.role === role.role ? { ...role, ...more } : role];
    return { head: { ...over, roles }, label: whole, roles };
  }
  return { head: over.is === "note" ? head : over, label: whole, roles: rolesOf(over) };
}

/** `Resource` and `Response` are a mechanism's columns where others name a context or an outcome, and none holds whole mechanisms. */
function takeParts(columns: readonly Column[]): readonly Column[] {
  const others = new Set<string>();
  let whole = false;
  for (const { head } of columns) {
    if (head.is !== "role") continue;
    for (const role of head.roles) {
      if (role.role !== "M") others.add(role.role);
      else if (role.part === undefined) whole = true;
    }
  }
  const isSure = others.size > 1 && !whole;
  return columns.map((column) =>
    column.head.is === "part" && isSure
      ? { ...column, head: { is: "role", roles: column.head.roles, bare: false, strict: false } }
      : column.head.is === "part"
        ? { ...column, head: NOTE, roles: [] }
        : column,
  );
}

function judged(columns: readonly Column[], next: number, scheme: Scheme, told: boolean): Layout | undefined {
  const named = new Set<string>();
  let places = 0;
  let bare = false;
  let loose = false;
  let study = false;
  let configurations = false;
  let before: Column | undefined;
  for (const column of columns) {
    const { head } = column;
    if (head.is === "role") {
      if (before?.label !== column.label) places++;
      bare ||= head.bare;
      loose ||= !head.strict;
      for (const role of head.roles) named.add(role.role);
    } else if (head.is === "id") configurations ||= head.named;
    else if (head.is === "configuration") configurations = true;
    else if (head.is === "note") study ||= head.study;
    before = column;
  }
  if (places < 2 || named.size < 2) return undefined;
  if (
    bare &&
    !["C", "M", "O"].every((letter) => named.has(letter) || !scheme.slots.some((slot) => slot.letter === letter))
  )
    return undefined;
  // Contexts, interventions and outcomes of studies are none of configurations.
  const core = ["C", "M", "O"].filter((letter) => named.has(letter)).length;
  if (scheme.slots.some((slot) => slot.letter === "M") && !named.has("M") && (study || !(configurations || told)))
    return undefined;
  if (named.size < 3 && !named.has("C") && !(configurations || told)) return undefined;
  if (core < 2 && named.size < 3 && !configurations) return undefined;
  return { columns, next, id: -1, named: configurations, loose, over: false };
}

/** Whether a grid has a head that names roles, or a column of them: for who must choose before the page is read. */
export function holdsConfigurations(grid: Grid, scheme: Scheme): boolean {
  for (let at = 0; at < Math.min(HEAD_WITHIN, grid.rows.length); at++)
    if (layoutAt(grid, at, scheme, true)) return true;
  const roles = new Set<string>();
  for (const row of grid.rows.slice(0, 12)) {
    const head = headOf(row.cells[0]?.text ?? "", scheme);
    if (head.is === "role" && row.cells.length > 1) for (const role of head.roles) roles.add(role.role);
  }
  return roles.size > 2;
}
