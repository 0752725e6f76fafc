/** Labels that nearly spell one that the record's kind knows. */
import { nearest } from "../near.ts";
import { type Bullet, labelSpan, trimmedSpan } from "../syntax/bullets.ts";
import { readRole } from "../syntax/roles.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind } from "../vocabulary.ts";
import { type Context, find } from "./record-fields.ts";

/** Reports a label that nearly spells one of the kind's; whether it does. */
export function didYouMean(bullet: Bullet, kind: Kind, more: readonly string[], context: Context): boolean {
  return tellNear(bullet, FIELDS[kind], kind, more, context);
}

/** As {@link didYouMean}, of the labels of these fields. */
export function tellNear(
  bullet: Bullet,
  fields: readonly FieldWords[],
  kind: Kind,
  more: readonly string[],
  context: Context,
): boolean {
  const { label } = bullet;
  if (label === undefined) return false;
  const first = label.charCodeAt(0);
  if ((first === STAR || first === UNDERSCORE) && tellStars(bullet, label, fields, kind, context)) return true;
  const near = nearest(label.toLowerCase(), labelsOf(fields, more));
  if (near === undefined) return false;
  find(context, "field/unknown", labelSpan(bullet), { label, near: [near], kind });
  return true;
}

const STAR = 42;
const UNDERSCORE = 95;

/** `**C:**trust`: Markdown closes stars after a colon only before white space. */
function tellStars(
  bullet: Bullet,
  label: string,
  fields: readonly FieldWords[],
  kind: Kind,
  context: Context,
): boolean {
  const [inline] = bullet.paragraphs;
  const words = label.replace(/^[*_]{1,3}/, "").trim();
  const isLabel =
    fieldOf(fields, words) !== undefined || (kind === "cmoc" && readRole(words, context.scheme) !== undefined);
  if (!isLabel || !inline) return false;
  find(context, "field/unknown", trimmedSpan(inline, bullet.labelTo - words.length, bullet.labelTo), {
    label: words,
    near: [],
    kind,
    why: "stars",
  });
  return true;
}

function* labelsOf(fields: readonly FieldWords[], more: readonly string[]): Iterable<string> {
  for (const field of fields) {
    yield field.label;
    yield* field.aliases ?? [];
  }
  yield* more;
}
