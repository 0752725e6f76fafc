/** A coding line for an extract that is there. */
import type { Extract } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { applyEdits } from "../../text.ts";
import { insertion } from "../edit/bullets.ts";
import { isRefusal, type Outcome, refuse, together, UNCHANGED } from "../edit/outcome.ts";
import { inDocument, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { styleOf } from "../edit/style.ts";
import { writeCodes } from "./codebook.ts";
import { useKey } from "./codes.ts";
import { type CodeUse, codingLine, unwritten } from "./verbatim.ts";

export interface NewCoding {
  readonly codes: readonly CodeUse[];
  /** Words of the quote as it has them; none for the whole extract. */
  readonly words: readonly string[];
  /** Who codes; written where the extract is another's. */
  readonly coder?: string | undefined;
}

/** Adds a line for each code that is not there yet with the same words, in the record's own hand; new codes go into the codebook in the same change. */
export function addCodings(review: Review, at: Definition<Extract>, { codes, words, coder }: NewCoding): Outcome {
  const record = openRecord(review, at);
  if (record?.entity.kind !== "extract") return notHeld(review, at);
  const { entity, reading } = record;
  const signed = coder === undefined || coder === entity.coder?.text ? undefined : coder;
  const style = styleOf(record, review).bullet;
  const edits = [];
  for (const use of codes) {
    if (isThere(entity, use, words, coder)) continue;
    const line = codingLine(use, words, signed, reading);
    if (!line) return unwritten(use, reading.scheme, entity.id);
    const { role, code } = use;
    const coding = { start: 0, end: 0, words: [], ...(role && { role }), ...(code !== undefined && { code }) };
    edits.push(insertion(record, { is: "coding", coding }, `${line[0]}: ${line[1]}`.trimEnd(), style));
  }
  if (edits.length === 0) return UNCHANGED;
  const [first] = edits;
  // Lists that are begun at one place are one.
  const one =
    first && record.bullets.length === 0
      ? [
          {
            span: first.span,
            newText: edits.map(({ newText }, n) => (n === 0 ? newText : record.eol + newText.trimStart())).join(""),
          },
        ]
      : edits;
  const after = reread(record, one);
  const isMeant =
    after?.kind === "extract" &&
    after.codings.length === entity.codings.length + edits.length &&
    after.quote?.text === entity.quote?.text &&
    applyEdits(record.text, one).length > record.text.length;
  if (!isMeant) return refuse("form", { id: entity.id });
  const added = writeCodes(review, codes);
  return isRefusal(added) ? added : together([inDocument(record, one), added]);
}

function isThere({ codings, coder: own }: Extract, use: CodeUse, words: readonly string[], coder = own?.text): boolean {
  const said = words.join("\n");
  return codings.some(
    (each) =>
      useKey(each) === useKey(use) &&
      each.words.map(({ text }) => text).join("\n") === said &&
      (each.coder ?? own?.text) === coder,
  );
}
