/** The codebook as one page that can be read, printed and kept: no scripts, nothing from elsewhere. */
import { grouped, t } from "../../l10n.ts";
import type { Scheme } from "../../vocabulary.ts";
import type { CodedPassage, CodeRow, CodesReport } from "../codes.ts";
import { asIs, type Html, html } from "./html.ts";
import { type CodeLink, matrix, pairTable } from "./page-pairs.ts";
import { STYLE } from "./style.ts";

export interface PageOptions {
  readonly title: string;
  readonly scheme: Scheme;
  /** The language of the words around those of the review. */
  readonly language?: string;
  /** When it was made, as it is to be read. */
  readonly date?: string;
  /** Where a place of the review is shown; without it nothing is a link. */
  readonly linkTo?: (file: string, offset: number) => string | undefined;
  /** What can be done with the page, where it is shown in a window. */
  readonly actions?: readonly { readonly label: string; readonly href: string }[];
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Co-occurring codes that are named at a code. */
const BESIDE = 5;
const LONGEST = 400;

export function codebookPage(report: CodesReport, options: PageOptions): string {
  const { title, language = "en", date, actions = [] } = options;
  const { codes } = report;
  const beside = besideEach(report);
  const codeOf = codeLinks(codes);
  const done = actions.map(({ label, href }) => html`<a href="${href}">${label}</a>`);
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${asIs(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("Codebook: {0}", title)}</title>
<style>${asIs(STYLE)}</style>
</head>
<body>
<header>
<h1>${t("Codebook")}</h1>
<p dir="auto">${title}</p>
<p class="dim">${summary(report)}${date !== undefined && html` · ${date}`}</p>
${done.length > 0 && html`<nav class="do" aria-label="${t("Page")}">${done}</nav>`}
</header>
<main>
${
  codes.length === 0
    ? html`<p>${t("No code yet. Code an extract, or make a code (CMOC: New Code).")}</p>`
    : html`
<section aria-labelledby="overview"><h2 id="overview">${t("Overview")}</h2>${overview(report, options, codeOf)}</section>
<section aria-labelledby="codes"><h2 id="codes">${t("Codes")}</h2>${codes.map((row, at) => article(row, at, { beside: beside.get(row.id) ?? [], codeOf, report, options }))}</section>
${report.pairs.length > 0 && html`<section aria-labelledby="pairs"><h2 id="pairs">${t("Codes that stand together")}</h2>${matrix(report, codeOf)}${pairTable(report, codeOf)}</section>`}`
}
</main>
</body>
</html>
`.html;
}

/** The name of a code, which leads to where the page tells of it. */
function codeLinks(codes: readonly CodeRow[]): CodeLink {
  const places = new Map<string, number>();
  for (const [at, { id }] of codes.entries()) if (!places.has(id)) places.set(id, at);
  return (id) => {
    const at = places.get(id);
    const name = html`<code>${id}</code>`;
    return at === undefined ? name : html`<a href="#code-${at}">${name}</a>`;
  };
}

interface Beside {
  readonly id: string;
  readonly extracts: number;
}

/** What stands with each code most often, with the number of extracts. */
function besideEach({ pairs }: CodesReport): ReadonlyMap<string, readonly Beside[]> {
  const found = new Map<string, Beside[]>();
  for (const { one, other, extracts } of pairs) {
    for (const [own, id] of [
      [one, other],
      [other, one],
    ] as const) {
      const all = found.get(own) ?? [];
      found.set(own, all);
      if (all.length < BESIDE) all.push({ id, extracts });
    }
  }
  return found;
}

function summary({ codes, uses, unpaired }: CodesReport): string {
  const all = codes.length === 1 ? t("{0} code", 1) : t("{0} codes", grouped(codes.length));
  const lines = uses === 1 ? t("{0} coding line", 1) : t("{0} coding lines", grouped(uses));
  const left =
    unpaired === 0
      ? ""
      : unpaired === 1
        ? t("{0} extract has too many codes for pairs", 1)
        : t("{0} extracts have too many codes for pairs", grouped(unpaired));
  return [all, lines, left].filter((words) => words !== "").join(" · ");
}

function overview({ codes }: CodesReport, options: PageOptions, codeOf: CodeLink): Html {
  const head = [t("Uses"), t("Extracts"), t("Sources"), t("Configurations")];
  return html`<div class="scroll"><table>
<caption>${t("How often each code is used: coding lines, and the extracts, sources and configurations that they stand in or bear on.")}</caption>
<thead><tr><th scope="col">${t("Code")}</th><th scope="col">${t("Role")}</th>${head.map((words) => html`<th scope="col" class="n">${words}</th>`)}<th scope="col">${t("Coders")}</th></tr></thead>
<tbody>${codes.map((row, at) => overviewRow(row, at, options, codeOf))}</tbody>
</table></div>`;
}

/** Narrower codes are set in, up to so many steps. */
const DEEPEST = 8;

function overviewRow(row: CodeRow, at: number, { scheme }: PageOptions, codeOf: CodeLink): Html {
  const indent = `padding-inline-start: ${0.5 + 1.2 * Math.min(row.depth, DEEPEST)}rem`;
  const numbers = [row.uses, row.extracts, row.sources, row.configurations.length];
  const deep = row.depth === 0 ? false : html`<span class="unseen">${t("level {0}", row.depth + 1)} </span>`;
  return html`<tr><th scope="row" style="${indent}">${deep}<a href="#code-${at}">${named(row)}</a>${marked(row, codeOf)}</th><td>${roleOf(row, scheme)}</td>${numbers.map((n) => html`<td class="n">${grouped(n)}</td>`)}<td>${row.coders.join(", ")}</td></tr>
`;
}

function named({ id, state }: CodeRow): Html {
  return state === "retired" || state === "replaced" ? html`<code class="gone">${id}</code>` : html`<code>${id}</code>`;
}

/** What colour and a stroke say, in words. */
function marked({ state, replacedBy = [] }: CodeRow, codeOf: CodeLink): Html | false {
  if (state === "replaced") return html` <span class="dim">${replacement(replacedBy, codeOf)}</span>`;
  if (state === "retired") return html` <span class="dim">${t("retired")}</span>`;
  return state === "unknown" && html` <span class="dim">${t("not in the codebook")}</span>`;
}

/** The sentence with a link for each code in it, wherever a language has them. */
function replacement(codes: readonly string[], codeOf: CodeLink): readonly Html[] {
  const [before = "", after = ""] = t("replaced by {0}", HOLE).split(HOLE);
  return [html`${before}`, ...listed(codes.map(codeOf)), html`${after}`];
}

const HOLE = "\u0000";

function roleOf({ role }: { readonly role?: string }, scheme: Scheme): Html | false {
  if (role === undefined) return false;
  const words = scheme.slots.find(({ letter }) => letter === role)?.label ?? role;
  return html`<span class="role ${classOf(role)}" title="${words}" aria-label="${words}" role="img">${role}</span>`;
}

function classOf(role: string | undefined): string {
  return role !== undefined && /^[CMOIAS]$/.test(role) ? role : "";
}

/** What an article is made of, besides its code. */
interface Around {
  readonly beside: readonly Beside[];
  readonly codeOf: CodeLink;
  readonly report: CodesReport;
  readonly options: PageOptions;
}

function article(row: CodeRow, at: number, { beside, codeOf, report, options }: Around): Html {
  const { scheme, linkTo } = options;
  const href = row.file === undefined ? undefined : linkTo?.(row.file, row.offset ?? 0);
  const id = href === undefined ? named(row) : html`<a href="${href}">${named(row)}</a>`;
  const fact = (label: string, words: string | readonly Html[] | undefined): Html | false =>
    words !== undefined && words.length > 0 && html`<p dir="auto"><span class="dim">${label}:</span> ${words}</p>`;
  const configuration = (each: string): Html => {
    const place = report.places.get(each);
    const to = place && linkTo?.(place.file, place.offset);
    return to === undefined ? html`${each}` : html`<a href="${to}">${each}</a>`;
  };
  return html`<article id="code-${at}" class="${classOf(row.role)}" aria-labelledby="name-${at}">
<h3 id="name-${at}">${roleOf(row, scheme)}${id}<span dir="auto">${row.title}</span>${marked(row, codeOf)}</h3>
${row.definition !== undefined && html`<p dir="auto">${row.definition}</p>`}
<p class="dim">${counted(row, scheme)}</p>
${fact(t("Under"), row.parent === undefined ? undefined : [codeOf(row.parent)])}${fact(t("Origin"), row.origin)}${fact(t("Retired"), row.retired)}${row.notes.map((note) => fact(t("Note"), note))}
${row.passages.map((passage) => quote(passage, options))}
${fact(t("Often with"), listed(beside.map((each) => html`${codeOf(each.id)} (${grouped(each.extracts)})`)))}
${fact(t("Configurations"), listed(row.configurations.map(configuration)))}
</article>
`;
}

function listed(items: readonly Html[]): readonly Html[] {
  return items.map((item, at) => html`${at > 0 && ", "}${item}`);
}

function counted({ uses, extracts, sources, roles }: CodeRow, scheme: Scheme): string {
  if (uses === 0) return t("Used by no extract.");
  const said = [
    uses === 1 ? t("{0} use", 1) : t("{0} uses", grouped(uses)),
    extracts === 1 ? t("{0} extract", 1) : t("{0} extracts", grouped(extracts)),
    sources === 1 ? t("{0} source", 1) : t("{0} sources", grouped(sources)),
  ];
  const letters = Object.entries(roles).map(([role, n]) => {
    const words = scheme.slots.find(({ letter }) => letter === role)?.label ?? (role === "" ? t("no role") : role);
    return `${words} ${grouped(n)}`;
  });
  return `${said.join(" · ")} · ${letters.join(", ")}`;
}

function quote({ words, extract, at, coder, file, offset, role }: CodedPassage, { linkTo, scheme }: PageOptions): Html {
  const href = linkTo?.(file, offset);
  const said = words
    .map((each) => `“${each.length > LONGEST ? `${each.slice(0, LONGEST).trimEnd()}…` : each}”`)
    .join(" … ");
  const place = [at, coder].filter((each) => each !== undefined && each !== "").join(" · ");
  return html`<blockquote><p dir="auto">${said}</p><footer>${role !== undefined && roleOf({ role }, scheme)} ${href === undefined ? extract : html`<a href="${href}">${extract}</a>`}${place !== "" && html` · ${place}`}</footer></blockquote>
`;
}
