/** Where the mark of what was not understood goes when a key puts it there. */
import { unintelligible } from "../../core/tier/plain-marks.ts";

/** The words with the mark in place of what is selected, set apart by spaces; and where the caret stands then. */
export function withUnintelligible(text: string, from: number, to: number): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const put = `${before === "" || /\s$/.test(before) ? "" : " "}${unintelligible}${after === "" || /^[\s.,;:!?)]/.test(after) ? "" : " "}`;
  return { text: before + put + after, caret: before.length + put.length };
}
