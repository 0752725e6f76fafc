/** What is told of a place with stripes: which codes the words there bear, of which extract, by whom, and what the extract bears on. */
import { t } from "../../l10n.ts";
import { nameOf } from "../../model/names.ts";
import type { Extract } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { type Asking, bearingSection, type CardOptions, lineOf } from "../card/asking.ts";
import { type Card, type CardLine, fitted, sectionOf } from "../card/lines.ts";
import { placeOf, placeOfName, shownId } from "../card/naming.ts";
import { firstWords, plain, quoted } from "../card/words.ts";
import { roleName } from "../hover/words.ts";
import type { Stripe } from "./stripe.ts";

const WORDS = 60;
const TITLE = 80;
/** More extracts than these are not told of at one place. */
const MOST_CARDS = 4;

/** The stripes at an offset, the shortest first; one that ends there is still there. */
export function stripesAt(stripes: readonly Stripe[], offset: number): readonly Stripe[] {
  const holds = ({ is, start, end, parts }: Stripe): boolean =>
    is === "words"
      ? parts.some((part) => part.start <= offset && offset <= part.end)
      : start <= offset && offset <= end;
  const length = ({ start, end }: Stripe): number => end - start;
  return stripes.filter(holds).sort((a, b) => length(a) - length(b));
}

/** A card for each extract of these stripes: its codes here, then what it bears on. */
export function stripeCards(review: Review, stripes: readonly Stripe[], options: CardOptions = {}): readonly Card[] {
  const byExtract = new Map<object, Stripe[]>();
  for (const stripe of stripes) {
    const { brief } = stripe.extract;
    const others = byExtract.get(brief);
    if (others) others.push(stripe);
    else byExtract.set(brief, [stripe]);
  }
  return [...byExtract.values()].slice(0, MOST_CARDS).flatMap((all) => {
    const [first] = all;
    return first ? [cardOf(first.extract, all, { ...options, review })] : [];
  });
}

function cardOf(extract: Definition<Extract>, stripes: readonly Stripe[], asking: Asking): Card {
  const { review } = asking;
  const { entity, name } = extract;
  const place = placeOf(extract);
  const id = shownId(extract, review);
  const links = review.bearsOn(name);
  const status = entity.parked ? t("parked") : links.length === 0 ? t("unlinked") : undefined;
  const where = [plain(entity.at?.text ?? ""), codedBy(entity.coder?.text, review), status ?? ""];
  const head = lineOf(
    "title",
    { text: id, style: "strong", to: place },
    { text: where.map((words) => (words === "" ? "" : ` · ${words}`)).join(""), style: "dimmed" },
  );
  const codes = stripes.flatMap((stripe) => codeLine(stripe, entity, review));
  const lines = fitted(head, [sectionOf(codes, 4, place), bearingSection(links, asking, place)]);
  return { kind: "extract", id, name, title: "", status, place, lines };
}

/** `Context shared-history  Partners have worked together before “succeeded together before” · coded by RM`. */
function codeLine({ is, coding }: Stripe, { coder }: Extract, review: Review): readonly CardLine[] {
  if (!coding) return [];
  const { role, code, words } = coding;
  const name = code === undefined ? undefined : nameOf("code", code, undefined);
  const place = name === undefined ? undefined : placeOfName(name, review);
  const title = name === undefined ? "" : firstWords(review.definitions(name)[0]?.entity.title ?? "", TITLE);
  const said = is === "whole" ? t("the whole extract") : words.map(({ text }) => quoted(text, WORDS)).join(", ");
  const by = coding.coder === undefined || coding.coder === coder?.text ? "" : codedBy(coding.coder, review);
  return [
    lineOf(
      "field",
      role ? { text: plain(roleName(role, review.manifest.scheme)), style: "role", tone: role.role } : t("Code"),
      code === undefined ? undefined : " ",
      code === undefined ? undefined : { text: plain(code), ...(place && { to: place }) },
      title === "" ? undefined : `  ${title}`,
      { text: ` ${said}${by === "" ? "" : ` · ${by}`}`, style: "dimmed" },
    ),
  ];
}

function codedBy(coder: string | undefined, review: Review): string {
  return coder === undefined || coder === "" ? "" : t("coded by {0}", coderName(coder, review));
}

/** `JA (first coder)`, or with brackets of its own `JA, first coder (Oslo)`: initials, and who stands behind them. */
export function coderName(coder: string, review: Review): string {
  const who = plain(review.manifest.coders.get(coder) ?? "");
  if (who === "") return plain(coder);
  return /[()]/.test(who) ? `${plain(coder)}, ${who}` : `${plain(coder)} (${who})`;
}
