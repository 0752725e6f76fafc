/** Problems as SARIF 2.1.0, for code scanning on forges. Columns count UTF-16 units, from 1. */
import type { Invocation, Log, ReportingDescriptor, Result } from "sarif";
import type { Problem } from "../../core/check.ts";
import type { Review } from "../../core/review.ts";
import { messageOf } from "../../core/rules/index.ts";
import { EXPLAINED_RULES, type ExplainedRule } from "../../core/rules/pages.ts";
import type { Span } from "../../core/text.ts";
import type { Unread } from "../files.ts";
import { jsonText } from "../output.ts";
import { repositoryPrefix } from "../repository.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** What forges take paths to be relative to. */
const BASE = "%SRCROOT%";

function sarifLevel(level: string): "error" | "warning" | "note" {
  return level === "error" || level === "warning" ? level : "note";
}

function descriptor(rule: ExplainedRule): ReportingDescriptor {
  const help = rule.literature === undefined ? rule.why : `${rule.why} (${rule.literature})`;
  return {
    id: rule.id,
    shortDescription: { text: rule.why },
    help: { text: `${help}\nMore: cmoc explain ${rule.id}` },
    defaultConfiguration: { level: sarifLevel(rule.level) },
  };
}

/** What was not read, told beside the results: a run that missed part of the review did not succeed. */
function invocation(unread: readonly Unread[]): Invocation {
  return {
    executionSuccessful: !unread.some((one) => one.failed),
    ...(unread.length > 0 && {
      toolExecutionNotifications: unread.map(({ path, reason, failed }) => ({
        level: failed ? ("error" as const) : ("note" as const),
        message: { text: `${path} was not read: ${reason}.` },
      })),
    }),
  };
}

export function sarifReport(
  review: Review,
  shown: readonly Problem[],
  { root, unread }: { readonly root: string; readonly unread: readonly Unread[] },
  version: string,
): string {
  const prefix = repositoryPrefix(root);
  const region = (uri: string, span: Span) => {
    const { start, end } = review.lines(uri).range(span);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
  const place = (uri: string, span: Span) => ({
    physicalLocation: {
      artifactLocation: { uri: (prefix + uri).split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE },
      region: region(uri, span),
    },
  });
  const index = new Map(EXPLAINED_RULES.map((rule, at) => [rule.id, at]));
  const results = shown.map((problem): Result => {
    const ruleIndex = index.get(problem.rule);
    return {
      ruleId: problem.rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: sarifLevel(problem.level),
      message: { text: messageOf(problem, review) },
      locations: [place(problem.uri, problem.span)],
      ...(problem.related.length > 0 && {
        relatedLocations: problem.related.map((related) => ({
          ...place(related.uri, related.span),
          message: { text: related.label },
        })),
      }),
    };
  });
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cmoc", version, rules: EXPLAINED_RULES.map(descriptor) } },
        invocations: [invocation(unread)],
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          [BASE]: {
            description: { text: "The top of the repository that holds the review; without one, the review." },
          },
        },
        results,
      },
    ],
  };
  return jsonText(log);
}
