/** What every record has by its heading. */
import type { Span } from "../text.ts";
import type { Name } from "./types.ts";

export interface RecordHead extends Span {
  readonly id: string;
  readonly name: Name;
  readonly title: string;
  readonly idSpan: Span;
  readonly head: Span;
}
