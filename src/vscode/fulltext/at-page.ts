/** A PDF at the page of an extract, in the viewer of the system where there is one. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import { isPdf } from "../../core/proof/text-of-bytes.ts";
import { textPathsOf } from "../../core/proof/text-paths.ts";
import type { SourceText } from "../../core/quotes/source-text.ts";
import type { Definition } from "../../core/review.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { extractMeant, extractsNamed, fullTextShown, reviewOf, sourceMeant } from "./meant.ts";
import { pageNamed } from "./passages.ts";
import { readText } from "./reading.ts";

/** What opens a file elsewhere: another in tests. */
export interface Opening {
  readonly isWeb: boolean;
  /** Where the extensions run, if that is not here. */
  readonly remote: string | undefined;
  readonly external: (uri: vscode.Uri) => Thenable<boolean>;
}

const here = (): Opening => ({
  isWeb: vscode.env.uiKind === vscode.UIKind.Web,
  remote: vscode.env.remoteName,
  external: vscode.env.openExternal,
});

/** Opens the PDF of a source at the page of an extract, or at the page that a full text shows. */
export async function openAtPage(reviews: Reviews, given?: unknown, opening: Opening = here()): Promise<void> {
  const open = await reviewOf(reviews, given);
  const wanted = open && (await pageMeant(reviews, open, given));
  if (!wanted) return;
  const { key, indexIn } = wanted;
  const path = await pdfOf(open, key);
  if (path === undefined) {
    void vscode.window.showInformationMessage(
      t("No PDF of {0} is held. Its text can be opened (CMOC: Open Full Text).", key),
    );
    return;
  }
  const text = open.proven?.proofs.text(key);
  const index = text && indexIn(text);
  await show(open.addressOf(path), index, text?.pages[index ?? -1]?.label, opening);
}

interface PageMeant {
  readonly key: string;
  /** Which page of the text is meant, from 0. */
  readonly indexIn: (text: SourceText) => number | undefined;
}

async function pageMeant(reviews: Reviews, open: OpenReview, given: unknown): Promise<PageMeant | undefined> {
  const shown = given === undefined ? await fullTextShown(reviews) : undefined;
  if (shown) {
    const { document, selection } = shown.editor;
    const at = shown.full.toSource(document.offsetAt(selection.active));
    return { key: shown.full.key, indexIn: (text) => pageAt(text, at) };
  }
  if (given instanceof ChosenRows && extractsNamed(open, given).length === 0) {
    const key = await sourceMeant(reviews, open, given);
    return key === undefined ? undefined : { key, indexIn: () => undefined };
  }
  const extract = await extractMeant(open, given);
  return extract && { key: extract.brief.source, indexIn: (text) => pageOf(open, extract, text) };
}

/** Where the words stand; else the page that the extract names. */
function pageOf(open: OpenReview, extract: Definition<Extract>, text: SourceText): number | undefined {
  const proof = open.proven?.proofs.of(extract);
  const start = proof && "passage" in proof ? proof.passage.span.start : pageNamed(extract.entity, text)?.start;
  return start === undefined ? undefined : pageAt(text, start);
}

function pageAt({ pages }: SourceText, offset: number): number | undefined {
  const index = pages.findLastIndex(({ start }) => start <= offset);
  return index < 0 ? undefined : index;
}

/** The PDF that holds the text of a source, or lies beside the text that was taken out of it. */
async function pdfOf(open: OpenReview, key: string): Promise<string | undefined> {
  const read = await readText(open, key);
  if (!read) return undefined;
  const path = read.proving.texts.pathOf(key);
  const wanted = textPathsOf(open.review, key);
  const paths = [path ?? "", ...("paths" in wanted ? wanted.paths : [])].filter(isPdf);
  for (const each of paths) {
    const isThere = await vscode.workspace.fs.stat(open.addressOf(each)).then(
      ({ type }) => type === vscode.FileType.File,
      () => false,
    );
    if (isThere) return each;
  }
  return undefined;
}

/** Pages of a file are counted from 1 there. Where no viewer can be reached, the file itself is opened, and the page is told. */
async function show(
  uri: vscode.Uri,
  index: number | undefined,
  label: string | undefined,
  { isWeb, remote, external }: Opening,
): Promise<void> {
  const canBe = uri.scheme === "file" && !isWeb && remote === undefined;
  if (canBe && (await external(index === undefined ? uri : uri.with({ fragment: `page=${index + 1}` })))) return;
  await vscode.commands.executeCommand("vscode.open", uri);
  if (index === undefined) return;
  const page =
    label === undefined
      ? t("It is page {0} of the file.", index + 1)
      : t("It is page {0}, the page {1} of the file.", label, index + 1);
  void vscode.window.showInformationMessage(
    `${t("From here no PDF can be opened at a page in the viewer of the system.")} ${page}`,
  );
}
