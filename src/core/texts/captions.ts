/** What captions and addresses begin with, in the languages that most studies are written in. */

const FIGURE =
  "fig(?:ure|ura|uur|\\.)?|abbildung|abb\\.|gr[áa]fic[oa]|graphique|chart|scheme|esquema|diagrama?|plate|map";
const TABLE =
  "table|tables|tab\\.|tabla|tableau|tabelle|tabela|tabella|tabel|cuadro|quadro|box|panel|exhibit|recuadro|encadr[ée]|kasten|riquadro|caja";
const BEFORE = "(?:supplement(?:ary|al)\\s|appendix\\s|online\\s|e-?)?";
const NUMBER = "\\s?[A-Z]{0,2}[-.]?(?:\\d{1,3}(?:[.-]\\d{1,2})?[a-z]?|[IVX]{1,5})(?![\\p{L}\\p{N}])";

const BEGINS = new RegExp(`^${BEFORE}(?:${FIGURE}|${TABLE})${NUMBER}(.*)$`, "isu");
const IS_FIGURE = new RegExp(`^${BEFORE}(?:${FIGURE})${NUMBER}`, "iu");
/** Behind its number: a sign, nothing, or a word that begins a title; and not what says something of it. */
const BEHIND = /^\s*(?:[.:|–—-]|$|\(?cont)|^\s+[\p{Lu}\p{Nd}“"'‘(¿]/u;
/** In the type of the text more is asked. */
const SURELY = /^\s*(?:[.:|–—]|$|\(cont)/u;

/** Whether a line begins as captions do: `Table 2. Sites`, `Figura 3`; not `Table 2 shows`. */
export function isCaption(line: string, isSure = false): boolean {
  const behind = BEGINS.exec(line)?.[1];
  return behind !== undefined && !/^(?!e[A-Z])\p{Ll}/u.test(line) && (isSure ? SURELY : BEHIND).test(behind);
}

export const isFigure = (line: string): boolean => IS_FIGURE.test(line);

/** What stands below a table. */
const NOTE = /^(?:notes?|sources?|abbreviations?|key|legend|notas?|fuentes?|abreviaturas|leyenda)\s?[.:]/iu;
export const isNote = (line: string): boolean => NOTE.test(line);

const ADDRESS =
  /^[\s\d*†‡§✉]*(?:correspond(?:ing author|ence|encia|ance|ent author)|address(?:es)? |authors?[’']? (?:affiliation|detail|contact|information|for correspondence)|affiliations?\b|e-?mails?\b|contact:|received|accepted|published|submitted|article history|this article |funding|conflicts? of interest|competing interests|declarations? of|©|\(c\)|copyright|https?:|doi\b|autora? (?:de|para|correspond)|direcci[óo]n|correo|recibido|aceptado|financiaci[óo]n|auteure? |adresse|reçu|korrespond|eingegangen|recebido|endereço)/iu;
const MAIL = /[^\s@]{1,64}@[^\s@]{1,200}\.\p{L}{2}/u;
const PLACE =
  /^(?:from )?(?:the )?(?:\S+ ){0,5}(?:school|department|dept|faculty|institute|centre|center|division|university|universit[éà]|universität|hospital|college|facultad|departamento|universidad|instituto|escuela)\b[^.;]{0,200},/iu;

/** Whether a block of small type is an address, or what journals put beside it. */
export const isAddress = (block: string): boolean =>
  ADDRESS.test(block) || MAIL.test(block.slice(0, 1200)) || PLACE.test(block);
