/** Ids of codes: made of words, and those that no code is to have, since a coding line with a role would say another role. */
import { t } from "../../l10n.ts";
import { readRole } from "../../syntax/roles.ts";
import type { Scheme } from "../../vocabulary.ts";
import { type Refusal, refuse } from "./outcome.ts";

/** Why a code cannot be called so: `O x` is a numbered outcome, `M resource` a part of a mechanism. Undefined where it can. */
export function noCodeId(id: string, scheme: Scheme): Refusal | undefined {
  const slot = scheme.slots.find(({ letter }) => readRole(`${letter} ${id}`, scheme) !== undefined);
  if (!slot) return undefined;
  const words = t(
    "A code called {0} could not be used with a role: {1} {0} would be read as a role of its own. Choose a longer name.",
    id,
    slot.letter,
  );
  return refuse("told", { words, id });
}

/** A slug for words: `Fair trade` is `fair-trade`. */
export function slugFor(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
}
