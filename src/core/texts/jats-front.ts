/** What a journal's XML says of an article before its words: title, authors and abstract stand there, and numbers that nobody reads. Linear in it. */

const TAG = /<(\/?)(?:[\w-]{1,20}:)?([a-z][a-z-]{0,40})(?=[\s/>])[^<>]{0,2000}>/gi;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Ids, dates and numbers of issues and pages. */
const NUMBERS = words(
  "article-id article-version pub-date date volume volume-id issue issue-id fpage lpage page-range elocation-id counts contrib-id self-uri custom-meta custom-meta-group related-article institution-id",
);
/** What stands on a line of its own; and what stands in such a line with commas. */
const LINES = words(
  "title-group article-title subtitle trans-title-group contrib-group aff author-notes corresp permissions copyright-statement license subj-group kwd-group funding-group product",
);
const LISTED = words("contrib kwd subject");
const NAMES = words("name string-name");

/** The page with its front as it would be printed; as it is where the front, or a part of it, does not end. */
export function withPlainFront(page: string): string {
  const start = /<(?:[\w-]{1,20}:)?front(?=[\s>])[^<>]{0,2000}>/i.exec(page.slice(0, FAR))?.index ?? -1;
  const end = start < 0 ? -1 : start + (FRONT_END.exec(page.slice(start))?.index ?? -1);
  if (start < 0 || end < start) return page;
  const front = printed(page.slice(start, end));
  return front === undefined ? page : page.slice(0, start) + front + page.slice(end);
}

/** So far the front begins. */
const FAR = 20_000;
const FRONT_END = /<\/(?:[\w-]{1,20}:)?front\s{0,20}>/i;

function printed(front: string): string | undefined {
  const parts: string[] = [];
  let at = 0;
  /** The element that is left out, or taken as a name, and how many of its kind are open. */
  let taken = "";
  let open = 0;
  let isListed = false;
  /** Where the last name ended. */
  let named = -1;
  const until = (to: number): void => {
    parts.push(front.slice(at, to));
    at = to;
  };
  for (const { 0: tag, 1: slash, 2: written = "", index } of front.matchAll(TAG)) {
    if (tag.endsWith("/>")) continue;
    const name = written.toLowerCase();
    const end = index + tag.length;
    if (taken !== "") {
      if (name !== taken) continue;
      open += slash === "" ? 1 : -1;
      if (open > 0) continue;
      if (NAMES.has(name)) {
        parts.push(at === named ? " " : "", nameOf(front.slice(at, index)));
        named = end;
      }
      at = end;
      taken = "";
    } else if (slash === "" && (NUMBERS.has(name) || NAMES.has(name))) {
      until(index);
      taken = name;
      open = 1;
    } else if (LINES.has(name)) {
      until(slash === "" ? index : end);
      parts.push(slash === "" ? "<div>" : "</div>");
      isListed = false;
    } else if (slash === "" && LISTED.has(name)) {
      const before = front.slice(at, index);
      parts.push(isListed ? `${before.trimEnd()}, ` : before);
      at = index;
      isListed = true;
    }
  }
  return taken === "" ? parts.join("") + front.slice(at) : undefined;
}

/** `Rosamund Pellow`; where it is written with the family's name first and says so, `Kim Minji`. */
function nameOf(element: string): string {
  const partOf = (name: string): string =>
    new RegExp(`<(?:[\\w-]{1,20}:)?${name}(?=[\\s>])[^<>]{0,500}>([^<>]{0,500})<`, "i").exec(element)?.[1]?.trim() ??
    "";
  const [given, family] = [partOf("given-names"), partOf("surname")];
  if (family === "") return element.replace(/^<[^<>]*>/, "");
  const isFamilyFirst = /^<[^<>]{0,500}name-style\s{0,9}=\s{0,9}["']eastern/i.test(element);
  const own = isFamilyFirst ? [family, given] : [given, family];
  return [partOf("prefix"), ...own, partOf("suffix")].filter((each) => each !== "").join(" ");
}
