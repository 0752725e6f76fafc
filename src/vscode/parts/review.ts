/** Loaded when there is a review, or a command is run: what reads and checks reviews, and shows them. */
export { openWhole } from "../whole.ts";
