/** What of markdown-it is used: the preview brings its own, so nothing of it is imported. */

export interface Token {
  type: string;
  tag: string;
  attrs: [string, string][] | null;
  map: [number, number] | null;
  nesting: -1 | 0 | 1;
  level: number;
  children: Token[] | null;
  content: string;
  hidden: boolean;
  block: boolean;
}

/** What is HTML already is a token of this type, which the preview's plugin shows as it is. */
export const HTML = "cmoc_html";

/** Another token of the same class; those that were parsed are kept by whoever parsed them, and stay as they are. */
export function copyOf(token: Token, change: Partial<Token> = {}): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, change);
}

export function tokenLike(like: Token, change: Partial<Token>): Token {
  return copyOf(like, {
    type: "text",
    tag: "",
    attrs: null,
    map: null,
    nesting: 0,
    children: null,
    content: "",
    hidden: false,
    block: false,
    ...change,
  });
}

export function htmlToken(like: Token, content: string): Token {
  return tokenLike(like, { type: HTML, content });
}

/** The attributes with a class, or another attribute, added. */
export function withAttribute(attrs: Token["attrs"], name: string, value: string): [string, string][] {
  const others = (attrs ?? []).filter(([each]) => each !== name);
  const own = attrs?.find(([each]) => each === name)?.[1];
  return [...others, [name, name === "class" && own !== undefined ? `${own} ${value}` : value]];
}
