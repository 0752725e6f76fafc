/** A rule's page in Markdown: why it exists, an example that it reports, one that it does not. */

import { t } from "../l10n.ts";
import { messageOf } from "../rules/index.ts";
import { type ExplainedRule, explainedRule } from "../rules/pages.ts";
import type { ExampleFiles } from "../rules/rule.ts";
import { checkedExample } from "./examples.ts";

const MOST_LINES = 24;

/** The page of a rule; undefined where there is no such rule. */
export function rulePage(id: string): string | undefined {
  const rule = explainedRule(id);
  if (!rule) return undefined;
  const parts = [`# ${rule.id}`, `_${rule.level}_`, t(rule.why)];
  if (rule.literature !== undefined) parts.push(t("Source: {0}", rule.literature));
  if (rule.fix) {
    const title = t(rule.fix.title);
    const fix = rule.fix.safe ? t("{0} (safe: can be done everywhere at once)", title) : title;
    parts.push(`**${t("Fix:")}** ${fix}`);
  }
  parts.push(`## ${t("Is reported")}`, files(rule.fires));
  const messages = said(rule);
  if (messages.length > 0) parts.push(t("The check says:"), messages.map((message) => `> ${message}`).join("\n>\n"));
  parts.push(`## ${t("Is not reported")}`, files(rule.quiet));
  parts.push(
    `## ${t("Change its level")}`,
    `${t("In `review.yaml`:")}\n\n\`\`\`yaml\nchecks:\n  ${rule.id}: off\n\`\`\``,
  );
  return `${parts.join("\n\n")}\n`;
}

function files(example: ExampleFiles): string {
  const paths = Object.keys(example);
  const besides = paths.filter((path) => path !== "review.yaml" || example[path] !== "cmoc: 1\n");
  const shown = besides.length === 0 || besides.some((path) => path.startsWith("review.")) ? paths : besides;
  return shown.map((path) => `\`${path}\`\n\n${fenced(example[path] ?? "")}`).join("\n\n");
}

/** A text in a fence that is longer than any in it; of a long text the first lines. */
function fenced(text: string): string {
  const lines = text.replace(/\0/g, "\u2400").trimEnd().split("\n");
  const kept = lines.length > MOST_LINES ? [...lines.slice(0, 4), t("… and {0} lines more", lines.length - 4)] : lines;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${kept.join("\n")}\n${fence}`;
}

/** What a check says of the example that fires; two messages at most. */
function said(rule: ExplainedRule): readonly string[] {
  const { review, problems } = checkedExample(rule.fires);
  const found = problems.filter((problem) => problem.rule === rule.id);
  return found.slice(0, 2).map((problem) => messageOf(problem, review).replace(/[\\`*_[\]<>]/g, "\\$&"));
}
