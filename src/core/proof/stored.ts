/** What was taken out of a PDF, as the cache keeps it by the hash of the file's bytes. What is odd in it is not there. */
import type { HeldText } from "../texts/held-text.ts";
import type { Held } from "./held.ts";

/** Another for another way to take text out of a file. */
const FORM = 5;

export type Storable = Extract<Held, { is: "text" | "scan" }>;

export function asStored(stamp: string, held: Storable): string {
  return JSON.stringify({ form: FORM, stamp, held });
}

/** Undefined of anything that was not stored under the stamp. */
export function fromStored(stamp: string, text: string): Storable | undefined {
  try {
    const stored: unknown = JSON.parse(text);
    return isHeld(stored, stamp) ? stored.held : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(stored: unknown, stamp: string): stored is { readonly held: Storable } {
  if (typeof stored !== "object" || stored === null) return false;
  const {
    form,
    stamp: own,
    held,
  } = stored as { form?: unknown; stamp?: unknown; held?: { is?: unknown; text?: unknown } };
  if (form !== FORM || own !== stamp || typeof held !== "object" || held === null) return false;
  if (held.is === "scan") return true;
  const text = held.text as { readonly [key in keyof HeldText]?: unknown };
  return (
    held.is === "text" &&
    typeof text === "object" &&
    text !== null &&
    typeof text.text === "string" &&
    typeof text.isPaged === "boolean" &&
    (text.folio === undefined || typeof text.folio === "number") &&
    (text.unread === undefined || Number.isInteger(text.unread)) &&
    areIn(text.text, text.pages, isPage) &&
    areIn(text.text, text.skipped, isSpan)
  );
}

/** Whether a list holds what it is to hold, in the order of the text and within it. */
function areIn(text: string, list: unknown, is: (one: unknown) => one is { readonly start: number }): boolean {
  if (!Array.isArray(list)) return false;
  let last = 0;
  return list.every((one: unknown) => {
    const isSo = is(one) && one.start >= last && one.start <= text.length;
    if (isSo) last = one.start;
    return isSo;
  });
}

function isPage(one: unknown): one is { readonly start: number } {
  const { start, label } = (one ?? {}) as { start?: unknown; label?: unknown };
  return Number.isInteger(start) && (label === undefined || typeof label === "string");
}

function isSpan(one: unknown): one is { readonly start: number } {
  const { start, end } = (one ?? {}) as { start?: unknown; end?: unknown };
  return Number.isInteger(start) && Number.isInteger(end) && Number(end) >= Number(start);
}
