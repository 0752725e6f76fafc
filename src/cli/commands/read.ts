/** `cmoc read`: the configurations that a journal's page, a table or a text prints, as records or as the language's own Markdown. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { t } from "../../core/l10n.ts";
import { decoded } from "../../core/read/decoded.ts";
import { ReadText } from "../../core/read/report.ts";
import { schemeNamed } from "../../core/read/schemes.ts";
import type { WrittenAs } from "../../core/read/written.ts";
import { CMO } from "../../core/vocabulary.ts";
import { MAX_BYTES } from "../disk.ts";
import { notRead, UsageError } from "../files.ts";
import { jsonText, type Output, oneLine, printable } from "../output.ts";

export interface ReadingOptions {
  readonly scheme?: string;
  readonly format: "markdown" | "json";
  readonly spelling: WrittenAs;
}

/** So much of what was left aside is said on standard error; all of it stands in what is printed. */
const MOST_SAID = 5;

export function read(file: string, options: ReadingOptions, output: Output): void {
  const scheme = options.scheme === undefined ? undefined : schemeNamed(options.scheme);
  if (options.scheme !== undefined && !scheme)
    throw new UsageError(
      t(
        "{0} is no scheme. Give one such as CMO, ICMO, CIMO, SCMO or ICAMO, or letters with their words: P=Process,C,M,O.",
        oneLine(options.scheme),
      ),
    );
  const { text, encoding } = decoded(bytesOf(file), TextDecoder);
  if (encoding === "binary")
    throw new UsageError(t("{0} is no text: save it as HTML, CSV or text first.", nameOf(file)));
  if (encoding !== "UTF-8") output.warn(t("{0} was read as {1}.", nameOf(file), encoding));
  const name = file === "-" ? "-" : file.replaceAll("\\", "/");
  const reading = new ReadText(text, name, { ...(scheme && { scheme }) });
  const json = reading.json();
  if (options.format === "json") output.write(jsonText(json));
  else output.write(printable(reading.markdown(options.spelling)));
  if (reading.count === 0)
    output.warn(t("No configuration was found in {0}: no head, label or tag in it names two roles.", nameOf(file)));
  if (!scheme && reading.count > 0 && json.scheme !== CMO.name)
    output.warn(
      t("Its slots are those of {0}: a review has them with `configuration: {0}` in its review.yaml.", json.scheme),
    );
  for (const { line, text: words } of json.unsure) output.warn(oneLine(t("{0}:{1}: {2}", name, line, words)));
  const { length } = json.aside;
  if (length === 0) return;
  output.warn(length === 1 ? t("Left aside: {0} passage.", length) : t("Left aside: {0} passages.", length));
  for (const { line, text: words } of json.aside.slice(0, MOST_SAID))
    output.warn(oneLine(`  ${line}: ${words.length > 100 ? `${words.slice(0, 100)} …` : words}`));
  if (length > MOST_SAID) output.warn(t("  … and {0} more, in what is printed.", length - MOST_SAID));
}

function nameOf(file: string): string {
  return file === "-" ? t("Standard input") : oneLine(basename(file));
}

function bytesOf(file: string): Uint8Array {
  try {
    if (file === "-") return within(readFileSync(0), file);
    const stat = statSync(file);
    if (stat.isDirectory())
      throw new UsageError(t("{0} is a folder: give a file, or - for standard input.", oneLine(file)));
    if (stat.size > MAX_BYTES) throw tooLarge(file);
    return within(readFileSync(file), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw notRead(nameOf(file), error);
  }
}

function within(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length > MAX_BYTES) throw tooLarge(file);
  return bytes;
}

function tooLarge(file: string): UsageError {
  return new UsageError(
    t(
      "{0} is larger than {1} MB, which is the most that is read. Give a part of it.",
      nameOf(file),
      MAX_BYTES / (1024 * 1024),
    ),
  );
}
