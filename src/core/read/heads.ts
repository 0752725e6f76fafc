/** Heads of columns and rows as journals print them: with glosses, adjectives, plurals, numbers; what else a column may hold. */
import { withoutNotes, withoutSigns } from "../syntax/head-words.ts";
import { readHead, readTag } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat } from "./chars.ts";
import { isJoin } from "./joins.ts";
import { EVERY } from "./schemes.ts";
import { inEnglish } from "./tongues.ts";

export type Head =
  | {
      readonly is: "role";
      readonly roles: readonly RoleMention[];
      /** Letters alone. */
      readonly bare: boolean;
      /** Whether the language itself reads it so. */
      readonly strict: boolean;
    }
  /** A mechanism's part that does not say so: `Resource`. */
  | { readonly is: "part"; readonly roles: readonly RoleMention[] }
  /** Ids; `named` says that they are those of configurations. */
  | { readonly is: "id"; readonly named: boolean }
  /** Configurations: their ids, or whole statements. */
  | { readonly is: "configuration" }
  | { readonly is: "theme" | "title" | "status" }
  | { readonly is: "note"; readonly study: boolean };

const LONGEST = 140;
const CONFIGURATION =
  /^(?:(?:final|refined|initial|candidate|illustrative|example|overarching|summary|potential|explanatory|supporting|key|main|individual) )*(?:of )?(?:(?:[cis]{1,4}mo|icamo|cmo)(?:cs?|s)?(?: ?\(s\))?(?: ?configurations?)?(?: ?\(s\))?|configurations?(?: ?\(s\))?|context.{1,8}mechanisms?.{1,12}outcomes?(?: ?\(?[cm]mocs?\)?)?(?: ?configurations?)?(?: ?\(?cmocs?\)?)?|(?:if.then )?statements?|hypothes[ei]s|propositions?)(?: (?:statements?|descriptions?|subsections?|narratives?|text))?$/i;
const ID =
  /^(?:(?:ids?|nos?|nr|n\.?[ºo]|n[úu]m(?:ero)?|numéro|nummer|código|numbers?|code|ref(?:erence)? (?:no|number)|ref|label|#|№|n°|item|s\/n|s\.? ?no|sr\.? ?no|serial (?:no|number))\.?)$/i;
const NAMED_ID =
  /^(?:(?:[cis]{1,4}mo|icamo|cmo)(?:cs?|s)?|(?:cmo )?configurations?|programme theor(?:y|ies)|theory)(?: |-)?\(?(?:ids?|nos?|nr|numbers?|code|ref|#|labels?)\.?\)?$/i;
const THEME =
  /^(?:(?:key|main|overarching|sub|analytical|major|cross-cutting)[ -]?)*(?:themes?|domains?|(?:(?:programme|program|thematic|focus|topic) (?:theory )?|theory )?areas?|clusters?|strands?|categor(?:y|ies)|topics?)(?:(?: ?[/&]| and| or) ?sub-?themes?)?(?: ?\(s\))?(?: names?)?$/i;
const TITLE = /^(?:titles?|names?|short titles?|cmoc? (?:titles?|names?)|headings?)$/i;
const STATUS = /^status$/i;
const STUDY =
  /^(?:(?:first )?authors?|stud(?:y|ies)|papers?|articles?|years?|countr(?:y|ies)|designs?|methods?|samples?|settings?|populations?|participants?|autor(?:es|en)?|auteurs?|estudios?|[ée]tudes?|estudos?|studien?|a[ñn]o|ann[ée]e|jahr|pa[íi]s|pays|land)(?![\p{L}])/iu;
/** What tells of roles without holding any. */
const ABOUT =
  /\b(?:measures?|measurements?|evidence|examples?|illustrative|quotes?|quotations?|excerpts?|implications?|recommendations?|sources?|references?|citations?|definitions?|instruments?|tools?|type of|data|codes?|coding|scores?|effect size|results?|rating|confidence|strength|n =|number of|assessed|reported|terms?|search|keywords?|strings?|medidas?|mesures?|fuentes?|fontes?|ejemplos?|exemplos?|exemples?|beispiele?|citas?|cita[çc][õo]es|zitate?|evid[eê]ncias?|evidencias?|preuves?|belege|voorbeeld(?:en)?|bronnen|quellen|definici[óo]n|d[ée]finition)\b/i;
const CUT =
  /\s(?:of|for|in|on|at|by|to|that|which|who|whom|with|from|related|relating|triggered|produced|generated|activated|observed|within|under|when|where|if)\s|[:?–—]|\s-\s|[([/]/i;
const WORDS = /(?<!\p{L})(context(?:s|ual)?|mechanisms?|outcomes?|interventions?|strateg(?:y|ies)|actors?)(?!\p{L})/giu;
const LETTER: { readonly [first: string]: string } = { c: "C", m: "M", o: "O", i: "I", s: "S", a: "A" };
const QUALITY = /\b(?:(resources?)|(reasonings?|responses?|reactions?)|(immediate|intermediate|final))\b/gi;

let known = new Map<string, Head>();
let knownScheme: Scheme | undefined;

/** `Resources offered`, `Participants' reasoning`: a mechanism's part in a few words. */
const PART =
  /^(?:(?:programme|program|new|key|participants?['’]?s?|people['’]s|staff|their|main|actors['’]?) ){0,2}(resources?|reasonings?|responses?|reactions?)(?: (?:\p{L}+)){0,4}$/iu;

/** What the words of a head say that its column, or its row, holds. */
export function headOf(printed: string, scheme: Scheme): Head {
  if (knownScheme !== scheme || known.size > 500) {
    known = new Map();
    knownScheme = scheme;
  }
  const found = known.get(printed) ?? read(printed, scheme);
  if (printed.length <= LONGEST) known.set(printed, found);
  return found;
}

const NOTE: Head = { is: "note", study: false };
/** What other fields call a mechanism: of injury, of death, of payment. */
const OTHER_FIELDS =
  /\bmechanisms? of (?:the |their )?(?:injur\p{L}*|trauma|death|disease|resistance|toxicity|falls?|fractures?|accidents?|crash(?:es)?|collisions?|poisoning|burns?|wounds?|inhibition|exposure|infection|transmission|payment|funding)|\b(?:injury|trauma|disease|defen[cs]e|payment|funding|financing|reimbursement|drug|molecular|immune|pathogenic) mechanisms?\b/iu;

function read(printed: string, scheme: Scheme): Head {
  if (printed.length > LONGEST) return NOTE;
  const text = inEnglish(
    withoutNotes(flat(printed.replace(/\ue000[\d,a-z*†‡-]{1,6}\ue001/g, "")))
      .replace(/(?<![*†‡§])[*†‡§]+$/, "")
      .replace(/\s*(?:…|\.{3,})\s*/g, " ")
      .trim(),
  );
  if (text === "") return NOTE;
  const label = text.replace(/[.:]$/, "");
  if (OTHER_FIELDS.test(label)) return { is: "note", study: true };
  if (ID.test(label)) return { is: "id", named: false };
  if (NAMED_ID.test(label)) return { is: "id", named: true };
  if (CONFIGURATION.test(label)) return { is: "configuration" };
  if (THEME.test(label)) return { is: "theme" };
  if (TITLE.test(label)) return { is: "title" };
  if (STATUS.test(label)) return { is: "status" };
  const strict = readHead(text, scheme);
  if (strict && strict.length > 0) return { is: "role", roles: strict, bare: !/\p{L}{2}/u.test(text), strict: true };
  const parts = readTag(withoutSigns(text), scheme);
  if (parts?.every(({ role, part }) => role === "M" && part !== undefined)) return { is: "part", roles: parts };
  const part = PART.exec(text)?.[1];
  if (part !== undefined && scheme.slots.some(({ letter }) => letter === "M") && !ABOUT.test(text))
    return { is: "part", roles: [{ role: "M", part: /^resource/i.test(part) ? "resource" : "reasoning" }] };
  const loose = loosely(text, scheme);
  if (loose) return { is: "role", roles: loose, bare: false, strict: false };
  return { is: "note", study: STUDY.test(label) };
}

function loosely(text: string, scheme: Scheme): readonly RoleMention[] | undefined {
  const tagged = /^(.{2,}?)\s?[([]\s?([^()[\]]{1,30})\s?[)\]][\s.:*]*$/.exec(text);
  const named = tagged ? readTag(tagged[2] ?? "", scheme) : undefined;
  if (tagged && !(GENERAL.test(tagged[1] ?? "") && (tagged[1] ?? "").split(" ").length < 8)) {
    if (named) return isJoin(tagged[1] ?? "") ? named : undefined;
  } else if (named?.length === 1 && named[0] && !(named[0].part !== undefined && !/\b[CMOIAS]/.test(tagged?.[2] ?? "")))
    return [qualified(named[0], text)];
  if (ABOUT.test(text.replace(RESULT, " ")) || text.split(" ").length > 14) return undefined;
  const [first = ""] = text.split(CUT);
  const letters = lettersIn(first.length > 1 ? first : text);
  const known = letters.filter((letter) => scheme.slots.some((slot) => slot.letter === letter));
  const role =
    known[known.length - 1] ??
    letters[letters.length - 1] ??
    lettersIn(text.replace(/[([][^()[\]]*[)\]]/g, " "))[0] ??
    lettersIn(text)[0];
  if (role === undefined || !scheme.slots.some((slot) => slot.letter === role)) return undefined;
  if (new Set(letters).size > 1 && /[/&+,]| and /i.test(first)) {
    const several = [...new Set(letters)].filter((letter) => scheme.slots.some((slot) => slot.letter === letter));
    return several.map((letter) => ({ role: letter }));
  }
  return [qualified({ role }, text)];
}

/** `Outcome (results)`, `Outcome – result of the mechanism`: what an outcome is. */
const RESULT =
  /(?<=^(?:the )?outcomes?)\s?[([:–—-]\s?(?:what |the )?results?(?: of (?:the )?(?:mechanisms?|M))?(?=[)\]]|$)/i;

/** Words of a head that stands before a tag; others are words of a slot that is tagged. */
const GENERAL =
  /(?<!\p{L})(?:context(?:s|ual)?|mechanisms?|outcomes?|interventions?|strateg(?:y|ies)|actors?|factors?|conditions?|circumstances?|settings?|situations?|enablers?|barriers?|facilitators?|effects?|impacts?|results?|consequences?|process(?:es)?|responses?|reactions?|reasonings?|resources?|activit(?:y|ies)|what|how|why|who|whom|components?|inputs?|triggers?|programmes?|programs?)(?!\p{L})/iu;

function lettersIn(text: string): readonly string[] {
  return [...text.matchAll(WORDS)].map((found) => LETTER[(found[1] ?? "").charAt(0).toLowerCase()] ?? "");
}

/** The role with what else its head says of it, where that is one thing. */
function qualified(role: RoleMention, text: string): RoleMention {
  const parts = new Set<"resource" | "reasoning">();
  const positions = new Set<string>();
  for (const [, resource, reasoning, position] of text.matchAll(QUALITY)) {
    if (resource) parts.add("resource");
    if (reasoning) parts.add("reasoning");
    if (position) positions.add(position.toLowerCase());
  }
  const [part] = parts;
  const [position] = positions;
  return {
    ...role,
    ...(role.role === "M" && role.part === undefined && part !== undefined && parts.size === 1 && { part }),
    ...(role.role === "O" &&
      role.position === undefined &&
      positions.size === 1 && { position: position as NonNullable<RoleMention["position"]> }),
  };
}

/** Whether a few words may be a head that names a role or ids. */
export function mayBeHead(text: string): boolean {
  const head = headOf(text, EVERY);
  return head.is === "role" || head.is === "id" || head.is === "configuration" || head.is === "part";
}
