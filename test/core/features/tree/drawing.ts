/** Trees as text, and as a door would hold them. */
import assert from "node:assert/strict";
import type { Tree, TreeChange, TreeNode } from "../../../../src/core/features/tree.ts";

/** Every row, indented, with its description after a bar; `open` only those that are open at first. */
export function drawn(tree: Tree, which: "all" | "open" = "all"): readonly string[] {
  const lines: string[] = [];
  const draw = (nodes: readonly TreeNode[], indent: string): void => {
    for (const node of nodes) {
      lines.push(`${indent}${node.label}${node.description === "" ? "" : ` | ${node.description}`}`);
      if (which === "all" || node.children === "open") draw(tree.children(node), `${indent}  `);
    }
  };
  draw(tree.roots(), "");
  return lines;
}

/** The row with that label, or whose label begins so. */
export function nodeIn(tree: Tree, label: string): TreeNode {
  const look = (nodes: readonly TreeNode[]): TreeNode | undefined => {
    for (const node of nodes) {
      if (node.label === label || node.label.startsWith(`${label}  `)) return node;
      const below = look(tree.children(node));
      if (below) return below;
    }
    return undefined;
  };
  return look(tree.roots()) ?? assert.fail(`no row ${label}`);
}

interface Held {
  readonly node: TreeNode;
  readonly below: readonly string[];
}

/** What a door holds of a tree that is opened everywhere: nodes by id, and what is below each. It is told of changes, and asks no more than it must. */
export class Door {
  private readonly tree: Tree;
  private rows = new Map<string, Held>();
  private roots: readonly string[] = [];

  constructor(tree: Tree) {
    this.tree = tree;
    this.read();
  }

  private read(): void {
    this.rows = new Map();
    this.roots = this.take(this.tree.roots(), undefined);
  }

  private take(nodes: readonly TreeNode[], parent: TreeNode | undefined): readonly string[] {
    for (const node of nodes) {
      assert.ok(!this.rows.has(node.id), `twice: ${node.id}`);
      this.put(node);
      if (parent) assert.equal(this.tree.parent(node)?.id, parent.id, "its parent");
      else assert.equal(this.tree.parent(node), undefined);
    }
    return nodes.map(({ id }) => id);
  }

  private put(node: TreeNode): void {
    this.rows.set(node.id, { node, below: [] });
    const children = this.tree.children(node);
    assert.equal(node.children === "none", children.length === 0, `${node.id} says whether it has children`);
    const below = this.take(children, node);
    this.rows.set(node.id, { node, below });
  }

  private drop(id: string): void {
    const held = this.rows.get(id);
    this.rows.delete(id);
    for (const below of held?.below ?? []) this.drop(below);
  }

  changed(change: TreeChange): void {
    if (change === "all") {
      this.read();
      return;
    }
    for (const node of change) {
      // What was taken anew with a row above it is known already.
      if (!this.rows.has(node.id)) continue;
      this.drop(node.id);
      this.put(node);
    }
  }

  /** What is seen, places aside, which move with the text. */
  seen(): readonly unknown[] {
    const look = (ids: readonly string[]): readonly unknown[] =>
      ids.map((id) => {
        const { node, below } = this.rows.get(id) ?? assert.fail(`no row ${id}`);
        const { place: _, record, link, ...rest } = node;
        return [rest, typeof record === "string" ? record : record?.brief.id, link?.stance, look(below)];
      });
    return look(this.roots);
  }
}
