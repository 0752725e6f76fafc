/** The parts of a record's bullets: fields, slots and what refines them, coding lines, prose. */
import { markerSpan, sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, labelSpan } from "../../syntax/bullets.ts";
import { readRole, readRoles } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { FIELDS, type FieldWords, fieldOf, type Scheme, SLOT_FIELDS } from "../../vocabulary.ts";
import type { Coding, Entity } from "../types.ts";
import { wholeValue } from "./blocks.ts";
import { linkParts } from "./links.ts";
import type { Parts } from "./nest.ts";

export interface BulletPlace {
  readonly entity: Entity;
  readonly scheme: Scheme;
}

/** What a bullet of a record is. */
export type BulletRead =
  | { readonly is: "field"; readonly field: FieldWords }
  | { readonly is: "slot"; readonly roles: readonly RoleMention[] }
  | { readonly is: "coding"; readonly coding: Coding }
  | { readonly is: "prose" };

const PROSE: BulletRead = { is: "prose" };

/** Reads a bullet that stands directly in a record. */
export function bulletRead(bullet: Bullet, { entity, scheme }: BulletPlace): BulletRead {
  if (bullet.label === undefined) return PROSE;
  const field = fieldOf(FIELDS[entity.kind], bullet.label);
  if (field) return { is: "field", field };
  if (entity.kind === "cmoc") {
    const roles = readRoles(bullet.label, scheme);
    return roles && roles.length > 0 ? { is: "slot", roles } : PROSE;
  }
  const coding = entity.kind === "extract" ? entity.codings.find((each) => each.start === bullet.start) : undefined;
  return coding ? { is: "coding", coding } : PROSE;
}

/** Reads a bullet nested under a slot of the role. */
export function nestedRead(bullet: Bullet, above: RoleMention | undefined, scheme: Scheme): BulletRead {
  if (bullet.label === undefined) return PROSE;
  const field = fieldOf(SLOT_FIELDS, bullet.label);
  if (field?.label === "resource" || field?.label === "reasoning") {
    return above?.role === "M" ? { is: "slot", roles: [{ ...above, part: field.label }] } : { is: "field", field };
  }
  if (field) return { is: "field", field };
  const role = readRole(bullet.label, scheme);
  if (role && role.role === above?.role) return { is: "slot", roles: [role] };
  const numbered = !role && above?.role === "M" ? readRole(`M ${bullet.label}`, scheme) : undefined;
  return numbered?.part ? { is: "slot", roles: [numbered] } : PROSE;
}

export function bulletParts(bullet: Bullet, text: string, place: BulletPlace, into: Parts): void {
  partsAs(bullet, bulletRead(bullet, place), text, place, into);
}

function partsAs(bullet: Bullet, read: BulletRead, text: string, place: BulletPlace, into: Parts): void {
  switch (read.is) {
    case "field":
      into.add("field", bullet, read.field.label);
      frame(bullet, into);
      valueParts(bullet, read.field, place, into);
      for (const nested of bullet.nested) prose(nested, into);
      break;
    case "slot": {
      into.add("slot", bullet, read.roles.map(({ role }) => role).join(","));
      frame(bullet, into);
      const [above] = read.roles;
      for (const nested of bullet.nested) partsAs(nested, nestedRead(nested, above, place.scheme), text, place, into);
      break;
    }
    case "coding":
      into.add("coding", bullet, read.coding.code ?? "");
      frame(bullet, into);
      codingParts(bullet, read.coding, text, into);
      break;
    case "prose":
      prose(bullet, into);
  }
}

/** The sign, the label and the value. */
function frame(bullet: Bullet, into: Parts): void {
  into.add("marker", markerSpan(bullet.item));
  if (bullet.label !== undefined) into.add("label", labelSpan(bullet));
  into.add("value", wholeValue(bullet));
}

function prose(bullet: Bullet, into: Parts): void {
  into.add("bullet", bullet);
  into.add("marker", markerSpan(bullet.item));
  for (const nested of bullet.nested) prose(nested, into);
}

const REASON = /\s+(?:[-–—‒―−]|--|---)(?:\s+|$)|—/;

function valueParts(bullet: Bullet, field: FieldWords, { entity, scheme }: BulletPlace, into: Parts): void {
  const [inline] = bullet.paragraphs;
  if (!inline) return;
  const { text } = inline;
  const from = bullet.valueFrom;
  switch (field.form) {
    case "evidence":
      linkParts(bullet, entity.kind === "extract" ? field.expects : undefined, scheme, into);
      break;
    case "records":
    case "codes":
    case "sources":
    case "about":
      linkParts(bullet, field.expects, scheme, into);
      break;
    case "choice":
    case "choice-reason": {
      const cut = REASON.exec(text.slice(from));
      const to = cut ? from + cut.index : text.length;
      const words = text.slice(from, to).trim().replace(/\.$/, "");
      into.add("choice", sourceSpan(inline, from, from + words.length), words.toLowerCase());
      const end = text.trimEnd().length;
      if (cut && to + cut[0].length < end) into.add("reason", sourceSpan(inline, to + cut[0].length, end));
      break;
    }
    case "words":
      for (const match of text.slice(from).matchAll(/[^,;]+/g)) {
        const words = match[0].trim();
        const start = from + match.index + (match[0].length - match[0].trimStart().length);
        into.add("tag", sourceSpan(inline, start, start + words.length), words);
      }
      break;
    default:
  }
}

function codingParts(bullet: Bullet, coding: Coding, text: string, into: Parts): void {
  const [inline] = bullet.paragraphs;
  if (!inline) return;
  const label = labelSpan(bullet);
  if (coding.codeSpan) into.add("code", coding.codeSpan, coding.code);
  if (coding.role) {
    const end = coding.codeSpan?.start ?? label.end;
    into.add(
      "role",
      { start: label.start, end: label.start + text.slice(label.start, end).trimEnd().length },
      coding.role.role,
    );
  }
  for (const words of coding.words) into.add("words", words);
  if (coding.coder === undefined) return;
  const close = inline.text.lastIndexOf(")");
  const open = inline.text.lastIndexOf("(", close);
  const inner = inline.text.slice(open + 1, close);
  const from = open + 1 + inner.length - inner.trimStart().length;
  into.add("coder", sourceSpan(inline, from, from + inner.trim().length), coding.coder);
}
