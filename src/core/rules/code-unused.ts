/** Data: `id`. */
import { t } from "../l10n.ts";
import type { Ref } from "../model/types.ts";
import type { Definition } from "../review.ts";
import { spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

const isUse = ({ field, inReason }: Ref): boolean => (field === "coding" || field === "parent") && !inReason;

/** Whether something uses the code that all of these define. */
const isUsed = once<Definition, boolean>(
  (codes, review) => codes[0] !== undefined && review.isReferred(codes[0].name, isUse),
);

export const codeUnusedPage: RulePage = {
  why: "A code that nothing uses can go, or is still to be looked for.",
  fires: example({ "codebook.md": "## Code meeting\n\n- role: C\n- definition: people meet\n" }),
  quiet: example({
    "codebook.md": "## Code meeting\n\n- role: C\n- definition: people meet\n",
    "lund.md": source(
      "lund2010",
      '## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- C meeting: "they met"\n- parked: later\n',
    ),
  }),
};

export const codeUnused: Rule = {
  id: "code/unused",
  level: "hint",
  message: (data) => t("The code {0} is used by no extract. Use it, or retire it with a reason.", word(data, "id")),
  code(at, review, report) {
    if (at.brief.retired || at.brief.replaced) return;
    if (!isUsed(review.definitions(at.name), review)) report(spanOf(at.brief), { id: at.brief.id });
  },
};
