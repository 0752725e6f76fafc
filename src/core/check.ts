/**
 * Runs the rules over a review, and again over what a change touched (`check/affected.ts`). What it keeps after a change is what it would
 * find from nothing.
 */
import { type Active, activeOf, type Look } from "./check/active.ts";
import { affectedBy } from "./check/affected.ts";
import { byProblem, type Kept, type Problem, problemOf, sameKept } from "./check/kept.ts";
import { Relating } from "./check/relating.ts";
import type { PieceFacts } from "./model/piece-facts.ts";
import type { Evidence, Inspect, Ref } from "./model/types.ts";
import { type Change, Definition, type Placed, Reader, Review } from "./review.ts";
import { inspector } from "./rules/inspect.ts";
import type { RelatedPlace, Report, Rule } from "./rules/rule.ts";
import type { Finding } from "./syntax/finding.ts";
import { type Level, levelOf, type Manifest } from "./syntax/manifest.ts";

export type { Problem } from "./check/kept.ts";

const NO_PLACES: readonly RelatedPlace[] = [];
const NO_KEPT: readonly Kept[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** An empty review that is read with checking in mind: what is wrong with a record by itself is found as the record is read. */
export function reviewToCheck(rules: readonly Rule[]): Review {
  return new Review(
    rules.map((rule) => rule.id),
    new Reader(inspector(rules), 0),
  );
}

/** Problems of one document that a source has. */
interface InDocument {
  readonly uri: string;
  readonly kept: readonly Kept[];
}

const NO_DOCUMENTS: readonly InDocument[] = [];

export class Checker {
  private readonly review: Review;
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly inspect: Inspect;
  private readonly pieces = new Map<Placed, readonly Kept[]>();
  /** By citation key, and the keys by the document in which they are reported. */
  private readonly sources = new Map<string, readonly InDocument[]>();
  private readonly sourcesIn = new Map<string, Set<string>>();
  private readonly relating = new Relating();
  /** For the manifest that was current when they were chosen. */
  private active: Active;
  private chosenFor: Manifest;
  /** The review's revision that has been checked; none before the first run. */
  private revision: number | undefined;
  /** Stands for the run that checks everything, or did last. */
  private run: object = {};
  private running: Rule | undefined;
  private found: Kept[] = [];
  /** What the running rule tells of a source in other documents than its own. */
  private elsewhere: InDocument[] = [];

  constructor(review: Review, rules: readonly Rule[]) {
    this.review = review;
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.inspect = inspector(rules);
    this.chosenFor = review.manifest;
    this.active = this.choose();
  }

  /**
   * Checks what the change touched; everything without one, and when a change in between was not told. Gives the paths of documents whose
   * problems may stand elsewhere or be others now.
   */
  update(change?: Change): ReadonlySet<string> {
    const known = change !== undefined && !change.all && change.from === this.revision;
    this.revision = change !== undefined && this.revision !== undefined ? change.to : this.review.revision;
    if (!known) {
      this.revision = this.review.revision;
      return this.rebuild();
    }
    const uris = new Set(change.uris);
    for (const uri of change.uris) for (const from of this.relating.into(uri)) uris.add(from);
    const { pieces, sources } = affectedBy(change, this.review);
    for (const gone of change.removed) for (const from of this.relating.at(gone)) pieces.add(from);
    for (const gone of change.removed) {
      this.relating.remove(gone, this.pieces.get(gone) ?? NO_KEPT);
      this.pieces.delete(gone);
      pieces.delete(gone);
    }
    for (const placed of pieces) if (this.checkPiece(placed)) uris.add(placed.uri);
    for (const key of sources) this.checkSource(key, uris);
    return uris;
  }

  private rebuild(): ReadonlySet<string> {
    const uris = new Set<string>(this.review.uris());
    for (const { uri } of this.pieces.keys()) uris.add(uri);
    this.addSourceUris(uris);
    for (const _ of this.steps());
    this.addSourceUris(uris);
    return uris;
  }

  private addSourceUris(to: Set<string>): void {
    for (const places of this.sources.values()) for (const { uri } of places) to.add(uri);
  }

  /**
   * Checks everything, as {@link update} does without a change, in steps of one piece of text. A change between two steps that {@link update} is told
   * of is taken in; after one that it is not told of, everything is begun again. Problems are those of the whole review once it has ended.
   */
  *steps(): Generator<void, void> {
    let run: object;
    do {
      run = this.clear();
      yield* this.pass(run);
    } while (this.run === run && this.revision !== this.review.revision);
  }

  /** Forgets everything, for a run that is the current one until the next. */
  private clear(): object {
    this.run = {};
    this.revision = this.review.revision;
    this.pieces.clear();
    this.sources.clear();
    this.sourcesIn.clear();
    this.relating.clear();
    this.chosenFor = this.review.manifest;
    this.active = this.choose();
    this.review.survey();
    return this.run;
  }

  /** Ends early where another run took over, or a change was missed. */
  private *pass(run: object): Generator<void, void> {
    const { review } = this;
    const isOver = (): boolean => this.run !== run || this.revision !== review.revision;
    for (const uri of review.uris()) {
      for (let list: readonly Placed[] | undefined; list !== review.placed(uri); ) {
        list = review.placed(uri);
        for (const placed of list) {
          this.checkPiece(placed);
          yield;
          if (isOver()) return;
          if (list !== review.placed(uri)) break;
        }
      }
    }
    for (const { key } of review.sources()) {
      this.checkSource(key, new Set());
      yield;
      if (isOver()) return;
    }
  }

  private choose(): Active {
    return activeOf([...this.rules.values()].filter(({ id, level }) => levelOf(this.chosenFor, id, level) !== "off"));
  }

  private readonly report: Report = (span, data, more) => {
    const rule = this.running;
    if (!rule) return;
    const level = more?.level ?? rule.level;
    const related = more?.related ?? NO_PLACES;
    const kept = { rule: rule.id, start: span.start, end: span.end, level, data, related };
    if (more?.uri === undefined) this.found.push(kept);
    else this.elsewhere.push({ uri: more.uri, kept: [kept] });
  };

  /** Whether the piece has other problems now. */
  private checkPiece(placed: Placed): boolean {
    if (this.found.length > 0) this.found = [];
    const { findings, count, refs } = placed.facts;
    for (const finding of findings) this.found.push(this.kept(finding));
    if (count > 0) {
      const own = this.review.inspects ? placed.facts.own : this.inspected(placed);
      for (let index = 0; index < count; index++) {
        const definition = new Definition(placed, index);
        const { brief } = definition;
        if (!this.review.isRestatement(brief)) {
          for (const finding of own?.[index] ?? NO_FINDINGS)
            if (this.isOn(finding.rule)) this.found.push(this.kept(finding));
          this.look(this.active.records[brief.kind], definition);
        }
        this.checkReferences(placed, definition, brief.links);
      }
    }
    if (refs.length > 0) this.checkReferences(placed, undefined, refs);
    const before = this.pieces.get(placed) ?? NO_KEPT;
    if (before.length > 0) this.relating.remove(placed, before);
    if (this.found.length > 0) this.relating.add(placed, this.found);
    if (this.found.length > 0) this.pieces.set(placed, this.found.slice());
    else if (before.length > 0) this.pieces.delete(placed);
    return !sameKept(before, this.found);
  }

  private isOn(id: string): boolean {
    return this.rules.has(id);
  }

  /** What own checks find in a review whose reader did not run them. */
  private inspected(placed: Placed): PieceFacts["own"] {
    return placed.entities.map((entity) => {
      const findings: Finding[] = [];
      this.inspect(entity, this.review.manifest.scheme, findings);
      return findings;
    });
  }

  private kept(finding: Finding): Kept {
    const rule = this.rules.get(finding.rule);
    const level: Level = rule?.levelFor?.(finding.data) ?? rule?.level ?? "warning";
    const { start, end, data } = finding;
    return { rule: finding.rule, start, end, level, data, related: NO_PLACES };
  }

  private look<At>(looks: readonly Look<At>[], thing: At): void {
    for (const { rule, at } of looks) {
      this.running = rule;
      at(thing, this.review, this.report);
    }
  }

  private checkReferences(placed: Placed, from: Definition | undefined, refs: readonly (Ref | Evidence)[]): void {
    const { review, active } = this;
    for (const ref of refs) {
      const reference = { placed, ref, from };
      this.look(active.reference, reference);
      if (!review.isPlain(reference)) this.look(active.oddReference, reference);
    }
  }

  private checkSource(key: string, uris: Set<string>): void {
    const before = this.forgetSource(key);
    const source = this.review.source(key);
    const uri = source?.uri ?? source?.bibliography?.uri;
    this.found = [];
    this.elsewhere = [];
    if (source) this.look(this.active.source, source);
    const after = this.elsewhere;
    if (uri !== undefined && this.found.length > 0) after.unshift({ uri, kept: this.found });
    if (!sameDocuments(before, after)) for (const place of [...before, ...after]) uris.add(place.uri);
    if (after.length === 0) return;
    this.sources.set(key, after);
    for (const place of after) {
      const keys = this.sourcesIn.get(place.uri);
      if (keys) keys.add(key);
      else this.sourcesIn.set(place.uri, new Set([key]));
    }
  }

  private forgetSource(key: string): readonly InDocument[] {
    const places = this.sources.get(key) ?? NO_DOCUMENTS;
    this.sources.delete(key);
    for (const { uri } of places) {
      const keys = this.sourcesIn.get(uri);
      if (keys?.delete(key) && keys.size === 0) this.sourcesIn.delete(uri);
    }
    return places;
  }

  /** The problems of one document, or of the review by path; each document's by place, then by rule. */
  problems(uri?: string): readonly Problem[] {
    if (uri === undefined) return this.review.uris().flatMap((each) => this.problems(each));
    const found: Problem[] = [];
    for (const finding of this.review.documentFindings(uri)) this.publish(this.kept(finding), uri, 0, found);
    for (const key of this.sourcesIn.get(uri) ?? []) {
      for (const place of this.sources.get(key) ?? NO_DOCUMENTS)
        if (place.uri === uri) for (const kept of place.kept) this.publish(kept, uri, 0, found);
    }
    for (const placed of this.review.placed(uri)) {
      for (const kept of this.pieces.get(placed) ?? NO_KEPT) this.publish(kept, uri, placed.start, found);
    }
    return found.sort(byProblem);
  }

  private publish(kept: Kept, uri: string, start: number, into: Problem[]): void {
    const level = levelOf(this.review.manifest, kept.rule, kept.level);
    if (level !== "off") into.push(problemOf(kept, level, uri, start));
  }
}

function sameDocuments(a: readonly InDocument[], b: readonly InDocument[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ uri, kept }, at) => uri === b[at]?.uri && sameKept(kept, b[at]?.kept ?? NO_KEPT))
  );
}
