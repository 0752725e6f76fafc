/** Elements of HTML that hold nothing, and are never closed (HTML Living Standard, 13.1.2; `param` of older pages). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
