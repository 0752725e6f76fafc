/** The configurations that a paragraph, an item or a cell states in whole: opened by an id or not, tagged or labelled. */

import { t } from "../l10n.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { withInnerColons } from "./bare.ts";
import { flat } from "./chars.ts";
import { uncited } from "./cited.ts";
import { isEnough } from "./enough.ts";
import { areMeanings, isKey } from "./glossary.ts";
import { labelledIn, namesRole } from "./labelled.ts";
import { ASKED, isStatement, labelledOf, meansIn } from "./labelled-statement.ts";
import { idBehind, numberAt, type Opener, openerAt, openerAtEnd } from "./openers.ts";
import { mayBeCodes, ordinary, ordinaryLabels } from "./ordinary.ts";
import { isSearch } from "./others.ts";
import type { Note, PrintedSlot } from "./printed.ts";
import { isUsual } from "./schemes.ts";
import { piecesOf } from "./statement-pieces.ts";
import { moreTagged, taggedIn } from "./tagged.ts";
import { isTagText } from "./tags.ts";

export interface Statement {
  readonly opener: Opener | undefined;
  /** Printed before it, within it or behind it; empty where none is. */
  readonly id: string;
  readonly slots: readonly PrintedSlot[];
  readonly labels: readonly string[];
  readonly cited: readonly string[];
  readonly by: "sentence" | "fields" | "none";
  /** Words of it that are in no slot: what stands before the first label. */
  readonly before: string;
  /** What says that there is nothing of a role. */
  readonly notes: readonly Note[];
  /** Whether words of it are in no slot, so that it is to be kept as it is printed. */
  readonly isWhole: boolean;
  /** Whether it says what the roles are, as a glossary does. */
  readonly means: boolean;
  /** Without the id, as it is printed. */
  readonly printed: string;
  /** What a label without words names: its words come next. */
  readonly awaits?: readonly RoleMention[];
  /** What it is unsure of. */
  readonly doubts?: readonly string[];
  /** That it is ordinary prose, whatever is tagged in it: why that may be doubted, or nothing. */
  readonly ordinary?: string;
}

/** A word for a role, a letter in brackets, raised, or before a sign, or the name of a configuration: most paragraphs of a page have none. */
const MAY_STATE =
  /context|mechanism|outcome|kont|contest|canism|mekan|r[ée]sult|ergeb|desfech|uitkom|risult|esit|utfall|effet|cmo|configuration|(?:theory|I?PT|regularity|hypothesis|proposition|statement)\s?\d|[([{©\ue000（［]\s?[cmoias]\d?[a-z]?\s?[)\]}\ue001）］,;:/–—&+-]|(?<![\p{L}\p{N}])[CMO]\d?[a-z]?\s?[:=([]|(?:resource|reasoning|response|reaction)s?\s?\d?[:=]/iu;

const NOTHING: Omit<Statement, "printed"> = {
  opener: undefined,
  id: "",
  slots: [],
  labels: [],
  cited: [],
  by: "none",
  before: "",
  notes: [],
  isWhole: false,
  means: false,
};

/** The statements of a text. `numbers` says that a number before a statement is its id, as it is in a cell of statements. */
export function statementsIn(text: string, scheme: Scheme, numbers: boolean): readonly Statement[] {
  if (isUsual(scheme) && !MAY_STATE.test(text)) return [{ ...NOTHING, printed: flat(text) }];
  if (isSearch(text) && !openerAt(text)) return [{ ...NOTHING, ordinary: "", printed: flat(text) }];
  const found: Statement[] = [];
  for (const piece of piecesOf(text, scheme)) append(found, pieceIn(piece, scheme, numbers));
  return found;
}

/** `Overall, CMOC 9: …`: a few words before the id. */
const LEAD =
  /^(\p{Lu}[\p{L}\s]{1,40}[,:–—]\s+|(?:Box|Panel|Table|Figure)\s\d{1,2}[.:]?\s+)(?=[([]?(?:[CIAS]{1,4}MO|Configuration\s))/u;

function pieceIn(piece: string, scheme: Scheme, numbers: boolean): readonly Statement[] {
  const lead = LEAD.exec(piece)?.[1];
  const led = lead === undefined ? undefined : openerAt(piece.slice(lead.length));
  if (lead !== undefined && led?.configuration && led.parted) {
    const [first, ...others] = pieceIn(piece.slice(lead.length), scheme, numbers);
    if (first && isEnough(first.slots, scheme))
      return [{ ...first, notes: [{ label: "", text: lead.trim() }, ...first.notes] }, ...others];
  }
  const shown = SHOWN.exec(piece);
  const named = shown ? openerAt(shown[1] ?? "") : undefined;
  if (shown && named?.configuration && !SHOWN.test(piece.slice(shown[0].length))) {
    const [first, ...others] = pieceIn(piece.slice(shown[0].length), scheme, false);
    if (first && first.id === "" && isEnough(first.slots, scheme)) {
      const note = { label: "", text: shown[0].replace(/[:,]\s{1,9}$/, "") };
      return [{ ...first, opener: named, id: named.id, notes: [note, ...first.notes] }, ...others];
    }
  }
  const ids = SEVERAL_IDS.exec(piece)?.[0];
  if (ids !== undefined) {
    const [first, ...others] = pieceIn(piece.slice(ids.length), scheme, false);
    if (first && first.id === "" && isEnough(first.slots, scheme))
      return [
        { ...first, notes: [{ label: "", text: ids.replace(/[\s:.–—-]{1,9}$/, "") }, ...first.notes] },
        ...others,
      ];
  }
  const counted = numbers ? numberAt(piece) : undefined;
  const opener = openerAt(piece) ?? openerBehind(piece, counted?.end);
  const number = opener ? undefined : counted;
  const item = opener && counted && opener.end > counted.end ? piece.slice(0, counted.end) : "";
  const all = closedWith(piece, opener)
    .slice(opener?.end ?? number?.end ?? 0)
    .replace(/^[•·–—-]\s+/, "");
  const few = opener?.configuration ? (TITLED.exec(all) ?? QUOTED.exec(all)) : null;
  // `CMOC 1. Context: Where staff are few.`
  const titled = few && namesRole(few[1] ?? "", scheme) ? null : few;
  const rest = withInnerColons(titled ? all.slice(titled[0].length) : all);
  const chain = CHAIN.exec(rest);
  const words = chain ? rest.slice(chain[0].length) : rest;
  const base = {
    opener,
    id: opener?.id ?? number?.id ?? "",
    labels: [],
    cited: [],
    before: titled?.[1] ?? "",
    notes: chain ? [{ label: "", text: chain[0].replace(/\s?:\s+$/, "") }] : [],
    isWhole: false,
    means: false,
  } as const;
  const plain = { ...base, before: "", slots: [], by: "none", printed: flat(all) } as const;
  const labelled = isKey(words) ? undefined : labelledOf(words, scheme);
  if (labelled && (opener || !ASKED.test(words))) {
    const led = opener || number ? undefined : openerAtEnd(labelled.before);
    const usual = opener || led ? undefined : ordinaryLabels(labelled.slots, labelled.before);
    if (usual) return [{ ...plain, ...usual }];
    return [
      {
        ...base,
        ...labelled,
        ...(led && { opener: led.opener, id: led.opener.id, notes: [...noteOf(led.before), ...labelled.notes] }),
        before: led ? "" : [base.before, labelled.before].filter(Boolean).join(" "),
        by: "fields",
        isWhole: labelled.isWhole || (item !== "" && !opener?.id.endsWith(item.replace(/\D/g, ""))),
        printed: flat(item + words),
      },
    ];
  }
  if (meansIn(words, scheme)) return [{ ...plain, means: true }];
  if (isKey(words)) return [opener ? plain : { ...plain, ordinary: "" }];
  const over = labelOver(words, scheme);
  const { text, cited } = uncited(words.slice(over?.end ?? 0), (inside) => isTagText(inside, scheme));
  const behind = idBehind(text);
  const whole = (behind && !/[([]/.test(text.charAt(behind.from)) ? text.slice(0, behind.from) : text).replace(
    /\s*\n\s*/g,
    " ",
  );
  const isOne = opener !== undefined || number !== undefined;
  const read = byIdsBehind(whole, scheme).map((part) => ({ part, tagged: taggedIn(part, scheme, !isOne) }));
  const tagged = read.flatMap((each) => each.tagged);
  if (areMeanings(tagged[0]?.slots ?? [], scheme) && tagged.length === 1 && !opener) return [{ ...plain, means: true }];
  const usual = !opener && tagged.length === 1 ? ordinary(tagged[0]?.slots ?? [], text) : undefined;
  if (usual) return [{ ...plain, ...usual }];
  const single = tagged.length === 0 && opener?.configuration ? moreTagged(whole, scheme) : [];
  if (tagged.length === 0 && single.length === 0) return [plain];
  if (tagged.length < 2) {
    const id = base.id || behind?.id || idBehind(tagged[0]?.text ?? "")?.id || "";
    const notes = over ? [...base.notes, { label: "", text: over.label }] : base.notes;
    const printed = flat(item === "" ? words : piece);
    const slots = tagged[0]?.slots ?? single;
    const doubts = [...(opener ? [] : mayBeCodes(text)), ...doubtsOf(slots, tagged[0]?.loose)];
    return [{ ...base, id, notes, slots, cited, by: "sentence", printed, doubts }];
  }
  let before = base.before;
  let left = cited;
  return read.flatMap(({ part, tagged: own }): readonly Statement[] => {
    if (own.length === 0) return [{ ...NOTHING, printed: flat(part) }];
    return own.map((each) => {
      const id = idBehind(each.text)?.id ?? "";
      const usual = opener ? undefined : ordinary(each.slots, each.text);
      if (usual) {
        const printed = flat([before, each.text, ...left].join(" "));
        before = "";
        left = [];
        return { ...NOTHING, ...usual, printed };
      }
      const doubts = [...mayBeCodes(each.text), ...doubtsOf(each.slots, each.loose)];
      const made: Statement = {
        ...base,
        before,
        id,
        slots: each.slots,
        cited: left,
        by: "sentence",
        printed: each.text,
        doubts,
      };
      before = "";
      left = [];
      return made;
    });
  });
}

/** `(CMOC 5: Context: …)`: without the bracket that closes what opens before the id. */
function closedWith(piece: string, opener: Opener | undefined): string {
  if (!opener || !/^\s*[([]/.test(piece) || /[)\]]/.test(piece.slice(0, opener.end))) return piece;
  return piece.replace(/[)\]](?=\.?$)/, "");
}

/** Words that are no title, as a note. */
function noteOf(words: string): readonly Note[] {
  return /[\p{L}\p{N}]/u.test(words) ? [{ label: "", text: flat(words) }] : [];
}

/** A label that stands over a whole tagged statement. */
function labelOver(words: string, scheme: Scheme): { readonly label: string; readonly end: number } | undefined {
  const { before, parts } = labelledIn(words, scheme);
  const [first] = parts;
  if (!first || before !== "" || !isStatement(first, scheme)) return undefined;
  const end = words.indexOf(first.text, first.label.length);
  return end < 0 ? undefined : { label: first.label, end };
}

/** Looks as tags of roles do: `(MR)`, `(C, as before)`. */
const UNKNOWN_TAG =
  /[([]\s?(?:(?:[CMOE][A-Z]?\d{0,2}|[Cc]ontexts?|[Mm]echanisms?|[Oo]utcomes?)(?![\p{L}\p{N}])(?!\s?[=<>]\s?[\d.])[^()[\]]{0,60}|[^()[\]]{1,30}\s[CMO]\d?)[)\]]/u;

/** What looks like a tag and is read as words, or as a tag though it says more. */
function doubtsOf(slots: readonly PrintedSlot[], loose: readonly string[] = []): readonly string[] {
  const doubts = loose.map((tag) => t("“{0}” is read as the tag of a role.", tag));
  for (const { text } of slots) {
    const tag = UNKNOWN_TAG.exec(text)?.[0];
    if (tag) doubts.push(t("“{0}” is no tag of a role: it is read as words.", tag));
  }
  return doubts;
}

/** `C+M=O: …`: the pattern of the statement that follows. */
const CHAIN = /^C\s?[+&]\s?M\s?(?:=|→|⇒|->)\s?O\s?:\s+(?=\S)/;

/** A few words and a stop between an id and its statement. */
const TITLED = /^([^.:()[\]\n]{3,80})[.:]\s+(?=(?:When|Where|If|In|For|As|By|Because|Context)(?![\p{L}]))/u;

/** `CMO 6 (Continuity): …`, `CMOC 4 ‘Being known’ When …`. */
const QUOTED =
  /^(?:[([](?=[^()[\]]{3,80}[)\]]\s?[:.–—-])|[‘“"'](?=[^‘’“”"'\n]{3,80}[’”"'][.:,]?\s+(?:When|Where|If|In|For|As|By|Because|Context)(?![\p{L}])))([^()[\]‘’“”"'\n:]{3,80})[)\]’”"']\s?[:.,–—-]?\s+(?=\p{Lu})/u;

/** `CMOC 3/4: …`, `CMOCs 3 and 4: …`: the statement of several configurations. */
const SEVERAL_IDS =
  /^[([]?(?:ICAMO|ICMO|CIMO|SCMO|CMO)[Cc]?s?(?: configurations?)?\s?[-#]?\s?\d{1,3}[a-z]?(?:\s?(?:[,;&/–-]|and|to)\s?(?:CMO[Cc]?\s?)?\d{1,3}[a-z]?){1,9}[)\]]?(?:\s?[:.–—-])?\s+(?=\S)/;

/** `As CMOC4 shows: When …`. */
const SHOWN =
  /^(?:(?:As|Thus|Here),?\s)?((?:ICAMO|ICMO|CIMO|SCMO|CMO)[Cc]?\s?[-#]?\s?[\dA-Z][\w.]{0,6})\s(?:shows?|suggests?|illustrates?|demonstrates?|explains?|states?|proposes?|describes?)(?:\sthat)?[:,]\s+(?=\S)/u;

/** `1. CMOC 3: …`: the id behind the number of an item. */
function openerBehind(piece: string, end: number | undefined): Opener | undefined {
  const opener = end === undefined ? undefined : openerAt(piece.slice(end));
  if (!opener || end === undefined) return undefined;
  const words = piece.slice(end + opener.end);
  return opener.parted || (opener.configuration && /^[“"‘']?\p{Lu}/u.test(words))
    ? { ...opener, end: end + opener.end }
    : undefined;
}

/** Each part with the id in brackets that ends it, where a statement stands before that; ids that are no single one, such as a range, end one too. */
function byIdsBehind(text: string, scheme: Scheme): readonly string[] {
  const ends: number[] = [];
  for (const found of text.matchAll(IDS_BEHIND)) ends.push(found.index + found[0].length);
  const [first] = ends;
  if (first === undefined) return [text];
  if (ends.length === 1 && taggedIn(text.slice(0, first), scheme, false).length === 0) return [text];
  return [0, ...ends]
    .map((start, at) => text.slice(start, ends[at] ?? text.length).trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

const IDS_BEHIND =
  /[([](?:see )?(?:CMO[Cc]?|ICMO|ICAMO|CIMO|SCMO)s?(?: configurations?)?\s?[-#]?\s?\d[^()[\]]{0,40}[)\]][.;,]?/g;
