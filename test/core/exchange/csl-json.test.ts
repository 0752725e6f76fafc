import assert from "node:assert/strict";
import { scanBibliography } from "../../../src/core/bibliography/keys.ts";
import { decodeEntry } from "../../../src/core/exchange/bibliography/decode.ts";

const scan = (text: string) => scanBibliography("references.json", text);
const keys = (text: string): readonly string[] => scan(text).entries.map((entry) => entry.key);

/** The problems as `code:expected@offset`. */
const faults = (text: string): readonly string[] =>
  scan(text).problems.map((problem) =>
    problem.code === "json" ? `json:${problem.expected}@${problem.span.start}` : problem.code,
  );

const BETTER = JSON.stringify(
  [
    {
      id: "okafor2014",
      "citation-key": "okafor2014",
      type: "article-journal",
      title: 'Working together again: <i>trust</i> in <span class="nocase">NHS</span> mergers',
      author: [
        { family: "Okafor", given: "Ngozi" },
        { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
        { literal: "Centre for Invented Studies" },
      ],
      "container-title": "Journal of Invented Studies",
      DOI: "https://doi.org/10.5555/WTA.2014",
      URL: "https://example.org/a",
      issued: { "date-parts": [["2014", 3]] },
      volume: 12,
      issue: "2",
      page: "400-415",
    },
    {
      id: 17,
      type: "book",
      editor: [{ family: "Lind", given: "Björn" }],
      title: "Synergy",
      issued: { raw: "c. 2001" },
    },
  ],
  undefined,
  2,
);

describe("keys of a CSL-JSON file", () => {
  it("are found with their exact places", () => {
    const { entries, problems } = scan(BETTER);
    assert.deepEqual(
      entries.map(({ key, span, doi }) => [key, BETTER.slice(span.start, span.end), doi]),
      [
        ["okafor2014", "okafor2014", "10.5555/WTA.2014"],
        ["17", "17", undefined],
      ],
    );
    for (const { entry } of entries) assert.doesNotThrow(() => JSON.parse(BETTER.slice(entry.start, entry.end)));
    assert.deepEqual(problems, []);
  });

  it("prefer the citation key to Zotero's address, in either order", () => {
    const address = "http://zotero.org/users/1/items/ABC";
    assert.deepEqual(keys(`[{"id":"${address}","citation-key":"a"},{"citation-key":"b","id":"${address}"}]`), [
      "a",
      "b",
    ]);
    assert.deepEqual(faults('[{"id":"my key"}]'), ["uncitable-key"]);
    assert.deepEqual(keys('[{"id":"a","citation-key":""}]'), ["a"]);
  });

  it("are found under items, under references, and in one item alone", () => {
    assert.deepEqual(keys('{"items":[{"id":"a"},{"id":"b"}]}'), ["a", "b"]);
    assert.deepEqual(keys('{"references":[{"id":"a"}], "id":"no"}'), ["a"]);
    assert.deepEqual(keys('\ufeff{"id":"a","type":"book"}'), ["a"]);
    assert.deepEqual(keys('[{"id":"a","custom":{"id":"inner"},"note":"\\"id\\":\\"x\\""}]'), ["a"]);
  });

  it("keep their escapes in place", () => {
    const text = '[{"id":"m\\u00fcller2010"}]';
    const [entry] = scan(text).entries;
    assert.equal(entry?.key, "müller2010");
    assert.equal(text.slice(entry?.span.start, entry?.span.end), "m\\u00fcller2010");
  });

  it("survive broken JSON, whose first fault is told with its place", () => {
    assert.deepEqual(keys('[{"id":"a",},{"id":"b"},]'), ["a", "b"]);
    assert.deepEqual(faults('[{"id":"a",},{"id":"b"},]'), ["json:name@11"]);
    assert.deepEqual(keys('[{"id":"a" "type":"book"} {"id":"b"}'), ["a", "b"]);
    assert.deepEqual(faults('[{"id":"a" "type":"book"} {"id":"b"}'), ["json:comma@11"]);
    assert.deepEqual(keys('[{"id":"a","title":"x\n},\n{"id":"b"}]'), ["a", "b"]);
    assert.deepEqual(faults('[{"id":"a","title":"x\n},\n{"id":"b"}]'), ["json:quote@21"]);
    assert.deepEqual(keys('[{"id":"a", {"id":"b"}]'), ["a", "b"]);
    assert.deepEqual(keys('[{"id":"a"}}, {"id":"b"}]'), ["a", "b"]);
    assert.deepEqual(keys('[{"id":"a","issued":{"date-parts":[[2014}},{"id":"b"}]'), ["a", "b"]);
    assert.deepEqual(faults('[{"id":"a"}'), ["json:close@11"]);
    assert.deepEqual(faults('[{"id":"a"}] x'), ["json:end@13"]);
    assert.deepEqual(faults('[{"id" "a"}]'), ["json:colon@7"]);
    assert.deepEqual(faults('[{"id":"a","x":}]'), ["json:value@15"]);
    assert.deepEqual(faults("not json"), ["json:value@0"]);
  });

  it("that are missing or repeated are told; an empty list is no fault", () => {
    assert.deepEqual(faults('[{"type":"book"}, {"id":null}, {"id":["a"]}]'), [
      "missing-key",
      "missing-key",
      "missing-key",
    ]);
    assert.deepEqual(faults('[{"id":"a"},{"id":"a"}]'), ["duplicate-key"]);
    assert.deepEqual(faults("[]"), []);
    assert.deepEqual(faults('{"items":[]}'), []);
    assert.deepEqual(faults('{"name":"a package"}'), ["no-entries"]);
    assert.deepEqual(faults("[1, 2]"), []);
  });
});

describe("a CSL-JSON item", () => {
  const decode = (text: string, index = 0) => {
    const bibliography = scan(text);
    const entry = bibliography.entries[index];
    assert.ok(entry);
    return decodeEntry(text, bibliography, entry);
  };

  it("becomes a reference without markup", () => {
    assert.deepEqual(decode(BETTER), {
      key: "okafor2014",
      type: "article-journal",
      title: "Working together again: trust in NHS mergers",
      authors: [
        { family: "Okafor", given: "Ngozi" },
        { family: "van der Berg", given: "Jan" },
        { literal: "Centre for Invented Studies" },
      ],
      year: 2014,
      container: "Journal of Invented Studies",
      volume: "12",
      issue: "2",
      page: "400-415",
      doi: "10.5555/WTA.2014",
      url: "https://example.org/a",
    });
  });

  it("without authors has its editors, and a year in words is read", () => {
    const reference = decode(BETTER, 1);
    assert.deepEqual(reference.authors, [{ family: "Lind", given: "Björn" }]);
    assert.equal(reference.year, 2001);
  });

  it("of wrong types or broken is read as far as it goes", () => {
    const text =
      '[{"id":"a","title":["x",{}],"author":"Okafor","issued":[],"URL":"javascript:x","DOI":7,"type":null,}]';
    assert.deepEqual(decode(text), { key: "a", type: "document", title: "x", authors: [] });
    const prototype = '[{"id":"a","__proto__":{"title":"no"},"title":"t\\u0000\\u001b[31m","author":[null,3,{},"X"]}]';
    assert.deepEqual(decode(prototype), { key: "a", type: "document", title: "t [31m", authors: [{ literal: "X" }] });
  });
});
