/** The fix of a tagged sentence that the bullet above it swallowed. */
import { t } from "../../l10n.ts";
import { lineStart } from "../edit/style.ts";
import { fixHere, type Mender } from "./mending.ts";

export const swallowed: Mender = (problem, mending) => {
  const text = mending.text(problem.uri);
  const start = lineStart(text, problem.span.start);
  if (start === 0 || !mending.isFound(problem) || text.slice(start, problem.span.start).trim() !== "") return [];
  const edit = { span: { start, end: problem.span.start }, newText: mending.eol(problem.uri) };
  return fixHere(problem, t("Put an empty line before it"), [edit], true);
};
