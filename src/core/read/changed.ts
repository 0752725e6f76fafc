/** A text that is changed in places before it is read, and where each unit of it stood. */

export interface Place {
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly text: string;
}

export interface Changed {
  readonly text: string;
  /** The offset in the text as it was; within what was put in, that behind what was taken out. */
  readonly before: (offset: number) => number;
}

/** `places` ascending and apart. */
export function changed(text: string, places: readonly Place[]): Changed {
  if (places.length === 0) return { text, before: (offset) => offset };
  let made = "";
  let at = 0;
  const ends: { readonly end: number; readonly to: number }[] = [];
  for (const { from, to, text: words } of places) {
    made += text.slice(at, from) + words;
    ends.push({ end: made.length, to });
    at = to;
  }
  const before = (offset: number): number => {
    let shift = 0;
    for (const [index, { end, to }] of ends.entries()) {
      const start = end - (places[index]?.text.length ?? 0);
      if (offset < start) break;
      if (offset < end) return to;
      shift = to - end;
    }
    return offset + shift;
  };
  return { text: made + text.slice(at), before };
}
