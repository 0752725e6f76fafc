/** Raised by the reader of YAML. Data: `reason` (a code); of some reasons `key`, `alias`, `code`, `detail`. */
import { t } from "../l10n.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { Rule, RulePage } from "./rule.ts";
import { quoted, word } from "./words.ts";

const REASONS: { readonly [reason: string]: (data: FindingData) => string } = {
  "not-a-map": () => t("This YAML has no keys. Write “key: value” on lines of their own."),
  "duplicate-key": (data) =>
    data.key === undefined
      ? t("A key stands here a second time. Keep one of the two.")
      : t("The key {0} stands here a second time. Keep one of the two.", quoted(word(data, "key"))),
  "bad-indent": () =>
    t(
      "This line is indented in a way that fits no line above it. Line it up, or close the bracket or quotation mark before it.",
    ),
  "tab-as-indent": () => t("YAML is not indented with tabs. Use spaces."),
  "missing-char": () => t("A sign is missing here, such as a closing bracket, quotation mark or comma. Add it."),
  "unexpected-token": () =>
    t("This does not belong here. A value with a colon, a bracket or a # wants quotation marks."),
  "bad-scalar-start": () => t("A value cannot begin with this sign. Put the value in quotation marks."),
  "block-as-implicit-key": () => t("A value with a colon in it wants quotation marks."),
  "multiline-implicit-key": () =>
    t("A key ends on the line it begins on. Add its colon, or quotation marks around the value above."),
  "bad-dq-escape": () => t("A backslash in double quotation marks begins an escape. Use single quotation marks."),
  "multiple-docs": () => t("A second YAML document begins here and is not read. Keep one."),
  "complex-key": () => t("A key is a word, not a list or a map. Write “key: value”."),
  "unknown-alias": (data) =>
    t("No value is named {0} here. Write the value out, or begin it in quotation marks.", quoted(word(data, "alias"))),
  "alias-bomb": () => t("This alias would stand for too many values. Write the value out."),
  "too-long": () => t("This YAML is too long to be read. Move long texts to files of their own."),
  "too-deep": () => t("Lists and maps lie too deep in each other here. Flatten them."),
  character: (data) => t("YAML may not hold the control character {0}. Take it out.", word(data, "code")),
};

export const yamlSyntaxPage: RulePage = {
  why: "YAML that does not parse says nothing of what it was meant to say.",
  fires: { "review.yaml": "title: [never closed\n" },
  quiet: { "review.yaml": "title: Closed\n" },
};

export const yamlSyntax: Rule = {
  id: "yaml/syntax",
  level: "error",
  message: (data) => {
    const reason = REASONS[word(data, "reason")];
    return reason?.(data) ?? t("This is not YAML. A value with a colon, a bracket or a # wants quotation marks.");
  },
};
