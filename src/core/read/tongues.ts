/** The words for roles in other languages of the field, as the English ones: `Mecanismo`, `Contexte`, `Ergebnisse`, `Uitkomsten`. */

const WORDS: readonly (readonly [string, string])[] = [
  ["contextual", "contextual(?:es)?|contextuels?|contextuelles?|contextuais|kontextuelle?"],
  [
    "context",
    "contextos?|contextes?|kontexte?n?|contesti|contesto|contexten|kontekst(?:er)?|contextfactor(?:en)?|kontextfaktor(?:en)?",
  ],
  [
    "mechanism",
    "mecanismos?|m[ée]canismes?|(?:wirk)?mechanismus|(?:wirk)?mechanismen|mechanismes?|meccanism[oi]|mekanism(?:er?)?",
  ],
  [
    "outcome",
    "resultados?|desfechos?|r[ée]sultats?|ergebnis(?:se)?|uitkomst(?:en)?|resultaat|resultaten|resultate?|risultat[oi]|esit[oi]|utfall|effets?",
  ],
  [
    "intervention",
    "intervenci[óo]n|intervenciones|interven[çc][ãa]o|interven[çc][õo]es|interventies?|interventionen|intervent[oi]",
  ],
  ["strategy", "estrat[ée]gias?|strat[ée]gies?|strategien?"],
  ["actor", "actores|atores|acteurs?|akteure?n?|actoren|attori"],
  ["resource", "recursos?|ressourcen?|ressources?|risors[ae]"],
  ["reasoning", "razonamientos?|racioc[íi]nios?|raisonnements?"],
  ["response", "respuestas?|r[ée]ponses?|respostas?|reaktion(?:en)?"],
  ["theme", "temas?|th[èe]mes?|thema|themen|themas"],
  [
    "configuration",
    "configuraci[óo]n|configuraciones|configura[çc][ãa]o|configura[çc][õo]es|konfiguration(?:en)?|configuraties?|configurazion[ei]",
  ],
];

/** A sign of one of them: most texts have none, and are not looked at more closely. */
const MAYBE =
  /kont|context[oefu]|contest[oi]|canism|mechanismu|mechanisme|meccan|mekan|result[ae]|résult|ergeb|desfech|uitkom|risult|esit[oi]|utfall|effet|interven[ctçi]|estrat|strat[ée]gi|actor|ator|acteur|akteur|attor|recurs|ressour|risors|razon|racioc|raison|respu|repon|répon|respos|reakt|tem[ae]|thè|thema|config|konfig/i;

const ALL = WORDS.map(([word, forms]) => ({
  word,
  pattern: new RegExp(`(?<![\\p{L}])(?:${forms})(?![\\p{L}])`, "giu"),
}));

/** The text with such words in English; only short texts are asked for. */
export function inEnglish(text: string): string {
  if (!MAYBE.test(text)) return text;
  let words = text;
  for (const { word, pattern } of ALL)
    words = words.replace(pattern, (found) =>
      /^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
    );
  return words;
}

/** What names a role in other languages: for patterns that look for labels. */
export const LABELS = WORDS.filter(([word]) => !["contextual", "theme", "configuration"].includes(word))
  .map(([, forms]) => forms)
  .join("|");
