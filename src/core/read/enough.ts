/** How much must be tagged or labelled before words are read as a configuration. */
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { EVERY } from "./schemes.ts";

/** Two roles; where nobody said which scheme it is, two of context, mechanism and outcome, since other letters count things. */
export function isEnough(roles: readonly RoleMention[], scheme: Scheme): boolean {
  const named = new Set(roles.map((role) => role.role));
  if (scheme === EVERY) for (const letter of named) if (!EVERY.required.includes(letter)) named.delete(letter);
  return named.size > 1;
}
