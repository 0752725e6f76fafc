/** What a statement says of its configuration beside its slots. */
import { flat } from "./chars.ts";
import type { Opener } from "./openers.ts";
import type { Printed } from "./printed.ts";

/** The theory that an id names is the theme, where there is none. */
export function nameTheory(record: Printed, theory: string): void {
  if (record.theme === "") record.theme = theory;
  else record.notes.push({ label: "", text: theory });
}

/** How what is no configuration by its name is called: `Programme theory 2`. */
export function nameKind(record: Printed, opener: Opener | undefined): void {
  if (opener && !(opener.configuration && PLAIN.test(opener.printed)))
    record.notes.push({ label: CALLED, text: opener.printed.replace(/(?<![\s:.–—-])[\s:.–—-]+$/, "") });
}

const CALLED = "Called";
const PLAIN = /^(?:[CIS]{1,4}MO|ICAMO|CMO|Configuration|Context)/i;

/** Words before the first label are a title if they are few. */
export function takeBefore(record: Printed, before: string): void {
  const text = flat(before).replace(/(?<![\s:;,–—-])[\s:;,–—-]+$/, "");
  if (text === "") return;
  if (record.title === "" && text.length <= 120) record.title = text;
  else record.notes.push({ label: "", text });
}
