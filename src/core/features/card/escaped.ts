/** Every sign that could be markup in Markdown stands for itself. */
export function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
