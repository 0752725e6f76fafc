/** Every command, by its id. What is contributed in package.json is here, and what is here is contributed: a test holds both. */
import * as vscode from "vscode";
import { newConfiguration, newExtract, newReview, newSource } from "./commands/creating.ts";
import { goToLoose, goToRecord } from "./commands/going.ts";
import { linkExtract, unlinkExtract } from "./commands/linking.ts";
import { registerRulePages } from "./commands/rule-pages.ts";
import type { Reviews } from "./reviews/reviews.ts";
import type { Trees } from "./trees.ts";

/** Takes in what happened on the disk and was not told. */
function readAgain(reviews: Reviews): Thenable<void> {
  return vscode.window.withProgress({ location: { viewId: "cmoc.configurations" } }, () => reviews.again());
}

export function registerCommands(reviews: Reviews, trees: Trees, log: vscode.LogOutputChannel): vscode.Disposable {
  const register = (id: string, run: (given?: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, run);
  return vscode.Disposable.from(
    registerRulePages(),
    register("cmoc.newReview", newReview),
    register("cmoc.newConfiguration", (given) => newConfiguration(reviews, given)),
    register("cmoc.newSource", (given) => newSource(reviews, given)),
    register("cmoc.newExtract", (given) => newExtract(reviews, given)),
    register("cmoc.linkExtract", (given) => linkExtract(reviews, trees.requestOf(given) ?? given)),
    register("cmoc.unlinkExtract", (given) => unlinkExtract(reviews, trees.requestOf(given) ?? given)),
    register("cmoc.goToRecord", () => goToRecord(reviews)),
    register("cmoc.nextUnlinked", () => goToLoose(reviews, 1)),
    register("cmoc.previousUnlinked", () => goToLoose(reviews, -1)),
    register("cmoc.readAgain", () => readAgain(reviews)),
    register("cmoc.showLog", () => log.show()),
  );
}
