/** The orders of rows. */
import { compareIds, numbered } from "../../ids.ts";

/** As in the files, by natural order of ids, or by amount of evidence (of sources by extracts, of codes by uses); sources also by how far their reading has come. */
export type Sorting = "file" | "id" | "evidence" | "reading";

/** As `compareIds`, quick where ids differ in their last number alone. */
export function naturally(a: string, b: string): number {
  const [one, other] = [numbered(a), numbered(b)];
  if (one && other && one.prefix === other.prefix && one.number !== other.number) return one.number - other.number;
  return compareIds(a, b);
}
