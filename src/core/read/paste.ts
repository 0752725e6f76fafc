/** Configurations in what somebody pasted, in the language's own spellings. */
import { Review } from "../review.ts";
import type { Scheme } from "../vocabulary.ts";

export interface Pasted {
  readonly count: number;
  /** The ids that were printed; the others are numbered here. */
  readonly printed: readonly string[];
  readonly markdown: (spelling: "fields" | "sentence" | "table") => string;
  readonly unsure: readonly string[];
  readonly aside: readonly string[];
}

export function readPasted(
  { text }: { readonly html?: string; readonly text: string },
  scheme: Scheme,
): Pasted | undefined {
  const review = new Review();
  review.set({ uri: "pasted.md", version: 0, text });
  const records = [...review.records("cmoc")].map(({ entity }) => entity).filter((entity) => entity.kind === "cmoc");
  if (records.length === 0) return undefined;
  const slots = (record: (typeof records)[number], role: string): readonly string[] =>
    record.slots.filter((slot) => slot.role === role).map((slot) => slot.text);
  const ids = records.map((record, at) => (record.id === "" ? `CMOC${at + 1}` : record.id));
  const letters = scheme.slots.map(({ letter }) => letter);
  const fields = records.map((record, at) => {
    const bullets = letters.flatMap((letter) => slots(record, letter).map((words) => `- **${letter}:** ${words}`));
    return `## CMOC ${ids[at]}${record.title === "" ? "" : `: ${record.title}`}\n\n${bullets.join("\n")}\n`;
  });
  const rows = records.map(
    (record, at) => `| ${[ids[at], ...letters.map((letter) => slots(record, letter).join("; "))].join(" | ")} |`,
  );
  const head = `| ${["ID", ...scheme.slots.map(({ label }) => label)].join(" | ")} |`;
  const line = `| ${["ID", ...letters].map(() => "---").join(" | ")} |`;
  return {
    count: records.length,
    printed: records.flatMap(({ id }) => (id === "" ? [] : [id])),
    markdown: (spelling) => (spelling === "table" ? `${[head, line, ...rows].join("\n")}\n` : fields.join("\n")),
    unsure: [],
    aside: [],
  };
}
