/** What is in the language already comes out as the language reads it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPublished } from "../../../src/core/read/published.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { slotsIn } from "../../../src/core/read/written.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { short } from "../reviews.ts";
import { slotLine } from "./reading.ts";

const FILES = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("examples", name));

describe("reading what is in the language", () => {
  it("gives its records as the language reads them, and its text as it stands", () => {
    let count = 0;
    for (const file of FILES) {
      const text = readFileSync(file, "utf8");
      const own = slotsIn(text, CMO).filter(({ slots }) => slots.length > 0);
      if (own.length === 0) continue;
      const read = new ReadText(text, file, {});
      assert.deepEqual(
        read
          .json()
          .cmocs.map(({ id, slots }) => `${id} ${(slots as { role: string; text: string }[]).map(short).join(" | ")}`),
        own.map(({ id, slots }) => `${id} ${slots.map(short).join(" | ")}`),
        file,
      );
      assert.equal(read.markdown("fields"), text, file);
      count += own.length;
    }
    assert.ok(count > 20);
  });

  it("reads tables that the language reads alike", () => {
    const tables = [
      "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a; b | c → d | O1 e; O2 f (final) | Lund |\n| **Theme** | | | | |\n| TR2: Two | g | h (resource) | - | |\n",
      "| No. | + Context | + Mechanism | = Outcome |\n|---|---|---|---|\n| 1 | small (C1) | Resource: a; b | n/a |\n",
      "| Context | Mechanism | Outcome |\n|---|---|---|\n| Hepatitis C | I feel heard | calm (final) |\n",
    ];
    for (const text of tables) {
      const own = slotsIn(text, CMO);
      assert.deepEqual(
        readPublished(text).records.map(({ id, title, theme, slots }) => [id, title, theme, ...slots.map(slotLine)]),
        own.map(({ id, title, theme, slots }) => [id, title, theme?.text ?? "", ...slots.map(slotLine)]),
      );
    }
  });
});
