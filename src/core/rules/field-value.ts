/** Raised by the readers of records, and here against the review's own scales, its coders and the slots of linked records. Data: `field`, `value`, `expected`; for slots of another record also `record`, and of a range `range` and `others`; for a record of the wrong kind `kind` (what it is); `why` is "comma" for an id that is not parted from another. */
import { t } from "../l10n.ts";
import type { CmocBrief } from "../model/brief.ts";
import type { Cmoc, Evidence, Extract, Ref } from "../model/types.ts";
import { type Definition, isEvidence, type Review, type SourceView } from "../review.ts";
import { countSlots, slotsNamed } from "../syntax/counting.ts";
import type { FindingData } from "../syntax/finding.ts";
import { scaleField } from "../syntax/front-matter.ts";
import { readReadings } from "../syntax/reading-dates.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { stepAndReason } from "../syntax/step-reason.ts";
import type { Span } from "../text.ts";
import { CONFIDENCES, FIELDS, fieldOf, type Kind, RECORD_KINDS } from "../vocabulary.ts";
import { cmocAt, cmocsAt, isClosed, roleWord } from "./about.ts";
import { namesAt, others, othersOf } from "./ranges.ts";
import type { Report, Rule, RulePage } from "./rule.ts";
import { aKind, example, joined, list, quoted, slotSaid, word } from "./words.ts";

function isOnScale(value: string, scale: readonly string[]): boolean {
  const plain = value.trim().toLowerCase();
  return plain === "" || scale.some((step) => step.toLowerCase() === plain);
}

/** Values that are not on the scales of this review. */
function onScales({ brief }: Definition<Cmoc | Extract>, review: Review, report: Report): void {
  for (const { scale, value, start, end } of brief.scales) {
    const expected = review.manifest.appraisal[scale] ?? (scale === "confidence" ? CONFIDENCES : undefined);
    if (expected && !isOnScale(value, expected)) report({ start, end }, { field: scale, value, expected });
  }
}

/** Who coded, where review.yaml lists coders and not this one: a name that is mistyped is a coder of its own. */
function unlistedCoders(at: Definition<Extract>, review: Review, report: Report): void {
  const { coders } = review.manifest;
  if (coders.size === 0 || at.brief.coders.every((name) => coders.has(name))) return;
  const { coder, codings } = at.entity;
  const expected = [...coders.keys()];
  const told = (name: string, span: Span): void => {
    if (!coders.has(name)) report(span, { field: "coder", value: name, expected });
  };
  if (coder && coder.text !== "") told(coder.text, coder);
  const { uri, start } = at.placed;
  for (const coding of codings)
    if (coding.coder !== undefined) told(coding.coder, lastIn(review.text(uri) ?? "", coding.coder, coding, start));
}

/** Who read a source, and who appraised it. */
function unlistedReaders({ uri, frontMatter }: SourceView, review: Review, report: Report): void {
  const { coders } = review.manifest;
  if (coders.size === 0 || !frontMatter || uri === undefined) return;
  const expected = [...coders.keys()];
  const read = frontMatter.fields.get("read");
  for (const { coder } of (read && readReadings(read.value)) || [])
    if (read && coder !== undefined && !coders.has(coder))
      report(lastIn(review.text(uri) ?? "", coder, read.span, 0), { field: "coder", value: coder, expected });
  for (const { coder, keySpan } of frontMatter.appraisals)
    if (!coders.has(coder)) report(keySpan, { field: "coder", value: coder, expected });
}

/** Where a name stands last within a span, `from` being where its piece begins; all of the span where it is written otherwise. */
function lastIn(text: string, name: string, { start, end }: Span, from: number): Span {
  const at = text.slice(from + start, from + end).lastIndexOf(`(${name})`);
  return at < 0 ? { start, end } : { start: start + at + 1, end: start + at + 1 + name.length };
}

/** A reference to a record that is there and that its field cannot name: a configuration under `theory`, a code under `supports`. */
function wrongKind(ref: Ref | Evidence, from: Definition, review: Review, report: Report): void {
  const { field } = ref;
  let expects: readonly Kind[];
  let expected: readonly string[];
  if (isEvidence(ref)) {
    if (from.brief.kind !== "extract" || ref.name.startsWith("r:")) return;
    [expects, expected] = [RECORD_KINDS, RECORD_KINDS.map(aKind)];
  } else {
    if (field === "prose" || field === "coding" || field === "slot" || field === "note") return;
    const words = fieldOf(FIELDS[from.brief.kind], field);
    if (words?.form !== "records" || words.expects === undefined) return;
    [expects, expected] = [[words.expects], [aKind(words.expects)]];
  }
  for (const name of namesAt(ref)) {
    const kind = review.brief(name)?.kind;
    if (kind === undefined || expects.includes(kind)) continue;
    report(ref, { field, value: ref.range ?? ref.id, kind: aKind(kind), expected });
    return;
  }
}

/** Whether each of these is a slot of a configuration, or nobody asks. */
function namesSlots(slots: readonly RoleMention[], cmoc: CmocBrief | undefined): boolean {
  if (!cmoc || isClosed(cmoc)) return true;
  for (const slot of slots) if (slotsNamed(slot, cmoc.roles).length === 0) return false;
  return true;
}

const SHOWN = 12;
/** Slots after these are not looked at for names. */
const LOOKED_AT = 100;

/** How links name these slots: `C`, and `O1`, `O2` where a role has several numbers. */
function slotNames(all: readonly RoleMention[]): readonly string[] {
  const slots = all.length > LOOKED_AT ? all.slice(0, LOOKED_AT) : all;
  const counted = countSlots(slots);
  const numbers = new Map<string, Set<number | string>>();
  for (const [at, { role }] of slots.entries()) {
    const known = numbers.get(role) ?? new Set();
    numbers.set(role, known.add(counted[at] ?? 0));
  }
  const names = slots.map(({ role, n }, at) =>
    n === undefined && numbers.get(role)?.size === 1 ? role : `${role}${counted[at]}`,
  );
  return [...new Set(names)].slice(0, SHOWN);
}

/** What a reader expected, where it is no value of a list. */
function inWords(expected: string): string {
  switch (expected) {
    case "an id such as TR3":
      return t("an id such as TR3");
    case "an extract such as @okafor2014#e4":
      return t("an extract such as @okafor2014#e4");
    case "a code":
      return t("a code");
    default:
      return expected;
  }
}

function message(data: FindingData): string {
  const value = quoted(word(data, "value"));
  const expected = list(data, "expected").map(inWords);
  if (data.field === "citekey")
    return t(
      "{0} is no citation key that reads alike everywhere. Use letters, digits, hyphens and underscores, in quotation marks if they are digits only.",
      value,
    );
  if (data.field === "text")
    return t("{0} is no path inside the review. Give the full text’s place below the folder of review.yaml.", value);
  if (data.field === "read")
    return t(
      "{0} does not say when the source was read. Write a date, and who read it if you like: 2026-03-02 (JA).",
      value,
    );
  if (data.kind !== undefined)
    return t(
      "{0} is {1}, and “{2}” names {3}. Name one, or take it out.",
      word(data, "value"),
      word(data, "kind"),
      word(data, "field"),
      joined(expected, "or"),
    );
  if (data.record !== undefined) {
    const slots = expected.length === 0 ? t("It has no slots yet.") : t("Its slots are {0}.", joined(expected, "and"));
    const [record, slot] = [word(data, "record"), slotSaid(data, "value")];
    return data.others === undefined
      ? t("{0} has no {1}. {2}", record, slot, slots)
      : t("{0} has no {1}, nor have {2}. {3}", record, slot, others(data), slots);
  }
  if (data.field === "coder")
    return t("{0} is no coder of this review. Use {1}, or list it in review.yaml.", value, joined(expected, "or"));
  if (data.why === "comma")
    return t("{0} is not parted from what stands before it. Put a comma between the two.", value);
  if (data.field === "slots") return t("{0} names no slot. Name slots by {1}.", value, joined(expected, "or"));
  return t("{0} is no value of {1}. Use {2}.", value, word(data, "field"), joined(expected, "or"));
}

export const fieldValuePage: RulePage = {
  why: "A value that is not on its list cannot be counted or compared.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: finished\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: Candidate\n" }),
};

export const fieldValue: Rule = {
  id: "field/value",
  level: "warning",
  fix: { title: "Use the near value", safe: false },
  message,
  cmoc: onScales,
  source(source, review, report) {
    const { frontMatter } = source;
    if (!frontMatter) return;
    unlistedReaders(source, review, report);
    for (const [field, expected] of Object.entries(review.manifest.appraisal)) {
      const own = scaleField(frontMatter, field);
      const { step = "" } = own ? stepAndReason(own.value, expected) : {};
      if (own && !isOnScale(step, expected)) report(own.span, { field, value: step, expected });
      for (const { values } of frontMatter.appraisals) {
        for (const { scale, value, span } of values) {
          if (scale !== field) continue;
          const { step } = stepAndReason(value, expected);
          if (!isOnScale(step, expected)) report(span, { field, value: step, expected });
        }
      }
    }
  },
  extract(at, review, report) {
    onScales(at, review, report);
    unlistedCoders(at, review, report);
  },
  /** A link may name a record of another kind, or a slot that its configuration does not have. */
  reference(at, review, report) {
    const { ref, from } = at;
    if (from && ref.weak === undefined && ref.inReason === undefined) wrongKind(ref, from, review, report);
    if (!isEvidence(ref) || ref.slots.length === 0) return;
    if (ref.range === undefined && namesSlots(ref.slots, cmocAt(at, review))) return;
    const all = cmocsAt(at, review).filter((cmoc) => !isClosed(cmoc));
    for (const slot of ref.slots) {
      const without = all.filter(({ roles }) => slotsNamed(slot, roles).length === 0);
      const [cmoc] = without;
      if (!cmoc) continue;
      const value = `${roleWord(slot.role, review.manifest.scheme)}${slot.n === undefined ? "" : ` ${slot.n}`}`;
      const expected = slotNames(cmoc.roles);
      report(ref, {
        field: "slots",
        value: slot.part === undefined ? value : `${value} (${slot.part})`,
        expected,
        record: cmoc.id,
        ...othersOf(ref, without),
      });
    }
  },
};
