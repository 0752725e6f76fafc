import { plainChars, RAISED } from "./chars.ts";

/** Text as it grows: white space folded, lines where the page breaks them. */
export class Flow {
  private parts: string[] = [];
  private space = false;
  private line = false;
  private begun = false;
  from = -1;
  to = 0;

  write(text: string, from: number, to: number, keeps: boolean): void {
    const plain = plainChars(text);
    if (keeps) {
      const lines = plain.split(/\r\n|\r|\n/);
      for (const [index, line] of lines.entries()) {
        if (index > 0) this.break();
        this.fold(line, from, to);
      }
    } else this.fold(plain, from, to);
  }

  private fold(plain: string, from: number, to: number): void {
    const first = plain.search(/\S/);
    if (first < 0) {
      if (plain !== "") this.space = true;
      return;
    }
    if (first > 0) this.space = true;
    const folded = plain.trim().replace(/\s+/g, " ");
    this.put(folded, from, to);
    if (/\s$/.test(plain)) this.space = true;
  }

  private put(text: string, from: number, to: number): void {
    if (this.begun && this.line) this.parts.push("\n");
    else if (this.begun && this.space) this.parts.push(" ");
    this.line = false;
    this.space = false;
    this.begun = true;
    this.parts.push(text);
    if (this.from < 0) this.from = from;
    this.to = to;
  }

  /** A mark that stands close to the words before it. */
  mark(sign: string): void {
    if (this.line && this.begun) {
      this.parts.push("\n");
      this.line = false;
      this.space = false;
    } else if (this.space && this.begun && sign === RAISED) {
      this.parts.push(" ");
      this.space = false;
    }
    this.parts.push(sign);
  }

  /** A sign at the beginning of a line of its own. */
  bullet(sign: string, at: number): void {
    this.break();
    this.put(sign, at, at);
    this.space = true;
  }

  break(): void {
    this.line = true;
  }

  take(): string {
    const text = this.parts.join("").trim();
    this.parts = [];
    this.space = this.line = this.begun = false;
    return text;
  }

  clear(): void {
    this.from = -1;
  }
}
