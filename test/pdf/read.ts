/** Reads a PDF in this very thread, and tells what is held of it. */
import type { Held } from "../../src/core/proof/held.ts";
import { heldOf } from "../../src/pdf/reading.ts";
import { readPdf } from "../../src/pdf/text.ts";

export async function textOfPdf(
  bytes: Uint8Array,
  file: string,
  stamp: string,
  turn?: () => Promise<void>,
  isCancelled?: () => boolean,
): Promise<Held | undefined> {
  const reading = await readPdf(bytes, turn, isCancelled);
  return reading && heldOf(reading, file, stamp);
}
