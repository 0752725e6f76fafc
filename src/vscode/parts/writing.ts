/** Loaded when something is to be changed, or a record chosen: quick fixes, commands, what is dropped on a row. */
export { isThereReview } from "../commands/asking.ts";
export { newReview } from "../commands/beginning.ts";
export { newConfiguration, newExtract, newSource } from "../commands/creating.ts";
export { openExample } from "../commands/example.ts";
export { goToLoose, goToRecord } from "../commands/going.ts";
export { joinTheory } from "../commands/joining.ts";
export { linkExtract } from "../commands/linking.ts";
export { parkExtract, unparkExtract } from "../commands/parking.ts";
export { copyId, goToIt, rowsGiven } from "../commands/rows.ts";
export { unlinkExtract } from "../commands/unlinking.ts";
export { carryOut } from "../edits.ts";
export { actionsAt, answerAndCarryOut } from "../language/actions.ts";
export { renamed, renamePrepared } from "../language/renaming.ts";
export { drop } from "../tree/dropping.ts";
