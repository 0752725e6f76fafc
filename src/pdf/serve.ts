/** In a thread of its own: reads the PDFs that it is given, one at a time. */
import type { Reading } from "./reading.ts";
import { readPdf } from "./text.ts";

/** What is told: a sign of life, or what was read. */
export type Told = "alive" | Reading;

/** The thread's way to whoever started it. */
export interface Port {
  postMessage(told: Told): void;
  on(event: "message", heard: (bytes: Uint8Array) => void): unknown;
}

/** Says that it is there. What is thrown ends the thread, and with it the reading. */
export function serve(port: Port): void {
  port.postMessage("alive");
  port.on("message", (bytes) => void read(bytes, port));
}

async function read(bytes: Uint8Array, port: Port): Promise<void> {
  const alive = async (): Promise<void> => port.postMessage("alive");
  const reading = await readPdf(bytes, alive);
  // What failed without anybody waiting for it comes to light before the next one is read.
  await new Promise((done) => setTimeout(done, 0));
  if (reading) port.postMessage(reading);
}
