/** What stands beside the heading of a record: its status, how much evidence bears on it, how often it is used. */

import { grouped, t } from "../../l10n.ts";
import type { Definition } from "../../review.ts";
import { inMarkup } from "../../text.ts";
import type { Asking } from "../card/asking.ts";
import { refsIn } from "../card/asking.ts";
import { configurationCount, sourceCount } from "../card/counts.ts";
import type { Card } from "../card/lines.ts";
import { marksOf, tallyOf, tallyWords } from "../card/stances.ts";
import { plain } from "../card/words.ts";
import { chip } from "./html.ts";

/** The form tells a status without its colour: hollow, filled, crossed, struck. */
const SIGNS: { readonly [status: string]: string } = {
  candidate: "○",
  supported: "●",
  refined: "●",
  refuted: "⊘",
  merged: "⤳",
  retired: "–",
};

/** HTML in a line. */
export function headChips(at: Definition, card: Card, asking: Asking): string {
  const { review } = asking;
  const { entity } = at;
  const chips: string[] = [];
  if (card.status !== undefined) chips.push(statusChip(card.status));
  if (entity.kind === "cmoc" || entity.kind === "theory" || entity.kind === "demi-regularity") {
    const links = review.evidenceFor(at.name === "" ? at : at.name);
    const tally = tallyOf(links);
    if (entity.kind !== "cmoc") {
      const held = new Set(refsIn(entity.refs, ["configurations"]).map(({ name }) => name)).size;
      if (held > 0) chips.push(chip("cmoc-count", configurationCount(held)));
    }
    if (links.length > 0) {
      chips.push(markChip(marksOf(tally), tallyWords(tally)));
      chips.push(chip("cmoc-count", sourceCount(tally.sources)));
    } else if (entity.kind === "cmoc") chips.push(chip("cmoc-count", tallyWords(tally)));
  }
  if (entity.kind === "extract") {
    const links = review.bearsOn(at.name);
    const on = new Set(links.map((link) => link.row ?? link.record)).size;
    const words = on === 1 ? t("bears on {0} record", on) : t("bears on {0} records", grouped(on));
    if (on > 0) chips.push(markChip(marksOf(tallyOf(links)), words));
  }
  if (entity.kind === "code") {
    const uses = review.references(at.name).filter(({ ref }) => ref.field === "coding").length;
    chips.push(chip("cmoc-count", uses === 1 ? t("used {0} time", uses) : t("used {0} times", grouped(uses))));
  }
  return chips.length === 0 ? "" : ` <span class="cmoc-chips">${chips.join("")}</span>`;
}

function statusChip(status: string): string {
  const words = plain(status);
  const sign = Object.hasOwn(SIGNS, words) ? `${SIGNS[words]} ` : "";
  return chip("cmoc-status", `${sign}${words}`);
}

/** `✓5 ✗1`, each in the colour of its stance, told in words when it is pointed at. */
export function markChip(marks: string, words: string): string {
  const each = marks.split(" ").map((mark) => {
    const stance = STANCE_OF[mark.charAt(0)];
    return stance === undefined ? inMarkup(mark) : `<span class="cmoc-${stance}">${inMarkup(mark)}</span>`;
  });
  const said = words === "" ? "" : ` title="${inMarkup(words)}" aria-label="${inMarkup(words)}"`;
  return `<span class="cmoc-marks"${said}>${each.join(" ")}</span>`;
}

const STANCE_OF: { readonly [mark: string]: string | undefined } = { "✓": "supports", "✗": "refutes", "↻": "refines" };
