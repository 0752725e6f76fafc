/** Loaded when somebody points at something: cards, hovers, and the way to what is mentioned. */
export { cardOfDefinition, cardOfName } from "../language/cards.ts";
export { definitionAt } from "../language/definition.ts";
export { hoverAt } from "../language/hover.ts";
