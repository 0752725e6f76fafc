/**
 * What a bracket stands for: `[the nurses]` for `they`, or for nothing. It says what was changed, so that it hides no clause and no `not`: what is left out beyond a name or a
 * few words wants an ellipsis.
 */

/** So many letters may be hidden by a bracket, and by one that says more so many times as many as it does. */
const HIDDEN = 80;
const TIMES = 2;
const NOT = "not,no,never,none,nobody,nothing,nor,neither,nowhere,without,cannot,hardly,scarcely,barely,unless";
const NO = "nunca,jamás,sin,ningún,ninguno,ninguna,tampoco,nada,nadie,ni";
const NICHT =
  "nicht,nie,niemals,ohne,kein,keine,keinen,keiner,keinem,weder,pas,jamais,sans,aucun,aucune,ne,não,nem,sem";
const NEGATIONS = new Set([NOT, NO, NICHT].flatMap((words) => words.split(",")));

/** Whether a bracket with what stands around it may stand for words of a source. */
export function mayStandFor(bracket: string, hidden: string): boolean {
  if (hidden.length > HIDDEN && hidden.length > TIMES * bracket.length) return false;
  return !isNegated(hidden) || isNegated(bracket);
}

function isNegated(text: string): boolean {
  const words = text.normalize("NFC").toLowerCase().replaceAll("\u2019", "'");
  return [...words.matchAll(/[\p{L}\p{M}']+/gu)].some(([word]) => NEGATIONS.has(word) || word.endsWith("n't"));
}
