/** The page of the codebook beside the texts: it follows the review, and can be saved as a file that any browser prints. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { codebookPage, type PageOptions } from "../../core/report/codes/page.ts";
import { codesReport } from "../../core/report/codes.ts";
import { whichReview } from "../commands/asking.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { titleOf } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { today } from "../today.ts";

const TYPE = "cmoc.codebookPage";
/** The page is made anew when nothing changed for so many milliseconds. */
const REST_MS = 400;

/** Pages that are open, by the address of their review. */
const pages = new Map<string, CodebookPage>();

/** Shows the page of the codebook; one of each review. */
export async function openCodebookPage(reviews: Reviews): Promise<void> {
  const open = await reviewShown(reviews);
  if (!open) return;
  const key = open.root.toString();
  const page = pages.get(key) ?? new CodebookPage(open.root, reviews);
  page.show();
}

class CodebookPage {
  readonly panel: vscode.WebviewPanel;
  private readonly root: vscode.Uri;
  private readonly reviews: Reviews;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStale = true;

  constructor(root: vscode.Uri, reviews: Reviews) {
    this.root = root;
    this.reviews = reviews;
    this.panel = vscode.window.createWebviewPanel(TYPE, t("Codebook"), vscode.ViewColumn.Active, {
      enableScripts: false,
      enableFindWidget: true,
      enableCommandUris: ["cmoc.goToIt", "cmoc.saveCodebookPage"],
      localResourceRoots: [],
    });
    const hearing = vscode.Disposable.from(
      reviews.onDidChange(() => this.changed()),
      reviews.onDidList(() => this.changed()),
      this.panel.onDidChangeViewState(() => this.fill()),
    );
    pages.set(root.toString(), this);
    this.panel.onDidDispose(() => {
      hearing.dispose();
      clearTimeout(this.timer);
      pages.delete(root.toString());
    });
    this.fill();
  }

  show(): void {
    this.panel.reveal();
  }

  private changed(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fill(), REST_MS);
  }

  /** Made only while somebody sees it; of a review that is gone the last page stays. */
  private fill(): void {
    const open = this.reviews.rooted(this.root.toString());
    if (!open || !this.isStale || !this.panel.visible) return;
    this.isStale = false;
    this.panel.title = this.reviews.all().length > 1 ? t("Codebook: {0}", titleOf(open)) : t("Codebook");
    this.panel.webview.html = pageOf(open, {
      linkTo: (file, offset) => commandUri("cmoc.goToIt", { uri: open.addressOf(file).toString(), offset }),
      actions: [
        {
          label: t("Save as HTML, to print or to send …"),
          href: commandUri("cmoc.saveCodebookPage", { uri: open.root.toString() }),
        },
      ],
    });
  }
}

function commandUri(command: string, given: object): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([given]))}`;
}

function pageOf(open: OpenReview, more: Partial<PageOptions>): string {
  const { review } = open;
  return codebookPage(codesReport(review), {
    title: titleOf(open),
    scheme: review.manifest.scheme,
    language: vscode.l10n.bundle ? vscode.env.language : "en",
    date: today(),
    ...more,
  });
}

/** Saves the page where a person says, and offers to open it in a browser, which can print it. */
export async function saveCodebookPage(reviews: Reviews, given?: unknown): Promise<void> {
  const open = reviewOf(reviews, given) ?? (await reviewShown(reviews));
  if (!open) return;
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(open.root, "codebook.html"),
    filters: { HTML: ["html", "htm"] },
    title: t("Save the codebook as a page"),
  });
  if (!uri) return;
  if (!/\.html?$/i.test(uri.path)) {
    void vscode.window.showWarningMessage(t("{0} is no name of a page. Choose one that ends in .html.", nameOf(uri)));
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(pageOf(open, {})));
  } catch {
    void vscode.window.showWarningMessage(t("{0} could not be written. Choose another folder.", nameOf(uri)));
    return;
  }
  const show = t("Open in the Browser");
  const message = t("{0} was saved. A browser prints it.", nameOf(uri));
  const isReachable = uri.scheme === "file" && vscode.env.uiKind === vscode.UIKind.Desktop;
  const chosen = await vscode.window.showInformationMessage(message, ...(isReachable ? [show] : []));
  if (chosen === show) await vscode.env.openExternal(uri);
}

/** The review of the page that is looked at, else the one that is meant. */
async function reviewShown(reviews: Reviews): Promise<OpenReview | undefined> {
  for (const [root, { panel }] of pages) {
    const open = panel.active ? reviews.rooted(root) : undefined;
    if (open) return open;
  }
  return whichReview(reviews);
}

function reviewOf(reviews: Reviews, given: unknown): OpenReview | undefined {
  const uri = typeof given === "object" && given !== null && "uri" in given ? given.uri : undefined;
  return typeof uri === "string" ? reviews.rooted(uri) : undefined;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
