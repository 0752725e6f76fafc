/** Data: `id`, `name`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, near, source, word } from "./words.ts";

export const codeUnknownPage: RulePage = {
  why: "A code that the codebook does not define may mean different things to two coders.",
  fires: example({
    "lund.md": source(
      "lund2010",
      '## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "they met"\n- parked: later\n',
    ),
  }),
  quiet: example({
    "codebook.md": "## Code meeting\n\n- role: C\n- definition: people meet\n",
    "lund.md": source(
      "lund2010",
      '## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "they met"\n- parked: later\n',
    ),
  }),
};

export const codeUnknown: Rule = {
  id: "code/unknown",
  level: "info",
  fix: { title: "Add it to the codebook", safe: false },
  message: (data) =>
    t("The code {0} is not in the codebook.{1} Add it, or use one that is.", word(data, "id"), near(data)),
  oddReference({ ref }, review, report) {
    if (!ref.name.startsWith("c:") || ref.weak || ref.inReason || review.isDefined(ref.name)) return;
    if (ref.field === "coding" || ref.field === "parent" || ref.field === "replaced by")
      report(ref, { id: ref.id, name: ref.name });
  },
};
