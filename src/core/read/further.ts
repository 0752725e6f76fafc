/** Whether the tags of a paragraph below a tagged statement are more of it: not where they stand within its words, or name roles only. */
import type { Scheme } from "../vocabulary.ts";
import type { TextBlock } from "./blocks.ts";
import { type Printed, rolesOf } from "./printed.ts";

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

/** How a paragraph begins that says more of the configuration before it. */
const GOES_ON =
  /^(?:and|also|this|these|that|it|they|which|in turn|as a result|consequently|therefore|thus|hence|so|further(?:more)?|moreover|additionally|in addition|over time|ultimately|finally|then|another)(?![\p{L}])/iu;

/** Whether a paragraph may say more of a configuration: one that lacks a role, or by its first word. */
export function goesOn({ slots }: Printed, words: string, { is }: TextBlock, scheme: Scheme): boolean {
  const named = rolesOf(slots);
  const lacks = scheme.slots.some(({ letter }) => "CMO".includes(letter) && !named.has(letter));
  return lacks || is === "item" || GOES_ON.test(words);
}
