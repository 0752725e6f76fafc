import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const manifestVersion: Rule = {
  id: "manifest/version",
  level: "error",
  why: "A review in another version of the language is not half understood.",
  fires: { "review.yaml": "cmoc: 99\n" },
  quiet: { "review.yaml": "cmoc: 1\n" },
  message: (data) =>
    data.newest === undefined
      ? `Version ${word(data, "version")} of the language is not one that exists. Write “cmoc: 1”.`
      : `This review is written in version ${word(data, "version")} of the language, newer than ${word(data, "newest")}. Install a newer CMOC.`,
};
