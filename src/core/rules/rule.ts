/**
 * What a check is. A rule's file is its documentation, its examples and its tests: a test runs `fires` and `quiet` of every rule.
 * A rule looks at one thing and at what that thing is linked to, never at the whole review, so that an edit re-runs few of them.
 */

import type { Cmoc, Code, DemiRegularity, Extract, Memo, Theory } from "../model/types.ts";
import type { Definition, Placed, Reference, Review, SourceView } from "../review.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { Level } from "../syntax/manifest.ts";
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";

/** Files of a small review, by path: what the example needs and no more. */
export type ExampleFiles = { readonly [path: string]: string };

export interface Related {
  readonly uri: string;
  /** Offsets in that document. */
  readonly span: Span;
  /** What stands there, for people: `also TR3`. */
  readonly label: string;
}

/** The same as a rule reports it: in a piece (whose place may change while the finding stays), offsets in it; or in a document, by its path. */
export interface RelatedPlace {
  readonly at: Placed | string;
  readonly span: Span;
  readonly label: string;
}

/**
 * Reports a finding of the running rule. The span is relative to the piece of the thing that is checked (for a source: to its document).
 * `level` replaces the rule's default where the rule says so (`cmoc/empty-slot` is only information before a configuration is past candidate);
 * what `review.yaml` sets wins over both. `uri` is the document, where a rule about a source tells of another than the source's own. The data hold nothing that moves with the text around the piece: no line, no offset.
 */
export type Report = (
  span: Span,
  data: FindingData,
  more?: { readonly related?: readonly RelatedPlace[]; readonly level?: Level; readonly uri?: string },
) => void;

/** As {@link Report}, of a record that is looked at by itself: the level is the rule's `levelFor` the data. */
export type ReportOwn = (span: Span, data: FindingData) => void;

/** What is wrong with a record whatever stands around it; looked for once, when the record is read. */
export interface OwnChecks {
  readonly cmoc?: (cmoc: Cmoc, scheme: Scheme, report: ReportOwn) => void;
  readonly extract?: (extract: Extract, scheme: Scheme, report: ReportOwn) => void;
}

/** What is told of a rule to people who ask. It stands in the rule's file beside the rule and is no part of it: checking needs none of it (`pages.ts`). */
export interface RulePage {
  /** One line: why it exists. */
  readonly why: string;
  /** Where the literature asks for it, if it does: a short reference with its DOI. */
  readonly literature?: string;
  readonly fires: ExampleFiles;
  readonly quiet: ExampleFiles;
}

export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** The level of a finding that a reader or an own check raised, where it is not the rule's default: `id/form` of a heading that nearly is a record. */
  readonly levelFor?: (data: FindingData) => Level | undefined;
  /** What the fix does, when there is one (`fixes.ts` knows how); `safe` when `cmoc fix` may apply it without a person. */
  readonly fix?: { readonly title: string; readonly safe: boolean };
  /** One sentence or two: names the thing, says what is wrong, and what would mend it. Never "error:", never blame. */
  readonly message: (data: FindingData) => string;

  readonly own?: OwnChecks;
  readonly cmoc?: (at: Definition<Cmoc>, review: Review, report: Report) => void;
  readonly theory?: (at: Definition<Theory>, review: Review, report: Report) => void;
  readonly demiRegularity?: (at: Definition<DemiRegularity>, review: Review, report: Report) => void;
  readonly extract?: (at: Definition<Extract>, review: Review, report: Report) => void;
  readonly code?: (at: Definition<Code>, review: Review, report: Report) => void;
  readonly memo?: (at: Definition<Memo>, review: Review, report: Report) => void;
  readonly source?: (source: SourceView, review: Review, report: Report) => void;
  /** Every reference: evidence, fields, prose. */
  readonly reference?: (at: Reference, review: Review, report: Report) => void;
  /** The few that are not as most are: they name nothing, several records or a source, or are a range, a link, weak or in a reason. Others are shown too at times. */
  readonly oddReference?: (at: Reference, review: Review, report: Report) => void;
}
