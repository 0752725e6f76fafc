/**
 * The usual value of a field of links, `@okafor2014#e4 (C, M); @lund2010#e1` or `TR3, TR4`, read without looking for anything else. What is
 * written in any other way is left to `links.ts`, which reads these too and gives the same.
 */
import { kindAt } from "../ids.ts";
import type { Scheme } from "../vocabulary.ts";
import type { LinkItem } from "./links.ts";
import type { Target } from "./references.ts";
import { readRoles } from "./roles.ts";
import { NO_ROLES } from "./shared-roles.ts";
import type { Citation } from "./slots.ts";

/** Letters that begin words for a place: `p. 3`, `sec. 2`, `fig 1`. */
const LOCATORS = "pPsScCfFtTlLbBaA§";
const LONGEST_BRACKET = 40;

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function pastSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10)) at++;
  return at;
}

/** The end of letters and digits of ASCII from `at` on; in a key also single signs between them. */
function wordEnd(text: string, from: number, to: number, isKey: boolean): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit) || isDigit(unit)) at++;
    else if (isKey && at > from && (unit === 95 || unit === 45) && isWordUnit(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

/** The items of `[from, to)` of a text without markup, or undefined when it is not of the usual form to its end. Linear. */
export function readPlainLinks(
  text: string,
  from: number,
  to: number,
  scheme: Scheme,
): readonly LinkItem[] | undefined {
  let items: LinkItem[] | undefined;
  let at = pastSpaces(text, from, to);
  while (at < to) {
    const start = at;
    let target: Target;
    if (text.charCodeAt(at) === 64) {
      const citation = citationAt(text, at, to);
      if (!citation) return undefined;
      at = citation.to;
      target = { type: "citation", citation };
    } else {
      const end = wordEnd(text, at, to, false);
      if (end === at || !isLetter(text.charCodeAt(at)) || !isDigit(text.charCodeAt(end - 1))) return undefined;
      const id = text.slice(at, end);
      if (
        id.length > 60 ||
        kindAt(id) ||
        (items && LOCATORS.includes(id.charAt(0)) && id.length < 12 && isLocatorLike(id))
      )
        return undefined;
      at = end;
      target = { type: "id", id, kind: undefined };
    }
    let next = pastSpaces(text, at, to);
    let item: LinkItem;
    if (text.charCodeAt(next) !== 40 || next >= to) item = { target, from: start, to: at, slots: NO_ROLES };
    else {
      const close = text.indexOf(")", next);
      if (close < 0 || close >= to || close - next > LONGEST_BRACKET) return undefined;
      const slots = readRoles(text.slice(next + 1, close), scheme);
      if (!slots) return undefined;
      item = { target, from: start, to: at, slots, slotsAt: { from: next, to: close + 1 } };
      at = close + 1;
      next = pastSpaces(text, at, to);
    }
    if (items) items.push(item);
    else items = [item];
    if (next >= to) return items;
    const sign = text.charCodeAt(next);
    if (sign !== 44 && sign !== 59) return undefined;
    at = pastSpaces(text, next + 1, to);
  }
  return items;
}

/** `p12`, `s4`: a place as some write it, not an id. */
function isLocatorLike(id: string): boolean {
  return (
    /^[a-z]{1,10}\d/i.test(id) &&
    /^(?:pp?|pages?|paras?|paragraphs?|sect?|section|chap|chapter|ch|figs?|figures?|tables?|lines?|box|abstract)\d/i.test(
      id,
    )
  );
}

/** `@key` or `@key#e4`, ended by a space, a separator, a bracket or the end. */
function citationAt(text: string, at: number, to: number): Citation | undefined {
  const keyEnd = wordEnd(text, at + 1, to, true);
  if (keyEnd === at + 1) return undefined;
  const key = text.slice(at + 1, keyEnd);
  if (text.charCodeAt(keyEnd) !== 35 || keyEnd >= to)
    return ends(text, keyEnd, to) ? { key, from: at, to: keyEnd } : undefined;
  const end = wordEnd(text, keyEnd + 1, to, false);
  if (end === keyEnd + 1 || !ends(text, end, to)) return undefined;
  return { key, from: at, to: end, extract: text.slice(keyEnd + 1, end) };
}

function ends(text: string, at: number, to: number): boolean {
  if (at >= to) return true;
  const unit = text.charCodeAt(at);
  return unit === 32 || unit === 10 || unit === 44 || unit === 59;
}
