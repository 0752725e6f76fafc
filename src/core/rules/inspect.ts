/** The checks that look at a record by itself, as one thing that a reader runs over each record it reads. */
import type { Inspect } from "../model/types.ts";
import type { Finding } from "../syntax/finding.ts";
import type { ReportOwn, Rule } from "./rule.ts";

export function inspector(rules: readonly Rule[]): Inspect {
  const ofCmoc = rules.flatMap(({ id, own }) => (own?.cmoc ? [{ id, check: own.cmoc }] : []));
  const ofExtract = rules.flatMap(({ id, own }) => (own?.extract ? [{ id, check: own.extract }] : []));
  let rule = "";
  let into: Finding[] = [];
  const report: ReportOwn = ({ start, end }, data) => into.push({ rule, start, end, data });
  return (entity, scheme, findings) => {
    into = findings;
    if (entity.kind === "cmoc") {
      for (const { id, check } of ofCmoc) {
        rule = id;
        check(entity, scheme, report);
      }
    } else if (entity.kind === "extract") {
      for (const { id, check } of ofExtract) {
        rule = id;
        check(entity, scheme, report);
      }
    }
  };
}
