/** What the head of a callout says, and words for colours. */

const COLOURS: Readonly<Record<string, string>> = {
  "#ffd400": "yellow",
  "#ff6666": "red",
  "#5fb236": "green",
  "#2ea8e5": "blue",
  "#a28ae5": "purple",
  "#e56eee": "magenta",
  "#f19837": "orange",
  "#aaaaaa": "gray",
};

export function calloutHead(text: string): {
  readonly type: string;
  readonly colour: string | undefined;
  readonly title: string;
} {
  const found = /^\[!([^\]|]{0,60})(?:\|([^\]]{0,60}))?\][+-]?/u.exec(text);
  const type = found?.[1] ?? "";
  const said = found?.[2] ?? /-([a-z]{3,12})$/i.exec(type)?.[1];
  return { type, colour: named(said), title: text.slice(found?.[0].length ?? 0) };
}

export function named(colour: string | undefined): string | undefined {
  const word = colour?.trim().toLowerCase() ?? "";
  return COLOURS[word.slice(0, 7)] ?? (/^\p{L}[\p{L}\p{N} _-]{1,30}$/u.test(word) ? word : undefined);
}

export function colourIn(text: string): string | undefined {
  const found = /<(?:mark|span)\b[^<>]{0,200}?(#[0-9a-f]{6}|hltr-([a-z]{3,12}))/i.exec(text);
  return named(found?.[2] ?? found?.[1]);
}
