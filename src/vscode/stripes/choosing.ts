/** Commands of stripes: on and off, what they mean, whose are shown. */
import * as vscode from "vscode";
import { codersOf, type LegendRow, legendOf, type Stripe } from "../../core/features/stripes.ts";
import { grouped, t } from "../../core/l10n.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Ground } from "./ground.ts";
import { letterIcon, themeNow } from "./margin.ts";
import type { Stripes } from "./stripes.ts";

/** Switches the setting where it is set, else for the user; and says so, since what goes is seen by those alone who see. */
export async function toggle(stripes: Stripes): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const settings = vscode.workspace.getConfiguration("cmoc", document?.uri);
  const set = settings.inspect<boolean>("stripes");
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  const isOn = !settings.get<boolean>("stripes", true);
  await settings.update("stripes", isOn, target);
  stripes.soon();
  vscode.window.setStatusBarMessage(isOn ? t("Stripes are shown.") : t("Stripes are hidden."), SAID_MS);
}

const SAID_MS = 4000;

interface Seen {
  readonly open: OpenReview;
  readonly editor?: vscode.TextEditor;
  readonly ground?: Ground;
  /** All of the document, those of hidden coders too. */
  readonly stripes: readonly Stripe[];
}

/** The document before the reader, else the review alone; undefined, with a notice, where there is no review. */
function seen(stripes: Stripes, reviews: Reviews): Seen | undefined {
  const editor = vscode.window.activeTextEditor;
  const ground = editor && stripes.groundNow(editor.document);
  if (ground) return { open: ground.open, editor, ground, stripes: ground.within(EVERYWHERE) };
  const open = reviews.current();
  if (open?.isReady) return { open, stripes: [] };
  void vscode.window.showInformationMessage(t("There is no review here whose words are coded."));
  return undefined;
}

const EVERYWHERE = { start: 0, end: Number.MAX_SAFE_INTEGER };

interface RowItem extends vscode.QuickPickItem {
  readonly row?: LegendRow;
}

/** What each line and letter means, in words; the one that is chosen leads to the next words that bear it. */
export async function showLegend(stripes: Stripes, reviews: Reviews): Promise<void> {
  const here = seen(stripes, reviews);
  if (!here) return;
  const { open, ground, editor } = here;
  const rows = legendOf(open.review, stripes.coders.shown(open, here.stripes));
  const theme = themeNow();
  const items: RowItem[] = rows.map((row) => ({
    label: literal(row.name),
    description: [row.mark, row.line, ...(ground ? [placesHere(row.stripes.length)] : [])].join(", "),
    iconPath: letterIcon({ letter: row.mark, look: row.look }, theme),
    row,
  }));
  items.push(
    { label: t("Words that several codes share"), kind: vscode.QuickPickItemKind.Separator },
    { label: t("First line"), description: t("under the words") },
    { label: t("Second line"), description: t("over the words") },
    { label: t("Third line"), description: t("at the foot of the row") },
    { label: t("Further lines"), description: t("a frame") },
  );
  const coders = codersOf(open.review, here.stripes).filter(({ count }) => count > 0);
  const hidden = stripes.coders.hidden(open);
  if (coders.length > 0) items.push({ label: t("Coders"), kind: vscode.QuickPickItemKind.Separator });
  for (const { coder, name, count } of coders)
    items.push({
      label: literal(name),
      description: hidden.has(coder) ? `${placesHere(count)}, ${t("hidden")}` : placesHere(count),
    });
  const placeHolder = ground
    ? t("What the stripes mean. Choose a role to go to its next words.")
    : t("What the stripes mean.");
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (chosen?.row && ground && editor) goToNext(chosen.row.stripes, ground, editor);
}

function placesHere(n: number): string {
  return n === 1 ? t("{0} place here", n) : t("{0} places here", grouped(n));
}

/** Selects the next words after the cursor, from the top again after the last. */
function goToNext(stripes: readonly Stripe[], ground: Ground, editor: vscode.TextEditor): void {
  const cursor = ground.offsetOf(editor.selection.active);
  const next = stripes.find(({ start }) => start > cursor) ?? stripes[0];
  const part = next?.parts[0];
  if (!part) return;
  const range = ground.rangeOf(part);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

interface CoderItem extends vscode.QuickPickItem {
  readonly coder: string;
}

/** Whose stripes are shown. */
export async function chooseCoders(stripes: Stripes, reviews: Reviews): Promise<void> {
  const here = seen(stripes, reviews);
  if (!here) return;
  const { open, ground } = here;
  const hidden = stripes.coders.hidden(open);
  const coders = codersOf(open.review, here.stripes);
  if (coders.length === 0) {
    const what = t("No coder is named here. Name coders in review.yaml, and in extracts with “coder:”.");
    void vscode.window.showInformationMessage(what);
    return;
  }
  const items: CoderItem[] = coders.map(({ coder, name, count }) => ({
    label: literal(name),
    ...(ground && { description: placesHere(count) }),
    picked: !hidden.has(coder),
    coder,
  }));
  const options = { placeHolder: t("Whose stripes are shown?"), canPickMany: true } as const;
  const chosen = await vscode.window.showQuickPick(items, options);
  if (!chosen) return;
  const shown = new Set(chosen.map(({ coder }) => coder));
  // Those who are not listed here stay as they are.
  const listed = new Set(coders.map(({ coder }) => coder));
  const others = [...hidden].filter((coder) => !listed.has(coder));
  await stripes.coders.hide(open, [...others, ...[...listed].filter((coder) => !shown.has(coder))]);
  stripes.soon();
}
