/** Twenty passages of the example's texts, how each is selected, what is chosen for it, and what is to be written. */
import type { ByKeyboard } from "./by-keyboard.ts";
import type { ByMouse } from "./by-mouse.ts";
import type { Choices, Coded } from "./coded.ts";

interface Step<By> extends Coded {
  readonly select: (by: By) => Promise<void>;
  /** Or what was chosen last: of a list, or without a question. */
  readonly choose: Choices | "the same" | "as before";
  /** Whether somebody thinks better of it first. */
  readonly escapes?: boolean;
}

const code = (row: string) => ({ row });

/** Selects from words that are looked for, on with keys. */
const from =
  (words: string, ...keys: readonly (readonly [key: string, count?: number])[]) =>
  async (by: ByKeyboard): Promise<void> => {
    await by.find(words);
    for (const [key, count = 1] of keys) await by.again(count, key);
  };

const LETTER = "Shift+ArrowRight";
const WORD = "Control+Shift+ArrowRight";

const REPAIR = ["C waiting-for-repair:", "supports: HH3 (C)"];
const TALKED = ["M talked-over:", "supports: HH2 (M reasoning), D1"];
const DOOR = ["O opening-the-door:", "supports: PT2"];
const AUTHORS = ["C family-in-charge:", "M authorship:", "O undoing:", "refines: HH1 (C, M, O1)"];

export const BY_KEYBOARD: readonly Step<ByKeyboard>[] = [
  {
    words: "The same checklist, in the same town, leads in one house to a dozen changes that last",
    at: "p. 1",
    select: from("The same checklist", [
      LETTER,
      ", in the same town, leads in one house to a dozen changes that last".length,
    ]),
    choose: {
      codes: [code("C settled-home"), code("O undoing")],
      links: [{ id: "HH2", stance: "refutes", ticks: [] }],
    },
    lines: ["C settled-home:", "O undoing:", "refutes: HH2 (C interpersonal, O)"],
  },
  {
    words: "Information was the resource and recognition was the response",
    at: "p. 1",
    select: from("Information was the resource", [WORD, 5]),
    choose: {
      codes: [{ row: "M resource bare-facts", typed: "M resource bare facts" }],
      links: [{ id: "EX2", stance: "refines", ticks: ["M (reasoning)"] }],
      note: "the service’s own theory",
    },
    lines: ["M resource bare-facts:", "refines: EX2 (M resource)"],
    note: "the service’s own theory",
  },
  {
    // Nothing is selected: the sentence at the cursor is meant.
    words: "Tenants of the Quay estate had learned not to expect things to be mended.",
    at: "p. 2",
    select: from("learned not to expect", ["ArrowLeft"]),
    choose: {
      codes: [code("C waiting-for-repair")],
      links: [{ id: "HH3", stance: "supports", ticks: [] }],
    },
    lines: REPAIR,
  },
  {
    words: "a hand laid on the back of a chair, an explanation nobody had asked for",
    at: "p. 2",
    select: from("a hand laid", ["Shift+End"], [WORD, 4]),
    choose: "the same",
    lines: REPAIR,
  },
  {
    words: "Two daughters who had been asked by the visitor to wait in another room",
    at: "p. 2",
    select: from("Two daughters", [WORD, 12]),
    choose: {
      codes: [code("M talked-over")],
      links: [
        { id: "HH2", stance: "supports", ticks: ["M (resource)"] },
        { id: "D1", stance: "supports" },
      ],
    },
    lines: TALKED,
  },
  {
    words: "One visitor, against the advice of her manager, telephoned the repairs desk from the doorway",
    at: "p. 2",
    select: from("One visitor", ["Shift+End"], [WORD, 5]),
    choose: "as before",
    lines: TALKED,
  },
  {
    words: "It did not matter that the repair was seldom the most dangerous thing in the house.",
    at: "p. 2",
    select: from("seldom the most", ["ArrowLeft"]),
    escapes: true,
    choose: { codes: [code("O opening-the-door")], links: [{ id: "PT2", stance: "supports" }] },
    lines: DOOR,
  },
  {
    words: "The button was the same and so was the time it took for help to come",
    at: "p. 3",
    select: from("The button was the same", [LETTER, " and so was the time it took for help to come".length]),
    choose: "the same",
    lines: DOOR,
  },
  {
    words: "Where the visit made somebody else the author, agreement was a way of ending it.",
    at: "p. 3",
    select: from("Where the visit made", ["Shift+ArrowDown"], ["Shift+End"]),
    choose: {
      codes: [code("C family-in-charge"), code("M authorship"), code("O undoing")],
      links: [{ id: "HH1", stance: "refines", ticks: ["M (resource)", "M (reasoning)", "O2"] }],
    },
    lines: AUTHORS,
  },
  {
    words: "Port Sennet is a town of owner-occupiers and one large estate",
    at: "p. 3",
    select: from("Port Sennet is a", [LETTER, " town of owner-occupiers and one large estate".length]),
    choose: "as before",
    lines: AUTHORS,
  },
];

const dragged = (words: string, at: string) => ({ words, at, select: (by: ByMouse) => by.drag(words) });
const clicked = (words: string, at: string) => ({ words, at, select: (by: ByMouse) => by.clickAcross(words) });

const VERDICT = ["M verdict:", "O staying-away:", "supports: EX4 (M reasoning, O)"];
const STAYING = ["O staying-on:", "refutes: EX1 (O)"];
const MISSED = ["M being-missed:", "supports: EX1 (M reasoning)"];
const DIGNITY = ["code dignity:", "refines: D1"];

export const BY_MOUSE: readonly Step<ByMouse>[] = [
  {
    ...dragged(
      "Most accounts of who attends a falls prevention group begin with barriers: distance, cost, weather, pain.",
      "Background, para. 1",
    ),
    choose: {
      codes: [code("M verdict"), code("O staying-away")],
      links: [{ id: "EX4", stance: "supports", ticks: ["M (resource)"] }],
    },
    lines: VERDICT,
  },
  {
    ...clicked(
      "the groups were free for twenty weeks, and four letters in five were never answered",
      "Background, para. 1",
    ),
    choose: "the same",
    lines: VERDICT,
  },
  {
    ...dragged("some stayed for years and others left within a month of starting", "Background, para. 1"),
    choose: { codes: [code("O staying-on")], links: [{ id: "EX1", stance: "refutes", ticks: [] }] },
    lines: STAYING,
  },
  {
    ...dragged("We took a letter of invitation with us and put it on the table.", "Methods, para. 1"),
    choose: "as before",
    lines: STAYING,
  },
  {
    ...clicked("for most of them the group was the one fixed appointment of the week", "Being expected, para. 1"),
    choose: {
      codes: [code("C living-alone"), code("M belonging")],
      links: [
        { id: "EX1", stance: "supports", ticks: [] },
        { id: "PT1", stance: "refines" },
      ],
    },
    lines: [
      "C living-alone:",
      "M belonging:",
      "supports: EX1 (C interpersonal, M resource, M reasoning)",
      "refines: PT1",
    ],
  },
  {
    ...dragged("Being missed was described as a pleasure and as a debt", "Being expected, para. 3"),
    choose: {
      codes: [code("M being-missed")],
      links: [{ id: "EX1", stance: "supports", ticks: ["M (resource)"] }],
    },
    lines: MISSED,
  },
  {
    ...dragged("five of the seven who stopped had been in such a group", "Being expected, para. 3"),
    choose: "as before",
    lines: MISSED,
  },
  {
    ...clicked("to answer it would have been to agree that it was", "A word for other people, para. 3"),
    choose: { codes: [code("code dignity")], links: [{ id: "D1", stance: "refines" }] },
    lines: DIGNITY,
  },
  {
    words: "lino",
    at: "The floor, para. 1",
    select: (by) => by.doubleClick("lino, the sound of the post"),
    choose: "the same",
    lines: DIGNITY,
  },
  {
    ...dragged(
      "Professional leaders were admired, and the admiration seemed to keep people at a distance.",
      "Someone like me, para. 3",
    ),
    choose: {
      codes: [code("C known-face")],
      links: [{ id: "EX3", stance: "refutes", ticks: [] }],
    },
    lines: ["C known-face:", "refutes: EX3 (C)"],
  },
];
