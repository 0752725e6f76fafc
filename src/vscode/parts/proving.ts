/** Loaded when a review that quotes its sources was read and checked, or somebody asks for a text of one: what compares quotations with full texts. */
export { Proving } from "../proving/proving.ts";
