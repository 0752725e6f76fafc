/** A review made anew from what is on the disk and in editors, held against one that is open: records, problems, diagnostics, trees. */
import * as vscode from "vscode";
import { Checker, type Problem, reviewToCheck } from "../../src/core/check.ts";
import { CodeTree, ConfigurationTree, SourceTree, type Tree } from "../../src/core/features/tree.ts";
import { isNearlyManifest, MANIFEST_NAME } from "../../src/core/membership.ts";
import { recordJson } from "../../src/core/report/json.ts";
import type { Review } from "../../src/core/review.ts";
import { ALL_RULES, messageOf } from "../../src/core/rules/index.ts";
import { KINDS } from "../../src/core/vocabulary.ts";
import { rangeOf } from "../../src/vscode/places.ts";
import type { OpenReview } from "../../src/vscode/reviews/open-review.ts";
import { walk } from "../../src/vscode/reviews/walk.ts";
import type { Whole as Api } from "../../src/vscode/whole.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const LOG = { warn() {}, debug() {} } as unknown as vscode.LogOutputChannel;

async function onDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decoder.decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** What an editor holds that is not saved, or shows of a file that is there; else the file's text. */
async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  const text = await onDisk(uri);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return document && (document.isDirty || text !== undefined) ? document.getText() : text;
}

/** Every document of the review, read again. */
async function reviewAnew(open: OpenReview, isOwn: (uri: vscode.Uri) => boolean): Promise<Review> {
  const { root, review } = open;
  const made = reviewToCheck(ALL_RULES);
  const set = async (path: string): Promise<void> => {
    const text = await textAt(vscode.Uri.joinPath(root, path));
    if (text !== undefined) made.set({ uri: path, version: 0, text });
  };
  for (const path of review.uris()) if (path === MANIFEST_NAME || isNearlyManifest(path)) await set(path);
  await set(MANIFEST_NAME);
  const { token } = new vscode.CancellationTokenSource();
  const { paths: found } = await walk(root, made.manifest, token, LOG);
  const paths = new Set(found.filter((path) => isOwn(vscode.Uri.joinPath(root, path)) || !/\.md$/i.test(path)));
  for (const { uri, isDirty } of vscode.workspace.textDocuments) {
    const path = open.pathOf(uri);
    if (isDirty && path !== undefined && isOwn(uri) && open.reads(path)) paths.add(path);
  }
  await Promise.all([...paths].map(set));
  return made;
}

/** Where an open review, or what is shown of it, is another than it would be if it were made now; none when all is right. */
export async function differences(api: Api, open: OpenReview): Promise<readonly string[]> {
  const anew = await reviewAnew(open, (uri) => api.reviews.of(uri) === open);
  const checker = new Checker(anew, ALL_RULES);
  checker.update();
  const problems = (path: string): readonly Problem[] => checker.problems(path);
  const { by, sort } = { by: "theme", sort: "file" } as const;
  const trees: readonly (readonly [Tree, Tree])[] = [
    [api.trees.configurations.tree(open), new ConfigurationTree(anew, { by, sort, filter: undefined, problems })],
    [
      api.trees.sources.tree(open),
      new SourceTree(anew, { problems, reference: open.references.known, holdsText: (key) => open.holdsText?.(key) }),
    ],
    [api.trees.codebook.tree(open), new CodeTree(anew, { problems })],
  ];
  const name = open.root.path.split("/").at(-1) ?? "";
  const diagnostics = shownBelow(api, open);
  // What several reviews read shows what each of them finds.
  const isAlone = (path: string): boolean => api.reviews.holding(open.addressOf(path)).length === 1;
  return [
    ...compared(`${name}: texts`, textsOf(open.review), textsOf(anew)),
    ...compared(`${name}: records`, recordsOf(open.review), recordsOf(anew)),
    ...compared(`${name}: problems`, open.problems().map(plain), checker.problems().map(plain)),
    ...compared(
      `${name}: diagnostics`,
      diagnostics,
      anew.uris().flatMap((path) => (isAlone(path) ? wanted(anew, path, problems(path)) : [])),
    ),
    ...trees.flatMap(([is, shouldBe], at) => compared(`${name}: tree ${at}`, rowsOf(is), rowsOf(shouldBe))),
  ];
}

function compared(what: string, is: readonly string[], shouldBe: readonly string[]): readonly string[] {
  const length = Math.max(is.length, shouldBe.length);
  for (let at = 0; at < length; at++)
    if (is[at] !== shouldBe[at]) return [`${what}, ${at} of ${shouldBe.length}: ${is[at]} instead of ${shouldBe[at]}`];
  return [];
}

function textsOf(review: Review): readonly string[] {
  return review.uris().map((uri) => {
    const text = review.text(uri) ?? "";
    return `${uri} ${text.length} ${text.slice(0, 200)}`;
  });
}

function recordsOf(review: Review): readonly string[] {
  return KINDS.flatMap(({ kind }) =>
    [...review.records(kind)].map((record) => JSON.stringify(recordJson(record, review))),
  );
}

function plain(problem: Problem): string {
  return JSON.stringify(problem);
}

/** The problems of a file, as they should be shown. */
function wanted(review: Review, path: string, problems: readonly Problem[]): readonly string[] {
  return problems
    .map((problem) =>
      shownAs(path, rangeOf(review.lines(path), problem.span), problem.rule, messageOf(problem, review)),
    )
    .sort();
}

function shownBelow(api: Api, open: OpenReview): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, all]) => {
      const path = open.pathOf(uri);
      // What belongs to a review inside this one is that one's.
      if (path === undefined || (open.review.document(path) === undefined && api.reviews.of(uri) !== open)) return [];
      if (api.reviews.holding(uri).length > 1) return [];
      return all
        .filter(({ source }) => source === "cmoc")
        .map(({ range, code, message }) => ({
          path,
          words: shownAs(path, range, (code as { value: string }).value, message),
        }));
    })
    .sort((a, b) => (a.path === b.path ? (a.words < b.words ? -1 : 1) : a.path < b.path ? -1 : 1))
    .map(({ words }) => words);
}

function shownAs(path: string, { start, end }: vscode.Range, rule: string, message: string): string {
  return `${path}:${start.line}:${start.character}-${end.line}:${end.character} ${rule} ${message}`;
}

const DEEPEST = 3;

function rowsOf(tree: Tree): readonly string[] {
  const rows: string[] = [];
  const take = (nodes: ReturnType<Tree["roots"]>, depth: number): void => {
    for (const { id, label, description } of nodes) {
      rows.push(`${"  ".repeat(depth)}${label} ${description}`);
      if (depth < DEEPEST) take(tree.children(id), depth + 1);
    }
  };
  take(tree.roots(), 0);
  return rows;
}
