/** `cmoc explain RULE`: why a rule exists, an example that fires, one that does not. */
import { nearest } from "../../core/near.ts";
import { ALL_RULES, familyOf, ruleOf } from "../../core/rules/index.ts";
import type { ExampleFiles, Rule } from "../../core/rules/rule.ts";
import { UsageError } from "../files.ts";
import type { Output } from "../output.ts";

export function explain(id: string | undefined, output: Output): void {
  if (id === undefined) {
    output.write(overview(output));
    return;
  }
  const rule = ruleOf(id);
  if (rule) {
    output.write(page(rule, output));
    return;
  }
  const family = ALL_RULES.filter((each) => familyOf(each.id) === id);
  if (family.length > 0) {
    output.write(family.map((each) => line(each, output)).join("\n"));
    return;
  }
  const near = nearest(
    id,
    ALL_RULES.map((each) => each.id),
  );
  throw new UsageError(
    `There is no rule ${id}.${near === undefined ? " `cmoc explain` lists them all." : ` Did you mean ${near}?`}`,
  );
}

function line(rule: Rule, { colors }: Output): string {
  return `${rule.id.padEnd(26)} ${colors.dim(rule.level.padEnd(8))} ${rule.why}`;
}

function overview(output: Output): string {
  return ALL_RULES.map((rule) => line(rule, output)).join("\n");
}

function files(example: ExampleFiles): string {
  return Object.entries(example)
    .filter(([path, text]) => !(path === "review.yaml" && text === "cmoc: 1\n"))
    .map(([path, text]) => {
      const shown = text.length > 2000 ? `${text.slice(0, 200)}…` : text.replace(/\0/g, "\u2400");
      return `  ${path}\n${shown
        .trimEnd()
        .split("\n")
        .map((each) => `    ${each}`.trimEnd())
        .join("\n")}`;
    })
    .join("\n");
}

function page(rule: Rule, { colors }: Output): string {
  const parts = [`${colors.bold(rule.id)}  ${colors.dim(rule.level)}`, rule.why];
  if (rule.literature !== undefined) parts.push(colors.dim(`Source: ${rule.literature}`));
  if (rule.fix) parts.push(`Fix: ${rule.fix.title}${rule.fix.safe ? " (done by cmoc fix)" : ""}`);
  parts.push(
    "",
    colors.underline("Is reported:"),
    files(rule.fires),
    "",
    colors.underline("Is not:"),
    files(rule.quiet),
  );
  parts.push("", `Change its level in review.yaml:  checks: { ${rule.id}: off }`);
  return parts.join("\n");
}
