/** The panel that shows what each source added. It has no scripts; its links are commands. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { saturation as found } from "../../core/report/saturation.ts";
import { shapeStyle } from "../../core/report/saturation-chart.ts";
import { PAGE_STYLE, saturationBody } from "../../core/report/saturation-html.ts";
import { reviewMeant } from "../commands/meant.ts";
import { openSource } from "../commands/reading.ts";
import { type OpenReview, titleOf } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";

const COMMAND = "cmoc.saturation";
/** Changes are shown together, when nobody typed for so long. */
const REST_MS = 300;

/** What a link of the panel asks for. */
interface Asked {
  readonly root: string;
  readonly source: string;
}

const panels = new Map<OpenReview, vscode.WebviewPanel>();

/** Shows the panel of the review that is meant; a link in it opens a source. */
export async function saturation(reviews: Reviews, given?: unknown): Promise<void> {
  if (isAsked(given)) {
    const open = reviews.rooted(given.root);
    if (open?.review.source(given.source)) await openSource(reviews, open, given.source);
    return;
  }
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const known = panels.get(open);
  if (known) known.reveal();
  else openPanel(reviews, open);
}

function isAsked(given: unknown): given is Asked {
  if (typeof given !== "object" || given === null) return false;
  const { root, source } = given as Partial<Asked>;
  return typeof root === "string" && typeof source === "string";
}

function openPanel(reviews: Reviews, open: OpenReview): void {
  const panel = vscode.window.createWebviewPanel(COMMAND, t("Saturation"), vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    enableCommandUris: [COMMAND],
    localResourceRoots: [],
  });
  panels.set(open, panel);
  let shown: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const { revision } = open.review;
    if (!open.isReady || shown === revision || !isVisible(panel)) return;
    shown = revision;
    panel.webview.html = pageOf(open);
  };
  const own = [
    reviews.onDidChange((change) => {
      if (change.open === open) timer ??= setTimeout(show, REST_MS);
    }),
    reviews.onDidList(() => {
      if (!reviews.all().includes(open)) panel.dispose();
    }),
    panel.onDidChangeViewState(show),
  ];
  panel.onDidDispose(() => {
    if (timer !== undefined) clearTimeout(timer);
    panels.delete(open);
    for (const one of own) one.dispose();
  });
  show();
}

/** Of a panel that is gone VS Code answers nothing, and it may be gone before that is told. */
function isVisible(panel: vscode.WebviewPanel): boolean {
  try {
    return panel.visible;
  } catch {
    return false;
  }
}

/** The page in the colours of the theme. */
export function pageOf(open: OpenReview): string {
  const root = open.root.toString();
  const body = saturationBody(found(open.review), titleOf(open), ({ key }) => {
    const asked: Asked = { root, source: key };
    return `command:${COMMAND}?${encodeURIComponent(JSON.stringify([asked]))}`;
  });
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>`;
}

const STYLE = `body{padding:0 1.5em 2em;color:var(--vscode-foreground);line-height:1.5}
h1{font-size:1.4em;font-weight:600}
a:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:2px}
th,td{border-bottom:1px solid var(--vscode-widget-border,var(--vscode-contrastBorder,currentColor))}
.names,.about{color:var(--vscode-descriptionForeground)}
.cmoc-chart text{fill:var(--vscode-foreground);font-size:13px;font-family:var(--vscode-font-family)}
.cmoc-chart .axis{stroke:var(--vscode-foreground);fill:none}
.cmoc-chart .grid{stroke:var(--vscode-foreground);opacity:.18}
.cmoc-chart .codes{stroke:var(--vscode-cmoc-context);fill:var(--vscode-cmoc-context)}
.cmoc-chart .configurations{stroke:var(--vscode-cmoc-intervention);fill:var(--vscode-cmoc-intervention)}
.cmoc-chart text.name{fill:var(--vscode-foreground)}
${PAGE_STYLE}
${shapeStyle()}`;
