/** A new code in the codebook. */
import { t } from "../../l10n.ts";
import { codeName } from "../../model/names.ts";
import type { Review } from "../../review.ts";
import { readRole } from "../../syntax/roles.ts";
import { CODE_ORIGINS } from "../../vocabulary.ts";
import { idOf } from "../card/naming.ts";
import { appendRecord } from "../edit/append.ts";
import { noCodeId } from "../edit/code-ids.ts";
import { type Outcome, refuse } from "../edit/outcome.ts";
import { codebookFile } from "./fields.ts";

export interface NewCode {
  readonly id: string;
  readonly title?: string;
  /** The role that it usually has: `M`, `Mechanism`. */
  readonly role?: string;
  readonly definition?: string;
  readonly origin?: string;
  /** The id of the wider code. */
  readonly parent?: string;
}

/** Writes a code at the end of the codebook: `uri`, else the file that has the most codes. */
export function createCode(review: Review, { id, title, ...fields }: NewCode, uri = codebookFile(review)): Outcome {
  const { role, origin, parent } = fields;
  const wrong = noCodeId(id, review.manifest.scheme);
  if (wrong) return wrong;
  if (role !== undefined && !readRole(role, review.manifest.scheme))
    return refuse("told", { words: t("{0} is no role of this review.", role) });
  if (origin !== undefined && !(CODE_ORIGINS as readonly string[]).includes(origin))
    return refuse("form", { id: origin });
  if (parent !== undefined && !review.isDefined(codeName(parent))) return refuse("unknown", { id: parent });
  const wider = parent === undefined ? undefined : idOf(codeName(parent), review);
  const all: readonly (readonly [string, string | undefined])[] = [
    ["role", role],
    ["definition", fields.definition ?? ""],
    ["origin", origin],
    ["parent", wider],
  ];
  const said = all.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
  return appendRecord(review, { uri }, { kind: "code", id, ...(title && { title }), fields: said });
}
