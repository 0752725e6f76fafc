/** One question after another, with a way back: lists to choose from, as steps of one form. */
import * as vscode from "vscode";

export interface Step<I extends vscode.QuickPickItem> {
  readonly title: string;
  /** Which step it is, from 1, of how many. */
  readonly step: number;
  readonly of: number;
  readonly placeHolder: string;
  readonly items: readonly I[];
  /** Chosen when nothing else is. */
  readonly active?: I | undefined;
}

/** What was chosen; "back" for the step before, undefined for thinking better of all of it. */
export function ask<I extends vscode.QuickPickItem>(asked: Step<I>): Promise<I | "back" | undefined> {
  const pick = vscode.window.createQuickPick<I>();
  pick.title = asked.title;
  pick.step = asked.step;
  pick.totalSteps = asked.of;
  pick.placeholder = asked.placeHolder;
  pick.items = asked.items;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  if (asked.active) pick.activeItems = [asked.active];
  if (asked.step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const done = (answer: I | "back" | undefined): void => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidTriggerButton(() => done("back"));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) done(chosen);
    });
    pick.onDidHide(() => done(undefined));
    pick.show();
  });
}
