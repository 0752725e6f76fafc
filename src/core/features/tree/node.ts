/** What a tree view shows of one row, as plain data. */
import type { Name } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import type { Stance } from "../../vocabulary.ts";
import type { Place } from "../card/naming.ts";

export type NodeKind =
  | "group"
  | "stretch"
  | "cmoc"
  | "slot"
  | "part"
  | "evidence"
  | "stance"
  | "link"
  | "relation"
  | "loop"
  | "followers"
  | "source"
  | "appraisal"
  | "extract"
  | "bearing"
  | "code"
  | "use";

/** A role's letter or one of the three that own letters cycle through, a stance, or a state. */
export type Tone = "C" | "M" | "O" | "I" | "A" | "S" | Stance | "warning" | "dimmed";

export interface Icon {
  /** A codicon. */
  readonly name: string;
  readonly tone?: Tone;
}

/**
 * What can be done with a row, for context menus and drag and drop:
 * `linkable` can be linked to a configuration as evidence, `unlinkable` is a link that can be taken away; `parkable` and `unparkable` an extract;
 * `supportable` takes evidence; `joinable` can become part of a theory; `creatable` is a source that has no file yet; `listed` is a code of the codebook, `retirable`
 * one that is still in use; `markable` and `unmarkable` a source that is to be read, or was.
 */
export type Action =
  | "linkable"
  | "unlinkable"
  | "parkable"
  | "unparkable"
  | "supportable"
  | "joinable"
  | "creatable"
  | "listed"
  | "retirable"
  | "markable"
  | "unmarkable";

/** A record by its name; one that shares its name, or has none, by where it stands. */
export type RecordRef = Name | Definition;

export interface TreeNode {
  /** Unique in its tree, and the same after a change as long as the row is about the same thing in the same place. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Dimmed beside the label: counts, marks; may be empty. */
  readonly description: string;
  readonly icon?: Icon;
  /** The row in words, for screen readers. */
  readonly accessibility: string;
  /** Whether it has rows below it, and shows them at first. */
  readonly children: "none" | "closed" | "open";
  /** Where a click leads. As of when the node was made: text above moves it, so ask the tree again for a node that is older. */
  readonly place?: Place | undefined;
  /** What it stands for. Of a link the extract or source, or below an extract the record. */
  readonly record?: RecordRef | undefined;
  /** Of a slot, its place among the slots of the record. */
  readonly slot?: number;
  /** Of a link, its stance and the record at its other end, as seen from `record`. */
  readonly link?: { readonly stance: Stance; readonly of: RecordRef };
  readonly actions: readonly Action[];
}

/** A place to find a row by. */
export interface Spot {
  readonly uri: string;
  readonly offset: number;
}

/** Nodes whose rows, with all below them, are other now; or `all` where rows came, went or moved. */
export type TreeChange = "all" | readonly TreeNode[];

export const NO_NODES: readonly TreeNode[] = [];
export const NO_ACTIONS: readonly Action[] = [];
