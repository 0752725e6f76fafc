/** Appraising a source, or a passage, over the review's own scales: a form of lists, written as one change at its end. */
import * as vscode from "vscode";
import { type Appraised, type Outcome, setAppraisal, setField, withReason } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import { scaleField } from "../../core/syntax/front-matter.ts";
import { type StepReason, stepAndReason } from "../../core/syntax/step-reason.ts";
import { carryOut } from "../edits.ts";
import { literal } from "../literal.ts";
import { keyActive, reviewHere } from "../reading/shown.ts";
import { ask } from "../reading/steps.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { pickRecord } from "./asking.ts";
import { inTurn } from "./in-turn.ts";
import { isAmbiguous, keyIn, recordAtCursor, requestsIn, reviewMeant } from "./meant.ts";
import { pickSource } from "./sources.ts";

/** What is said of each scale, so far. */
type Values = Map<string, StepReason>;

/** Of passages the language knows these. */
const PASSAGE_SCALES = ["relevance", "richness", "rigour"];

/** Appraises the source of a row, else the one in the editor, else one that is chosen: for the consensus, or for a coder. */
export async function appraise(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewHere(reviews, given);
  if (!open) return;
  const none = t("The review has no source yet. Make one first (CMOC: New Source from the Bibliography).");
  const key =
    keyIn(given) ?? keyActive(reviews, open) ?? (await pickSource(open, t("Which source is to be appraised?"), none));
  if (key === undefined) return;
  const { review } = open;
  const scales = Object.keys(review.manifest.appraisal).filter((scale) => scale !== "confidence");
  const coders = codersOf(open, key);
  const title = t("Appraise {0}", key);
  for (;;) {
    let coder: string | undefined;
    if (coders.length > 0) {
      const chosen = await ask({
        title,
        step: 1,
        of: scales.length + 2,
        placeHolder: t("Whose appraisal?"),
        items: coders,
      });
      if (chosen === undefined || chosen === "back") return;
      coder = chosen.coder;
    }
    const before = valuesOf(open, key, coder);
    const after = await form(open, title, scales, before, coders.length > 0 ? 1 : 0);
    if (after === undefined) return;
    if (after === "back") continue;
    const changes = differences(scales, before, after);
    await carryOut(open, setAppraisal(open.review, key, coder, changes));
    return;
  }
}

/** Appraises the passage of a row, else the one at the cursor, else one that is chosen, for what is inferred from it. */
export async function appraisePassage(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const isExtract = ({ brief }: Definition): boolean => brief.kind === "extract";
  const name = requestsIn(given)[0]?.extract;
  if (isAmbiguous(review, name)) return;
  const extract =
    (name === undefined ? recordAtCursor(open, isExtract) : review.definitions(name).find(isExtract)) ??
    (await pickRecord(review, ["extract"], t("Which extract is to be appraised?")));
  const { entity } = extract ?? {};
  if (!extract || entity?.kind !== "extract") return;
  const scales = PASSAGE_SCALES.filter((scale) => (review.manifest.appraisal[scale] ?? []).length > 0);
  const before: Values = new Map();
  for (const scale of ["relevance", "richness", "rigour"] as const) {
    const value = entity[scale];
    if (value) before.set(scale, { step: value.text, ...(value.reason !== undefined && { reason: value.reason }) });
  }
  const after = await form(open, t("Appraise {0}", displayId(extract, review)), scales, before, 0);
  if (after === undefined || after === "back") return;
  await carryOut(open, passage(open, extract, differences(scales, before, after)));
}

function passage({ review }: OpenReview, extract: Definition, changes: readonly Appraised[]): Outcome {
  const steps = changes.map(
    ({ scale, step, reason }) =>
      (copy: typeof review, own: (record: Definition) => Definition) =>
        setField(copy, own(extract), scale, step === undefined ? undefined : withReason(step, reason)),
  );
  return inTurn(review, steps, [extract]);
}

interface Coder extends vscode.QuickPickItem {
  readonly coder: string | undefined;
}

/** Who may appraise: nobody is asked where the review names no coders. */
function codersOf({ review }: OpenReview, key: string): readonly Coder[] {
  const { coders } = review.manifest;
  const said = review.source(key)?.frontMatter?.appraisals ?? [];
  const all = [...new Set([...coders.keys(), ...said.map(({ coder }) => coder)])];
  if (all.length === 0) return [];
  const consensus = {
    label: t("The Consensus"),
    description: t("of the team, or of whoever works alone"),
    coder: undefined,
  };
  return [
    consensus,
    ...all.map((coder) => ({ label: literal(coder), description: literal(coders.get(coder) ?? ""), coder })),
  ];
}

function valuesOf({ review }: OpenReview, key: string, coder: string | undefined): Values {
  const values: Values = new Map();
  const { frontMatter } = review.source(key) ?? {};
  const scales = review.manifest.appraisal;
  if (!frontMatter) return values;
  if (coder !== undefined) {
    for (const { scale, value } of frontMatter.appraisals.find((one) => one.coder === coder)?.values ?? [])
      values.set(scale, stepAndReason(value, scales[scale]));
    return values;
  }
  for (const [scale, steps] of Object.entries(scales)) {
    const field = scaleField(frontMatter, scale);
    if (field) values.set(scale, stepAndReason(field.value, steps));
  }
  return values;
}

interface Choice extends vscode.QuickPickItem {
  readonly step: string | undefined;
}

/** Asks for a step of each scale, then for reasons. `asked` steps came before; "back" leads to them. */
async function form(
  open: OpenReview,
  title: string,
  scales: readonly string[],
  before: Values,
  asked: number,
): Promise<Values | "back" | undefined> {
  const values: Values = new Map(before);
  const of = asked + scales.length + 1;
  for (let at = 0; ; ) {
    const scale = scales[at];
    if (scale === undefined) {
      const isDone = await reasons(title, scales, values, of);
      if (isDone === undefined) return undefined;
      if (isDone === "write") return values;
      at--;
      if (at < 0) return "back";
      continue;
    }
    const now = values.get(scale);
    const steps = open.review.manifest.appraisal[scale] ?? [];
    const items: Choice[] = steps.map((step) => {
      const isNow = now !== undefined && now.step.toLowerCase() === step.toLowerCase();
      return { label: literal(step), step, ...(isNow && { description: t("as it is now") }) };
    });
    items.push({
      label: `$(dash) ${t("Not appraised")}`,
      step: undefined,
      ...(!now && { description: t("as it is now") }),
    });
    const active = items.find(({ description }) => description !== undefined);
    const placeHolder = t("{0}: which step of the scale, lowest first?", scale);
    const chosen = await ask({ title, step: asked + at + 1, of, placeHolder, items, active });
    if (chosen === undefined) return undefined;
    if (chosen === "back") {
      if (at === 0) return "back";
      at--;
      continue;
    }
    if (chosen.step === undefined) values.delete(scale);
    else if (now?.step.toLowerCase() !== chosen.step.toLowerCase()) values.set(scale, { step: chosen.step });
    at++;
  }
}

/** The last step: what is to be written, and a reason for each of it that somebody wants to give. */
async function reasons(
  title: string,
  scales: readonly string[],
  values: Values,
  of: number,
): Promise<"write" | "back" | undefined> {
  for (;;) {
    const write = { label: `$(check) ${t("Write It")}`, scale: undefined as string | undefined };
    const said = scales.flatMap((scale) => {
      const { step, reason } = values.get(scale) ?? {};
      if (step === undefined) return [];
      const label = `$(edit) ${t("Why {0} is {1}", literal(scale), literal(step))}`;
      return [{ label, description: literal(reason ?? t("no reason given")), scale }];
    });
    const items = [write, ...said];
    const placeHolder = t("Write the appraisal, or give a reason first");
    const chosen = await ask<vscode.QuickPickItem & { readonly scale: string | undefined }>({
      title,
      step: of,
      of,
      placeHolder,
      items,
      active: write,
    });
    if (chosen === undefined || chosen === "back") return chosen;
    if (chosen.scale === undefined) return "write";
    const { step = "", reason = "" } = values.get(chosen.scale) ?? {};
    const prompt = t("Why is its {0} {1}? Nothing takes the reason out.", chosen.scale, step);
    const given = await vscode.window.showInputBox({ title, prompt, value: reason, ignoreFocusOut: true });
    const words = given?.replace(/\s+/g, " ").trim();
    if (words !== undefined) values.set(chosen.scale, { step, ...(words !== "" && { reason: words }) });
  }
}

/** What is said otherwise than before. */
function differences(scales: readonly string[], before: Values, after: Values): readonly Appraised[] {
  return scales.flatMap((scale) => {
    const [was, is] = [before.get(scale), after.get(scale)];
    if (was?.step === is?.step && was?.reason === is?.reason) return [];
    return [{ scale, step: is?.step, reason: is?.reason }];
  });
}
