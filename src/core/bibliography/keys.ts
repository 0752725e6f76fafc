/**
 * The citation keys of a bibliography with their exact places, found by scanning alone: no library is loaded, nothing is
 * decoded, nothing is awaited. `decode.ts` turns one entry into a reference when somebody asks for it.
 */
import type { Span } from "../text.ts";
import { scanBibtex } from "./bibtex.ts";
import { scanCslJson } from "./csl-json.ts";
import { readTag, scanRis } from "./ris.ts";
import { isCitable, lineEnd, skipBlank } from "./strings.ts";
import type { Bibliography, BibliographyFormat, BibliographyProblem, ScannedEntries } from "./types.ts";

export type {
  Bibliography,
  BibliographyEntry,
  BibliographyFormat,
  BibliographyProblem,
  JsonExpectation,
} from "./types.ts";

const EXTENSIONS: ReadonlyMap<string, BibliographyFormat> = new Map([
  ["bib", "bibtex"],
  ["bibtex", "bibtex"],
  ["json", "csl-json"],
  ["ris", "ris"],
]);

/** The format that the file's extension names (`.bib`, `.json`, `.ris`), in any case; undefined for any other file. */
export function bibliographyFormat(uri: string): BibliographyFormat | undefined {
  return EXTENSIONS.get(uri.slice(uri.lastIndexOf(".") + 1).toLowerCase());
}

/** What a file of another extension looks like by its first character that is no white space. */
function guessedFormat(text: string): BibliographyFormat {
  const start = skipBlank(text, 0, text.length);
  if (text[start] === "[" || text[start] === "{") return "csl-json";
  return readTag(text, start, lineEnd(text, start, text.length)) === undefined ? "bibtex" : "ris";
}

/** Reads the keys of a bibliography. Never throws; linear in the text. */
export function scanBibliography(uri: string, text: string): Bibliography {
  const steps = scanning(uri, text);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As {@link scanBibliography}, in short steps, where somebody waits for answers meanwhile; formats other than BibTeX in one. */
export function* scanning(uri: string, text: string): Generator<void, Bibliography> {
  const format = bibliographyFormat(uri) ?? guessedFormat(text);
  const scanned: ScannedEntries =
    format === "bibtex" ? yield* scanBibtex(text) : format === "ris" ? scanRis(text) : scanCslJson(text);
  const problems: BibliographyProblem[] = [...scanned.problems];
  const first = new Map<string, Span>();
  for (const { key, span } of scanned.entries) {
    const earlier = first.get(key);
    if (earlier !== undefined) problems.push({ code: "duplicate-key", span, key, first: earlier });
    else {
      first.set(key, span);
      if (!isCitable(key)) problems.push({ code: "uncitable-key", span, key });
    }
  }
  const start = skipBlank(text, 0, text.length);
  if (scanned.entries.length === 0 && problems.length === 0 && !scanned.isRecognised && start < text.length) {
    problems.push({ code: "no-entries", span: { start, end: lineEnd(text, start, text.length) } });
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { format, entries: scanned.entries, macros: scanned.macros ?? new Map(), problems };
}
