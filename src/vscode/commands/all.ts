/** What every command does, by its id. What is contributed in package.json is here, and what is here is contributed: a test holds both. */
import * as vscode from "vscode";
import { load } from "../loading.ts";
import type { Parts } from "../parts.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Trees } from "../trees.ts";
import { CODEBOOK, CONFIGURATIONS, SOURCES } from "../views.ts";

/** A command may be called by anybody with anything. */
export type Commands = ReadonlyMap<string, (given?: unknown) => unknown>;

/** Takes in what happened on the disk and was not told. */
function readAgain(reviews: Reviews): Thenable<void> {
  return vscode.window.withProgress({ location: { viewId: "cmoc.configurations" } }, () => reviews.again());
}

export function allCommands(
  extension: vscode.Uri,
  reviews: Reviews,
  trees: Trees,
  log: vscode.LogOutputChannel,
): Commands {
  const writing = (): Promise<Parts["writing"]> => load("writing");
  const meant = (given: unknown): unknown => trees.requestOf(given) ?? given;
  return new Map<string, (given?: unknown) => unknown>([
    ["cmoc.openExample", async (given) => (await writing()).openExample(extension, given)],
    ["cmoc.newReview", async (given) => (await writing()).newReview(given)],
    ["cmoc.newConfiguration", async (given) => (await writing()).newConfiguration(reviews, given)],
    [
      "cmoc.newSource",
      async (given) => (await writing()).newSource(reviews, trees.keyOf(given) ?? given, trees.reviewOf(given)),
    ],
    [
      "cmoc.newExtract",
      async (given) => (await writing()).newExtract(reviews, trees.keyOf(given) ?? given, trees.reviewOf(given)),
    ],
    ["cmoc.linkExtract", async (given) => (await writing()).linkExtract(reviews, meant(given), trees.reviewOf(given))],
    [
      "cmoc.unlinkExtract",
      async (given) => (await writing()).unlinkExtract(reviews, meant(given), trees.reviewOf(given)),
    ],
    ["cmoc.parkExtract", async (given) => (await writing()).parkExtract(reviews, meant(given), trees.reviewOf(given))],
    [
      "cmoc.unparkExtract",
      async (given) => (await writing()).unparkExtract(reviews, meant(given), trees.reviewOf(given)),
    ],
    ["cmoc.goToRecord", async () => (await writing()).goToRecord(reviews)],
    ["cmoc.nextUnlinked", async () => (await writing()).goToLoose(reviews, 1)],
    ["cmoc.previousUnlinked", async () => (await writing()).goToLoose(reviews, -1)],
    ["cmoc.explainRule", async (given) => (await load("rules")).explainRule(given)],
    ["cmoc.groupConfigurations", (given) => trees.showAs(CONFIGURATIONS, "group", given)],
    ["cmoc.sortConfigurations", (given) => trees.showAs(CONFIGURATIONS, "sort", given)],
    ["cmoc.filterConfigurations", (given) => trees.showAs(CONFIGURATIONS, "filter", given)],
    ["cmoc.clearFilter", () => trees.showAs(CONFIGURATIONS, "clearFilter")],
    ["cmoc.sortSources", (given) => trees.showAs(SOURCES, "sort", given)],
    ["cmoc.filterSources", (given) => trees.showAs(SOURCES, "filter", given)],
    ["cmoc.clearSourcesFilter", () => trees.showAs(SOURCES, "clearFilter")],
    ["cmoc.sortCodes", (given) => trees.showAs(CODEBOOK, "sort", given)],
    ["cmoc.filterCodes", (given) => trees.showAs(CODEBOOK, "filter", given)],
    ["cmoc.clearCodesFilter", () => trees.showAs(CODEBOOK, "clearFilter")],
    ["cmoc.readAgain", () => readAgain(reviews)],
    ["cmoc.showLog", () => log.show()],
  ]);
}
