/** Quotations that are compared with the texts of their sources, PDFs among them, as somebody types and as texts change. */
import { assert } from "chai";
import * as vscode from "vscode";
import { endless } from "../../pdf/handmade.ts";
import {
  at,
  choose,
  closeUnsaved,
  extension,
  LIMIT_MS,
  saveByHand,
  show,
  stretches,
  takeAway,
  type,
  until,
  write,
} from "../workspace.ts";

const BELOW = "proved";
const TOLD_MS = 20_000;
const TEXTS = [
  ["hallam2019", ".pdf"],
  ["obi2014", ".txt"],
  ["pellow2016", ".xml"],
  ["quillan2017", ".pdf"],
  ["sorley2020", ".html"],
  ["tremlett2018", ".md"],
] as const;

/** A problem as the window has it. */
interface Told {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly marked: string;
  readonly message: string;
}

describe("quotations", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const review = () => api.reviews.of(at(`${BELOW}/review.yaml`));
  const textOf = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
  /** What is said of quotations anywhere in the review, in order: rule, file, line counted from 1, the words marked, and the message. */
  const told = (): readonly Told[] =>
    vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.path.includes(`/${BELOW}/`))
      .flatMap(([uri, all]) => {
        const path = uri.path.slice(at(BELOW).path.length + 1);
        const lines = (review()?.review.text(path) ?? "").split("\n");
        return all.map(({ code, range, message }): Told => {
          const [first, ...more] = lines.slice(range.start.line, range.end.line + 1);
          const whole = [first, ...more].join("\n");
          const marked = whole.slice(
            range.start.character,
            whole.length - ((lines[range.end.line] ?? "").length - range.end.character),
          );
          const rule = String((code as { value: string }).value);
          return { rule, path, line: range.start.line + 1, marked, message };
        });
      })
      .filter(({ rule }) => rule.startsWith("quote/"))
      .sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
  /** Waits until just that is said: of each problem what is given. */
  const tells = async (...wanted: readonly Partial<Told>[]): Promise<void> => {
    const seen = (): readonly Partial<Told>[] =>
      told().map((each, at) => {
        const keys = Object.keys(wanted[at] ?? each) as (keyof Told)[];
        return Object.fromEntries(keys.map((key) => [key, each[key]]));
      });
    await until(
      async () => {
        await api.settled();
        return seen();
      },
      (now) => now.length === wanted.length && JSON.stringify(now) === JSON.stringify(wanted),
      TOLD_MS,
    ).catch(() => assert.deepEqual(seen(), wanted));
  };
  /** The quotations of a source's file, each with the line on which it begins and its words as they are written. */
  const quotesIn = async (path: string): Promise<readonly Pick<Told, "path" | "line" | "marked">[]> => {
    const lines = (await textOf(`${BELOW}/${path}`)).split("\n");
    return lines.flatMap((line, at) => {
      if (!line.startsWith("> ") || lines[at - 2]?.startsWith("> ") || lines[at - 1]?.startsWith("> ")) return [];
      return [{ path, line: at + 1, marked: line }];
    });
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    // Other suites may have left sources of their own beside those of the example.
    for (const [key, ending] of TEXTS)
      for (const path of [`sources/${key}.md`, `texts/${key}${ending}`])
        await write(`${BELOW}/${path}`, await vscode.workspace.fs.readFile(at(path)));
    await write(`${BELOW}/review.yaml`, "cmoc: 1\nchecks: { quote/unverifiable: warning }\n");
    await until(review, (open) => open?.isReady === true);
    await review()?.proving();
    await api.settled();
  });

  after(async () => {
    await closeUnsaved();
    await takeAway(api, BELOW);
  });

  it("are proven in PDF, HTML, JATS, Markdown and plain text", async () => {
    const open = review();
    const proving = await open?.proving();
    assert.isDefined(proving);
    if (!open || !proving) return;
    await tells();
    const found = [...open.review.records("extract")].map((extract) => proving.proofs.known(extract)?.is);
    assert.equal(found.filter((is) => is === "exact").length, 30);
    assert.isTrue(
      found.every((is) => is === "exact" || is === undefined),
      String(found),
    );
    assert.equal(proving.texts.pathOf("hallam2019"), "texts/hallam2019.pdf");
    assert.equal(proving.texts.keyOf("texts/sorley2020.html"), "sorley2020");
  });

  it("of which a letter is changed are told of as it is typed, and no more once it is put back", async () => {
    const { document } = await show(`${BELOW}/sources/hallam2019.md`);
    const [one] = (await quotesIn("sources/hallam2019.md")).filter(({ marked }) => marked.includes("in these visits"));
    if (!one) throw new Error("The example has the quotation no more.");
    await type(document, "Householders in those visits agreed", "Householders in these visits agreed");
    await tells({
      rule: "quote/near",
      ...one,
      marked: one.marked.replace("in these visits", "in those visits"),
    });
    const message = told()[0]?.message ?? "";
    await vscode.commands.executeCommand("undo");
    await tells();
    assert.match(message, /^The source of @hallam2019#e2 has other words\. Use those, .*\. It says: “/);
  });

  it("that stand on another page are told of, and the fix names it", async () => {
    const path = `${BELOW}/sources/quillan2017.md`;
    const page = /- at: (p\. \d+)/.exec(await textOf(path))?.[1] ?? "";
    const { document } = await show(path);
    await type(document, "- at: p. 977", `- at: ${page}`);
    await tells({
      rule: "quote/moved",
      path: "sources/quillan2017.md",
      line: document.positionAt(document.getText().indexOf("p. 977")).line + 1,
      marked: "p. 977",
      message: `The words of @quillan2017#e1 stand on page ${page.slice(3)}, and not at “p. 977”. Correct the page.`,
    });
    const range = new vscode.Range(
      document.positionAt(document.getText().indexOf("p. 977")),
      document.positionAt(document.getText().indexOf("p. 977") + 1),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
    );
    const fix = actions.find(({ title }) => title === `Correct it to “${page}”`);
    assert.isDefined(fix, actions.map(({ title }) => title).join("\n"));
    if (fix) await choose(fix);
    assert.include(document.getText(), `- at: ${page}`);
    await tells();
  });

  it("whose text is replaced, taken away or damaged are told of as just that", async () => {
    const path = `${BELOW}/texts/obi2014.txt`;
    const before = await textOf(path);
    const [own, others] = [await quotesIn("sources/obi2014.md"), await quotesIn("sources/hallam2019.md")];
    assert.deepEqual([own.length, others.length], [4, 6]);
    const each = (of: typeof own, rule: string, message: (id: string) => string) =>
      of.map((quote, at) => ({
        rule,
        ...quote,
        message: message(`@${quote.path.slice("sources/".length, -".md".length)}#e${at + 1}`),
      }));
    await write(path, "Nothing of it is here, and much that is about the harbour.\n");
    await tells(
      ...each(
        own,
        "quote/not-found",
        (id) =>
          `The words of ${id} are not in the text of its source, nor any like them. Compare them with the source, or write them as a paraphrase.`,
      ),
    );
    await vscode.workspace.fs.delete(at(path));
    await tells(
      ...each(
        own,
        "quote/unverifiable",
        (id) => `${id} cannot be checked: texts/obi2014.txt cannot be read. It is not there.`,
      ),
    );
    await write(path, before);
    await tells();
    const pdf = at(`${BELOW}/texts/hallam2019.pdf`);
    const bytes = await vscode.workspace.fs.readFile(pdf);
    await write(`${BELOW}/texts/hallam2019.pdf`, "%PDF-1.7\nno more\n");
    await tells(
      ...each(
        others,
        "quote/unverifiable",
        (id) =>
          `${id} cannot be checked: texts/hallam2019.pdf cannot be read. It is no PDF, or damaged: save it again from where it came from.`,
      ),
    );
    await write(`${BELOW}/texts/hallam2019.pdf`, bytes);
    await tells();
  });

  it("whose text is not wanted any more are not waited for, and it is read when it is wanted again", async () => {
    const { texts } = (await review()?.proving()) ?? assert.fail("there is no review");
    texts.touched((path) => path === "texts/hallam2019.pdf");
    const stop = new AbortController();
    const reading = texts.read("hallam2019", stop.signal);
    stop.abort();
    assert.equal((await reading).is, "coming");
    assert.equal((await texts.read("hallam2019", stop.signal)).is, "coming");
    assert.equal((await texts.read("hallam2019")).is, "text");
    await tells();
  });

  it("of a PDF that asks for work without end are told of, and in the Node host nobody waits for it", async () => {
    const path = `${BELOW}/texts/hallam2019.pdf`;
    const before = await vscode.workspace.fs.readFile(at(path));
    const { longest } = await stretches(async () => {
      await write(path, endless(40));
      await until(told, (now) => now.length > 0, TOLD_MS);
    });
    assert.deepEqual(
      [...new Set(told().map(({ rule, path }) => `${rule} ${path}`))],
      ["quote/unverifiable sources/hallam2019.md"],
    );
    const { process } = globalThis as { process?: { versions?: unknown } };
    // It is given up after 5 s of work.
    if (process?.versions) assert.isBelow(longest, 2500);
    await write(path, before);
    await tells();
  });
});
