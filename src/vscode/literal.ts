/** Words of people where VS Code draws `$(name)` as an icon: in the status bar, and in lists to choose from. */

/** The words as they are written. */
export function literal(words: string): string {
  return words.replace(/\\?\$\([\w-]+(?:~[\w-]+)?\)/g, (icon) => (icon.startsWith("\\") ? icon : `\\${icon}`));
}
