/** Answers given to what commands ask of a person, since nobody sits before the window while tests run. */
import { assert } from "chai";
import * as vscode from "vscode";

/** The beginning of the label that is chosen, several of them, words for a box, a folder; undefined is thinking better of it. */
export type Answer = string | readonly string[] | vscode.Uri | Typed | undefined;

/** Words that are typed into a list, and the row that is chosen then. */
export interface Typed {
  readonly typed: string;
  readonly row: string;
}

/** What was asked, and the labels that there were to choose from. */
export interface Question {
  readonly words: string;
  readonly labels: readonly string[];
  /** What stands beside each of them, if anything does. */
  readonly beside?: readonly string[];
}

type Window = Record<string, unknown>;
const NAMES = ["showQuickPick", "showInputBox", "showOpenDialog"] as const;

/** What commands ask while something is done, answered in turn; what is asked beyond the answers is not answered. */
export async function answering(answers: readonly Answer[], run: () => Promise<unknown>): Promise<readonly Question[]> {
  const window = vscode.window as unknown as Window;
  const before = NAMES.map((name) => window[name]);
  const questions: Question[] = [];
  const next = (question: Question): Answer => {
    questions.push(question);
    return answers[questions.length - 1];
  };
  window.showQuickPick = async (given: PickFrom, options?: vscode.QuickPickOptions) => {
    const items = await given;
    const answer = next({ words: options?.placeHolder ?? "", ...whatIsIn(items) });
    if (answer === undefined) return undefined;
    const chosen = (Array.isArray(answer) ? answer : [answer]).map((label) => chosenFrom(items, String(label)));
    return options?.canPickMany ? chosen : chosen[0];
  };
  window.showInputBox = async (options?: vscode.InputBoxOptions) =>
    next({ words: options?.prompt ?? "", ...whatIsIn([]) });
  const createQuickPick = window.createQuickPick;
  window.createQuickPick = () => listAnswered(next);
  window.showOpenDialog = async (options?: vscode.OpenDialogOptions) => {
    const answer = next({ words: options?.title ?? "", ...whatIsIn([]) });
    return answer === undefined ? undefined : [answer];
  };
  try {
    await run();
  } finally {
    for (const [index, name] of NAMES.entries()) window[name] = before[index];
    window.createQuickPick = createQuickPick;
  }
  assert.isAtLeast(
    questions.length,
    answers.length,
    `asked was only: ${questions.map(({ words }) => words).join("; ")}`,
  );
  return questions;
}

/** A list that is filled as somebody types; what it does not have is not asked of it. */
function listAnswered(next: (question: Question) => Answer): Partial<vscode.QuickPick<vscode.QuickPickItem>> {
  const listening = { accept: () => {}, hide: () => {}, type: (_: string) => {} };
  const nothing = new vscode.Disposable(() => {});
  const list = {
    placeholder: "",
    items: [] as readonly vscode.QuickPickItem[],
    selectedItems: [] as readonly vscode.QuickPickItem[],
    activeItems: [] as readonly vscode.QuickPickItem[],
    onDidAccept: (does: () => void) => {
      listening.accept = does;
      return nothing;
    },
    onDidHide: (does: () => void) => {
      listening.hide = does;
      return nothing;
    },
    onDidChangeValue: (does: (value: string) => void) => {
      listening.type = does;
      return nothing;
    },
    show: () => {
      setTimeout(() => {
        const rows = () => list.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
        const answer = next({ words: list.placeholder, ...whatIsIn(rows()) });
        if (answer === undefined) return listening.hide();
        const isTyped = typeof answer === "object" && "typed" in answer;
        if (isTyped) listening.type(answer.typed);
        list.selectedItems = [chosenFrom(rows(), isTyped ? answer.row : String(answer))];
        return listening.accept();
      });
    },
    dispose: () => {},
  };
  return list;
}

type PickFrom = readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>;

function whatIsIn(items: readonly vscode.QuickPickItem[]): Pick<Question, "labels" | "beside"> {
  const labels = items.map(({ label }) => label);
  const beside = items.map(({ description }) => description ?? "");
  return beside.some((words) => words !== "") ? { labels, beside } : { labels };
}

function chosenFrom(items: readonly vscode.QuickPickItem[], label: string): vscode.QuickPickItem {
  const found = items.find((item) => item.label === label) ?? items.find((item) => item.label.startsWith(label));
  assert.isDefined(found, `${label} is among ${items.map((item) => item.label).join(", ")}`);
  return found as vscode.QuickPickItem;
}

/**
 * Runs a command with the answers as far as each of them, thinking better of it at the next question: each time nothing may have been changed, as
 * `texts` tells, and no notice is given.
 */
export async function cancelling(
  answers: readonly Answer[],
  run: () => Promise<unknown>,
  texts: () => Promise<unknown> | unknown,
): Promise<void> {
  for (let count = 0; count < answers.length; count++) {
    const before = JSON.stringify(await texts());
    const questions = await answering([...answers.slice(0, count), undefined], run);
    assert.lengthOf(questions, count + 1, "nothing is asked after it");
    assert.equal(JSON.stringify(await texts()), before, questions[count]?.words);
  }
}

/** What is found by words that are typed into a list which something shows, as VS Code finds it; the list is then left without an answer. */
export async function findingBy(words: readonly string[], run: () => Promise<unknown>): Promise<readonly string[][]> {
  const window = vscode.window as unknown as Window;
  const before = window.showQuickPick;
  let found: string[][] | undefined;
  window.showQuickPick = async (given: PickFrom, options: vscode.QuickPickOptions = {}) => {
    const items = await given;
    const textOf = ({ label, description, detail }: vscode.QuickPickItem): string =>
      [label, options.matchOnDescription && description, options.matchOnDetail && detail].filter(Boolean).join("\n");
    const holding = (typed: string) => items.filter((item) => textOf(item).toLowerCase().includes(typed.toLowerCase()));
    found = words.map((typed) => holding(typed).map(({ label }) => label));
    return undefined;
  };
  try {
    await run();
  } finally {
    window.showQuickPick = before;
  }
  assert.isDefined(found, "a list is shown");
  return found ?? [];
}
