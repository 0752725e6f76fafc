/** The file that runs in the thread where PDFs are read. Loaded outside of it, it only says where it lies. */
import { parentPort, workerData } from "node:worker_threads";

/** What the thread is given, so that it is known as one. */
export const IS_THREAD = "cmoc-pdf";

export const FILE = new URL(import.meta.url);

if (parentPort && workerData === IS_THREAD) {
  const { serve } = await import("../pdf/serve.ts");
  serve(parentPort);
}
