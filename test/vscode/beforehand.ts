/**
 * Makes the folders of the suites before any of them runs, those of one depth at once: to be told of a folder takes VS Code a third of a second, and a suite that
 * makes its own waits for each. One that is not here is only slower. Not those of suites that look at how folders come and go.
 */
import { makeFolders } from "./workspace.ts";

const FOLDERS = [
  "again/unwatched/review",
  "beside/empty/library",
  "between",
  "colouring",
  "diagnosed",
  "dragging",
  "finding/none",
  "fixing",
  "going/bare",
  "joining-desk",
  "joining",
  "large",
  "leaving/sources",
  "leaving/theory",
  "linking/bare",
  "moving/sources/taken2013.md",
  "moving/texts",
  "offering/bare",
  "parking",
  "plain",
  "pointing",
  "previewed/sources",
  "previewed/theory",
  "refactoring/ignored",
  "refactoring/inner",
  "refused",
  "remembering",
  "rendering",
  "returning/unwatched/review",
  "rewriting",
  "rightly",
  "rows/bare",
  "rows/table",
  "settings",
  "showing",
  "snippets/typed",
  "status",
];

before(() => makeFolders(FOLDERS));
