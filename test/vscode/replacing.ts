/** Things of VS Code's that are others for a while: what the extension hands over to it, or hears from it, cannot be asked for otherwise. */

/** Runs something while properties of an object are others. */
export async function replacing<T>(
  of: object,
  values: Readonly<Record<string, unknown>>,
  run: () => T | Promise<T>,
): Promise<T> {
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(of, name)] as const);
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(of, name, { value, configurable: true, writable: true, enumerable: true });
  try {
    return await run();
  } finally {
    for (const [name, own] of before)
      if (own) Object.defineProperty(of, name, own);
      else Reflect.deleteProperty(of, name);
  }
}

/** A log that nobody reads, but for its warnings. */
export function quietLog(warnings: string[] = []) {
  return { info() {}, debug() {}, error() {}, warn: (message: string) => warnings.push(message) };
}
