/** Configurations that an extract may bear on: those whose evidence bears the same codes, or whose slots have words near its own. */
import { t } from "../../l10n.ts";
import { codeName } from "../../model/names.ts";
import type { Cmoc, Extract, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { isClosed } from "../../rules/about.ts";
import { usesOf } from "../tree/codebook.ts";

export interface Suggestion {
  readonly at: Definition<Cmoc>;
  /** Codes that the extract has in common with the evidence of the configuration, by their ids. */
  readonly codes: readonly string[];
  /** Words of the extract that are near words of the configuration, as the extract has them. */
  readonly words: readonly string[];
  /** Higher is likelier; never 0. */
  readonly score: number;
}

const MOST = 30;
/** A code in common says so much more than a word. */
const CODE = 4;
/** A word says something where no more than this part of the configurations have it, or no more than so many; a commoner one says little. */
const RARE = 0.25;
const FEW = 3;
const MOST_WORDS = 400;

/**
 * The likeliest first, none that the extract is linked to already, that is merged or retired, or for which no reason can be told. Linear in the configurations and in the
 * uses of the extract's codes.
 */
export function suggestions(review: Review, at: Definition<Extract>): readonly Suggestion[] {
  const linked = new Set(review.bearsOn(at.name).map(({ record }) => record));
  const all: Definition<Cmoc>[] = [];
  for (const record of review.records("cmoc") as Iterable<Definition<Cmoc>>)
    if (record.name !== "" && !linked.has(record.name) && !isClosed(record.brief)) all.push(record);
  const codes = sharedCodes(review, at);
  const own = wordsOf(at.entity);
  const words = all.map((record) => near(own, stemsOf(wordsIn(record.entity))));
  const counts = new Map<string, number>();
  for (const stems of words) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = Math.max(FEW, all.length * RARE);
  const found: Suggestion[] = [];
  for (const [index, record] of all.entries()) {
    const shared = [...(codes.get(record.name) ?? [])];
    const often = (stem: string): number => counts.get(stem) ?? 1;
    const said = (words[index] ?? []).toSorted((a, b) => often(a) - often(b));
    if (shared.length === 0 && said.length === 0) continue;
    // The rarer a word is, the more it says.
    const weight = said.reduce((sum, stem) => sum + 1 / often(stem) + (often(stem) <= most ? 1 : 0), 0);
    found.push({
      at: record,
      codes: shared,
      words: said.map((stem) => own.get(stem) ?? stem),
      score: shared.length * CODE + weight,
    });
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, MOST);
}

/** Why a configuration is suggested: `2 codes shared: trust, shared-history; 3 words near: …`. */
export function reasonOf({ codes, words }: Suggestion): string {
  const told: string[] = [];
  const list = (all: readonly string[]): string => all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? " …" : "");
  if (codes.length > 0)
    told.push(
      codes.length === 1 ? t("1 code shared: {0}", list(codes)) : t("{0} codes shared: {1}", codes.length, list(codes)),
    );
  if (words.length > 0)
    told.push(
      words.length === 1 ? t("1 word near: {0}", list(words)) : t("{0} words near: {1}", words.length, list(words)),
    );
  return told.join("; ");
}

const SHOWN = 6;
/** Of a code that is used more often, so many uses are looked at. */
const MOST_USES = 2000;

/** By configuration, the codes of the extract that other extracts bear which are linked to it. */
function sharedCodes(review: Review, at: Definition<Extract>): ReadonlyMap<Name, ReadonlySet<string>> {
  const found = new Map<Name, Set<string>>();
  const seen = new Set<Name>();
  for (const { code } of at.entity.codings) {
    if (code === undefined || seen.has(codeName(code))) continue;
    seen.add(codeName(code));
    const bearers = new Set(
      usesOf(codeName(code), review)
        .slice(0, MOST_USES)
        .map(({ from }) => from.name),
    );
    for (const name of bearers) {
      if (name === at.name) continue;
      for (const { record } of review.bearsOn(name)) {
        const codes = found.get(record) ?? new Set();
        codes.add(code);
        found.set(record, codes);
      }
    }
  }
  return found;
}

/** The words of an extract by their stems. */
function wordsOf({ quote, paraphrase, codings }: Extract): ReadonlyMap<string, string> {
  const texts = [
    quote?.text ?? paraphrase?.text ?? "",
    ...codings.flatMap(({ code }) => code?.replace(/[-_.]/g, " ") ?? []),
  ];
  const found = new Map<string, string>();
  for (const word of words(texts.join(" "))) {
    const stem = stemOf(word);
    if (!found.has(stem)) found.set(stem, word.toLowerCase());
    if (found.size === MOST_WORDS) break;
  }
  return found;
}

const wordsIn = ({ title, slots }: Cmoc): string => [title, ...slots.map(({ text }) => text)].join(" ");

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(words(text).map(stemOf));
}

function near(own: ReadonlyMap<string, string>, others: ReadonlySet<string>): readonly string[] {
  return [...own.keys()].filter((stem) => others.has(stem));
}

/** Words that carry something: of three letters, in scripts that part no words of two, and not those that join. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const [word] of text.slice(0, LONGEST).matchAll(/[\p{L}\p{M}]+/gu))
    if (UNPARTED.test(word)) for (let at = 0; at + 1 < word.length; at++) found.push(word.slice(at, at + 2));
    else if (word.length >= 3 && !JOINING.has(word.toLowerCase())) found.push(word);
  return found;
}

const LONGEST = 20_000;
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const JOINING = new Set(
  (
    "all and any are but can did for get got had has her him his how its let may nor not now off one our out own per put ran saw say see set she the too two use via was way who why yet you about above after again also although among another because been before being below between both came come could does doing done down during each even every from further have having here into itself just less made make many might more most much must neither never none only other others ought over quite rather same shall should since some such than that their them then there these they thing things this those though through thus under until upon very well were what when where whether which while whom whose will with within without would your " +
    "aún con del ese eso esa esta este esto fue han hay las les los más mis muy nos que ser sin son sus una uno unos unas por sea ante bajo cada como cual cuando desde donde durante ella ellas ellos entre eran esos esas estos estas estaba están fueron había hacia hasta luego mientras mismo misma nada otra otro otras otros para pero poco porque pues quien según sido sino sobre solo tanto también tiene tienen toda todo todas todos tras"
  ).split(" "),
);

/** What words of one root mostly share: no more is asked of a hint that says its reason. */
function stemOf(word: string): string {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const bare = plain.replace(
    /(?:ically|fulness|ations?|ments?|ness|ingly|edly|ings?|ies|ied|ers?|est|ed|es|ly|s|y|e|[ai]ciones|[ai]cion|[ae]ncias?|anzas?|amientos?|imientos?|mente|abamos|aban?|aron|ieron|ando|iendo|[ai]d[oa]s?|[aei]r|[oa]s|[oa])$/,
    "",
  );
  return bare.length >= 4 ? bare : plain;
}
