/** Adds all of a list to another. A call that spreads a list as its arguments fails where the list is as long as a page can make it. */
export function append<T>(list: T[], others: Iterable<T>): void {
  for (const each of others) list.push(each);
}
