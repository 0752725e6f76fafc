/** The cards of theories, demi-regularities, codes and memos. */
import { grouped, t } from "../../l10n.ts";
import type { Code, DemiRegularity, Entity, Memo, Theory } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import {
  type Asking,
  evidenceSection,
  fieldLine,
  lineOf,
  problemSection,
  refSection,
  refsIn,
  titleLine,
} from "./asking.ts";
import { type Card, type CardLine, fitted, type Section, sectionOf } from "./lines.ts";
import { placeOf, shownId } from "./naming.ts";
import { firstWords, plain } from "./words.ts";

const WORDS = 240;

interface Parts {
  readonly status?: string | undefined;
  readonly sections: readonly Section[];
}

function cardWith<E extends Theory | DemiRegularity | Code | Memo>(
  at: Definition<E>,
  asking: Asking,
  parts: Parts,
): Card {
  const { entity } = at;
  const place = placeOf(at as Definition);
  const id = shownId(at as Definition, asking.review);
  const title = firstWords(entity.title, WORDS);
  const status = parts.status === undefined ? undefined : plain(parts.status);
  const lines = fitted(titleLine(id, title, status, place), [
    ...parts.sections,
    problemSection(at as Definition, asking),
  ]);
  return { kind: entity.kind, id, name: at.name, title, status, place, lines };
}

export function theoryCard(at: Definition<Theory>, asking: Asking): Card {
  const { entity } = at;
  const place = placeOf(at as Definition);
  return cardWith(at, asking, {
    status: entity.stage?.text,
    sections: [
      sectionOf([...prose(at as Definition), ...fieldLine("scope", entity.scope)], 2),
      refSection(refsIn(entity.refs, ["configurations"]), () => t("holds"), asking, 3),
      evidenceSection(asking.review.evidenceFor(at.name), asking, place),
      refSection(refsIn(entity.refs, ["draws on", "replaces", "rival of"]), ({ field }) => field, asking),
      sectionOf(limits(entity), 2, place),
    ],
  });
}

export function demiRegularityCard(at: Definition<DemiRegularity>, asking: Asking): Card {
  const { entity } = at;
  const place = placeOf(at as Definition);
  return cardWith(at, asking, {
    sections: [
      sectionOf(prose(at as Definition), 1),
      refSection(refsIn(entity.refs, ["configurations"]), () => t("recurs in"), asking, 3),
      evidenceSection(asking.review.evidenceFor(at.name), asking, place),
      sectionOf([...entity.moderators.flatMap((value) => fieldLine("moderator", value)), ...limits(entity)], 3, place),
    ],
  });
}

function limits({ boundary, counterexamples }: Theory | DemiRegularity): readonly CardLine[] {
  return [
    ...boundary.flatMap((value) => fieldLine("boundary", value)),
    ...counterexamples.flatMap((value) => fieldLine("counterexamples", value)),
  ];
}

export function codeCard(at: Definition<Code>, asking: Asking): Card {
  const { entity } = at;
  const { review } = asking;
  const uses = review.references(at.name).filter(({ ref }) => ref.field === "coding");
  const retired = entity.replacedBy ? t("replaced") : entity.retired ? t("retired") : undefined;
  const useLine = (index: number): CardLine => {
    if (index === 0)
      return lineOf("field", {
        text: uses.length === 1 ? t("used {0} time", 1) : t("used {0} times", grouped(uses.length)),
        style: "dimmed",
      });
    const { from, placed, ref } = uses[index - 1] as (typeof uses)[number];
    const id = from ? shownId(from, review) : placed.uri;
    const to = { uri: placed.uri, span: { start: placed.start + ref.start, end: placed.start + ref.end } };
    return lineOf("link", { text: `${t("in")} `, style: "dimmed" }, { text: id, to });
  };
  return cardWith(at, asking, {
    status: retired,
    sections: [
      sectionOf(
        [
          ...fieldLine("role", entity.role),
          ...fieldLine("definition", entity.definition),
          ...fieldLine("origin", entity.origin),
          ...fieldLine("retired", entity.retired),
        ],
        4,
      ),
      refSection(
        refsIn(entity.refs, ["parent", "replaced by"]),
        ({ field }) => (field === "parent" ? t("under") : field),
        asking,
      ),
      { count: uses.length + 1, line: useLine, least: 3, to: placeOf(at as Definition) },
    ],
  });
}

export function memoCard(at: Definition<Memo>, asking: Asking): Card {
  const { entity } = at;
  return cardWith(at, asking, {
    status: entity.memoKind?.text,
    sections: [
      sectionOf([...prose(at as Definition), ...fieldLine("by", entity.by)], 2),
      refSection(refsIn(entity.refs, ["about"]), () => "about", asking, 3),
    ],
  });
}

/** The record's first paragraph in running words. */
function prose({ placed }: Definition<Entity>): readonly CardLine[] {
  const [paragraph] = readBlocks(placed.text.slice(0, MOST_READ)).filter(({ type }) => type === "paragraph");
  const text = paragraph?.type === "paragraph" ? firstWords(paragraph.inline.text, WORDS) : "";
  return text === "" ? [] : [lineOf("quote", text)];
}

const MOST_READ = 4_000;
