/** The date where the person is: `2026-03-02`. */
export function today(): string {
  const date = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
