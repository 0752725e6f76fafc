/** Who signs what is coded and read: whom the setting names, else the only coder of the review; never another one in the place of a name that cannot be written. */
import { t } from "../../l10n.ts";
import { coderName } from "../../syntax/coder-names.ts";

/** A name that the language cannot carry, and where it is set. */
export interface Unfit {
  readonly name: string;
  readonly from: "setting" | "review";
}

export type Signer =
  | { readonly is: "coder"; readonly initials: string }
  /** Neither a setting nor the review says who. */
  | { readonly is: "nobody" }
  /** The review lists several, and no setting says which. */
  | { readonly is: "several" }
  | ({ readonly is: "unfit" } & Unfit);

/** `said` is the setting, `coders` those that review.yaml lists. */
export function signerOf(said: unknown, coders: ReadonlyMap<string, string>): Signer {
  if (typeof said === "string" && said.trim() !== "") return written(said, "setting");
  const [only, ...others] = coders.keys();
  if (only === undefined) return { is: "nobody" };
  return others.length > 0 ? { is: "several" } : written(only, "review");
}

/** The name as it is written, or what is wrong with it. */
export function written(words: string, from: Unfit["from"]): Signer {
  const initials = coderName(words);
  return initials === undefined ? { is: "unfit", name: words.trim(), from } : { is: "coder", initials };
}

/** Why nothing was signed with a name, and what to do. */
export function unfitWords({ name, from }: Unfit): string {
  return from === "setting"
    ? t(
        "The setting cmoc.coder says {0}, which cannot stand in a coding line or after a date. Nothing was written. Write initials or a name there, without brackets, commas, colons and signs of Markdown.",
        name,
      )
    : t(
        "review.yaml lists the coder {0}, which cannot stand in a coding line or after a date. Nothing was written. Write initials or a name there, without brackets, commas, colons and signs of Markdown.",
        name,
      );
}
