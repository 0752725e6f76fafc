/** What every command does, by its id. What is contributed in package.json is here, and what is here is contributed: a test holds both. */
import * as vscode from "vscode";
import { load } from "../loading.ts";
import type { Parts } from "../parts.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Striping } from "../striping.ts";
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
  "joinTheory",
  "goToIt",
  "copyId",
  "goToRecord",
] as const;

/** Those that change several records at once: each a function of that name in the part `refactoring`. */
const REFACTORING = [
  "mergeConfigurations",
  "splitConfiguration",
  "retire",
  "changeScheme",
  "moveRecord",
  "convert",
  "copyAs",
  "newCode",
  "renameCode",
  "mergeCodes",
  "splitCode",
  "retireCode",
  "moveCode",
] as const;

/** Those that go between quotations and full texts: each a function of that name in the part `quoting`. */
const QUOTING = ["openFullText", "goToQuote", "goToExtract", "openAtPage", "fillPage", "fillPages"] as const;

/** Those of reading and appraising sources: each a function of that name in the part `progress`. */
const PROGRESS = ["nextToRead", "markRead", "markUnread", "saturation", "appraise", "appraisePassage"] as const;

/** Those of coding: each a function of that name in the part `coding`. */
const CODING = [
  "codeSelection",
  "codeSelectionAsBefore",
  "undoCoding",
  "newConfigurationFromExtract",
  "suggestConfigurations",
] as const;

/** Those that bring what lies outside into the review: each a function of that name in the part `joining`. */
const JOINING = ["addText", "importAnnotations"] as const;

type Done = (reviews: Reviews, given?: unknown) => unknown;

export function allCommands(
  extension: vscode.Uri,
  reviews: Reviews,
  trees: Trees,
  stripes: Striping,
  log: vscode.LogOutputChannel,
): Commands {
  const writing = (): Promise<Parts["writing"]> => load("writing");
  const again = (): Thenable<void> =>
    vscode.window.withProgress({ location: { viewId: CONFIGURATIONS } }, () => reviews.again());
  // The views have rows only of reviews; the part that offers to make one is loaded only where there is none.
  const isReview = async (): Promise<boolean> => reviews.all().length > 0 || (await writing()).isThereReview(reviews);
  const showing =
    (view: string, how: "sort" | "filter" | "clearFilter" | "group") =>
    async (given?: unknown): Promise<unknown> =>
      (await isReview()) && trees.showAs(view, how, given);
  /** Functions of a part that are given the rows that are meant. */
  const rowed = <P extends keyof Parts>(part: P, names: readonly (keyof Parts[P] & string)[]) =>
    names.map((name) => {
      const run = async (given?: unknown, selected?: unknown): Promise<unknown> => {
        const rows = await (await writing()).rowsGiven(trees, given, selected);
        return (await isReview()) && ((await load(part))[name] as Done)(reviews, rows ?? given);
      };
      return [`cmoc.${name}`, run] as const;
    });
  return new Map<string, (given?: unknown, selected?: unknown) => unknown>([
    ...rowed("writing", WRITING),
    ...rowed("refactoring", REFACTORING),
    ...rowed("quoting", QUOTING),
    ...rowed("progress", PROGRESS),
    ...rowed("coding", CODING),
    ...rowed("joining", JOINING),
    ["cmoc.openExample", async (given) => (await writing()).openExample(extension, given)],
    ["cmoc.newReview", async (given) => (await writing()).newReview(given)],
    ["cmoc.nextUnlinked", async () => (await writing()).goToLoose(reviews, 1)],
    ["cmoc.previousUnlinked", async () => (await writing()).goToLoose(reviews, -1)],
    ["cmoc.explainRule", async (given) => (await load("rules")).explainRule(given)],
    [
      "cmoc.pasteConfigurations",
      async (given) => (await isReview()) && (await load("pasting")).pasteConfigurations(reviews, given),
    ],
    ["cmoc.readPublished", async (given) => (await load("pasting")).readPublished(reviews, given)],
    ["cmoc.addFiles", async (given, selected) => (await load("joining")).addFiles(reviews, given, selected)],
    ["cmoc.openCodebookPage", async () => (await load("refactoring")).openCodebookPage(reviews)],
    ["cmoc.saveCodebookPage", async (given) => (await load("refactoring")).saveCodebookPage(reviews, given)],
    ["cmoc.toggleStripes", async () => (await stripes.open()).toggle()],
    ["cmoc.showLegend", async () => (await isReview()) && (await stripes.open()).showLegend()],
    ["cmoc.chooseCoders", async () => (await isReview()) && (await stripes.open()).chooseCoders()],
    ["cmoc.groupConfigurations", showing(CONFIGURATIONS, "group")],
    ["cmoc.sortConfigurations", showing(CONFIGURATIONS, "sort")],
    ["cmoc.filterConfigurations", showing(CONFIGURATIONS, "filter")],
    ["cmoc.clearFilter", showing(CONFIGURATIONS, "clearFilter")],
    ["cmoc.groupSources", showing(SOURCES, "group")],
    ["cmoc.sortSources", showing(SOURCES, "sort")],
    ["cmoc.filterSources", showing(SOURCES, "filter")],
    ["cmoc.clearSourcesFilter", showing(SOURCES, "clearFilter")],
    ["cmoc.sortCodes", showing(CODEBOOK, "sort")],
    ["cmoc.filterCodes", showing(CODEBOOK, "filter")],
    ["cmoc.clearCodesFilter", showing(CODEBOOK, "clearFilter")],
    // What happened on the disk and was not told is taken in, a review that came too.
    ["cmoc.readAgain", () => again().then(isReview)],
    ["cmoc.showLog", () => log.show()],
  ]);
}
