import assert from "node:assert/strict";
import { build } from "esbuild";
import { closure, splitOf } from "../../scripts/link.mjs";
import { extensionOptions, linkExtension } from "../../scripts/options.mjs";

/** What may be loaded where there is no review: paths below `src`, `*` for any file of a folder. */
const ALWAYS = [
  "core/membership/name.ts",
  "vscode/commands.ts",
  "vscode/extension.ts",
  "vscode/fulltext/files.ts",
  "vscode/loading.ts",
  "vscode/reviews/manifests.ts",
  "vscode/reviews/touches.ts",
  "vscode/reviews/turns.ts",
  "vscode/seeking.ts",
  "vscode/views.ts",
];

/** What may be loaded when a review opens, besides: what reads and checks it, and what its first rows and marks need. */
const WITH_A_REVIEW = [
  "core/*",
  "core/bibliography/*",
  "core/check/*",
  "core/features/at/piece.ts",
  "core/features/card/*",
  "core/features/completion/triggers.ts",
  "core/features/marks.ts",
  "core/features/marks/*",
  "core/features/tokens.ts",
  "core/features/tokens/*",
  "core/features/tree.ts",
  "core/features/tree/*",
  "core/membership/*",
  "core/model/*",
  "core/model/parts/*",
  "core/report/*",
  "core/review/*",
  "core/rules/*",
  "core/syntax/*",
  "vscode/*",
  "vscode/commands/all.ts",
  "vscode/fulltext/providers.ts",
  "vscode/language/beside.ts",
  "vscode/language/places.ts",
  "vscode/language/providers.ts",
  "vscode/language/tokens.ts",
  "vscode/parts/review.ts",
  "vscode/reviews/*",
  "vscode/tree/*",
];

/** What the folders above hold, and no opening of a review needs. */
const LATER = ["core/rules/pages.ts", "core/starter.ts", "vscode/edits.ts", "vscode/tree/dropping.ts"];

const PACKAGES_WITH_A_REVIEW =
  /^(?:yaml|micromark.*|mdast-util-.*|character-entities|decode-named-.*|remark-parse|unified|devlop|vfile.*|unist-.*|trough|bail|extend|is-plain-obj)$/;

/** Bytes, some per cent above what they are: what adds to one of them is looked at, and the figure then raised on purpose. */
const BUDGETS = {
  /** Loaded for every Markdown file of every project. */
  "extension.cjs": 16_000,
  /** All that is loaded when a review opens. */
  review: 612_000,
} as const;

function isAmong(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith("*") ? path.slice(0, path.lastIndexOf("/") + 1) === pattern.slice(0, -1) : path === pattern,
  );
}

describe("the parts of the extension", function () {
  this.timeout(30_000);
  type Split = ReturnType<typeof splitOf>;
  let split: Split;
  let linked: Awaited<ReturnType<typeof linkExtension>>;
  const sources = new Map<string, readonly string[]>();

  before(async () => {
    const built = await build(extensionOptions(process.cwd()));
    split = splitOf(built, "dist", []);
    for (const [path, { inputs }] of Object.entries(built.metafile.outputs))
      sources.set(
        path.replace(/^dist\//, ""),
        Object.keys(inputs).filter((input) => (inputs[input]?.bytesInOutput ?? 0) > 0),
      );
    linked = await linkExtension(built, process.cwd());
  });

  /** The sources and packages that an entry imports, at once or by way of others. */
  function loadedWith(entry: string): { readonly files: readonly string[]; readonly packages: ReadonlySet<string> } {
    const inputs = closure(split, entry).flatMap((name) => sources.get(name) ?? []);
    const packages = new Set<string>();
    for (const path of inputs) {
      const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
      if (found !== undefined) packages.add(found);
    }
    const files = inputs.flatMap((path) => /^src\/([^?]+)/.exec(path)?.[1] ?? []);
    return { files, packages };
  }

  it("hold, where there is no review, only what looks out for one", () => {
    const { files, packages } = loadedWith("extension.js");
    assert.ok(files.includes("vscode/extension.ts"));
    assert.deepEqual(
      files.filter((path) => !isAmong(path, ALWAYS)),
      [],
    );
    assert.deepEqual([...packages], []);
  });

  it("hold, when a review opens, nothing that is for later", () => {
    const { files, packages } = loadedWith("review.js");
    assert.ok(files.includes("core/review.ts"));
    assert.deepEqual(
      files.filter((path) => isAmong(path, LATER) || !isAmong(path, WITH_A_REVIEW)),
      [],
    );
    assert.deepEqual(
      [...packages].filter((name) => !PACKAGES_WITH_A_REVIEW.test(name)),
      [],
    );
  });

  it("hold the rules without their pages when a review opens", () => {
    const text = linked.find(({ file }) => file === "parts/review.cjs")?.text ?? "";
    assert.match(text, /"cmoc\/no-evidence"/);
    assert.doesNotMatch(text, /\bfires:/);
    const { files } = loadedWith("rules.js");
    assert.ok(files.includes("core/rules/pages.ts"));
  });

  it("are no larger than they have to be", () => {
    const bytes = (file: string): number => Buffer.byteLength(linked.find((each) => each.file === file)?.text ?? "");
    const main = bytes("extension.cjs");
    const review = main + bytes("parts/review.cjs");
    assert.ok(main > 1000 && main <= BUDGETS["extension.cjs"], `extension.cjs has ${main} bytes`);
    assert.ok(review > 1000 && review <= BUDGETS.review, `with a review, ${review} bytes are loaded`);
  });
});
