/** Reading the full text of a source for somebody who waits for it, and saying why there is none. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import type { Held } from "../../core/proof/held.ts";
import type { Proving } from "../proving/proving.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** A text that takes longer to read, in milliseconds, is waited for in sight. */
const SOON_MS = 400;

export interface Read {
  readonly proving: Proving;
  readonly held: Held;
}

/** What is held of a source, read now where it was not; undefined when a person did not wait for it. */
export async function readText(open: OpenReview, key: string): Promise<Read | undefined> {
  const stop = new AbortController();
  const reading = open
    .proving()
    .then(async (proving): Promise<Read> => ({ proving, held: await proving.texts.read(key, stop.signal) }));
  return inSight(reading, t("Reading the full text of {0}", key), stop);
}

/** What is waited for; shown, and to be broken off, where it takes long. `stop` is told when it is. */
export async function inSight<T>(work: Promise<T>, title: string, stop?: AbortController): Promise<T | undefined> {
  const soon = new Promise<"late">((done) => setTimeout(() => done("late"), SOON_MS));
  const first = await Promise.race([work.then((value) => ({ value })), soon]);
  if (first !== "late") return first.value;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) =>
      Promise.race([
        work,
        new Promise<undefined>((done) => {
          token.onCancellationRequested(() => {
            done(undefined);
            stop?.abort();
          });
        }),
      ]),
  );
}

/** Why no text is shown, and what would help. */
export function whyNoText(held: Exclude<Held, { readonly is: "text" }> | Held, key: string): string {
  switch (held.is) {
    case "scan":
      return t(
        "{0} holds pictures of pages and no text. Have its text recognised, or put a text file beside it.",
        held.file,
      );
    case "unreadable":
      return t("{0} cannot be read. {1}", held.file, held.why);
    case "coming":
      return t("The full text of {0} is being read. Try again in a moment.", key);
    default:
      return t(
        "No full text of {0} is held. Put it into the folder of texts as {0}.pdf, .txt, .md, .html or .xml.",
        key,
      );
  }
}

/** Says why there is none, with what can be done about it. */
export async function sayNoText({ proving, held }: Read, open: OpenReview, key: string): Promise<void> {
  const path = held.is === "scan" || held.is === "unreadable" ? proving.texts.pathOf(key) : undefined;
  const [add, show] = [t("Add Full Text"), t("Open the File")];
  const does = held.is === "none" ? [add] : path === undefined ? [] : [show];
  const chosen = await vscode.window.showInformationMessage(whyNoText(held, key), ...does);
  if (chosen === add) await vscode.commands.executeCommand("cmoc.addText", key);
  if (chosen === show && path !== undefined) await vscode.commands.executeCommand("vscode.open", open.addressOf(path));
}
