/** Where extracts use a code, as rows. */

import { idKey } from "../../ids.ts";
import { t } from "../../l10n.ts";
import type { Coding, Entity, Name } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import { useCount } from "../card/counts.ts";
import { shownId } from "../card/naming.ts";
import { plain, quoted } from "../card/words.ts";
import { type Use, usesOf } from "./codebook.ts";
import { toneOf } from "./look.ts";
import { NO_ACTIONS, type TreeNode } from "./node.ts";
import { PlainRow } from "./row.ts";
import type { Listed } from "./stretches.ts";

const QUOTE = 80;

export interface UseItem extends Use {
  readonly part: string;
}

/** Where a code is used, an extract that uses it several times with a row for each. */
export function useList(name: Name, review: Review): Listed<UseItem> {
  const seen = new Map<string, number>();
  const items = usesOf(name, review).map((use): UseItem => {
    const key = `${use.from.name}|${use.from.placed.uri}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...use, part: before === 0 ? `u:${key}` : `u:${key}~${before}` };
  });
  return {
    items,
    counted: useCount,
    stretches: "m",
    part: ({ part }) => part,
    row: (parent, owner, item) => new PlainRow(parent, item.part, () => useNode(item, review), undefined, owner),
    called: ({ from }) => shownId(from, review),
  };
}

function useNode({ ref, from }: UseItem, review: Review): Omit<TreeNode, "id"> {
  const coding = codingAt(from.entity, ref.start, ref.id);
  const id = shownId(from, review);
  const words = (coding?.words ?? []).map(({ text }) => quoted(text, QUOTE)).join(", ");
  const role = coding?.role === undefined ? "" : plain(roleWord(coding.role, review.manifest.scheme));
  const { start } = from.placed;
  return {
    kind: "use",
    label: words === "" ? id : `${id}  ${words}`,
    description: role,
    icon: { name: "quote", ...(coding?.role && { tone: toneOf(coding.role.role, review.manifest.scheme) }) },
    accessibility: [id, role === "" ? "" : t("as {0}", role), words].filter((word) => word !== "").join(", "),
    children: "none",
    place: { uri: from.placed.uri, span: { start: start + ref.start, end: start + ref.end } },
    record: from.name,
    actions: NO_ACTIONS,
  };
}

function codingAt(entity: Entity, start: number, code: string): Coding | undefined {
  if (entity.kind !== "extract") return undefined;
  const own = entity.codings.filter((coding) => coding.code !== undefined && idKey(coding.code) === idKey(code));
  return own.find(({ codeSpan }) => codeSpan?.start === start) ?? own[0];
}
