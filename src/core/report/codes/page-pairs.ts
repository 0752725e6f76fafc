/** Which codes stand together, as a matrix of those that are used most and as a list. */
import { grouped, t } from "../../l10n.ts";
import type { CodePair, CodesReport } from "../codes.ts";
import { type Html, html } from "./html.ts";

/** A matrix of more would be wider than a page. */
const WIDEST = 16;
const LONGEST = 60;

/** The name of a code, as a link to where more is told of it. */
export type CodeLink = (id: string) => Html;

/** The codes that are used most, in the order of the codebook, against each other. */
export function matrix({ codes, pairs }: CodesReport, codeOf: CodeLink): Html {
  const most = new Set(
    codes
      .filter(({ uses }) => uses > 0)
      .sort((a, b) => b.uses - a.uses)
      .slice(0, WIDEST),
  );
  const ids = [...new Set(codes.filter((row) => most.has(row)).map(({ id }) => id))];
  const counted = new Map(
    pairs.flatMap((pair) => [
      [`${pair.one} ${pair.other}`, pair] as const,
      [`${pair.other} ${pair.one}`, pair] as const,
    ]),
  );
  const cell = (one: string, other: string): Html =>
    one === other ? html`<td class="same">–</td>` : html`<td>${said(counted.get(`${one} ${other}`))}</td>`;
  return html`<div class="scroll"><table class="matrix">
<caption>${t("Extracts in which both codes stand; in brackets those in which they share words. The {0} codes that are used most.", ids.length)}</caption>
<thead><tr><td></td>${ids.map((id, at) => html`<th scope="col"><abbr title="${id}">${at + 1}</abbr><span class="unseen">${id}</span></th>`)}</tr></thead>
<tbody>${ids.map(
    (id, at) => html`<tr><th scope="row">${at + 1} ${codeOf(id)}</th>${ids.map((other) => cell(id, other))}</tr>
`,
  )}</tbody>
</table></div>`;
}

function said(pair: CodePair | undefined): string {
  if (!pair) return "";
  return pair.overlapping === 0 ? grouped(pair.extracts) : `${grouped(pair.extracts)} (${grouped(pair.overlapping)})`;
}

export function pairTable({ pairs }: CodesReport, codeOf: CodeLink): Html {
  const shown = pairs.slice(0, LONGEST);
  const left = pairs.length - shown.length;
  const rows = shown.map(
    ({ one, other, extracts, overlapping }) =>
      html`<tr><td>${codeOf(one)}</td><td>${codeOf(other)}</td><td class="n">${grouped(extracts)}</td><td class="n">${grouped(overlapping)}</td></tr>
`,
  );
  return html`<div class="scroll"><table>
<caption>${t("Pairs of codes, those that stand together in most extracts first.")}</caption>
<thead><tr><th scope="col">${t("Code")}</th><th scope="col">${t("With")}</th><th scope="col" class="n">${t("Extracts")}</th><th scope="col" class="n">${t("Sharing words")}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>${left > 0 && html`<p class="dim">${t("and {0} more", grouped(left))}</p>`}`;
}
