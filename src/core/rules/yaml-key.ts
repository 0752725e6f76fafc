/** Raised by the reader of review.yaml. Data: `key`; `in` (the map that holds it), `near`. */
import { t } from "../l10n.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { Rule, RulePage } from "./rule.ts";
import { near, quoted, word } from "./words.ts";

export const yamlKeyPage: RulePage = {
  why: "A key that the language does not know is read by nobody.",
  fires: { "review.yaml": "titel: One\n" },
  quiet: { "review.yaml": "title: One\n" },
};

/** Where the key stands; a key of the manifest that holds others is called as it is written. */
function place(data: FindingData): string {
  if (data.in === undefined) return "review.yaml";
  const within = word(data, "in");
  return within === "a source’s front matter" ? t("a source’s front matter") : within;
}

export const yamlKey: Rule = {
  id: "yaml/key",
  level: "warning",
  fix: { title: "Use the near key", safe: false },
  message: (data) => {
    const key = quoted(word(data, "key"));
    const mend = near(data) || ` ${t("Mend its name, or take it out.")}`;
    if (data.in === "checks") return t("{0} is neither a check nor a family of checks.{1}", key, mend);
    return t("{0} is no key of {1}.{2}", key, place(data), mend);
  },
};
