/** Why a configuration was not written otherwise, in words for people. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Refusal } from "../edit/outcome.ts";
import type { Wanted } from "./convert.ts";

/** The reason, with the first slot, link or words that would not come back. */
export function whyLeft(refusal: Refusal, entity: Cmoc, wanted: Wanted): string {
  if (refusal.refused === "ambiguous")
    return t("Two records have its id, or a row restates it. Give one another id first.");
  if (refusal.refused !== "form") return t("It could not be written so that it is read the same.");
  const under = entity.slots.some(
    ({ inferred, from, layer }) => inferred !== undefined || from !== undefined || layer !== undefined,
  );
  if (wanted !== "fields" && under)
    return wanted === "sentence"
      ? t("What stands under its slots, such as “inferred” or “from”, has no place in a sentence.")
      : t("What stands under its slots, such as “inferred” or “from”, has no place in a table.");
  const sign = wanted === "table" ? partingSign(entity) : undefined;
  if (sign)
    return t("“{0}” in the words of {1} would part slots in a table. Write it otherwise first.", sign.sign, sign.role);
  const why = typeof refusal.data.why === "string" ? refusal.data.why : "";
  const all =
    wanted === "fields"
      ? t("It could not be written in fields so that every slot, link and word is kept.")
      : wanted === "sentence"
        ? t("It could not be written as a sentence so that every slot, link and word is kept.")
        : t("It could not be written as a table so that every slot, link and word is kept.");
  return why === "" ? all : `${all} ${why}`;
}

/** Signs with which a cell parts slots: `;` any, an arrow a resource and a reasoning. */
const PARTING = /;|→|->/;

function partingSign({ slots }: Cmoc): { readonly sign: string; readonly role: string } | undefined {
  for (const { role, text } of slots) {
    const sign = PARTING.exec(text)?.[0];
    if (sign !== undefined) return { sign, role };
  }
  return undefined;
}
