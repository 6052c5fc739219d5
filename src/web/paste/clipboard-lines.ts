/**
 * What text without tabs is, line by line: a list of links, the rows of a CSV, or neither. The paste screen writes nothing,
 * so a doubt about rows is settled there, by looking; a list of links is noted at once and must be nothing else.
 */

export type ClipboardLines =
  { readonly of: "links"; readonly links: readonly string[] } | { readonly of: "rows" } | { readonly of: "words" };

const link = /^(?:https?|hxxps?):\/\/\S+$/iu;
/** After the sign between cells: another address, or a date. In one address that is rare; in a row it is the rule. */
const nextCell = /[,;]\s*"?(?:https?:\/\/|\d{1,4}[./-]\d{1,2}[./-]\d)/iu;
/** Of the lines that agree on their number of signs. */
const mostAgree = 0.9;

export function clipboardLines(text: string): ClipboardLines {
  const lines = filledLines(text);
  if (lines.length > 0 && lines.every((line) => link.test(line)) && !lines.every((line) => nextCell.test(line)))
    return { of: "links", links: lines };
  return isRows(text) ? { of: "rows" } : { of: "words" };
}

/** Several lines with one number of commas or semicolons, not counting those inside quotes. */
function isRows(text: string): boolean {
  const lines = filledLines(text.replace(/"(?:[^"]|"")*"/gu, "x"));
  if (lines.length < 2) return false;
  return [",", ";"].some((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const [first = 0] = counts;
    const agree = counts.filter((count) => count === first).length;
    return first > 0 && (agree === lines.length || (first > 1 && agree >= lines.length * mostAgree));
  });
}

function filledLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
