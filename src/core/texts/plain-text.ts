/** A text file as a source's text: form feeds part its pages. */
import type { HeldText } from "./held-text.ts";

export function textOfFile(text: string): HeldText {
  const pages: { start: number; label: undefined }[] = [];
  if (text.includes("\f")) {
    pages.push({ start: 0, label: undefined });
    for (let at = text.indexOf("\f"); at >= 0; at = text.indexOf("\f", at + 1))
      if (/\S/.test(text.slice(at + 1))) pages.push({ start: at + 1, label: undefined });
  }
  return { text, isPaged: pages.length > 0, pages, skipped: [] };
}
