/**
 * Cuts a section that is not plain into stretches that can be read on their own, so that remark is given the odd one and not all of it.
 * A stretch begins after an empty line, in the first column, with something that no construct before it can take: words or a quote after anything,
 * a list after words alone. A fence or a tag may reach across empty lines, so a text with one is not cut.
 */

/** Offsets at which the stretches begin, the first 0; a single one when the text cannot be cut. Linear. */
export function stretchStarts(text: string): readonly number[] {
  const starts = [0];
  if (/[<\t\r\0]|```|~~~/.test(text)) return starts;
  let onlyWords = true;
  let afterEmpty = false;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (isEmpty(text, at, end)) afterEmpty = true;
    else {
      const unit = text.charCodeAt(at);
      const words = isLetter(unit);
      if (afterEmpty && at > 0 && (words || unit === 62 || (onlyWords && isItem(text, at)))) {
        starts.push(at);
        onlyWords = true;
      }
      if (!words && unit !== 35) onlyWords = false;
      afterEmpty = false;
    }
    at = end + 1;
  }
  return starts;
}

function isEmpty(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) === 32) at++;
  return at === to;
}

function isLetter(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91);
}

/** A list item with text: `- words`, `1. words`. */
function isItem(text: string, at: number): boolean {
  let mark = at;
  while (isDigit(text.charCodeAt(mark)) && mark - at < 9) mark++;
  const sign = text.charCodeAt(mark);
  const isMark = mark > at ? sign === 46 || sign === 41 : sign === 45;
  return isMark && text.charCodeAt(mark + 1) === 32 && isLetter(text.charCodeAt(mark + 2));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
