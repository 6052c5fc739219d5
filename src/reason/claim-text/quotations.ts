/**
 * What stands between quotation marks. A quotation that is not closed in its paragraph goes on in the next where that one opens with a
 * mark again, as printers do; otherwise it ends with its paragraph. A quotation of a word or two is only a quoted term.
 */
import type { TextSpan } from "../../core/claim/text-span.ts";

export interface Quotation extends TextSpan {
  /** Of several paragraphs: the same voice speaks on. */
  readonly goesOn: boolean;
}

const openers = new Map([
  ["“", "”"],
  ["«", "»"],
  ["„", "“"],
  ['"', '"'],
  ["‘", "’"],
]);

/** Quotations of one paragraph; spans are the words between the marks. */
export function quotationsOf(text: string, span: TextSpan, before: Quotation | undefined): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { closes: string; start: number } | undefined;
  const carried = before !== undefined && before.goesOn;
  for (let at = span.start; at < span.end; at++) {
    const sign = text.charAt(at);
    if (open !== undefined) {
      if (!closes(open.closes, sign, text, at)) continue;
      if (at > open.start) found.push({ start: open.start, end: at, goesOn: false });
      open = undefined;
    } else {
      const closing = openers.get(sign);
      if (closing === undefined || (sign === "‘" && /[\p{L}\p{N}]/u.test(text.charAt(at - 1)))) continue;
      open = { closes: closing, start: at + 1 };
    }
  }
  if (open !== undefined) {
    const again = /^[\n\r\s]*[“«„"]/u.test(text.slice(span.end, span.end + 20));
    if (again || (carried && open.start - span.start < 3)) found.push({ start: open.start, end: span.end, goesOn: again });
    else if (open.closes === "”" || open.closes === "»") found.push({ start: open.start, end: span.end, goesOn: false });
  }
  return found;
}

function closes(wanted: string, sign: string, text: string, at: number): boolean {
  if (wanted === "’") return sign === "’" && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
  return sign === wanted || (wanted === "“" && sign === "”") || (wanted === "”" && sign === '"');
}
