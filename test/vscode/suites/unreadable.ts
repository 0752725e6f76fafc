/** Full texts that cannot be read, or may not be, and quotations that are hard to look for: each is told of as what it is, and no word is lost. */
import { assert } from "chai";
import * as vscode from "vscode";
import { ENCRYPTED, pdfOf } from "../paged.ts";
import {
  at,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  saveByHand,
  show,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "unreadable";
const BEYOND = "beyond";
const SAID = "They met every week, and little was hidden from any of them.";
const PDF = `The committee of the harbour met in winter.`;
/** Five thousand words, no two sentences alike. */
const LONG = Array.from({ length: 500 }, (_, at) => `On day ${at} they spoke of the ${at}th boat again.`).join(" ");
const ARABIC = "قالت إن الجيران يسألون عنها كل صباح، وإنها لا تريد أن يقلق أحد.";
const HEBREW = "היא אמרה שהשכנים שואלים עליה בכל בוקר.";
const CJK = "彼女は毎週火曜日に集まりへ行くと言った。誰かが心配するからだ。";
/** Nine names, each of which stands for nine of the one before. */
const BOMB = [..."bcdefghi"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at]};`.repeat(9)}">`).join("");
const jats = (doctype: string, words: string): string =>
  `<?xml version="1.0"?><!DOCTYPE article [${doctype}]><article><body><sec><title>One</title><p>${SAID}</p><p>${words}</p></sec></body></article>`;

interface Case {
  readonly text?: Readonly<Record<string, string | Uint8Array>>;
  /** Fields of the front matter. */
  readonly fields?: string;
  readonly quote: string;
  /** What is said of the quotation; undefined where it is proven. */
  readonly told?: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  encrypted: {
    text: { "encrypted.pdf": pdfOf(1, () => PDF, ENCRYPTED) },
    quote: PDF,
    told: /encrypted\.pdf cannot be read\. It is encrypted: save a copy without a password\.$/,
  },
  damaged: {
    text: { "damaged.pdf": "%PDF-1.7\nno more\n" },
    quote: SAID,
    told: /damaged\.pdf cannot be read\. It is no PDF, or damaged/,
  },
  empty: { text: { "empty.pdf": "" }, quote: SAID, told: /empty\.pdf cannot be read\. It is no PDF, or damaged/ },
  blank: { text: { "blank.txt": "" }, quote: SAID, told: /blank\.txt cannot be read\. It is empty\.$/ },
  binary: {
    text: { "binary.txt": new Uint8Array(4096).map((_, index) => (index * 7) % 251) },
    quote: SAID,
    told: /binary\.txt cannot be read\. It is no text\.$/,
  },
  scanned: {
    text: { "scanned.pdf": pdfOf(3, () => "") },
    quote: SAID,
    told: /scanned\.pdf holds pictures of pages and no text\./,
  },
  paged: { text: { "paged.pdf": pdfOf(2, (page, line) => (page === 1 && line === 3 ? PDF : "Words.")) }, quote: PDF },
  outside: {
    fields: "text: ../secret.txt\n",
    quote: SAID,
    told: /\.\.\/secret\.txt cannot be read\. It lies outside the review: move it into the folder of texts\.$/,
  },
  led: {
    fields: "text: led/secret.txt\n",
    quote: SAID,
    told: /led\/secret\.txt cannot be read\. It is a link, which may lead out of the review: put the file itself there\.$/,
  },
  own: {
    fields: "text: own.md\n",
    quote: SAID,
    told: /own\.md cannot be read\. It is the file of a source, not its text/,
  },
  large: {
    text: { "large.txt": new Uint8Array(17 * 1024 * 1024).fill(97) },
    quote: SAID,
    told: /large\.txt cannot be read\. It has more than 16 MB: keep the part of it that is quoted\.$/,
  },
  bomb: { text: { "bomb.xml": jats(`<!ENTITY a "lol">${BOMB}`, "&i; &i; &i;") }, quote: SAID },
  external: {
    text: { "external.xml": jats(`<!ENTITY x SYSTEM "../../${BEYOND}/secret.txt">`, "Here it is: &x; so.") },
    quote: "Nobody knows what lies beyond the harbour wall.",
    told: /@external#e1/,
  },
  script: {
    text: {
      "script.html": `<p>${SAID}</p><script>globalThis.wasRun = true; "nobody reads this sentence here"</script>`,
    },
    quote: SAID,
  },
  arabic: { text: { "arabic.txt": `مقدمة قصيرة.\n\n${ARABIC}\n\nخاتمة.\n` }, quote: ARABIC },
  hebrew: { text: { "hebrew.txt": `פתיחה.\n\n${HEBREW}\n` }, quote: HEBREW },
  cjk: { text: { "cjk.txt": `はじめに。\n\n${CJK}\n\n終わり。\n` }, quote: CJK },
  changed: { text: { "changed.txt": CJK }, quote: CJK.replace("火曜日", "水曜日"), told: /@changed#e1/ },
  word: { text: { "word.txt": "We spoke of trust.\n" }, quote: "trust" },
  long: { text: { "long.txt": `To begin.\n\n${LONG}\n\nTo end.\n` }, quote: LONG },
};

describe("full texts that are hard to read", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const fileOf = (key: string): string => `${key}.md`;
  const sourceOf = (key: string, { fields = "", quote }: Case): string =>
    `---\ncitekey: ${key}\n${fields}---\n\n## Extract e1\n\n> ${quote}\n\n- at: para. 1\n- parked: later\n`;
  /** What is said of quotations in the file of a source: rule and message. */
  const told = (key: string): readonly (readonly [rule: string, message: string])[] =>
    vscode.languages
      .getDiagnostics(at(`${BELOW}/${fileOf(key)}`))
      .map(({ code, message }) => [String((code as { value: string }).value), message] as const)
      .filter(([rule]) => rule.startsWith("quote/"));

  before(async () => {
    api = await extension();
    await saveByHand();
    await write(`${BEYOND}/secret.txt`, `${SAID}\n\nNobody knows what lies beyond the harbour wall.\n`);
    await write("secret.txt", `${SAID}\n`);
    for (const { text = {} } of Object.values(CASES))
      for (const [name, bytes] of Object.entries(text)) await write(`${BELOW}/texts/${name}`, bytes);
    await makeReview(api, BELOW, {
      ...Object.fromEntries(Object.entries(CASES).map(([key, each]) => [fileOf(key), sourceOf(key, each)])),
      "review.yaml": "cmoc: 1\nchecks: { quote/unverifiable: warning }\n",
    });
    await api.reviews.of(at(`${BELOW}/review.yaml`))?.proving();
    await api.settled();
  });

  afterEach(closeAll);

  after(async () => {
    await remove("secret.txt");
    await remove(BEYOND);
    await takeAway(api, BELOW);
  });

  it("are told of as what they are, and those that can be read prove their quotations", async () => {
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    if (!open) throw new Error("The review is not open.");
    const { proofs } = await open.proving();
    const RULES: Readonly<Record<string, string>> = { external: "quote/not-found", changed: "quote/near" };
    for (const [key, { told: wanted }] of Object.entries(CASES)) {
      await until(
        async () => {
          await api.settled();
          return told(key);
        },
        (now) => now.length === (wanted ? 1 : 0),
      ).catch(() => assert.fail(`${key}: ${JSON.stringify(told(key))}`));
      const [found] = told(key);
      if (wanted) {
        assert.equal(found?.[0], RULES[key] ?? "quote/unverifiable", key);
        assert.match(found?.[1] ?? "", wanted, key);
      } else {
        const [extract] = open.review.extractsOf(key);
        const answer = extract && proofs.known(extract as Parameters<typeof proofs.known>[0]);
        assert.equal(answer?.is, "exact", key);
      }
    }
    assert.isUndefined((globalThis as { wasRun?: boolean }).wasRun, "no script is run");
  });

  it("are not shown when they cannot be read, and why is said", async () => {
    for (const key of ["encrypted", "damaged", "empty", "scanned", "outside", "led", "large"]) {
      const notices = await noticesOf(
        async () => void (await vscode.commands.executeCommand("cmoc.openFullText", key)),
      );
      assert.lengthOf(notices, 1, key);
      assert.match(notices[0] ?? "", /cannot be read\.|holds pictures of pages/, key);
    }
    assert.isUndefined(vscode.window.activeTextEditor);
  });

  it("are shown with no entity of theirs resolved", async () => {
    for (const key of ["bomb", "external"]) {
      await vscode.commands.executeCommand("cmoc.openFullText", key);
      const text = vscode.window.activeTextEditor?.document.getText() ?? "";
      assert.include(text, SAID, key);
      assert.notInclude(text, "harbour wall", key);
      assert.notInclude(text, "lol", key);
      assert.isBelow(text.length, 1000, key);
    }
  });

  it("lose no word that is typed while one of them is replaced by another", async () => {
    const { document } = await show(`${BELOW}/${fileOf("word")}`);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), "- note: typed\n");
    await vscode.workspace.applyEdit(edit);
    await write(`${BELOW}/texts/word.txt`, "We spoke of nothing.\n");
    await until(
      () => told("word").map(([rule]) => rule),
      (rules) => rules.length === 1 && rules[0] === "quote/not-found",
    );
    await write(`${BELOW}/texts/word.txt`, "Again we spoke of trust.\n");
    await until(
      () => told("word"),
      (now) => now.length === 0,
    );
    assert.isTrue(document.getText().endsWith("- note: typed\n"));
    assert.isTrue(document.isDirty);
  });
});
