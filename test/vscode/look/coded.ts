/** What coding passages writes, and the proof of it: as the file has it, and as a check of the folder finds it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { assert } from "chai";
import { stage } from "./stage.ts";
import type { Workbench } from "./workbench.ts";

export interface Link {
  /** The row of the record begins so. */
  readonly id: string;
  readonly stance: "supports" | "refutes" | "refines";
  /** Slots whose ticks are changed; undefined where none are asked about. */
  readonly ticks?: readonly string[];
}

/** What is chosen for a passage: rows of codes, and what is typed for them by whoever types. */
export interface Choices {
  readonly codes: readonly { readonly row: string; readonly typed?: string; readonly said?: string }[];
  readonly links: readonly Link[];
  readonly note?: string;
}

export interface Coded {
  readonly words: string;
  readonly at: string;
  /** Of what was chosen, as it is written. */
  readonly lines: readonly string[];
  readonly note?: string;
}

/** The extract that is to be written. */
export function extractOf({ words, at, lines, note }: Coded, id: string, coder: string): string {
  const fields = [`at: ${at}`, ...lines, `coder: ${coder}`, ...(note === undefined ? [] : [`note: ${note}`])];
  return `## Extract ${id}\n\n> ${words}\n\n${fields.map((field) => `- ${field}\n`).join("")}`;
}

/** What a row says that goes on with what was chosen. */
export function goOn(said: readonly string[]): string {
  return `Go on with ${said.join(", ")}`;
}

/** Has `cmoc check` read the folder, which asks for proof of every quotation, and wants so many extracts, each of them exact. */
export function assertProven(shown: Workbench, extracts: number): void {
  const program = join(stage().root, "dist", "cmoc.js");
  const { stdout, stderr } = spawnSync(process.execPath, [program, "check", shown.folder, "--format", "json"], {
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  const { problems, counts } = JSON.parse(stdout) as {
    readonly problems: readonly { readonly rule: string; readonly message: string }[];
    readonly counts: { readonly extracts: number };
  };
  assert.equal(counts.extracts, extracts);
  const told = problems.filter(({ rule }) => /^(?:quote|coding|code|extract|ref|link)\//.test(rule));
  assert.deepEqual(
    told.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
}

/** Has the check say so where a quotation cannot be looked for. */
export function askForProof(shown: Workbench): void {
  shown.write("review.yaml", `${shown.text("review.yaml")}checks: { quote/unverifiable: error }\n`);
}
