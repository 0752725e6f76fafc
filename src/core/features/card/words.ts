/** Words as cards and trees show them: on one line, with nothing in them that steers a terminal or turns the direction of a text. */
import type { RoleMention } from "../../syntax/slots.ts";

const ODD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u00a0\u061c\u1680\u180e\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2060-\u206f\u3000\ufeff]| {2}/;
const TURNING = /[\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** The text on one line, white space folded, none at its ends; signs that turn the direction are left out, other controls shown as �. */
export function plain(text: string): string {
  if (!ODD.test(text)) return text.trim();
  return text.replace(TURNING, "").replace(CONTROL, "\ufffd").replace(/\s+/g, " ").trim();
}

/** The first words, at most so many UTF-16 units, with `…` where something was cut. */
export function firstWords(text: string, most: number): string {
  const line = plain(text.length > most * 8 ? text.slice(0, most * 8) : text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, "")}…`;
}

/** The first words in quotation marks; nothing of nothing. */
export function quoted(text: string | undefined, most: number): string {
  const line = text === undefined ? "" : firstWords(text, most);
  return line === "" ? "" : `“${line}”`;
}

/** A slot's name where its role is not to be seen otherwise: as {@link slotLabel}, of a part `M (resource)`. */
export function slotName(slot: RoleMention): string {
  return slot.part === undefined ? slotLabel(slot) : `${slot.role}${slot.n ?? ""} (${slot.part})`;
}

/** A slot's name before its words: `C`, `M2`, `O (final, absent)`; of a part `resource`. */
export function slotLabel({ role, n, part, position, layer, absent }: RoleMention): string {
  if (part !== undefined) return part;
  const more = [position, absent ? "absent" : undefined, layer === undefined ? undefined : plain(layer)];
  const inside = more.filter((word) => word !== undefined);
  return `${role}${n ?? ""}${inside.length > 0 ? ` (${inside.join(", ")})` : ""}`;
}
