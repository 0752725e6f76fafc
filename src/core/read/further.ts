/** Whether the tags of a paragraph below a tagged statement are more of it: not where they stand within its words, or name roles only. */
import type { Printed } from "./printed.ts";
import { rolesOf } from "./printed.ts";

const TAG = /[([]\s?(?:[CMOISA]\d{0,2}[a-z]?|[Cc]ontext|[Mm]echanism|[Oo]utcome|[Ii]ntervention)s?\s?[)\]]/g;
/** What may follow a tag that ends its words. */
const ENDS =
  /^\s*(?:$|[.,;:!?)\]–—→+=&|\d\ue000-]|(?:and|but|or|so|which|who|because|since|then|when|where|while|leading|leads?|resulting|results?|through|via|thus|therefore|thereby|to|for|in|by|as|are|is)(?!\p{L})|[([])/iu;
/** `chose the outcomes (O)`: the word before the tag is the role's name. */
const NAMES = /(?<!\p{L})(?:contexts?|mechanisms?|outcomes?|interventions?)\s*$/iu;

/** Whether a paragraph is more of the statement above it. */
export function isFurther(text: string): boolean {
  for (const tag of text.matchAll(TAG)) {
    const end = tag.index + tag[0].length;
    if (!ENDS.test(text.slice(end, end + 40)) || NAMES.test(text.slice(Math.max(0, tag.index - 24), tag.index)))
      return false;
  }
  return true;
}

/** Whether a statement names its context, its mechanism and its outcome already. */
export function isWhole({ slots }: Printed): boolean {
  const roles = rolesOf(slots);
  return ["C", "M", "O"].every((role) => roles.has(role));
}
