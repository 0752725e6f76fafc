/** What the index keeps of a file's front matter; the rest is read again from the text. */
import { type FrontMatter, scaleField } from "../syntax/front-matter.ts";
import type { Span } from "../text.ts";

export interface FrontMatterBrief {
  /** The YAML between the fences; offsets in the document. */
  readonly span: Span;
  readonly citekey: string | undefined;
  readonly status: string | undefined;
  readonly study: string | undefined;
  readonly type: string | undefined;
  readonly richness: string | undefined;
}

export function briefOfFrontMatter(read: FrontMatter): FrontMatterBrief {
  return {
    span: read.span,
    citekey: read.citekey?.value,
    status: read.status?.value,
    study: read.study?.value,
    type: read.type?.value,
    richness: scaleField(read, "richness")?.value,
  };
}
