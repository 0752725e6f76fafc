/**
 * Runs the rules over a review, and again over what a change touched: the changed pieces, what mentions what they define, what they
 * mention, and what rests on a source that changed. Problems of a piece are kept relative to it, so text before it costs nothing.
 */
import { sourceName } from "./model/names.ts";
import type { Change, Definition, Placed, Review, SourceView } from "./review.ts";
import type { Related, RelatedPlace, Report, Rule } from "./rules/rule.ts";
import type { Finding, FindingData } from "./syntax/finding.ts";
import { type Level, levelOf } from "./syntax/manifest.ts";
import type { Span } from "./text.ts";

/** A problem as data; wording is chosen at the edge, from the rule's `message`. */
export interface Problem {
  readonly rule: string;
  readonly level: Exclude<Level, "off">;
  readonly uri: string;
  /** Offsets in the document. */
  readonly span: Span;
  readonly data: FindingData;
  readonly related: readonly Related[];
}

interface Kept extends Finding {
  readonly level: Level;
  readonly related: readonly RelatedPlace[];
}

const NO_PLACES: readonly RelatedPlace[] = [];
const NO_RELATED: readonly Related[] = [];
const NO_KEPT: readonly Kept[] = [];

export class Checker {
  private readonly review: Review;
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly byKind: { readonly [kind: string]: readonly Rule[] };
  private readonly pieces = new Map<Placed, readonly Kept[]>();
  private readonly sources = new Map<string, { readonly uri: string; readonly kept: readonly Kept[] }>();

  constructor(review: Review, rules: readonly Rule[]) {
    this.review = review;
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    const having = (key: keyof Rule): readonly Rule[] => rules.filter((rule) => rule[key] !== undefined);
    this.byKind = {
      cmoc: having("cmoc"),
      theory: having("theory"),
      "demi-regularity": having("demiRegularity"),
      extract: having("extract"),
      code: having("code"),
      memo: having("memo"),
      source: having("source"),
      reference: having("reference"),
    };
  }

  /** Checks what the change touched; everything without one. Gives the paths whose problems may be others now. */
  update(change?: Change): ReadonlySet<string> {
    if (!change || change.all) return this.rebuild();
    const uris = new Set(change.uris);
    const dirty = new Set<Placed>(change.added);
    for (const gone of change.removed) this.pieces.delete(gone);
    const sources = new Set<string>();
    for (const name of change.names) {
      for (const { placed } of this.review.definitions(name)) dirty.add(placed);
      for (const { placed } of this.review.restatements(name)) dirty.add(placed);
      for (const { placed } of this.review.references(name)) dirty.add(placed);
      if (name.startsWith("s:")) this.resting(name.slice(2), dirty, sources);
      if (name.startsWith("x:")) sources.add(name.slice(2, Math.max(2, name.lastIndexOf("#"))));
    }
    for (const placed of dirty) {
      uris.add(placed.uri);
      this.check(placed);
    }
    for (const key of sources) this.checkSource(key, uris);
    return uris;
  }

  /** What rests on a source: its extracts, what they bear on, and every mention of it. */
  private resting(key: string, dirty: Set<Placed>, sources: Set<string>): void {
    sources.add(key);
    for (const reference of this.review.references(sourceName(key))) dirty.add(reference.placed);
    for (const extract of this.review.extractsOf(key)) {
      dirty.add(extract.placed);
      for (const link of this.review.bearsOn(extract.name)) {
        for (const record of this.review.definitions(link.record)) dirty.add(record.placed);
      }
    }
  }

  private rebuild(): ReadonlySet<string> {
    this.pieces.clear();
    this.sources.clear();
    const uris = new Set<string>(this.review.uris());
    for (const uri of uris) for (const placed of this.review.placed(uri)) this.check(placed);
    for (const source of this.review.sources()) this.checkSource(source.key, uris);
    return uris;
  }

  private check(placed: Placed): void {
    const kept: Kept[] = placed.facts.findings.map((finding) => this.keep(finding));
    for (const definition of placed.definitions) {
      if (!this.review.isRestatement(definition)) this.checkRecord(definition, kept);
      this.checkReferences(placed, definition, kept);
    }
    if (placed.facts.refs.length > 0) this.checkReferences(placed, undefined, kept);
    if (kept.length === 0) this.pieces.delete(placed);
    else this.pieces.set(placed, kept);
  }

  private keep(finding: Finding): Kept {
    const rule = this.rules.get(finding.rule);
    const level = rule?.levelFor?.(finding.data) ?? rule?.level ?? "warning";
    return { ...finding, level, related: NO_PLACES };
  }

  private reporter(rule: Rule, kept: Kept[]): Report {
    return (span, data, more) => {
      kept.push({
        rule: rule.id,
        start: span.start,
        end: span.end,
        data,
        level: more?.level ?? rule.level,
        related: more?.related ?? NO_PLACES,
      });
    };
  }

  private checkRecord(definition: Definition, kept: Kept[]): void {
    const { kind } = definition.entity;
    for (const rule of this.byKind[kind] ?? []) {
      if (this.isOff(rule)) continue;
      const report = this.reporter(rule, kept);
      switch (kind) {
        case "cmoc":
          rule.cmoc?.(definition as Parameters<NonNullable<Rule["cmoc"]>>[0], this.review, report);
          break;
        case "theory":
          rule.theory?.(definition as Parameters<NonNullable<Rule["theory"]>>[0], this.review, report);
          break;
        case "demi-regularity":
          rule.demiRegularity?.(definition as Parameters<NonNullable<Rule["demiRegularity"]>>[0], this.review, report);
          break;
        case "extract":
          rule.extract?.(definition as Parameters<NonNullable<Rule["extract"]>>[0], this.review, report);
          break;
        case "code":
          rule.code?.(definition as Parameters<NonNullable<Rule["code"]>>[0], this.review, report);
          break;
        case "memo":
          rule.memo?.(definition as Parameters<NonNullable<Rule["memo"]>>[0], this.review, report);
          break;
      }
    }
  }

  private checkReferences(placed: Placed, from: Definition | undefined, kept: Kept[]): void {
    const refs = from
      ? [...from.entity.refs, ...("evidence" in from.entity ? from.entity.evidence : [])]
      : placed.facts.refs;
    if (refs.length === 0) return;
    for (const rule of this.byKind.reference ?? []) {
      if (this.isOff(rule)) continue;
      const report = this.reporter(rule, kept);
      for (const ref of refs) rule.reference?.({ placed, ref, from }, this.review, report);
    }
  }

  private checkSource(key: string, uris: Set<string>): void {
    const before = this.sources.get(key);
    if (before) uris.add(before.uri);
    this.sources.delete(key);
    const source: SourceView | undefined = this.review.source(key);
    const uri = source?.uri ?? source?.bibliography?.uri;
    if (!source || uri === undefined) return;
    const kept: Kept[] = [];
    for (const rule of this.byKind.source ?? []) {
      if (!this.isOff(rule)) rule.source?.(source, this.review, this.reporter(rule, kept));
    }
    if (kept.length === 0) return;
    uris.add(uri);
    this.sources.set(key, { uri, kept });
  }

  private isOff(rule: Rule): boolean {
    return levelOf(this.review.manifest, rule.id, rule.level) === "off";
  }

  /** The problems of one document, or of the review by path; each document's by place, then by rule. */
  problems(uri?: string): readonly Problem[] {
    if (uri === undefined) {
      const bySource = new Map<string, (readonly Kept[])[]>();
      for (const { uri: file, kept } of this.sources.values()) {
        const list = bySource.get(file);
        if (list) list.push(kept);
        else bySource.set(file, [kept]);
      }
      return this.review.uris().flatMap((each) => this.problemsOf(each, (bySource.get(each) ?? []).flat()));
    }
    const kept = [...this.sources.values()].filter((source) => source.uri === uri).flatMap((source) => source.kept);
    return this.problemsOf(uri, kept);
  }

  private problemsOf(uri: string, ofSource: readonly Kept[]): readonly Problem[] {
    const found: Problem[] = [];
    for (const finding of this.review.documentFindings(uri)) this.publish(uri, 0, this.keep(finding), found);
    for (const finding of ofSource) this.publish(uri, 0, finding, found);
    for (const placed of this.review.placed(uri)) {
      for (const finding of this.pieces.get(placed) ?? NO_KEPT) this.publish(uri, placed.start, finding, found);
    }
    return found.sort(
      (a, b) =>
        a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
  }

  private publish(uri: string, start: number, kept: Kept, into: Problem[]): void {
    const level = levelOf(this.review.manifest, kept.rule, kept.level);
    if (level === "off") return;
    const span = { start: start + kept.start, end: start + kept.end };
    into.push({
      rule: kept.rule,
      level,
      uri,
      span,
      data: kept.data,
      related: kept.related.length === 0 ? NO_RELATED : kept.related.map(resolved),
    });
  }
}

/** Where a related place is now: a piece may have moved since the finding was made. */
function resolved({ at, span, label }: RelatedPlace): Related {
  if (typeof at === "string") return { uri: at, span, label };
  return { uri: at.uri, span: { start: at.start + span.start, end: at.start + span.end }, label };
}
