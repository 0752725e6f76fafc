/** Words as Markdown that is read as these words and nothing else: as they are where that will do. */
import { t } from "../../l10n.ts";
import { type Reading, readAgain } from "../../model/read-piece.ts";
import { fold } from "../../syntax/bullets.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";
import { escaped } from "../card/escaped.ts";
import { noCodeId } from "../edit/code-ids.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { mentionText } from "../edit/spell.ts";

type Hand = (words: string) => string;

const HANDS: readonly Hand[] = [
  (words) => words,
  (words) => words.replace(/[\\`*_[\]<>#~|&]/g, "\\$&"),
  // Also what would begin a list or a line under a heading.
  (words) => words.replace(/[\\`*_[\]<>#~|&]/g, "\\$&").replace(/^(\d{0,9})([-+=.)])/, "$1\\$2"),
  escaped,
];

/** A paragraph in a block quote; undefined where Markdown has no way to say it. */
export function quotedParagraph(words: string): string | undefined {
  for (const hand of HANDS) {
    const written = hand(words);
    const [quote, ...others] = readBlocks(`> ${written}\n`);
    if (quote?.type !== "quote" || others.length > 0) continue;
    const [paragraph, ...more] = quote.blocks;
    if (paragraph?.type === "paragraph" && more.length === 0 && fold(paragraph.inline.text) === fold(words))
      return written;
  }
  return undefined;
}

/** A text as the value of a field, where only its words are to be read. */
export function plainValue(words: string): string {
  return words.replace(/[\\`*_[\]<>#~|&]/g, "\\$&").replace(/(?<=^|[\s([{,;])@/g, "\\@");
}

/** What an extract is coded with: a role, a code, or both. */
export interface CodeUse {
  readonly role?: RoleMention;
  readonly code?: string;
}

/** `C shared-history`, `M resource`, `code trust`. */
export function codeLabel({ role, code }: CodeUse, scheme: Scheme): string {
  const letter = role && (mentionText(role, scheme) ?? role.role);
  return [letter ?? "code", code].filter((word) => word !== undefined).join(" ");
}

const MARKS: readonly (readonly [open: string, shut: string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["«", "»"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
];
const SHUT = /["“”„«»‹›「」『』]/;

/** The label and the value of a coding line, as an extract reads it again; undefined where it would read something else. */
export function codingLine(
  use: CodeUse,
  words: readonly string[],
  coder: string | undefined,
  reading: Reading,
): readonly [label: string, value: string] | undefined {
  const label = codeLabel(use, reading.scheme);
  const signed = coder === undefined ? "" : `(${coder})`;
  for (const hand of HANDS) {
    for (const marks of marksFor(words)) {
      const said = words.map((each) => marks[0] + hand(each) + marks[1]).join(", ");
      const value = [said, signed].filter((part) => part !== "").join(" ");
      if (isRead(label, value, use, words, coder, reading)) return [label, value];
    }
    if (words.length === 0) break;
  }
  return undefined;
}

/** Why there is no coding line for a code. */
export function unwritten({ role, code }: CodeUse, scheme: Scheme, id: string): Refusal {
  const isTaken = role && code !== undefined && noCodeId(code, scheme) !== undefined;
  if (!isTaken) return refuse("form", { id: code ?? id });
  return refuse("told", {
    words: t(
      "{0} would be read as a role of its own. Give the code {1} a longer name first (CMOC: Rename Code), or use it without a role.",
      codeLabel({ role, code }, scheme),
      code,
    ),
  });
}

function marksFor(words: readonly string[]): typeof MARKS {
  return words.some((each) => SHUT.test(each)) ? MARKS : MARKS.slice(0, 1);
}

function isRead(
  label: string,
  value: string,
  { role, code }: CodeUse,
  words: readonly string[],
  coder: string | undefined,
  { scheme }: Reading,
): boolean {
  const [entity] = readAgain(`## Extract e1\n\n- ${label}: ${value}\n`, 2, { scheme, source: "x" });
  const coding = entity?.kind === "extract" && entity.codings.length === 1 ? entity.codings[0] : undefined;
  return (
    coding !== undefined &&
    (coding.role?.role ?? "") === (role?.role ?? "") &&
    coding.role?.part === role?.part &&
    (coding.code ?? "") === (code ?? "") &&
    (coding.coder ?? "") === (coder ?? "") &&
    coding.words.length === words.length &&
    coding.words.every(({ text }, at) => text === fold(words[at] ?? ""))
  );
}
