/** Asking what a passage bears on: one record after the other, until Enter goes on; for each its stance, and the slots where there are several. */
import * as vscode from "vscode";
import { linkWords } from "../../core/features/coding/before.ts";
import type { CodedLink } from "../../core/features/coding/new-extract.ts";
import type { CodeUse } from "../../core/features/coding/verbatim.ts";
import { usesOf } from "../../core/features/tree/codebook.ts";
import { t } from "../../core/l10n.ts";
import { codeName } from "../../core/model/names.ts";
import type { Name } from "../../core/model/types.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import { roleWord } from "../../core/syntax/roles.ts";
import type { RoleMention } from "../../core/syntax/slots.ts";
import { askStance, recordItems, recordsOf, shortened } from "../commands/asking.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { parting, pick, type Row, stepTitle } from "./picking.ts";

const CLAIMS = ["cmoc", "theory", "demi-regularity"] as const;

type Choice = { readonly is: "on" } | { readonly is: "record"; readonly at: Definition };

/** Undefined when the person thought better of it. `recent` are records that passages were linked to before. */
export async function askLinks(
  open: OpenReview,
  codes: readonly CodeUse[],
  recent: readonly Name[],
): Promise<readonly CodedLink[] | undefined> {
  const { review } = open;
  const records = recordsOf(review, CLAIMS, ({ name }) => name !== "" && isOnly(review, name));
  if (records.length === 0) return [];
  const shared = withCodes(open, codes);
  const rank = ({ name }: Definition): number => {
    const before = recent.indexOf(name);
    return before >= 0 ? before : shared.has(name) ? recent.length : recent.length + 1;
  };
  const items = await recordItems(
    records.toSorted((a, b) => rank(a) - rank(b)),
    review,
  );
  const links = new Map<Name, CodedLink>();
  for (;;) {
    const said = [...links.values()].map((link) => linkWords(review, link)).join(", ");
    const on: Row<Choice> =
      links.size === 0
        ? { label: t("No configuration"), description: t("link it later"), value: { is: "on" } }
        : {
            label: `$(check) ${literal(t("Go on with {0}", said))}`,
            description: t("or choose more"),
            value: { is: "on" },
          };
    const rows = items.map(({ definition, ...item }): Row<Choice> => {
      const isChosen = links.has(definition.name);
      return {
        ...item,
        label: isChosen ? `$(check) ${item.label}` : item.label,
        ...(isChosen && { description: t("chosen; choose it again to leave it out") }),
        value: { is: "record", at: definition },
      };
    });
    const row = await pick<Choice>({
      title: stepTitle(),
      step: 2,
      steps: 3,
      placeHolder: t("What does it bear on?"),
      rows: [on, parting(t("records")), ...rows],
    });
    if (!row) return undefined;
    if (row.value.is === "on") return [...links.values()];
    const { at } = row.value;
    if (links.delete(at.name)) continue;
    const link = await askLink(open, at, codes);
    if (!link) return undefined;
    links.set(at.name, link);
  }
}

/** The stance and the slots of a link with a record; the slots of coded roles are chosen beforehand. */
async function askLink(open: OpenReview, at: Definition, codes: readonly CodeUse[]): Promise<CodedLink | undefined> {
  const stance = await askStance(t("How does it bear on {0}?", displayId(at, open.review)));
  const slots = stance && (await askSlots(open, at, codes));
  return slots && { record: at.name, stance, slots };
}

async function askSlots(
  { review }: OpenReview,
  at: Definition,
  codes: readonly CodeUse[],
): Promise<readonly RoleMention[] | undefined> {
  const { entity } = at;
  if (entity.kind !== "cmoc" || entity.slots.length < 2) return [];
  const roles = new Set(codes.flatMap(({ role }) => role?.role ?? []));
  const items = entity.slots.map((slot) => ({
    label: roleWord(slot, review.manifest.scheme),
    description: literal(shortened(slot.text)),
    picked: roles.has(slot.role),
    slot,
  }));
  const placeHolder = t("Which slots of {0}? None for the whole configuration.", displayId(at, review));
  return (await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder }))?.map(({ slot }) => slot);
}

/** Whether no other record bears the name: a row of a table shares its piece with others, and a row may restate what a heading defines. */
function isOnly(review: Review, name: Name): boolean {
  return !review.mayBeShared(name) || review.definitions(name).length === 1;
}

/** Records that extracts with one of the codes bear on. */
function withCodes({ review }: OpenReview, codes: readonly CodeUse[]): ReadonlySet<Name> {
  const found = new Set<Name>();
  for (const { code } of codes)
    for (const { from } of code === undefined ? [] : usesOf(codeName(code), review))
      for (const { record } of review.bearsOn(from.name)) found.add(record);
  return found;
}
