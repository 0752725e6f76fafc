/** A text file as a source's text: form feeds part its pages. */
import { fedFurniture } from "./fed-furniture.ts";
import type { HeldText } from "./held-text.ts";

export function textOfFile(text: string): HeldText {
  const pages: { start: number; label: undefined }[] = [];
  if (text.includes("\f")) {
    pages.push({ start: 0, label: undefined });
    // What ends the last page begins none.
    const last = text.trimEnd().length;
    for (let at = text.indexOf("\f"); at >= 0 && at < last; at = text.indexOf("\f", at + 1))
      pages.push({ start: at + 1, label: undefined });
  }
  return { text, isPaged: pages.length > 0, pages, ...fedFurniture(text, pages) };
}
