/** Dragging extracts onto configurations and slots, and configurations onto theories; dropping files on a review. */
import * as vscode from "vscode";
import { keyOfName } from "../../core/model/names.ts";
import { idOf } from "../../core/report/json.ts";
import { load } from "../loading.ts";
import { type DragAndDrop, RECORDS } from "../views.ts";
import { nameOf } from "./refs.ts";
import type { Row } from "./rows.ts";
import type { TreeRows } from "./view.ts";

/** What is dragged: names of records in one review. */
export interface Dragged {
  readonly root: string;
  readonly names: readonly string[];
}

export class Dragging implements DragAndDrop {
  private readonly rows: TreeRows;

  constructor(rows: TreeRows) {
    this.rows = rows;
  }

  handleDrag(source: readonly Row[], transfer: vscode.DataTransfer): void {
    const [first] = source;
    if (!first) return;
    const names = source.flatMap((row) => {
      const record = row.open === first.open ? this.rows.node(row)?.record : undefined;
      return nameOf(record) ?? [];
    });
    if (names.length === 0) return;
    const dragged: Dragged = { root: first.open.root.toString(), names };
    transfer.set(RECORDS, new vscode.DataTransferItem(JSON.stringify(dragged)));
    transfer.set(
      "text/plain",
      new vscode.DataTransferItem(names.map((name) => idOf(name, first.open.review)).join(", ")),
    );
  }

  async handleDrop(target: Row | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const dragged = await draggedIn(transfer);
    if (!dragged) {
      const name = nameOf(target && this.rows.node(target)?.record);
      const key = name?.startsWith("s:") ? keyOfName(name) : undefined;
      await (await load("joining")).joinDropped(target?.open, transfer, key);
      return;
    }
    const node = target && this.rows.node(target);
    if (!target || !node) return;
    if (dragged.root !== target.open.root.toString()) return;
    const { drop } = await load("writing");
    await drop(dragged.names, node, target);
  }
}

/** VS Code hands over an empty item of each kind before the one that was filled when dragging began. */
export async function draggedIn(transfer: vscode.DataTransfer): Promise<Dragged | undefined> {
  const texts: Thenable<string>[] = [];
  transfer.forEach((item, kind) => {
    if (kind === RECORDS) texts.push(item.asString());
  });
  return (await Promise.all(texts)).map(readDragged).find((dragged) => dragged !== undefined);
}

function readDragged(text: string): Dragged | undefined {
  try {
    const { root, names } = JSON.parse(text) as Partial<Dragged>;
    const isWhole = typeof root === "string" && Array.isArray(names) && names.every((name) => typeof name === "string");
    return isWhole ? { root, names: names as readonly string[] } : undefined;
  } catch {
    return undefined;
  }
}
