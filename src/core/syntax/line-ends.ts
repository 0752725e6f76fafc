/** Lines of a text in order, ended by LF, CRLF or a lone CR. */

/**
 * Walks the lines of a text. `start`, `end` and `next` are the offsets of the current line's first character, of its line
 * ending and of the line after it. Linear in the text, with no scan per character.
 */
export class Lines {
  start = 0;
  end = 0;
  next = 0;
  readonly #text: string;
  /** The next LF and CR at or after `next`, or the text's length. */
  #lf = -1;
  #cr = -1;

  constructor(text: string, from = 0) {
    this.#text = text;
    this.next = from;
    this.#lf = find(text, "\n", from);
    this.#cr = find(text, "\r", from);
  }

  /** Goes to the next line; false when there is none. A text that ends with a line ending has no empty line after it. */
  advance(): boolean {
    const text = this.#text;
    const start = this.next;
    const length = text.length;
    if (start >= length) return false;
    this.start = start;
    if (this.#lf < start) this.#lf = find(text, "\n", start);
    if (this.#cr < start) this.#cr = find(text, "\r", start);
    const lf = this.#lf;
    const cr = this.#cr;
    if (cr < lf) {
      this.end = cr;
      this.next = cr + 1 === lf ? lf + 1 : cr + 1;
      if (this.next > length) this.next = length;
    } else {
      this.end = lf;
      this.next = lf < length ? lf + 1 : length;
    }
    return true;
  }
}

function find(text: string, ending: string, from: number): number {
  const at = text.indexOf(ending, from);
  return at < 0 ? text.length : at;
}
