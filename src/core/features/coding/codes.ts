/** The codes to choose from, the likeliest first; and what typed words may mean as a code. */
import { isId } from "../../ids.ts";
import { codeName } from "../../model/names.ts";
import type { Code, Extract, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { readRole, readRoles } from "../../syntax/roles.ts";
import type { Scheme } from "../../vocabulary.ts";
import { noCodeId, slugFor } from "../edit/code-ids.ts";
import { usesOf } from "../tree/codebook.ts";
import { type CodeUse, codeLabel, codingLine } from "./verbatim.ts";

export interface CodeChoice extends CodeUse {
  readonly code: string;
  /** As a coding line writes it: `C shared-history`. */
  readonly label: string;
  /** What the codebook calls it; empty where it only has its id. */
  readonly title: string;
  /** How often extracts use the code, in whatever role. */
  readonly uses: number;
  /** Whether the codebook has it. */
  readonly isKnown: boolean;
}

/** A use of a code by what it is, however it is spelt. */
export function useKey({ role, code }: CodeUse): string {
  return `${role?.role ?? ""} ${role?.part ?? ""} ${code === undefined ? "" : codeName(code)}`;
}

/**
 * The codes of the codebook that are in force, each with the role that it usually has (once for each, where it has several), and those that extracts use besides. First
 * the `recent` ones, then those of the source's extracts from its last back to its first, then by how often they are used.
 */
export function codeChoices(review: Review, key: string, recent: readonly CodeUse[] = []): readonly CodeChoice[] {
  const { scheme } = review.manifest;
  const choices = new Map<string, CodeChoice>();
  const add = (use: CodeUse & { readonly code: string }, title: string, isKnown: boolean): void => {
    if (choices.has(useKey(use))) return;
    const uses = usesOf(codeName(use.code), review).length;
    choices.set(useKey(use), { ...use, label: codeLabel(use, scheme), title, uses, isKnown });
  };
  for (const { brief, entity } of review.records("code") as Iterable<Definition<Code>>) {
    if (brief.kind !== "code" || brief.retired || brief.replaced) continue;
    const roles = brief.role === undefined ? undefined : readRoles(brief.role, scheme);
    if (!roles || roles.length === 0) add({ code: brief.id }, entity.title, true);
    else for (const role of roles) add({ role, code: brief.id }, entity.title, true);
  }
  const order = new Map<string, number>();
  const met = (use: CodeUse): void => {
    if (!order.has(useKey(use))) order.set(useKey(use), order.size);
  };
  for (const use of recent) met(use);
  for (const { entity } of review.extractsOf(key).toReversed()) for (const use of usesIn(entity as Extract)) met(use);
  for (const use of [...recent, ...unknownUses(review)]) {
    const { code } = use;
    if (code !== undefined && isInForce(code, review))
      add({ ...use, code }, titleOf(code, review), isThere(code, review));
  }
  const rank = (choice: CodeChoice): number => order.get(useKey(choice)) ?? Number.POSITIVE_INFINITY;
  return [...choices.values()].toSorted((a, b) => compare(rank(a), rank(b)) || b.uses - a.uses);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** What an extract is coded with, each once, in the order of its lines. */
export function usesIn({ codings }: Extract): readonly CodeUse[] {
  const found = new Map<string, CodeUse>();
  for (const { role, code } of codings) {
    if (!role && code === undefined) continue;
    const use = { ...(role && { role }), ...(code !== undefined && { code }) };
    if (!found.has(useKey(use))) found.set(useKey(use), use);
  }
  return [...found.values()];
}

/** Codes that extracts use and that no codebook has, in the role in which the first of them does. */
function unknownUses(review: Review): readonly CodeUse[] {
  const found: CodeUse[] = [];
  for (const name of review.names()) {
    if (!name.startsWith("c:") || review.isDefined(name)) continue;
    const from = usesOf(name, review)[0]?.from.entity;
    const coding = from?.kind === "extract" ? from.codings.find(({ code }) => isNamed(code, name)) : undefined;
    if (coding) found.push({ ...(coding.role && { role: coding.role }), code: coding.code ?? "" });
  }
  return found;
}

function isNamed(code: string | undefined, name: Name): boolean {
  return code !== undefined && codeName(code) === name;
}

export function isThere(code: string, review: Review): boolean {
  return review.isDefined(codeName(code));
}

function isInForce(code: string, review: Review): boolean {
  const brief = review.brief(codeName(code));
  return brief?.kind !== "code" || !(brief.retired || brief.replaced);
}

function titleOf(code: string, review: Review): string {
  return review.definitions(codeName(code))[0]?.entity.title ?? "";
}

const LONGEST = 60;

/**
 * What somebody may mean who types words that no row has: `O trust` a code in a role, `shared history` one in each role of the review, or in none. A code that is
 * there is offered in other roles than `shown`; one that is not is new.
 */
export function typedCodes(
  typed: string,
  review: Review,
  shown: readonly CodeUse[] = [],
): readonly (CodeUse & { readonly isNew: boolean })[] {
  const { scheme } = review.manifest;
  if (typed.length > LONGEST * 2) return [];
  const words = withoutColon(typed.normalize("NFC").trim(), scheme).split(/\s+/);
  const has = new Set(shown.map(useKey));
  const uses: CodeUse[] = [];
  const [first = ""] = words;
  const written = words.length > 1 ? readRole(first, scheme) : undefined;
  // Who types fast writes `m trust`; it may be the article too.
  const role = written ?? (words.length > 1 && first.length === 1 ? readRole(first.toUpperCase(), scheme) : undefined);
  const part = words.length > 2 ? qualified(words, scheme) : undefined;
  if (part) uses.push(part);
  const own = role && slugOf(words.slice(1));
  if (role && own !== undefined) uses.push({ role, code: own });
  const slug = slugOf(first.toLowerCase() === "code" && words.length > 1 ? words.slice(1) : words);
  if (slug !== undefined && !written)
    uses.push(...scheme.slots.map(({ letter }) => ({ role: { role: letter }, code: slug })), { code: slug });
  return uses
    .filter((use) => !has.has(useKey(use)) && codingLine(use, [], undefined, { scheme, source: "x" }) !== undefined)
    .filter(({ code = "" }) => isThere(code, review) || !noCodeId(code, scheme))
    .map((use) => ({ ...use, code: spelt(use.code ?? "", review), isNew: !isThere(use.code ?? "", review) }));
}

/** `O: trust` says what `O trust` does. */
function withoutColon(typed: string, scheme: Scheme): string {
  const [, before = "", after = ""] = /^([^:]{1,40}?)\s*:\s*(\S.*)$/s.exec(typed) ?? [];
  const isRole = readRole(before, scheme) ?? (before.length === 1 ? readRole(before.toUpperCase(), scheme) : undefined);
  return isRole ? `${before} ${after}` : typed;
}

/** `M resource trust`, `M (resource) trust`: the longest beginning that is a role with its part, and the code after it. */
function qualified(words: readonly string[], scheme: Scheme): (CodeUse & { readonly code: string }) | undefined {
  const [first = "", ...others] = words;
  for (let count = Math.min(words.length - 1, MOST_QUALIFIERS); count > 1; count--) {
    const rest = others.slice(0, count - 1).join(" ");
    const role =
      readRole(`${first} ${rest}`, scheme) ??
      (first.length === 1 ? readRole(`${first.toUpperCase()} ${rest}`, scheme) : undefined);
    const code = role?.part === undefined ? undefined : slugOf(words.slice(count));
    if (role && code !== undefined) return { role, code };
  }
  return undefined;
}

const MOST_QUALIFIERS = 4;

/** As the codebook spells it. */
function spelt(code: string, review: Review): string {
  return review.brief(codeName(code))?.id ?? code;
}

/** Words as the id of a code: `shared-history`. */
function slugOf(words: readonly string[]): string | undefined {
  const slug = slugFor(words.join(" "));
  return slug.length <= LONGEST && isId(slug) ? slug : undefined;
}
