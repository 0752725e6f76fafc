/** Cells that say that they say what another says: `As above`, `″`, `As for CMOC 2`. */
import { openerAt } from "./openers.ts";

const DITTO =
  /^(?:(?:the )?same(?: as (?:above|before|the (?:above|row above|previous(?: row)?)))?|as (?:above|before)|see above|as in the (?:row above|above)|dito|ditto|idem|ibid(?:em)?|do|-do-|id|[″"“”„〃]|''|’’|,,|‚‚)\.?$/i;
const SAME_AS = /^(?:(?:the )?same as|as|see)(?: in| for| with)?\s+(?=\S)/i;

/** Whether a cell stands for the one above it. */
export function isDitto(text: string): boolean {
  return text.length < 40 && DITTO.test(text.trim().replace(/^[([]|[)\]]$/g, ""));
}

/** The id of the configuration that a cell stands for. */
export function sameAs(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const words = text.trim().replace(/^[([]|(?<![)\].])[)\].]+$/g, "");
  const found = SAME_AS.exec(words);
  const rest = found ? words.slice(found[0].length) : "";
  const opener = found ? openerAt(rest) : undefined;
  return opener?.configuration && opener.end >= rest.length ? opener.id : undefined;
}
