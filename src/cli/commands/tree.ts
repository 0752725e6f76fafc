/** `cmoc tree`: configurations in groups, their slots, and what stands behind them. */
import {
  type Grouping as GroupingOfTrees,
  type GroupPath,
  groupLabel,
  groupOrder,
  groupsOf,
  theoriesIn,
} from "../../core/features/tree/grouping.ts";
import { compareIds } from "../../core/ids.ts";
import type { Cmoc } from "../../core/model/types.ts";
import { RELATIONS } from "../../core/model/types.ts";
import { displayId, idOf } from "../../core/report/json.ts";
import type { Definition, Link, Review } from "../../core/review.ts";
import { slotsNamed } from "../../core/syntax/counting.ts";
import { roleWord } from "../../core/syntax/roles.ts";
import { openReview } from "../open.ts";
import { count, type Output, oneLine } from "../output.ts";

export const GROUPINGS = ["theme", "theory", "status", "source"] as const satisfies readonly GroupingOfTrees[];
export type Grouping = (typeof GROUPINGS)[number];

interface Node {
  readonly name: string;
  readonly children: Map<string, Node>;
  readonly leaves: Definition<Cmoc>[];
}

const STATUS_MARKS: { readonly [status: string]: string } = {
  candidate: "○",
  supported: "●",
  refined: "●",
  refuted: "⊗",
  merged: "◌",
  retired: "◌",
};

export function tree(dir: string | undefined, by: Grouping, output: Output): void {
  const { review } = openReview(dir, output);
  const theories = by === "theory" ? theoriesIn(review).of : undefined;
  const root: Node = { name: "", children: new Map(), leaves: [] };
  for (const definition of review.records("cmoc") as Iterable<Definition<Cmoc>>) {
    for (const path of groupsOf(definition, by, review, theories)) {
      let node = root;
      for (const part of labelsOf(path, by, review)) {
        const known: Node = node.children.get(part) ?? { name: part, children: new Map(), leaves: [] };
        node.children.set(part, known);
        node = known;
      }
      node.leaves.push(definition);
    }
  }
  const lines: string[] = [];
  const order = groupOrder(by);
  const groups = [...root.children.values()].sort((a, b) => order(a.name, b.name));
  draw({ ...root, children: new Map(groups.map((group) => [group.name, group])) }, "", review, output, lines);
  if (lines.length === 0) lines.push("No configurations yet. Write “## CMOC 1: …” in a Markdown file of the review.");
  const unlinked = [...review.records("extract")].filter(
    ({ entity, name }) => entity.kind === "extract" && !entity.parked && review.bearsOn(name).length === 0,
  );
  if (unlinked.length > 0) {
    lines.push("", output.colors.yellow(`${count(unlinked.length, "extract")} on no configuration:`));
    for (const definition of unlinked) lines.push(`  ${oneLine(displayId(definition, review))}`);
  }
  output.write(lines.join("\n"));
}

/** What the groups of a path are called, from the outermost. */
function labelsOf(path: GroupPath, by: Grouping, review: Review): readonly string[] {
  if (path.length === 0) return [groupLabel(path, by, review)];
  return path.map((_, at) => groupLabel(path.slice(0, at + 1), by, review));
}

function linksOf(definition: Definition<Cmoc>, review: Review): readonly Link[] {
  return review.evidenceFor(definition.name === "" ? definition : definition.name);
}

function size(node: Node): number {
  return node.leaves.length + [...node.children.values()].reduce((sum, child) => sum + size(child), 0);
}

function draw(node: Node, indent: string, review: Review, output: Output, lines: string[]): void {
  const { colors } = output;
  for (const child of node.children.values()) {
    lines.push(`${indent}${colors.bold(oneLine(child.name))}  ${colors.dim(String(size(child)))}`);
    draw(child, `${indent}  `, review, output, lines);
  }
  const leaves = [...node.leaves].sort((a, b) =>
    a.placed.uri === b.placed.uri ? 0 : compareIds(a.entity.id, b.entity.id),
  );
  for (const leaf of leaves) configuration(leaf, indent, review, output, lines);
}

function marks(links: readonly Link[]): string {
  const of = (stance: Link["stance"]): number => links.filter((link) => link.stance === stance).length;
  const parts = [
    of("supports") > 0 ? `✓${of("supports")}` : "",
    of("refutes") > 0 ? `✗${of("refutes")}` : "",
    of("refines") > 0 ? `↻${of("refines")}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function configuration(at: Definition<Cmoc>, indent: string, review: Review, output: Output, lines: string[]): void {
  const { colors } = output;
  const { entity } = at;
  const links = linksOf(at, review);
  const sources = new Set(links.map((link) => link.source)).size;
  const evidence = links.length === 0 ? colors.yellow("no evidence") : `${marks(links)} · ${count(sources, "source")}`;
  const status = entity.status?.text ?? "candidate";
  const title =
    `${STATUS_MARKS[status] ?? "○"} ${colors.bold(oneLine(displayId(at, review)))}  ${oneLine(entity.title)}`.trimEnd();
  lines.push(`${indent}${title}  ${colors.dim(`${oneLine(status)} · `)}${colors.dim(evidence)}`);
  const scoped = links.some((link) => link.slots.length > 0);
  for (const [index, slot] of entity.slots.entries()) {
    const own = links.filter((link) => link.slots.some((named) => slotsNamed(named, entity.slots).includes(index)));
    const name = slot.part ? `  ${slot.part}` : `${slot.role}${slot.n ?? ""}${slot.absent ? " (absent)" : ""}`;
    const speaks = !scoped
      ? ""
      : own.length > 0
        ? `  ${marks(own)}`
        : slot.inferred === undefined
          ? "  none"
          : "  inferred";
    lines.push(
      `${indent}    ${colors.cyan(name.padEnd(slot.part ? 12 : 2))} ${oneLine(slot.text)}${colors.dim(speaks)}`,
    );
  }
  for (const link of links) {
    const slots =
      link.slots.length === 0
        ? ""
        : ` (${link.slots.map((slot) => roleWord(slot, review.manifest.scheme)).join(", ")})`;
    const reason = link.reasons.length === 0 ? "" : ` — ${link.reasons.join("; ")}`;
    lines.push(`${indent}    ${colors.dim(oneLine(`${link.stance} ${idOf(link.extract, review)}${slots}${reason}`))}`);
  }
  const relations: readonly string[] = RELATIONS;
  for (const ref of entity.refs) {
    if (!relations.includes(ref.field) || ref.inReason) continue;
    const unknown = review.isDefined(ref.name) ? "" : " (unknown)";
    const reason = ref.reason === undefined ? "" : ` — ${ref.reason}`;
    lines.push(`${indent}    ${colors.dim(oneLine(`${ref.field} ${idOf(ref.name, review)}${unknown}${reason}`))}`);
  }
}
