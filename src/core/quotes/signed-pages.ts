/** Pages as Chinese, Japanese and Korean write them: `第407页`, `407–409頁`, `407ページ`, `407쪽`. */

const DIGITS = "[\\d\uff10-\uff19]{1,7}";
/** `共8页` are eight pages. */
export const SIGNED = new RegExp(
  `(?<![\\d\uff10-\uff19共全])(第\\s{0,2})?(${DIGITS})(\\s{0,2}[-\u2010-\u2015\u2212~\u301c\uff5e至到、,]\\s{0,2}(?:第\\s{0,2})?)?((?<=[^\\d\uff10-\uff19])${DIGITS})?(\\s{0,2}(?:页|頁|ページ|쪽|면))`,
  "gu",
);
/** Longer locators name none. */
const LONGEST = 2000;

/** Both the same for one page. Linear in the locator. */
export function signedList(locator: string): readonly { readonly from: string; readonly to: string }[] {
  if (locator.length > LONGEST) return [];
  return [...locator.matchAll(SIGNED)].flatMap(([, , from = "", sign, to]) => {
    const [first, last] = [plain(from), plain(to ?? from)];
    // A list, not a range.
    if (/[、,]/.test(sign ?? "")) return [first, last].map((page) => ({ from: page, to: page }));
    return [{ from: first, to: last }];
  });
}

/** A locator with another page, or others, in place of those that it names; undefined where that would be read as others. */
export function withSigned(locator: string, from: string, to: string): string | undefined {
  const pages = from === to ? from : `${from}–${to}`;
  const made = locator.replace(
    SIGNED,
    (_all, before: string | undefined, _from, _sign, _to, after: string) => `${before ?? ""}${pages}${after}`,
  );
  const [read, ...others] = signedList(made);
  return read?.from === from && read.to === to && others.length === 0 ? made : undefined;
}

const plain = (number: string): string => number.normalize("NFKC").replace(/^0+(?=\d)/, "");
