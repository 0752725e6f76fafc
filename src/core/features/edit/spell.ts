/** How ids, citations and slots are written. */
import { keyOfName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { plainInline } from "../../syntax/blocks.ts";
import { citationsOf } from "../../syntax/citations.ts";
import { readRoles } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";

/** `@key` or `@key#e4`, the key in braces where it could not be read without. */
export function citationText(key: string, extract?: string): string {
  const tail = extract === undefined ? "" : `#${extract}`;
  const plain = `@${key}${tail}`;
  return isWhole(plain, key, extract) ? plain : `@{${key}}${tail}`;
}

function isWhole(text: string, key: string, extract: string | undefined): boolean {
  const [one] = citationsOf(plainInline(text));
  return one !== undefined && one.to === text.length && one.key === key && one.extract === extract;
}

/** Whether a key can be cited at all, with or without braces. */
export function isCitable(key: string): boolean {
  return key !== "" && key.length <= 190 && !/[\s#@,;[\](){}"'`\\]/.test(key);
}

/** Whether a key is the same in a table, in running words and as a file's name: another sign before it would be read as an option, a folder or nothing. */
export function isSafeKey(key: string): boolean {
  return /^[\p{L}\p{N}_][^|<>*\p{Cc}\p{Cs}]*$/u.test(key);
}

/** A reference to what the name means, as a field writes it: `TR3`, `@okafor2014#e4`; undefined when nothing, or more than one thing, bears the name. */
export function referenceText(name: Name, review: Review): string | undefined {
  const key = keyOfName(name);
  if (name.startsWith("s:")) return key !== undefined && review.isDefined(name) ? citationText(key) : undefined;
  const all = review.definitions(name);
  const [only] = all;
  if (!only || all.length > 1) return undefined;
  return key === undefined ? only.brief.id : citationText(key, only.brief.id);
}

/** A slot as a link names it: `M`, `C2`, `M resource`, `O1 final`; undefined when it would not be read as that slot. */
export function mentionText(mention: RoleMention, scheme: Scheme): string | undefined {
  const { role, n, part, position, absent, layer } = mention;
  const words = [`${role}${n ?? ""}`, part, position, absent ? "absent" : undefined, layer];
  const text = words.filter((word) => word !== undefined).join(" ");
  const read = readRoles(text, scheme);
  return read?.length === 1 && sameMention(read[0], mention) ? text : undefined;
}

function sameMention(one: RoleMention | undefined, other: RoleMention): boolean {
  return (
    one !== undefined &&
    one.role === other.role &&
    String(one.n ?? "") === String(other.n ?? "") &&
    one.part === other.part &&
    one.position === other.position &&
    one.absent === other.absent &&
    one.layer === other.layer
  );
}
