/** A quotation in the context of its source, under the pointer. */
import * as vscode from "vscode";
import { escaped } from "../../core/features/card/escaped.ts";
import { shownId } from "../../core/features/card/naming.ts";
import { plain } from "../../core/features/card/words.ts";
import { type QuoteInContext, quoteInContext, type Stretch } from "../../core/features/quoted/context.ts";
import { quoteAt } from "../../core/features/quoted/written.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Definition } from "../../core/review.ts";
import { type Asked, offsetAt, rangeAt } from "../language/places.ts";
import { whyNoText } from "./reading.ts";

/** Nobody waits longer for a text that is being read, in milliseconds. */
const SOON_MS = 1500;

export async function quoteHoverAt(here: Asked, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const { open, path } = here;
  const extract = quoteAt(open.review, path, offsetAt(here, position));
  const quote = extract?.entity.quote;
  if (!extract || !quote) return undefined;
  const { start } = extract.placed;
  const range = rangeAt(here, { start: start + quote.start, end: start + quote.end });
  const { revision } = open.review;
  const { texts, proofs } = await open.proving();
  const { source } = extract.brief;
  await Promise.race([texts.read(source), new Promise((done) => setTimeout(done, SOON_MS))]);
  // What was typed meanwhile is another quotation.
  if (open.review.revision !== revision) return undefined;
  const held = texts.heldOf(source);
  const proof = proofs.of(extract);
  const text = proofs.text(source);
  if (proof?.is === "unverifiable") return new vscode.Hover(said(whyNoText(proof.held, source)), range);
  if (!proof || !text) return new vscode.Hover(said(whyNoText(held, source)), range);
  const context = quoteInContext(proofs.wordsOf(extract) ?? quote.text, proof, text);
  if (!context) {
    const words = t(
      "The words of {0} are not in the text of its source, nor any like them.",
      shownId(extract, open.review),
    );
    return new vscode.Hover(said(words), range);
  }
  return new vscode.Hover(inContext(context, extract), range);
}

const said = (words: string): vscode.MarkdownString => new vscode.MarkdownString(escaped(plain(words)));

function inContext(context: QuoteInContext, extract: Definition<Extract>): vscode.MarkdownString {
  const [first, last] = [context.pages[0], context.pages.at(-1)];
  const page =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? t("Page {0}", first)
        : t("Pages {0} to {1}", first, last);
  const facts = [page, answerWords(context, extract.entity), placeWords(context)]
    .filter((words) => words !== "")
    .join(" · ");
  // Brackets would end the link.
  const argument = encodeURIComponent(JSON.stringify([{ extract: extract.name }]))
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
  const link = `[${escaped(t("Go to it in the full text"))}](command:cmoc.goToQuote?${argument})`;
  const made = new vscode.MarkdownString(
    `**${escaped(facts.charAt(0).toUpperCase() + facts.slice(1))}**\n\n${context.stretches.map(stretchWords).join("").trim()}\n\n${link}`,
  );
  // Words of the review are escaped, and no other command can be run.
  made.isTrusted = { enabledCommands: ["cmoc.goToQuote"] };
  made.supportHtml = false;
  return made;
}

function answerWords({ is }: QuoteInContext, { at }: Extract): string {
  switch (is) {
    case "exact":
      return t("as it is quoted");
    case "moved":
      return t("and not at “{0}”", plain(at?.text ?? ""));
    case "near":
      return t("the source has other words");
  }
}

function placeWords({ nth, count }: QuoteInContext): string {
  return count > 1 ? t("place {0} of {1}", nth, count) : "";
}

/** What is quoted is strong; of what differs, words of the quotation are struck out and those of the source are strong and slanted. */
function stretchWords({ is, text, isApart }: Stretch): string {
  const words = escaped(plain(text));
  if (words === "") return "";
  const blank = isApart ? " " : "";
  switch (is) {
    case "around":
      return blank + words;
    case "quoted":
      return `${blank}**${words}**`;
    case "source":
      return `${blank}**_${words}_**`;
    case "alone":
      return `${blank}~~${words}~~`;
  }
}
