/** An extract that bears on nothing, as it is written into the file of a source. */
export const LOOSE_FILE = "sources/hallam2019.md";
export const LOOSE = "hallam2019#e7";
export const LOOSE_TEXT = `
## Extract e7

> The rail was there for her husband first, and then it was there for her.

- at: p. 5
- O still-there: "then it was there for her"
`;
