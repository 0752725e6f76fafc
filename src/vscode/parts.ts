/**
 * The parts of the extension that are loaded when they are first asked for, by their files in `parts`. What is loaded before imports them as types only: a
 * test holds that, and `scripts/link.mjs` makes a file of each.
 */
export interface Parts {
  readonly bibliography: typeof import("./parts/bibliography.ts");
  readonly coding: typeof import("./parts/coding.ts");
  readonly completion: typeof import("./parts/completion.ts");
  readonly fulltext: typeof import("./parts/fulltext.ts");
  readonly lenses: typeof import("./parts/lenses.ts");
  readonly preview: typeof import("./parts/preview.ts");
  readonly joining: typeof import("./parts/joining.ts");
  readonly pdf: typeof import("./parts/pdf.ts");
  readonly proving: typeof import("./parts/proving.ts");
  readonly quoting: typeof import("./parts/quoting.ts");
  readonly pasting: typeof import("./parts/pasting.ts");
  /** The base of the others: what they share with it is loaded with it. */
  readonly review: typeof import("./parts/review.ts");
  readonly moving: typeof import("./parts/moving.ts");
  readonly progress: typeof import("./parts/progress.ts");
  readonly reading: typeof import("./parts/reading.ts");
  readonly refactoring: typeof import("./parts/refactoring.ts");
  readonly rules: typeof import("./parts/rules.ts");
  readonly stripes: typeof import("./parts/stripes.ts");
  readonly writing: typeof import("./parts/writing.ts");
}
