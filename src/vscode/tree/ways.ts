/** The ways in which each of the three views can be shown. */
import { CodeTree, ConfigurationTree, SourceTree } from "../../core/features/tree.ts";
import type { Ways } from "./showing.ts";

export const CONFIGURATION_WAYS: Ways = {
  key: "configurations",
  filtered: "cmoc.filtered",
  make:
    ({ by, sort, filter }) =>
    (open) =>
      new ConfigurationTree(open.review, { by, sort, filter, problems: (path) => open.problems(path) }),
  groupings: [
    { by: "theme", label: "By theme" },
    { by: "theory", label: "By theory" },
    { by: "status", label: "By status" },
    { by: "layer", label: "By layer of context" },
  ],
  sortings: [
    { sort: "file", label: "As in the files" },
    { sort: "id", label: "By id" },
    { sort: "evidence", label: "By amount of evidence" },
  ],
  askFilter: "Show configurations with these words in their id, title, theme, status or slots",
  askSort: "Sort the configurations",
  askGroup: "Group the configurations",
};

export const SOURCE_WAYS: Ways = {
  key: "sources",
  filtered: "cmoc.filteredSources",
  make:
    ({ sort, filter }) =>
    (open) =>
      new SourceTree(open.review, {
        sort,
        filter,
        problems: (path) => open.problems(path),
        reference: open.references.known,
      }),
  sortings: [
    { sort: "file", label: "As the files are called" },
    { sort: "id", label: "By key" },
    { sort: "evidence", label: "By number of extracts" },
  ],
  askFilter: "Show sources with these words in their key or title, and extracts with them",
  askSort: "Sort the sources",
};

export const CODE_WAYS: Ways = {
  key: "codebook",
  filtered: "cmoc.filteredCodes",
  make:
    ({ sort, filter }) =>
    (open) =>
      new CodeTree(open.review, { sort, filter, problems: (path) => open.problems(path) }),
  sortings: [
    { sort: "file", label: "As in the files" },
    { sort: "id", label: "By name" },
    { sort: "evidence", label: "By number of uses" },
  ],
  askFilter: "Show codes with these words in their name, title or what they cover",
  askSort: "Sort the codes",
};
