/** Ids as they are printed at the beginning of a statement, of a cell, or behind a statement: `CMOC 4:`, `ICMO-4`, `CMO configuration 3 –`, `Programme theory 2`. */
import { canonicalId, isId } from "../ids.ts";

export interface Opener {
  /** The id in its canonical form. */
  readonly id: string;
  /** As it is printed. */
  readonly printed: string;
  /** Whether it is called a configuration; what is called a theory or a hypothesis may be one. */
  readonly configuration: boolean;
  /** The theory that is named before it. */
  readonly theory?: string;
  /** The scheme that its name tells: `ICAMO`. */
  readonly scheme: string | undefined;
  /** Where what follows it begins. */
  readonly end: number;
  /** Whether a sign or a line's end parts it from what follows. */
  readonly parted: boolean;
}

const KIND =
  "(?:(?:[Rr]efined|[Ff]inal|[Ii]nitial|[Cc]andidate|[Nn]ew|[Ee]merging|[Oo]verarching|[Pp]roposed|[Rr]evised|[Mm]odified|[Pp]reliminary|[Tt]entative|[Hh]ypothesi[sz]ed|[Dd]raft|[Cc]onsolidated|[Ss]upporting|[Ee]xample|[Kk]ey) )?(?:(ICAMO|ICMO|CIMO|SCMO|CMO|CIMOc|ICMOc)(?:[Cc])?(?:[- ](?:[Cc]onfigurations?|[Cc]onfig\\.?|[Ss]tatement|[Hh]ypothesis))?|([Cc]ontext[\\s,–—‑/+-]+[Mm]echanism[\\s,–—‑/+-]+(?:and )?[Oo]utcome(?:[ -][Cc]onfiguration)?(?: ?\\(CMO[Cc]?\\))?|[Cc]onfiguration)|((?:[Ii]nitial )?[Pp]rogram(?:me)? [Tt]heory|I?PT|[Rr]ough [Tt]heory|[Tt]heory|[Hh]ypothesis|[Pp]roposition|[Dd]emi-?regularity|[Ii]f-[Tt]hen(?: statement)?|[Ss]tatement))";
const NUMBER = "(?:(?:no\\.?|nr\\.?|number|#|№)\\s?)?";
const ID =
  "(\\d{1,3}(?:[.-]\\d{1,3}){0,3}[A-Za-z]?|[A-Z]{1,4}[.-]?\\d{1,3}(?:\\.\\d{1,3}){0,2}[a-z]?|[A-Z](?![\\p{L}\\p{N}])|[IVX]{1,5}(?![\\p{L}\\p{N}]))";
const OPENER = new RegExp(
  `^[\\s•*([{]{0,4}${KIND}\\s?[-–—:#]?\\s?${NUMBER}\\(?${ID}(?![\\p{L}\\p{N}])\\)?[\\])}*]{0,3}`,
  "u",
);
const AFTER = /^\s?(?:[:.=|]|[–—-](?=\s)|\)\s|\n|$)\s*/;

/** The id with which a text begins; of a theory's and a configuration's (`PT1 CMO 1.1:`) the configuration's. */
export function openerAt(text: string): Opener | undefined {
  const opener = firstOpener(text);
  if (!opener || opener.configuration) return opener;
  const inner = firstOpener(text.slice(opener.end).replace(/^[,/–—-]\s*/, ""));
  if (!inner?.configuration) return opener;
  const end =
    opener.end + (text.slice(opener.end).length - text.slice(opener.end).replace(/^[,/–—-]\s*/, "").length) + inner.end;
  return { ...inner, theory: opener.printed, end };
}

function firstOpener(text: string): Opener | undefined {
  const head = text.slice(0, 120);
  const found = OPENER.exec(head);
  if (!found) return undefined;
  const [all, scheme, words, theory, written = ""] = found;
  // `CMOC` is no CMO that is called C.
  if (/^\p{L}+$/u.test(written) && /[\p{L}]/u.test(all.charAt(all.lastIndexOf(written) - 1))) return undefined;
  const rest = head.slice(all.length);
  const sign = AFTER.exec(rest);
  const end = all.length + (sign?.[0].length ?? /^\s*/.exec(rest)?.[0].length ?? 0);
  if (/^\s?(?:[–—-]|to|and|,|&)\s?(?:CMO[Cc]?\s?)?\d/.test(rest) && !/^\s[–—-]\s/.test(rest)) return undefined;
  return {
    id: idOf(written, theory),
    printed: all.replace(/^[\s•*([{]+/, "").trim(),
    configuration: scheme !== undefined || words !== undefined,
    scheme: scheme === undefined ? undefined : scheme.replace(/c$/, "").toUpperCase(),
    end,
    parted: sign !== null,
  };
}

/** `PT2` for a programme theory that holds a configuration; `CMOC4` for what is called a configuration. */
function idOf(written: string, theory: string | undefined): string {
  const id = written.replace(/[.-]+$/, "");
  if (theory === undefined) return canonicalId("cmoc", id);
  if (!/^\d/.test(id)) return id;
  const initial = /^(?:initial |I)/i.test(theory) && /theory|pt/i.test(theory) ? "I" : "";
  if (/program|^I?PT/i.test(theory)) return `${initial}PT${id}`;
  if (/theory/i.test(theory)) return `PT${id}`;
  if (/demi/i.test(theory)) return `DR${id}`;
  return `${theory.charAt(0).toUpperCase()}${id}`;
}

const CALLED = "(?:CMO[Cc]?|ICMO|ICAMO|CIMO|SCMO)(?: configuration)?\\s?[-#]?\\s?";
const BEHIND = new RegExp(`(?:[([]\\s?(?:see )?${CALLED}${ID}\\s?[)\\]]|\\s[–—-]\\s?${CALLED}${ID})[.;,]?\\s*$`, "u");

/** The id in brackets with which a statement ends: `… (O) [CMOC 1b].` */
export function idBehind(text: string): { readonly id: string; readonly from: number } | undefined {
  const from = Math.max(0, text.length - 60);
  const found = BEHIND.exec(text.slice(from));
  return found ? { id: canonicalId("cmoc", found[1] ?? found[2] ?? ""), from: from + found.index } : undefined;
}

const LAST = /(?<![\p{L}\p{N}])(?:CMO[Cc]?|ICMO|ICAMO|CIMO|SCMO|Configuration)(?![a-z])[^.;:()[\]]{1,40}[\s,:–—-]*$/u;

/** The id with which words before a label end: `In CMOC 6, Context: …`. */
export function openerAtEnd(text: string): { readonly opener: Opener; readonly before: string } | undefined {
  const from = Math.max(0, text.length - 60);
  const found = LAST.exec(text.slice(from));
  if (!found) return undefined;
  const id = text.slice(from + found.index).replace(/[\s,:–—-]{1,9}$/, "");
  const opener = openerAt(id);
  if (!opener?.configuration || opener.end < id.length) return undefined;
  return { opener: { ...opener, parted: true }, before: text.slice(0, from + found.index).trim() };
}

const NUMBERED = /^\s*[([]?(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)(?:[.)\]:]\s*|\s[–—-]\s|\s+(?=\p{Lu})|\s*$)/u;
const LETTERED =
  /^\s*[([]?((?=[^\s]*\d)[A-Za-z]{1,8}[ ._-]?\d{1,3}(?:[._-]?\d{1,3}){0,2}[a-z]?)[)\]]?(?:[.:)]\s*|\s[–—-]\s|\s+(?=\p{Lu})|\s*$)/u;

/** What a cell of ids says: an id, and a title after it. */
export function idInCell(
  text: string,
): { readonly id: string; readonly title: string; readonly opener?: Opener } | undefined {
  const opener = openerAt(text);
  if (opener) return { id: opener.id, title: text.slice(opener.end).trim(), opener };
  const found = NUMBERED.exec(text) ?? LETTERED.exec(text);
  if (!found) {
    const only = text
      .trim()
      .replace(/(?<![.:)\]])[.:)\]]+$/, "")
      .replace(/^[([]+/, "");
    return /^(?:[A-Z]|[ivx]{1,5}|[IVX]{1,5})$/.test(only) ? { id: only, title: "" } : undefined;
  }
  const written = (found[1] ?? "").replace(/\s+/g, "");
  const id = canonicalId("cmoc", written);
  return isId(id) ? { id, title: text.slice(found[0].length).trim() } : undefined;
}

/** A number with which a statement in a list or a cell begins. */
export function numberAt(text: string): { readonly id: string; readonly end: number } | undefined {
  const found =
    /^\s*[([]?(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)(?:[.)\]:]\s*(?=\S)|\s+(?=(?:When|Where|If|In|Because|As|For|By)\s))/.exec(
      text,
    );
  return found ? { id: canonicalId("cmoc", found[1] ?? ""), end: found[0].length } : undefined;
}
