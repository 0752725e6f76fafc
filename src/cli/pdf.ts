/** Reading PDFs: in a thread, which is started for the first one. */
import { Worker } from "node:worker_threads";
import type { Held } from "../core/proof/held.ts";
import { heldOf } from "../pdf/reading.ts";
import { PdfThread, type Thread } from "../pdf/thread.ts";

let started: PdfThread | undefined;

/** The text of a PDF, or why there is none; `stamp` is that of the bytes. */
export async function textOfPdf(bytes: Uint8Array, file: string, stamp: string): Promise<Held> {
  const { FILE, IS_THREAD } = await import("./pdf-thread.ts");
  started ??= new PdfThread((): Thread => new Worker(FILE, { workerData: IS_THREAD, execArgv: [] }));
  const reading = await started.read(new Uint8Array(bytes));
  return reading ? heldOf(reading, file, stamp) : { is: "coming" };
}
