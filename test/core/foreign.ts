/** A language in which every message is only its holes: what English is seen nevertheless was not translated. */
import { fill, speak, type Translate } from "../../src/core/l10n.ts";
import { MANIFEST_KEYS } from "../../src/core/syntax/manifest-keys.ts";
import {
  CODE_ORIGINS,
  FIELDS,
  KINDS,
  SLOT_FIELDS,
  SOURCE_STATUSES,
  STANCES,
  STATUSES,
} from "../../src/core/vocabulary.ts";
import type { Files } from "./reviews.ts";

const foreign: Translate = (message, ...args) => fill(`${message.match(/\{\d\}/g)?.join(" ") ?? ""} ·`, ...args);

/** What `say` gives in that language. */
export function inForeign<T>(say: () => T): T {
  speak(foreign, "de");
  try {
    return say();
  } finally {
    speak();
  }
}

/** Words of the language itself, which every language writes alike. */
const OWN = new Set(
  [
    ...KINDS.flatMap(({ kind, heading, spellings }) => [kind, heading, ...spellings]),
    ...[...Object.values(FIELDS).flat(), ...SLOT_FIELDS].flatMap(({ label, aliases = [], values = [] }) => [
      label,
      ...aliases,
      ...values,
    ]),
    ...MANIFEST_KEYS,
    ...[...STANCES, ...STATUSES, ...SOURCE_STATUSES, ...CODE_ORIGINS],
    ...["review.yaml", "front matter", "absent", "final", "utf", "okafor2014", "et al", "immediate", "intermediate"],
  ].flatMap(wordsOf),
);

function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase());
}

/** Words of a text that stand neither in the files nor in the language. */
export function strangeWords(text: string, files: Files): readonly string[] {
  const there = new Set(Object.entries(files).flatMap(([path, body]) => wordsOf(`${path} ${body}`)));
  return wordsOf(text).filter((word) => !OWN.has(word) && !there.has(word));
}
