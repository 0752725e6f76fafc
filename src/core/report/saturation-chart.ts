/**
 * The saturation of a review as a chart in SVG: two lines that rise, told apart by their strokes and marks as well as by colour, each with its name at its end.
 * Everything it says stands in the table too.
 */
import { grouped, t } from "../l10n.ts";
import { escapeMarkup } from "./markup.ts";
import type { Saturation, SaturationRow } from "./saturation.ts";
import { orderWords, runWords } from "./saturation-table.ts";

const WIDTH = 820;
const HEIGHT = 340;
const LEFT = 64;
const RIGHT = 230;
const TOP = 20;
const BOTTOM = 54;
/** Marks and labels on an axis. */
const MOST_TICKS = 12;
/** With more sources than this only some points have a mark. */
const MOST_MARKS = 60;
/** With more, only so many points are drawn: more cannot be seen. */
const MOST_POINTS = 2000;
/** Names at the ends of lines stand so far apart at least. */
const APART = 34;

/** Colours for paper; a door that has a theme gives its own for the same classes. */
export const PAPER_STYLE = `.cmoc-chart{background:#fff}
.cmoc-chart text{fill:#1f1f1f;font:13px system-ui,sans-serif}
.cmoc-chart .axis{stroke:#1f1f1f;stroke-width:1;fill:none}
.cmoc-chart .grid{stroke:#d0d0d0;stroke-width:1}
.cmoc-chart .codes{stroke:#0060A8;fill:#0060A8}
.cmoc-chart .configurations{stroke:#8A3FA0;fill:#8A3FA0}
${shapeStyle()}`;

/** What strokes and marks look like whatever their colours are. */
export function shapeStyle(): string {
  return `.cmoc-chart .line{fill:none;stroke-width:2.5;stroke-linejoin:round}
.cmoc-chart .configurations.line{stroke-dasharray:8 4}
.cmoc-chart text.name{stroke:none;font-weight:600}`;
}

/** The `svg` element; with `style` it stands alone. */
export function saturationSvg(found: Saturation, style?: string): string {
  const { rows } = found;
  const most = Math.max(1, found.codes, found.configurations);
  const step = niceStep(most, 5);
  const top = Math.ceil(most / step) * step;
  const x = (at: number): number =>
    LEFT + (rows.length < 2 ? (WIDTH - LEFT - RIGHT) / 2 : (at * (WIDTH - LEFT - RIGHT)) / (rows.length - 1));
  const y = (count: number): number => HEIGHT - BOTTOM - (count * (HEIGHT - TOP - BOTTOM)) / top;
  const ends = apart([y(found.codes), y(found.configurations)]);
  const title = t("Codes and configurations in all, by source");
  return [
    `<svg class="cmoc-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="cmoc-chart-title cmoc-chart-words">`,
    `<title id="cmoc-chart-title">${escapeMarkup(title)}</title>`,
    `<desc id="cmoc-chart-words">${escapeMarkup(chartWords(found))}</desc>`,
    ...(style === undefined
      ? []
      : [`<style>${style}</style>`, `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`]),
    ...ticks(top, step).map(
      (count) =>
        `<path class="grid" d="M${LEFT} ${round(y(count))}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${round(y(count) + 4)}" text-anchor="end">${grouped(count)}</text>`,
    ),
    ...sourceTicks(rows.length).map(
      (at) => `<text x="${round(x(at))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${grouped(at + 1)}</text>`,
    ),
    `<path class="axis" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"/>`,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escapeMarkup(t("Sources, in order"))}</text>`,
    `<text x="16" y="${(HEIGHT - BOTTOM + TOP) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(HEIGHT - BOTTOM + TOP) / 2})">${escapeMarkup(t("Counted once each"))}</text>`,
    ...drawn("codes", t("Codes"), rows, ({ codes }) => codes, { x, y, end: ends[0] ?? 0 }),
    ...drawn("configurations", t("Configurations"), rows, ({ configurations }) => configurations, {
      x,
      y,
      end: ends[1] ?? 0,
    }),
    "</svg>",
  ].join("\n");
}

/** The chart in words. */
export function chartWords(found: Saturation): string {
  const { rows, codes, configurations } = found;
  const sum =
    rows.length === 1
      ? t("1 source: codes {0}, configurations {1}.", grouped(codes), grouped(configurations))
      : t("{0} sources: codes {1}, configurations {2}.", grouped(rows.length), grouped(codes), grouped(configurations));
  return [...(rows.length === 0 ? [] : [sum]), ...runWords(found), orderWords(found)].join(" ");
}

interface Place {
  readonly x: (at: number) => number;
  readonly y: (count: number) => number;
  /** Where the name stands. */
  readonly end: number;
}

function drawn(
  kind: "codes" | "configurations",
  name: string,
  rows: readonly SaturationRow[],
  countOf: (row: SaturationRow) => number,
  { x, y, end }: Place,
): readonly string[] {
  const last = rows.at(-1);
  if (!last) return [];
  const every = Math.ceil(rows.length / MOST_POINTS);
  const points = rows.flatMap((row, at) =>
    at % every === 0 || at === rows.length - 1 ? [`${round(x(at))} ${round(y(countOf(row)))}`] : [],
  );
  const marked = Math.ceil(rows.length / MOST_MARKS);
  const marks = rows.flatMap((row, at) =>
    at % marked === 0 || at === rows.length - 1 ? [mark(kind, x(at), y(countOf(row)))] : [],
  );
  const sample = WIDTH - RIGHT + 14;
  return [
    `<path class="${kind} line" d="M${points.join("L")}"/>`,
    ...marks,
    `<path class="${kind} line" d="M${sample} ${round(end)}h26"/>`,
    mark(kind, sample + 13, end),
    `<text class="${kind} name" x="${sample + 34}" y="${round(end + 4)}">${escapeMarkup(name)} ${grouped(countOf(last))}</text>`,
  ];
}

/** A disc for codes, a square for configurations. */
function mark(kind: "codes" | "configurations", x: number, y: number): string {
  return kind === "codes"
    ? `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="4"/>`
    : `<rect class="${kind}" x="${round(x - 4)}" y="${round(y - 4)}" width="8" height="8"/>`;
}

/** 1, 2 or 5 times a power of ten, so that few steps reach the count. */
export function niceStep(most: number, steps: number): number {
  const least = Math.max(1, most / steps);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}

function ticks(top: number, step: number): readonly number[] {
  return Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
}

/** Places in the list of sources that are numbered, the first and the last among them. */
function sourceTicks(count: number): readonly number[] {
  if (count <= MOST_TICKS) return Array.from({ length: count }, (_, at) => at);
  const step = niceStep(count, MOST_TICKS - 2);
  const inner = Array.from({ length: Math.floor(count / step) }, (_, at) => (at + 1) * step - 1);
  return [0, ...inner.filter((at) => at > 0 && count - 1 - at > step / 2), count - 1];
}

/** Two heights, moved apart where they are too near, the first above where they are equal. */
function apart([first = 0, second = 0]: readonly number[]): readonly number[] {
  const gap = Math.abs(first - second);
  if (gap >= APART) return [first, second];
  const by = (APART - gap) / 2;
  const [high, low] = [Math.min(first, second) - by, Math.max(first, second) + by];
  const over = Math.max(0, TOP - high) - Math.max(0, low - (HEIGHT - BOTTOM));
  return first <= second ? [high + over, low + over] : [low + over, high + over];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
