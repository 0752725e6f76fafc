/** Numbers of pages as heads and feet have them, and what these say but for their numbers. */

const NUMBER = /^[\s\p{P}|]*(?:page\s)?(?:[a-z]?\d{1,6}|[ivxl]{1,8})(?:\s?(?:of|\/)\s?\d{1,6})?[\s\p{P}|]*$/iu;

/** Whether a line is the number of a page alone. */
export const isNumber = (line: string): boolean => NUMBER.test(line);

export function shapeOf(line: string): string {
  return line.toLowerCase().replace(/\d+/g, "0").replace(/\s+/g, " ").trim();
}

/** What the first page would be if the numbers of a line were those of a page, counted from 0. */
export function countedFrom(line: string, page: number): readonly number[] {
  return (line.match(/\d{1,7}/g) ?? []).map((number) => Number(number) - page);
}

/** The number that is printed on the first page, by the numbers in heads and feet of each: where most of them count the pages. */
export function firstCounted(furniture: readonly (readonly string[])[]): number | undefined {
  const votes = new Map<number, number>();
  for (const [index, lines] of furniture.entries())
    for (const vote of new Set(lines.flatMap((line) => countedFrom(line, index))))
      votes.set(vote, (votes.get(vote) ?? 0) + 1);
  // What stands on every page alike, such as a volume, counts nothing: it votes for another number on each.
  const [first, ...others] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || first[1] * 2 <= furniture.length || others[0]?.[1] === first[1]) return undefined;
  return first[0] > 0 ? first[0] : undefined;
}
