/** What was taken out of a PDF, as the cache keeps it by the hash of the file's bytes. What is odd in it is not there. */
import type { Held } from "./held.ts";

/** Another for another way to take text out of a file. */
const FORM = 2;

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
  if (form !== FORM || own !== stamp || typeof held !== "object") return false;
  if (held.is === "scan") return true;
  const text = held.text as { text?: unknown; pages?: unknown; skipped?: unknown } | undefined;
  return (
    held.is === "text" && typeof text?.text === "string" && Array.isArray(text.pages) && Array.isArray(text.skipped)
  );
}
