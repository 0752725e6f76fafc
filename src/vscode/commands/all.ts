/** What every command does, by its id. What is contributed in package.json is here, and what is here is contributed: a test holds both. */
import * as vscode from "vscode";
import { load } from "../loading.ts";
import type { Parts } from "../parts.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Trees } from "../trees.ts";
import { CODEBOOK, CONFIGURATIONS, SOURCES } from "../views.ts";

/** A command may be called by anybody with anything; by the menu of a row with that row, and all that are selected. */
export type Commands = ReadonlyMap<string, (given?: unknown, selected?: unknown) => unknown>;

/** Those that write, or ask which record is meant: each a function of that name in the part `writing`. */
const WRITING = [
  "newConfiguration",
  "newSource",
  "newExtract",
  "linkExtract",
  "unlinkExtract",
  "parkExtract",
  "unparkExtract",
  "goToRecord",
] as const;

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
  return new Map<string, (given?: unknown, selected?: unknown) => unknown>([
    ...WRITING.map(
      (name) =>
        [
          `cmoc.${name}`,
          async (given?: unknown, selected?: unknown) =>
            (await writing())[name](reviews, trees.chosen(given, selected) ?? given),
        ] as const,
    ),
    ["cmoc.openExample", async (given) => (await writing()).openExample(extension, given)],
    ["cmoc.newReview", async (given) => (await writing()).newReview(given)],
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
