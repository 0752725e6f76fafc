/** Every command, by its id. What is contributed in package.json is here, and what is here is contributed: a test holds both. */
import * as vscode from "vscode";
import { load } from "./loading.ts";
import type { Reviews } from "./reviews/reviews.ts";
import type { Trees } from "./trees.ts";

/** Takes in what happened on the disk and was not told. */
function readAgain(reviews: Reviews): Thenable<void> {
  return vscode.window.withProgress({ location: { viewId: "cmoc.configurations" } }, () => reviews.again());
}

export function registerCommands(
  extension: vscode.Uri,
  reviews: Reviews,
  trees: Trees,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const register = (id: string, run: (given?: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, run);
  const writing = (): ReturnType<typeof load<"writing">> => load("writing");
  const meant = (given: unknown): unknown => trees.requestOf(given) ?? given;
  return vscode.Disposable.from(
    register("cmoc.openExample", async (given) => (await writing()).openExample(extension, given)),
    register("cmoc.newReview", async (given) => (await writing()).newReview(given)),
    register("cmoc.newConfiguration", async (given) => (await writing()).newConfiguration(reviews, given)),
    register("cmoc.newSource", async (given) => (await writing()).newSource(reviews, given)),
    register("cmoc.newExtract", async (given) => (await writing()).newExtract(reviews, given)),
    register("cmoc.linkExtract", async (given) => (await writing()).linkExtract(reviews, meant(given))),
    register("cmoc.unlinkExtract", async (given) => (await writing()).unlinkExtract(reviews, meant(given))),
    register("cmoc.goToRecord", async () => (await writing()).goToRecord(reviews)),
    register("cmoc.nextUnlinked", async () => (await writing()).goToLoose(reviews, 1)),
    register("cmoc.previousUnlinked", async () => (await writing()).goToLoose(reviews, -1)),
    register("cmoc.explainRule", async (given) => (await load("rules")).explainRule(given)),
    register("cmoc.readAgain", () => readAgain(reviews)),
    register("cmoc.showLog", () => log.show()),
  );
}
