/** A card as plain text and as Markdown. Nothing that stands in a review can make markup, a link or an image there. */
import { escaped } from "./escaped.ts";
import type { Card, CardLine, Run } from "./lines.ts";
import type { Place } from "./naming.ts";

export function cardText({ lines }: Card): string {
  return lines.map((line) => indentOf(line) + line.runs.map(({ text }) => text).join("")).join("\n");
}

function indentOf({ part }: CardLine): string {
  return part === "title" ? "" : "  ";
}

/**
 * The card as CommonMark without HTML, a line a line. `linkTo` gives the address of a place, or undefined where there is none to go to; addresses
 * that run commands are left out.
 */
export function cardMarkdown({ lines }: Card, linkTo?: (place: Place) => string | undefined): string {
  const written = lines.map(({ runs }) =>
    runs
      .map((run) => runMarkdown(run, linkTo))
      .join("")
      .trim(),
  );
  const [title = "", ...others] = written;
  return others.length === 0 ? title : `${title}\n\n${others.join("  \n")}`;
}

function runMarkdown({ text, style, to }: Run, linkTo: ((place: Place) => string | undefined) | undefined): string {
  const bare = text.trim();
  if (bare === "") return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const target = to && linkTo ? address(linkTo(to)) : undefined;
  const words = target === undefined ? escaped(bare) : `[${escaped(bare)}](${target})`;
  const isStrong = style === "strong" || style === "role";
  return before + (isStrong ? `**${words}**` : words) + after;
}

/** An address fit to stand in a Markdown link; undefined of one that runs a command or a script. */
function address(url: string | undefined): string | undefined {
  if (url === undefined || url === "" || /^\s*(?:command|javascript|vbscript|data):/i.test(url)) return undefined;
  let safe = "";
  for (const character of url) {
    if (/[A-Za-z0-9\-._~:/?#@!$*+,;=%]/.test(character)) safe += character;
    else if (character === "&") safe += "\\&";
    else safe += encoded(character);
  }
  return safe;
}

function encoded(character: string): string {
  if (/[\uD800-\uDFFF]/.test(character) && character.length === 1) return "%EF%BF%BD";
  const written = encodeURIComponent(character);
  return written === character ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}` : written;
}
