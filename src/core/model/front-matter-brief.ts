/** What the index keeps of a file's front matter; the rest is read again from the text. */
import { type FrontMatter, scaleField } from "../syntax/front-matter.ts";
import { ownCopy, type Span } from "../text.ts";

export interface FrontMatterBrief {
  /** The YAML between the fences; offsets in the document. */
  readonly span: Span;
  readonly citekey: string | undefined;
  readonly status: string | undefined;
  readonly study: string | undefined;
  readonly type: string | undefined;
  /** When it was first read, a date. */
  readonly read: string | undefined;
  readonly richness: string | undefined;
}

export function briefOfFrontMatter(read: FrontMatter): FrontMatterBrief {
  return {
    span: read.span,
    citekey: own(read.citekey?.value),
    status: own(read.status?.value),
    study: own(read.study?.value),
    type: own(read.type?.value),
    read: own(read.read?.value),
    richness: own(scaleField(read, "richness")?.value),
  };
}

function own(value: string | undefined): string | undefined {
  return value === undefined ? undefined : ownCopy(value);
}
