/** How somebody writes: the sign of bullets, bold labels, capitals. New bullets are written alike. */
import type { Review } from "../../review.ts";
import { sourceOffset } from "../../syntax/blocks.ts";
import { type Bullet, labelSpan } from "../../syntax/bullets.ts";
import { type OpenBullet, type OpenRecord, openRecord } from "./record.ts";

export interface LabelStyle {
  /** What stands before and after it: `**`, or nothing. */
  readonly mark: string;
  /** Whether the colon stands inside the mark. */
  readonly inside: boolean;
  readonly capital: boolean;
  /** Of a role: its word, not its letter. */
  readonly word: boolean;
}

export interface BulletStyle {
  /** White space before the sign. */
  readonly indent: string;
  readonly sign: string;
  /** White space after it. */
  readonly gap: string;
}

export interface Style {
  readonly bullet: BulletStyle;
  readonly role: LabelStyle;
  readonly label: LabelStyle;
}

const ROLE: LabelStyle = { mark: "**", inside: true, capital: false, word: false };
const LABEL: LabelStyle = { mark: "", inside: true, capital: false, word: false };
const BULLET: BulletStyle = { indent: "", sign: "-", gap: " " };

/** The style of the record; where it has no bullets, that of a record near it in its document. */
export function styleOf(record: OpenRecord, review: Review): Style {
  const own = record.bullets;
  const role = last(own, ({ read }) => read.is === "slot");
  const label = last(own, ({ read }) => read.is === "field");
  const any = last(own, () => true);
  return {
    bullet: any ? bulletStyle(any.bullet, record.text) : bulletsNear(review, record.uri, record.start),
    role: role ? labelStyle(role.bullet, record.text) : ROLE,
    label: label ? labelStyle(label.bullet, record.text) : LABEL,
  };
}

function last(bullets: readonly OpenBullet[], is: (bullet: OpenBullet) => boolean): OpenBullet | undefined {
  for (let at = bullets.length - 1; at >= 0; at--) {
    const bullet = bullets[at];
    if (bullet && is(bullet)) return bullet;
  }
  return undefined;
}

/** How far a record with bullets is looked for. */
const FAR = 12;

/** The style of bullets in the records around an offset of a document. */
export function bulletsNear(review: Review, uri: string, offset: number): BulletStyle {
  const around = review
    .placed(uri)
    .flatMap((placed) => placed.definitions.slice(0, 1))
    .sort((a, b) => Math.abs(a.placed.start - offset) - Math.abs(b.placed.start - offset))
    .slice(0, FAR);
  for (const definition of around) {
    const near = openRecord(review, definition);
    const bullet = near?.bullets[0]?.bullet;
    if (near && bullet) return { ...bulletStyle(bullet, near.text), indent: "" };
  }
  return BULLET;
}

export function bulletStyle(bullet: Bullet, text: string): BulletStyle {
  const { start, markerEnd } = bullet.item;
  const line = lineStart(text, start);
  const [first] = bullet.paragraphs;
  const from = first?.start ?? markerEnd;
  const gap = text.slice(markerEnd, from);
  return {
    indent: text.slice(line, start),
    sign: text.slice(start, markerEnd),
    gap: /^[ \t]+$/.test(gap) ? gap : " ",
  };
}

export function labelStyle(bullet: Bullet, text: string): LabelStyle {
  const [inline] = bullet.paragraphs;
  if (!inline || bullet.label === undefined) return LABEL;
  const { start } = labelSpan(bullet);
  const mark = inline.marks.find(
    (each) =>
      (each.kind === "strong" || each.kind === "emphasis") &&
      each.from <= bullet.labelFrom &&
      each.to >= bullet.labelTo,
  );
  const written = mark && mark.to <= bullet.valueFrom ? text.slice(mark.span.start, start) : "";
  return {
    mark: /^[*_]{1,3}$/.test(written) ? written : "",
    inside:
      mark === undefined ||
      mark.to > bullet.labelTo ||
      sourceOffset(inline, bullet.labelTo) < mark.span.end - written.length,
    capital: /^\p{Lu}\p{Ll}/u.test(bullet.label),
    word: /^\p{L}{2}/u.test(bullet.label),
  };
}

/** The label with its colon. */
export function spelt(label: string, style: LabelStyle): string {
  const words = style.capital ? label.charAt(0).toUpperCase() + label.slice(1) : label;
  const closing = [...style.mark].reverse().join("");
  return style.inside ? `${style.mark}${words}:${closing}` : `${style.mark}${words}${closing}:`;
}

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** The end of the line that holds `at`, before its line ending. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** Where the next line begins. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + (text.startsWith("\r\n", end) ? 2 : end < text.length ? 1 : 0);
}
