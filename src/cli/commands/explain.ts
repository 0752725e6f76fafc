/** `cmoc explain RULE`: why a rule exists, an example that fires, one that does not. */
import { nearest } from "../../core/near.ts";
import { checkedExample } from "../../core/proof/examples.ts";
import { familyOf, messageOf } from "../../core/rules/index.ts";
import { EXPLAINED_RULES, type ExplainedRule, explainedRule } from "../../core/rules/pages.ts";
import type { ExampleFiles } from "../../core/rules/rule.ts";
import { UsageError } from "../files.ts";
import type { Output } from "../output.ts";

export function explain(id: string | undefined, output: Output): void {
  if (id === undefined) {
    output.write(overview(output));
    return;
  }
  const rule = explainedRule(id);
  if (rule) {
    output.write(page(rule, output));
    return;
  }
  const family = EXPLAINED_RULES.filter((each) => familyOf(each.id) === id);
  if (family.length > 0) {
    output.write(family.map((each) => line(each, output)).join("\n"));
    return;
  }
  const near = nearest(
    id,
    EXPLAINED_RULES.map((each) => each.id),
  );
  throw new UsageError(
    `There is no rule ${id}.${near === undefined ? " `cmoc explain` lists them all." : ` Did you mean ${near}?`}`,
  );
}

function line(rule: ExplainedRule, { colors }: Output): string {
  return `${rule.id.padEnd(26)} ${colors.dim(rule.level.padEnd(8))} ${rule.why}`;
}

function overview(output: Output): string {
  return EXPLAINED_RULES.map((rule) => line(rule, output)).join("\n");
}

const MOST_LINES = 24;

function files(example: ExampleFiles): string {
  const paths = Object.keys(example);
  const isPlain = (path: string): boolean => path === "review.yaml" && example[path] === "cmoc: 1\n";
  const besides = paths.filter((path) => !isPlain(path));
  const shown = besides.length === 0 || besides.some((path) => path.startsWith("review.")) ? paths : besides;
  return shown.map((path) => `  ${path}\n${excerpt(example[path] ?? "")}`).join("\n");
}

/** A file's lines, indented; of a long one the first. NUL bytes, which a terminal does not show, as their signs. */
function excerpt(text: string): string {
  const lines = text.replace(/\0/g, "\u2400").trimEnd().split("\n");
  const kept = lines.length > MOST_LINES ? [...lines.slice(0, 4), `… and ${lines.length - 4} lines more`] : lines;
  return kept.map((line) => `    ${line}`.trimEnd()).join("\n");
}

/** What a check says of the example, each message once. */
function said(rule: ExplainedRule): string {
  const { review, problems } = checkedExample(rule.fires);
  const found = problems
    .filter((problem) => problem.rule === rule.id)
    .map((problem) => {
      const { line } = review.lines(problem.uri).position(problem.span.start);
      return `  ${problem.uri}:${line + 1}: ${messageOf(problem, review)}`;
    });
  return found.slice(0, 2).join("\n");
}

function page(rule: ExplainedRule, { colors }: Output): string {
  const parts = [`${colors.bold(rule.id)}  ${colors.dim(rule.level)}`, rule.why];
  if (rule.literature !== undefined) parts.push(colors.dim(`Source: ${rule.literature}`));
  if (rule.fix) parts.push(`Fix: ${rule.fix.title}${rule.fix.safe ? " (done by cmoc fix)" : ""}`);
  parts.push(
    "",
    colors.underline("Is reported:"),
    files(rule.fires),
    "",
    colors.underline("The check says:"),
    said(rule),
    "",
    colors.underline("Is not reported:"),
    files(rule.quiet),
  );
  parts.push("", `Change its level in review.yaml:  checks: { ${rule.id}: off }`);
  return parts.join("\n");
}
