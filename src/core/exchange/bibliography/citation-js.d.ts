/** What is used of the decoding library, which brings no types. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      /** Converts data of the named type, one step, synchronously. Throws on what it cannot read. */
      readonly data: (input: unknown, type: string) => unknown;
    };
  };
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}
