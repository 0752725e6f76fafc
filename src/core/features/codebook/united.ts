/** Coding lines that a change made alike: what one of them says is not said twice. */
import { codeName } from "../../model/names.ts";
import type { Coding, Extract, Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { TextEdit } from "../../text.ts";
import { holdsMore, removal } from "../edit/bullets.ts";
import type { Refusal } from "../edit/outcome.ts";
import { inDocument, type OpenBullet, type OpenRecord, openRecord } from "../edit/record.ts";
import type { Draft } from "../refactor/draft.ts";
import { coderOf, type Recoded } from "./uses.ts";

/** Rounds in which lines beside each other are taken out: two of a list's beginning cannot go at once. */
const MOST_ROUNDS = 20;

/**
 * Takes out those of the lines that were recoded whose words their code, one of `codes`, has there already, with the same role and from the same coder; not one that
 * holds anything else, such as a comment. Gives how many went.
 */
export function uniteLines(draft: Draft, { spot, lines }: Recoded, codes: ReadonlySet<Name>): number | Refusal {
  let united = 0;
  let left = new Set(lines);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const at = draft.at(spot);
    const record = at && openRecord(draft.review, at);
    if (record?.entity.kind !== "extract") return united;
    const { codings } = record.entity;
    const meant = new Set([...left].filter((index) => codes.has(codeName(codings[index]?.code ?? ""))));
    const twice = saidTwice(record.entity, meant, record);
    const siblings = record.bullets.map(({ bullet }) => bullet);
    const edits: TextEdit[] = [];
    const gone = new Set<number>();
    for (const [index, { bullet }] of twice) {
      const edit = removal(record, bullet, siblings);
      if (edit.span.start < (edits.at(-1)?.span.end ?? 0)) continue;
      edits.push(edit);
      gone.add(index);
    }
    if (edits.length === 0) return united;
    const refusal = draft.take(inDocument(record, edits));
    if (refusal) return refusal;
    united += gone.size;
    left = renumbered(left, gone, codings.length);
  }
  return united;
}

/** Lines by their places once others are gone. */
function renumbered(lines: ReadonlySet<number>, gone: ReadonlySet<number>, count: number): Set<number> {
  const found = new Set<number>();
  for (let index = 0, now = 0; index < count; index++) {
    if (gone.has(index)) continue;
    if (lines.has(index)) found.add(now);
    now++;
  }
  return found;
}

/** Those of the lines of which every word stands in another line of the code, role and coder. */
function saidTwice(extract: Extract, lines: ReadonlySet<number>, record: OpenRecord): ReadonlyMap<number, OpenBullet> {
  const counts = new Map<string, number>();
  const count = (said: string, by: number): void => void counts.set(said, (counts.get(said) ?? 0) + by);
  for (const coding of extract.codings) for (const said of saidBy(coding, extract)) count(said, 1);
  const bullets = new Map(record.bullets.map((each) => [each.bullet.start, each]));
  const found = new Map<number, OpenBullet>();
  for (const [index, coding] of extract.codings.entries()) {
    const bullet = lines.has(index) ? bullets.get(coding.start) : undefined;
    const said = saidBy(coding, extract);
    if (!bullet || !isPlain(bullet, record) || !said.every((each) => (counts.get(each) ?? 0) > 1)) continue;
    for (const each of said) count(each, -1);
    found.set(index, bullet);
  }
  return found;
}

/** What a line says, a string for each of its words; words that stand in it twice are said once. */
function saidBy(coding: Coding, extract: Extract): readonly string[] {
  const name: Name = coding.code === undefined ? "" : codeName(coding.code);
  const base = [coding.role ? slotKey(coding.role) : "", name, coderOf(coding, extract) ?? ""];
  if (coding.words.length === 0) return [JSON.stringify(base)];
  return [...new Set(coding.words.map(({ text }) => JSON.stringify([...base, text])))];
}

/** Whether a bullet has nothing but its line: nothing below it, no comment, no tag. */
function isPlain({ bullet }: OpenBullet, { text }: OpenRecord): boolean {
  const isAlone = bullet.nested.length === 0 && bullet.paragraphs.length === 1 && !holdsMore(bullet);
  return isAlone && !/[<[\]`&\\]/.test(text.slice(bullet.start, bullet.end));
}
