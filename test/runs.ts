/** How often a property is tried: as often as is said in the unit suite, which is to be quick, and several times that with `--runs`. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: few * Number(process.env.CMOC_TEST_RUNS ?? 1) };
}
