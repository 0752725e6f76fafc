/** The card of an extract: its words, where they stand, how they are coded, what they bear on. */
import { t } from "../../l10n.ts";
import type { Coding, Extract } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import { type Asking, bearingSection, citedAs, fieldLine, lineOf, problemSection, titleLine } from "./asking.ts";
import { type Card, type CardLine, fitted, sectionOf } from "./lines.ts";
import { placeOf, shownId } from "./naming.ts";
import { firstWords, plain, quoted } from "./words.ts";

const QUOTE = 300;
const CODED = 60;

export function extractCard(at: Definition<Extract>, asking: Asking): Card {
  const { review } = asking;
  const { entity } = at;
  const place = placeOf(at);
  const id = shownId(at, review);
  const title = firstWords(entity.title, QUOTE);
  const links = review.bearsOn(at.name);
  const status = entity.parked ? t("parked") : links.length === 0 ? t("unlinked") : undefined;
  const codings = entity.codings.map((coding) => codingLine(coding, review));
  const lines = fitted(titleLine(id, title, status, place), [
    sectionOf([...wordsOf(entity), ...whereLine(entity, asking), ...fieldLine("parked", entity.parked)], 3, place),
    sectionOf(codings, 2, place),
    bearingSection(links, asking, place),
    problemSection(at, asking),
  ]);
  return { kind: "extract", id, name: at.name, title, status, place, lines };
}

function wordsOf({ quote, paraphrase }: Extract): readonly CardLine[] {
  const said = quoted(quote?.text, QUOTE);
  if (said !== "") return [lineOf("quote", said)];
  return fieldLine("paraphrase", paraphrase);
}

/** `Okafor and Lind 2014, p. 412 · participant · coded by JA`. */
function whereLine({ source, at, voice, coder }: Extract, asking: Asking): readonly CardLine[] {
  const where = [citedAs(source, asking), plain(at?.text ?? "")].filter((words) => words !== "").join(", ");
  const parts = [where, plain(voice?.text ?? ""), coder === undefined ? "" : t("coded by {0}", plain(coder.text))];
  const text = parts.filter((words) => words !== "").join(" · ");
  return text === "" ? [] : [lineOf("field", { text, style: "dimmed" })];
}

/** `C shared-history “succeeded together before” (RM)`. */
function codingLine({ role, code, words, coder }: Coding, review: Review): CardLine {
  const said = words.map((each) => quoted(each.text, CODED)).join(", ");
  return lineOf(
    "field",
    role ? { text: roleWord(role, review.manifest.scheme), style: "role", tone: role.role } : "code",
    code === undefined ? undefined : ` ${plain(code)}`,
    said === "" ? undefined : ` ${said}`,
    coder === undefined ? undefined : { text: ` (${plain(coder)})`, style: "dimmed" },
  );
}
