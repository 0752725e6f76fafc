/** Relative paths inside a review, parted by `/`. */

/** The review-relative path that a link in the document `from` goes to, its fragment left out; undefined when it leaves the review. */
export function resolvePath(from: string, target: string): string | undefined {
  const hash = target.indexOf("#");
  const written = hash < 0 ? target : target.slice(0, hash);
  let path = written;
  try {
    path = decodeURIComponent(written);
  } catch {
    // A lone `%` is a character of the name.
  }
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** The path of `to` as a link in the document `from` writes it: `../theory/trust.md`; spaces and brackets are escaped. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const path = [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
  return path.replace(/[ ()<>%\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
