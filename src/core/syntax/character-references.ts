/** What `&amp;`, `&#8217;` and the like stand for. */
export { decodeString as withoutReferences } from "micromark-util-decode-string";
