/** What this window remembers of coding: codes and records that were chosen last, for each review, and what was written last. */
import type { Before } from "../../core/features/coding/before.ts";
import { useKey } from "../../core/features/coding/codes.ts";
import type { CodeUse } from "../../core/features/coding/verbatim.ts";
import type { Name } from "../../core/model/types.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** So many are remembered of each. */
const MOST = 50;

export class Remembered {
  /** The last first. */
  codes: readonly CodeUse[] = [];
  records: readonly Name[] = [];
  /** Of the last passage that became an extract. */
  before: Before | undefined;
  /** Of the last coding lines. */
  lines: readonly CodeUse[] = [];

  take(chosen: Before): void {
    if (chosen.codes.length === 0 && chosen.links.length === 0) return;
    this.before = { codes: chosen.codes, links: chosen.links };
    this.takeCodes(chosen.codes);
    this.records = [...new Set([...chosen.links.map(({ record }) => record), ...this.records])].slice(0, MOST);
  }

  takeLines(codes: readonly CodeUse[]): void {
    this.lines = codes;
    this.takeCodes(codes);
  }

  private takeCodes(codes: readonly CodeUse[]): void {
    const all = new Map([...codes, ...this.codes].map((use) => [useKey(use), use]));
    const first = new Map([...codes.map(useKey), ...all.keys()].map((key) => [key, all.get(key)]));
    this.codes = [...first.values()].flatMap((use) => use ?? []).slice(0, MOST);
  }
}

const all = new WeakMap<OpenReview, Remembered>();

export function rememberedOf(open: OpenReview): Remembered {
  const known = all.get(open) ?? new Remembered();
  all.set(open, known);
  return known;
}
