/** Reading PDFs: in a thread where the host has any, so that no file delays typing; else here, in turns. */
import type { Held } from "../../core/proof/held.ts";
import { heldOf, type Reading } from "../../pdf/reading.ts";
import { PdfThread, type Thread } from "../../pdf/thread.ts";
import { fileOf, load } from "../loading.ts";
import { Turns } from "../reviews/turns.ts";

interface Threads {
  readonly Worker: new (
    code: string,
    options: { readonly eval: true; readonly workerData: string; readonly execArgv: readonly string[] },
  ) => Thread;
}

/** What runs in the thread: the part of the extension that reads PDFs, which is given as a path. */
const CODE =
  'const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads"); require(workerData)["./pdf.js"].serve(parentPort);';

let started: PdfThread | "none" | undefined;

/** The text of a PDF, or why there is none; `stamp` is that of the bytes. "coming" when it was cancelled. */
export async function textOfPdf(bytes: Uint8Array, file: string, stamp: string, signal: AbortSignal): Promise<Held> {
  const reading = await read(bytes, signal);
  return reading ? heldOf(reading, file, stamp) : { is: "coming" };
}

async function read(bytes: Uint8Array, signal: AbortSignal): Promise<Reading | undefined> {
  started ??= thread() ?? "none";
  if (started === "none") return readHere(bytes, signal);
  try {
    return await started.read(new Uint8Array(bytes), signal);
  } catch {
    // There is no thread to be had, as where a host forbids them.
    started = "none";
    return readHere(bytes, signal);
  }
}

/** Undefined on the web, whose host is a worker itself. */
function thread(): PdfThread | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const threads = process?.getBuiltinModule?.("node:worker_threads") as Threads | undefined;
  const part = fileOf("pdf");
  if (!threads || part?.scheme !== "file") return undefined;
  return new PdfThread(() => new threads.Worker(CODE, { eval: true, workerData: part.fsPath, execArgv: [] }));
}

async function readHere(bytes: Uint8Array, signal: AbortSignal): Promise<Reading | undefined> {
  const { readPdf } = await load("pdf");
  const turns = new Turns();
  return readPdf(
    new Uint8Array(bytes),
    () => turns.next(),
    () => signal.aborted,
  );
}
