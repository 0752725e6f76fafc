/** The ways in which each of the three views can be shown. */

import { CodeTree, ConfigurationTree, type Grouping, SourceTree } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import type { Ways } from "./showing.ts";

export const CONFIGURATION_WAYS: Ways = {
  key: "configurations",
  filtered: "cmoc.filtered",
  make:
    ({ by, sort, filter }) =>
    (open) =>
      new ConfigurationTree(open.review, { by: by as Grouping, sort, filter, problems: (path) => open.problems(path) }),
  groupings: [
    { by: "theme", label: () => t("By theme") },
    { by: "theory", label: () => t("By theory") },
    { by: "status", label: () => t("By status") },
    { by: "layer", label: () => t("By layer of context") },
  ],
  sortings: [
    { sort: "file", label: () => t("As in the files") },
    { sort: "id", label: () => t("By id") },
    { sort: "evidence", label: () => t("By amount of evidence") },
  ],
  askFilter: () => t("Show configurations with these words in their id, title, theme, status or slots"),
  askSort: () => t("Sort the configurations"),
  askGroup: () => t("Group the configurations"),
};

export const SOURCE_WAYS: Ways = {
  key: "sources",
  filtered: "cmoc.filteredSources",
  make:
    ({ by, sort, filter }) =>
    (open) =>
      new SourceTree(open.review, {
        by: by === "reading" ? by : "none",
        sort,
        filter,
        problems: (path) => open.problems(path),
        reference: open.references.known,
        holdsText: (key) => open.holdsText?.(key),
      }),
  sortings: [
    { sort: "file", label: () => t("As the files are called") },
    { sort: "id", label: () => t("By key") },
    { sort: "evidence", label: () => t("By number of extracts") },
    { sort: "reading", label: () => t("By state of reading") },
  ],
  groupings: [
    { by: "none", label: () => t("In one list") },
    { by: "reading", label: () => t("By state of reading") },
  ],
  askFilter: () => t("Show sources with these words in their key or title, and extracts with them"),
  askSort: () => t("Sort the sources"),
  askGroup: () => t("Group the sources"),
};

export const CODE_WAYS: Ways = {
  key: "codebook",
  filtered: "cmoc.filteredCodes",
  make:
    ({ sort, filter }) =>
    (open) =>
      new CodeTree(open.review, { sort, filter, problems: (path) => open.problems(path) }),
  sortings: [
    { sort: "file", label: () => t("As in the files") },
    { sort: "id", label: () => t("By name") },
    { sort: "evidence", label: () => t("By number of uses") },
  ],
  askFilter: () => t("Show codes with these words in their name, title or what they cover"),
  askSort: () => t("Sort the codes"),
};
